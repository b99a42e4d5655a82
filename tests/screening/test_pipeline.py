"""The work of a screening: rows that there are and are not, and what a row lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening.output_columns import PART
from mnna.screening.pipeline import _lacking, _refused
from mnna.screening.run import row, screen
from mnna.screening.sql import NEEDED, NOT_GIVEN

HEAD = "recipient,channel,total_usd,on\n"


@pytest.mark.parametrize(("rows", "asked", "there"), [(0, 1, 0), (0, 0, 0), (2, 0, 2), (2, 3, 2)])
def test_a_row_that_there_is_not_is_refused_with_those_there_are(
    tmp_path: Path, rows: int, asked: int, there: int
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(HEAD + "MEX,fms,60000000,2024-01-02\n" * rows, encoding="utf-8")
    with pytest.raises(BadQuestion, match=f"row {asked}: the file has rows 1 to {there}"):
        row(source, asked)


def test_the_last_row_is_answered(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(HEAD + "MEX,fms,60000000,2024-01-02\nCOL,fms,1,2024-01-02\n", encoding="utf-8")
    found = row(source, 2)
    assert found.recipient.iso3 == "COL" and found.notice.verdict == "no"


def test_a_row_of_another_length_is_met_where_columns_are_looked_through_for_channels(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("Buyer,Way,total_usd,on\nMEX,fms,60000000,2024-01-02\nMEX,fms,1,2024-01-02,more\n", "utf-8")
    assert screen(source).counts == {"yes": 1, "no": 0, "unknown": 0, "error": 1}


@pytest.mark.parametrize("names", [["recipient"], ["channel", "on"], ["recipient", "channel", "on"]])
def test_what_a_row_lacks_is_named(names: list[str]) -> None:
    key = NOT_GIVEN - sum(bit for bit, name in NEEDED.items() if name in names)
    found = _lacking(key)
    assert found.values["notify"] == "unknown" and len(found.text("needs").split(PART)) == len(names)
    assert found.text("because").endswith("is not given." if len(names) == 1 else "are not given.")


def test_a_row_that_cannot_be_read_says_why() -> None:
    assert _refused("no country").values == {"notify": "error", "because": "no country"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"channel": "fmss"}, "no such channel. Did you mean dcs, fms"),
        ({"recipient": "Narnia"}, "no country has that code or name"),
        ({"on": "2024-13-01"}, "set on=2024-13-01: the day '2024-13-01': it is not a date. Write"),
        ({"total": "abc"}, "set total_usd=abc: total 'abc': it is not an amount of money. Write"),
        ({"total_usd": "-5"}, "it is below zero"),
        ({"new_sales_territory": "maybe"}, "it is neither yes nor no. Did you mean yes or no? Leave it out"),
        ({"origin": "gift"}, "Did you mean government or commercial?"),
        ({"lease_months": "5.5"}, "it is not a whole number"),
    ],
)
@pytest.mark.parametrize("rows", ["", "COL,fms,60000000,2024-01-01\n"])
def test_a_value_for_all_rows_that_cannot_be_read_is_refused(
    tmp_path: Path, given: dict[str, str], says: str, rows: str
) -> None:
    (tmp_path / "in.csv").write_text(f"recipient,channel,total_usd,on\n{rows}")
    with pytest.raises(BadQuestion) as raised:
        screen(tmp_path / "in.csv", tmp_path / "out.csv", set=given)
    assert says in str(raised.value) and "?." not in str(raised.value) and not (tmp_path / "out.csv").exists()


def test_a_value_for_all_rows_may_be_written_as_a_cell_is(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("recipient\nCOL\n")
    given = {"channel": "Foreign Military Sales (FMS)", "on": "1 May 2024", "total": "$350M"}
    assert screen(tmp_path / "in.csv", set=given).counts["yes"] == 1
    assert screen(tmp_path / "in.csv", set={**given, "channel": ""}).counts["unknown"] == 1
