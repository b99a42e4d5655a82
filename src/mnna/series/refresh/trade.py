"""The trade indicators (exports, imports, total, share and rank), computed alike for the workbook and the API."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mnna.series.figures import Panel
from mnna.series.refresh.session import Rows
from mnna.tables import table

IDS = ("us_goods_exports", "us_goods_imports", "us_goods_trade_total", "us_goods_trade_share", "us_goods_trade_rank")
Table = dict[tuple[str, int], float]
_NO_CODE = "?"


@cache
def schedule_c() -> dict[str, str]:
    """Return the alpha-3 code for each Census Schedule C code; Gaza and the West Bank are both `PSE`."""
    return {row["code"]: row["country"] for row in table(Path(__file__).with_name("schedule_c.csv"))}


def partner(code: str, name: str, left: Rows) -> str | None:
    """Return the alpha-3 code of a Census partner; None for a group of countries.

    A partner without an alpha-3 code (the Soviet Union, Yugoslavia, ...: Schedule C no longer lists them) gets a code
    made from its Census code, so that it is counted in the ranking. It is noted in `left` as left out.
    """
    if code in schedule_c():
        return schedule_c()[code]
    left.leave("partners without a code of today" if is_partner(code) else "groups of countries", name)
    return _NO_CODE + code if is_partner(code) else None


def is_partner(code: str) -> bool:
    """Return whether a Census code is that of one partner, not of a group of countries or the world."""
    return code.isdigit() and code >= "1000"


def derived(exports: Table, imports: Table, world: dict[int, float]) -> dict[str, Panel]:
    """Return the five trade indicators, made from exports, imports and the world's total by year, all in USD million.

    A partner without trade is left out. Shares are in percent. Equal totals share the better rank; a year without a
    world total has no shares.
    """
    every = {key: round(exports.get(key, 0.0) + imports.get(key, 0.0), 3) for key in {*exports, *imports}}
    order: dict[int, list[float]] = {}
    for (_, year), value in sorted(every.items(), key=lambda one: -one[1]):
        order.setdefault(year, []).append(value)
    total = {key: value for key, value in every.items() if value > 0 and not key[0].startswith(_NO_CODE)}
    return {
        "us_goods_exports": {key: round(exports.get(key, 0.0), 3) for key in total},
        "us_goods_imports": {key: round(imports.get(key, 0.0), 3) for key in total},
        "us_goods_trade_total": total,
        "us_goods_trade_share": {
            key: round(100 * value / world[key[1]], 4) for key, value in total.items() if world.get(key[1])
        },
        "us_goods_trade_rank": {key: float(order[key[1]].index(value) + 1) for key, value in total.items()},
    }
