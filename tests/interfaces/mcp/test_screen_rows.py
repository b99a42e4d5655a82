"""Rows are answered as single cases; a bad row says why and stops no other."""

from __future__ import annotations

from typing import Any

import pytest

import mnna
from mnna.errors import BadQuestion
from mnna.interfaces.mcp.screen_rows import MOST, screen_rows


def test_a_row_is_the_single_case() -> None:
    row = {"recipient": "COL", "channel": "fms", "mde_usd": 26e6, "total_usd": "60 million", "on": "2023-05-01"}
    (found,) = screen_rows([row])["answers"]
    notice = mnna.case("COL", "fms", "2023-05-01", mde=26e6, total=60e6).notice.to_dict()
    assert (found["notify"], found["review_days"]) == (notice["verdict"], notice["review_days"])
    assert found["threshold_measure"] == (notice["threshold"] or {"measure": None})["measure"]


@pytest.mark.parametrize(
    "row",
    [{}, {"recipient": "COL"}, {"recipient": "COL", "channel": "x"}, {"recipient": "COL", "channel": "fms", "mda": 1}],
)
def test_a_bad_row_says_why(row: dict[str, Any]) -> None:
    good = {"recipient": "COL", "channel": "fms"}
    bad, fine = screen_rows([row, good])["answers"]
    assert bad["notify"] == "error" and bad["because"] and fine["notify"] != "error"


@pytest.mark.parametrize("rows", [None, "x", ["x"], [{}] * (MOST + 1)])
def test_what_are_no_rows_is_refused(rows: Any) -> None:
    with pytest.raises(BadQuestion):
        screen_rows(rows)
