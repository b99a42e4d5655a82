"""Rows are read and answered as a file of cases is; a bad row says why and stops no other."""

from __future__ import annotations

from typing import Any

import pytest

import mnna
from mnna.errors import BadQuestion
from mnna.interfaces.mcp import screen_rows as tool
from mnna.interfaces.mcp.screen_rows import MOST

GOOD = {"recipient": "COL", "channel": "fms", "total_usd": 60e6, "on": "2023-05-01"}


def screen_rows(rows: Any, **how: Any) -> dict[str, Any]:
    says, found = tool.screen_rows({"rows": rows, **how})
    return {"says": says, **found}


def test_a_row_is_the_single_case() -> None:
    row = {"recipient": "COL", "channel": "fms", "mde_usd": 26e6, "total_usd": "60 million", "on": "2023-05-01"}
    (found,) = screen_rows([row])["answers"]
    notice = mnna.case("COL", "fms", "2023-05-01", mde=26e6, total=60e6).notice.to_dict()
    assert found["notify"] == notice["verdict"] and found["threshold_measure"] == notice["threshold"]["measure"]
    for name in ("review_days", "group", "because", "needs"):
        assert found[name] == notice[name]
    assert found.items() >= row.items() and found["citation"] and found["threshold_usd"] == notice["threshold"]["usd"]


def test_rows_are_read_as_a_file_is() -> None:
    row = {"country": "Kenya", "Channel": "Foreign military sales", "Value ($M)": 60, "date": "2024-06-01"}
    found = screen_rows([row, row | {"country": "NA"}])
    assert [row["notify"] for row in found["answers"]] == ["yes", "unknown"] and found["read"]
    millions = screen_rows([GOOD | {"total_usd": 60, "mde_usd": 1}])
    assert millions["says"].startswith("Warning: every plain amount") and millions["counts"]["no"] == 1
    assert screen_rows([GOOD | {"total_usd": 60}], unit={"total_usd": "millions"})["counts"]["yes"] == 1
    with pytest.raises(BadQuestion, match="codes dsca"):
        screen_rows([GOOD | {"recipient": code} for code in ("IS", "KS", "JA")])


@pytest.mark.parametrize("row", [{"recipient": "Atlantis"}, {"channel": "x"}, {"total_usd": True}, {"on": "soon"}])
def test_a_bad_row_says_why(row: dict[str, Any]) -> None:
    bad, fine = screen_rows([GOOD | row, GOOD])["answers"]
    assert bad["notify"] == "error" and bad["because"] and fine["notify"] == "yes"


@pytest.mark.parametrize("rows", [None, "x", ["x"], [], [{}], [{"a": 1}], [{}] * (MOST + 1)])
def test_what_are_no_rows_is_refused(rows: Any) -> None:
    with pytest.raises(BadQuestion):
        screen_rows(rows)


@pytest.mark.parametrize("how", [{"units": {"total_usd": "millions"}}, {"unit": "millions"}, {"codes": ["iso"]}])
def test_what_it_does_not_take_is_refused_and_not_passed_over(how: dict[str, Any]) -> None:
    with pytest.raises(BadQuestion, match="the parameter"):
        screen_rows([GOOD], **how)
