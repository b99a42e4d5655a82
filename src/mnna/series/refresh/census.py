"""Trade in goods by the US Census Bureau: the published workbook, or with the user's key the API; five indicators.

country.xlsx has one row per year and partner: imports IJAN-IDEC and IYR, exports EJAN-EDEC and EYR, in USD million.
Codes below 1000 are groups of countries; 0015 is the world, not seasonally adjusted. Months that are not yet published
are 0, so a year is used only if it has both exports and imports in December.

`GET exports/hs?get=CTY_CODE,CTY_NAME,ALL_VAL_YR&time=2023-12&key=...` gives rows of text, the first the header; the
value of December is that of the whole year, in USD. The API begins with 2013, so its years replace the stored figures
of those years only, and the record says so. The key is read from `MNNA_CENSUS_KEY` and never written anywhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mnna import tables
from mnna.errors import CannotAnswer
from mnna.series import lookup
from mnna.series.figures import Panel
from mnna.series.refresh.fetch import FetchFailed
from mnna.series.refresh.session import Read, Rows, Session, documented, read_json, sheet, wrong_shape

IDS = ("us_goods_exports", "us_goods_imports", "us_goods_trade_total", "us_goods_trade_share", "us_goods_trade_rank")
Table = dict[tuple[str, int], float]
_NO_CODE = "?"

_WORLD = "0015"
_NUMBERS = ("IDEC", "IYR", "EDEC", "EYR")
_NEEDED = ("year", "CTY_CODE", "CTYNAME", *_NUMBERS)
Row = dict[str, Any]

KEY = "MNNA_CENSUS_KEY"
FIRST_YEAR = 2013
_FLOWS = (("census-exports", "ALL_VAL_YR"), ("census-imports", "GEN_VAL_YR"))
_NO_CONTENT = 204
_OVER = "International trade API by HS, laid over "
Flow = tuple[dict[str, float], float]


@cache
def schedule_c() -> dict[str, str]:
    """Return the alpha-3 code for each Census Schedule C code; Gaza and the West Bank are both `PSE`."""
    return {row["code"]: row["country"] for row in tables.table(Path(__file__).with_name("schedule_c.csv"))}


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


def read(session: Session) -> Read:
    """Return the five trade indicators of the published workbook."""
    return parse(session.get("census-workbook", "xlsx"))


def parse(file: Path) -> Read:
    """Return the five trade indicators from a copy of the workbook; raises `WrongShape`."""
    rows, world, december = list(_rows(file)), dict[int, float](), dict[int, float]()
    for row in rows:
        if row["CTY_CODE"] == _WORLD:
            world[row["year"]] = row["IYR"] + row["EYR"]
        if is_partner(row["CTY_CODE"]):
            december[row["year"]] = december.get(row["year"], 0.0) + min(row["IDEC"], row["EDEC"])
    left, exports, imports = Rows("country.xlsx"), Table(), Table()
    for row in rows:
        if not december.get(row["year"]):
            left.leave("a year not yet complete", str(row["year"]))
        elif country := partner(row["CTY_CODE"], str(row["CTYNAME"]), left):
            key = (country, row["year"])
            exports[key] = exports.get(key, 0.0) + row["EYR"]
            imports[key] = imports.get(key, 0.0) + row["IYR"]
    last = max((year for _, year in exports), default=0)
    return left.read(derived(exports, imports, world), vintage=f"workbook with complete years to {last}")


def _rows(file: Path) -> Iterator[Row]:
    cells = sheet(file, "country.xlsx", "country")
    header = [str(cell or "").strip() for cell in next(cells, ())]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        there = ", ".join(header[:8]) or "none"
        raise wrong_shape("country.xlsx", f"no column {', '.join(missing)}; there are {there}")
    at = {name: header.index(name) for name in _NEEDED}
    for line, cell in enumerate(cells, 2):
        if cell and cell[at["year"]] is not None:
            row = {name: cell[column] for name, column in at.items()}
            with documented(f"country.xlsx row {line}"):
                row |= {name: float(row[name] or 0) for name in _NUMBERS}
                row |= {"year": int(row["year"]), "CTY_CODE": str(row["CTY_CODE"]).strip().zfill(4)}
            yield row


def read_api(session: Session) -> Read:
    """Return the five trade indicators: the API's figures from the year before the last stored year, and older ones.

    Raises `CannotAnswer` without a key.
    """
    key = os.environ.get(KEY, "")
    if not key:
        raise CannotAnswer("the Census API", "it needs a key", (), f"Get one from the Census Bureau and set {KEY}.")
    left, years = Rows("Census API"), dict[int, tuple[Flow, Flow]]()
    for year in range(max(FIRST_YEAR, lookup.indicator(IDS[0]).last_year - 1), date.today().year + 1):
        found = _year(session, year, key, left)
        if found is None:
            break
        years[year] = found
    if not years:
        raise wrong_shape("the Census API", "no complete year in it")
    return _laid_over(years, left)


def _year(session: Session, year: int, key: str, left: Rows) -> tuple[Flow, Flow] | None:
    """Return a year's exports and imports, None where the API does not have the year yet."""
    flows = []
    for address, value in _FLOWS:
        query = {"get": f"CTY_CODE,CTY_NAME,{value}", "time": f"{year}-12", "key": key}
        try:
            file = session.get(address, "json", query, conditional=False, secret=key)
        except FetchFailed as error:
            if error.status == _NO_CONTENT:
                return None
            raise
        flows.append(_flow(read_json(file, session.downloads[-1].url), value, left))
    exports, imports = flows
    return exports, imports


def _flow(found: Any, value: str, left: Rows) -> Flow:
    """Return million USD by partner, and the world's total; raises `WrongShape` for another form."""
    if not (isinstance(found, list) and found and all(isinstance(row, list) for row in found)):
        raise wrong_shape("the Census API", "not a list of rows")
    header = found[0]
    if not {"CTY_CODE", "CTY_NAME", value} <= set(header):
        raise wrong_shape("the Census API", f"the columns are {', '.join(map(str, header))}")
    countries: dict[str, float] = {}
    world = 0.0
    for row in found[1:]:
        cells = dict(zip(header, row, strict=True))
        code, amount = str(cells["CTY_CODE"]), float(cells[value] or 0) / 1e6
        if code == "-":
            world = amount
        elif country := partner(code, str(cells["CTY_NAME"]), left):
            countries[country] = countries.get(country, 0.0) + amount
    return countries, world


def _laid_over(years: dict[int, tuple[Flow, Flow]], left: Rows) -> Read:
    exports, imports = (
        {(country, year): usd for year, flows in years.items() for country, usd in flows[at][0].items()}
        for at in range(len(_FLOWS))
    )
    new = derived(exports, imports, {year: out[1] + into[1] for year, (out, into) in years.items()})
    panels, overrides = {}, {}
    span = f"{min(years)}-{max(years)} from the API; the other years: "
    for name in IDS:
        before = lookup.indicator(name)
        kept = {key: value for key, value in lookup.panel(name).items() if key[1] not in years}
        panels[name] = kept | dict(new[name])
        overrides[name] = {
            "version": _OVER + before.version.removeprefix(_OVER),
            "vintage": span + before.vintage.split("; the other years: ")[-1],
        }
    return Read(panels, overrides, left.notes())
