"""The Census workbook of trade by country."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.series import figure, panel
from tests.series.refresh.running import run

WORKBOOK, AID = "/foreign-trade/balance/country.xlsx", "/files.explorer.devtechlab.com/us_foreign_aid_country.csv"


def test_census_workbook(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    names = [f"us_goods_{name}" for name in ("exports", "imports", "trade_total", "trade_share", "trade_rank")]
    before = {name: dict(panel(name)) for name in names}
    server.routes[WORKBOOK] = answer(shapes.census_workbook(), kind="application/octet-stream")
    found = run(server, quick, "us_goods_exports")
    assert set(found) == set(names) and {one.status for one in found.values()} == {"updated"}
    notes = " ".join(found["us_goods_exports"].notes)
    assert "a year not yet complete: 2026" in notes and "groups of countries: European Union" in notes
    assert "partners without a code of today: ANT, CSK, SCG, SUN, YUG" in notes
    gone = set(shapes.GONE)
    for name in names[:3]:
        after = panel(name)
        assert set(after) == {key for key in before[name] if key[0] not in gone}
        assert all(abs(after[key] - before[name][key]) < 0.002 for key in after)
    rank, share = panel(names[4]), panel(names[3])
    assert all(rank[key] == value for key, value in before[names[4]].items() if value <= 20 and key[0] not in gone)
    assert all(abs(share[key] - value) < 0.02 for key, value in before[names[3]].items() if key[0] not in gone)
    assert figure("us_goods_trade_rank", "MEX", 2019).value == 1
    assert "76 partners" in figure("us_goods_trade_rank", "MEX", 1990).notes[0]


@pytest.mark.parametrize("drop", ["EYR", "CTY_CODE", "IDEC"])
def test_census_workbook_without_a_column(server: Any, answer: Any, shapes: Any, quick: Any, drop: str) -> None:
    server.routes[WORKBOOK] = answer(shapes.census_workbook(drop=[drop]))
    found = run(server, quick, "census-trade")["us_goods_exports"]
    assert found.status == "failed" and f"no column {drop}" in found.reason


def test_census_workbook_that_is_no_workbook(
    server: Any, answer: Any, shapes: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mnna.series.refresh.session.LARGEST_WORKBOOK", 20_000_000)
    whole = shapes.census_workbook([[2023, "2010", "Mexico", "n.a.", "n.a.", 1, 1]])
    cases = {
        "not a workbook": shapes.zipped("a.txt", b"x"),
        "could not convert": whole,
        "not a xlsx file": b"year,CTY_CODE",
        "unpacks to 21,000,000 bytes": shapes.zipped("xl/sharedStrings.xml", bytes(21_000_000)),
    }
    for says, body in cases.items():
        server.routes[WORKBOOK] = answer(body)
        found = run(server, quick, "census-trade")["us_goods_exports"]
        assert found.status == "failed" and says in found.reason
