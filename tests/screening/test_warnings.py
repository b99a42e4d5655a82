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
        ("total_usd", ["1200", "60000000"], False),
        ("total_usd", ["$350M"], False),
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


def test_estimates_and_rows_without_recipient_are_counted(tmp_path: Path) -> None:
    assert "1 amount is marked as an estimate" in screened(tmp_path, "total_usd", "$350M (est.)", "5").said
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,total_usd,on\nKEN,fms,1,2024-06-01\n,fms,1,2024-06-01\n", encoding="utf-8")
    assert any(one.startswith("1 row has no recipient") for one in screen(path).said)
