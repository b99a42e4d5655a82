"""US Census Bureau, country.xlsx: one row per year and partner, imports IJAN-IDEC and IYR, exports EJAN-EDEC and EYR.

Values are in USD million. Codes below 1000 are groups of countries; 0015 is the world, not seasonally adjusted. Months
that are not yet published are 0, so a year is used only if it has both exports and imports in December.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mnna.series.refresh import trade
from mnna.series.refresh.session import Read, Rows, Session, sheet, wrong_shape

_WORLD = "0015"
_NEEDED = ("year", "CTY_CODE", "CTYNAME", "IDEC", "IYR", "EDEC", "EYR")
Row = dict[str, Any]


def read(session: Session) -> Read:
    """Return the five trade indicators of the published workbook."""
    return parse(session.get("census-workbook", "xlsx"))


def parse(file: Path) -> Read:
    """Return the five trade indicators from a copy of the workbook; raises `WrongShape`."""
    rows, world, december = list(_rows(file)), dict[int, float](), dict[int, float]()
    for row in rows:
        if row["CTY_CODE"] == _WORLD:
            world[row["year"]] = row["IYR"] + row["EYR"]
        if trade.is_partner(row["CTY_CODE"]):
            december[row["year"]] = december.get(row["year"], 0.0) + min(row["IDEC"], row["EDEC"])
    left = Rows("country.xlsx")
    exports, imports = dict[tuple[str, int], float](), dict[tuple[str, int], float]()
    for row in rows:
        if not december.get(row["year"]):
            left.leave("a year not yet complete", str(row["year"]))
        elif country := trade.partner(row["CTY_CODE"], str(row["CTYNAME"]), left):
            key = (country, row["year"])
            exports[key] = exports.get(key, 0.0) + row["EYR"]
            imports[key] = imports.get(key, 0.0) + row["IYR"]
    panels = trade.derived(exports, imports, world)
    last = max((year for _, year in exports), default=0)
    vintage = {"vintage": f"workbook with complete years to {last}", "obtained_from": ""}
    return Read(panels, dict.fromkeys(panels, vintage), left.notes())


def _rows(file: Path) -> Iterator[Row]:
    cells = sheet(file, "country.xlsx", "country")
    header = [str(cell or "").strip() for cell in next(cells, ())]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        there = ", ".join(header[:8]) or "none"
        raise wrong_shape("country.xlsx", f"no column {', '.join(missing)}; there are {there}")
    at = {name: header.index(name) for name in _NEEDED}
    for line, row in enumerate(cells, 2):
        if row and row[at["year"]] is not None:
            yield _row(line, {name: row[column] for name, column in at.items()})


def _row(line: int, row: Row) -> Row:
    try:
        numbers = {name: float(row[name] or 0) for name in ("IDEC", "IYR", "EDEC", "EYR")}
        return row | numbers | {"year": int(row["year"]), "CTY_CODE": str(row["CTY_CODE"]).strip().zfill(4)}
    except (TypeError, ValueError) as error:
        raise wrong_shape(f"country.xlsx row {line}", str(error)) from None
