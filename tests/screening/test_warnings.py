"""What the first line warns of: no column of money, amounts that look like millions, estimates, empty recipients."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening import Screening, screen

HEAD = "recipient,channel,{},on\n"


def screened(folder: Path, heading: str, *amounts: str, **how: dict[str, str]) -> Screening:
    path = folder / "in.csv"
    rows = "".join(f'KEN,fms,"{one}",2024-06-01\n' for one in amounts)
    path.write_text(HEAD.format(heading) + rows, encoding="utf-8")
    return screen(path, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "amounts", "warned"),
    [
        ("total_usd", ["1200", "350"], True),
        ("total_usd", ["1,200", "$350.5", "NA"], True),
        ("total_usd", ["1200", "350", "TBD", "#DIV/0!"], True),
        ("total_usd", ["1200", "350 (est.)", "1 200"], True),
        ("total_usd", ["1200", "60000000"], False),
        ("total_usd", ["1200", "TBD", "60 000 000"], False),
        ("total_usd", ["TBD", "#DIV/0!"], False),
        ("total_usd", ["$350M"], False),
        ("total_usd", ["$350M", "60"], True),
        ("total_usd", ["0", ""], False),
        ("total_usd", ["", "NA"], False),
    ],
)
def test_amounts_that_look_like_millions(tmp_path: Path, heading: str, amounts: list[str], warned: bool) -> None:
    found = screened(tmp_path, heading, *amounts).warnings
    assert any("thousands or millions (--unit total_usd=millions" in one for one in found) is warned


def test_the_unit_of_a_heading_is_read_said_and_undone(tmp_path: Path) -> None:
    read = screened(tmp_path, "Total value ($M)", "1200", "$350M")
    assert read.counts["yes"] == 2 and not read.warnings
    assert any("is in millions, as its heading says (--unit total_usd=dollars" in one for one in read.said)
    undone = screened(tmp_path, "Total value ($M)", "1200", unit={"total_usd": "dollars"})
    assert undone.counts["no"] + undone.counts["unknown"] == 1 and not undone.warnings
    by_column = screened(tmp_path, "value", "1200", unit={"value": "millions"})
    assert by_column.counts["yes"] == 1


def test_dollars_under_a_heading_of_millions_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match=r"in millions, 1 of them would be a trillion dollars or more.*=dollars"):
        screened(tmp_path, "value_m", "60000000")
    with pytest.raises(BadQuestion, match="the file has no such column of money"):
        screened(tmp_path, "total_usd", "1", unit={"mde": "millions"})


def test_no_money_and_no_answer_are_said_first(tmp_path: Path) -> None:
    found = screened(tmp_path, "note", "x")
    assert found.warnings == ("no column of money was found", "no row could be answered")


@pytest.mark.parametrize("mark", ["-", "\u2013", "\u2014", "NaT", "<NA>", "N/A"])
def test_marks_of_what_is_missing_are_unknown_and_no_errors(tmp_path: Path, mark: str) -> None:
    assert screened(tmp_path, "total_usd", mark).counts["unknown"] == 1


def test_estimates_and_rows_without_recipient_are_counted(tmp_path: Path) -> None:
    assert "1 amount is marked as an estimate" in screened(tmp_path, "total_usd", "$350M (est.)", "5").said
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,total_usd,on\nKEN,fms,1,2024-06-01\n,fms,1,2024-06-01\n", encoding="utf-8")
    assert any(one.startswith("1 row has no recipient") for one in screen(path).said)


def test_a_unit_above_the_headings_counts_for_amounts_without_one(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    table = "Aid by country,,\n(Dollars in thousands),,\nCountry,Total value,Date\nKenya,60000,2024-06-01\n"
    path.write_text(table, encoding="utf-8")
    found = screen(path, set={"channel": "fms"})
    assert found.counts["yes"] == 1 and any("in thousands, as a line above the headings" in one for one in found.said)
    assert screen(path, set={"channel": "fms"}, unit={"total_usd": "dollars"}).counts["yes"] == 0
    path.write_text(table.replace("Aid by country", "($ in millions)"), encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"more than one.*unit total_usd=millions or unit total_usd=thousands"):
        screen(path, set={"channel": "fms"})


def test_amounts_that_a_line_gives_in_another_currency_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("All values in euros\nrecipient,channel,total value,on\nKEN,fms,60000000,2024-06-01\n", "utf-8")
    with pytest.raises(BadQuestion, match=r"gives them in another currency.*unit total_usd=dollars"):
        screen(path)
    assert screen(path, unit={"total_usd": "dollars"}).counts["yes"] == 1


def test_files_that_differ_in_what_stands_above_the_headings_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("($ in millions),\nrecipient,total_usd\nKEN,60\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("recipient,total_usd\nKEN,60\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match="dollars or unit total_usd=millions"):
        screen(tmp_path)


def test_another_column_that_holds_the_countries_is_named(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(
        "recipient_name,place,action_date,channel,award_value\nACME INC,KENYA,2021-03-15,fms,5\n", encoding="utf-8"
    )
    found = screen(path)
    assert any("“place” are (--map recipient='place')" in one for one in found.warnings)
    assert any("“award_value” may be it: --map total_usd='award_value'" in one for one in found.said)
    path.write_text("name,v\nKenya,5\nJapan,6\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"none is read as recipient.*Did you mean map recipient='name'"):
        screen(path)
