"""US Census Bureau API, international trade by HS: yearly exports and imports by partner, with the user's key.

`GET exports/hs?get=CTY_CODE,CTY_NAME,ALL_VAL_YR&time=2023-12&key=...` gives rows of text, the first the header; the
value of December is that of the whole year. Values are in USD and are converted to million USD. The API begins with
2013, so its years replace the stored figures of those years only, and the record says so. The key is read from
`MNNA_CENSUS_KEY` and never written anywhere.
"""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from mnna.errors import CannotAnswer
from mnna.series import lookup
from mnna.series.refresh import trade
from mnna.series.refresh.fetch import FetchFailed
from mnna.series.refresh.session import Read, Rows, Session, read_json, wrong_shape

KEY = "MNNA_CENSUS_KEY"
FIRST_YEAR = 2013
_FLOWS = (("census-exports", "ALL_VAL_YR"), ("census-imports", "GEN_VAL_YR"))
_NO_CONTENT = 204
_OVER = "International trade API by HS, laid over "
Flow = tuple[dict[str, float], float]


def read(session: Session) -> Read:
    """Return the five trade indicators: the API's figures from the year before the last stored year, and older ones.

    Raises `CannotAnswer` without a key.
    """
    key = os.environ.get(KEY, "")
    if not key:
        raise CannotAnswer("the Census API", "it needs a key", (), f"Get one from the Census Bureau and set {KEY}.")
    held = lookup.indicator("us_goods_exports")
    left, years = Rows("Census API"), dict[int, tuple[Flow, Flow]]()
    for year in range(max(FIRST_YEAR, held.last_year - 1), date.today().year + 1):
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
        elif country := trade.partner(code, str(cells["CTY_NAME"]), left):
            countries[country] = countries.get(country, 0.0) + amount
    return countries, world


def _laid_over(years: dict[int, tuple[Flow, Flow]], left: Rows) -> Read:
    exports = {(country, year): usd for year, (out, _) in years.items() for country, usd in out[0].items()}
    imports = {(country, year): usd for year, (_, into) in years.items() for country, usd in into[0].items()}
    new = trade.derived(exports, imports, {year: out[1] + into[1] for year, (out, into) in years.items()})
    panels, overrides = {}, {}
    span = f"{min(years)}-{max(years)} from the API; the other years: "
    for name in trade.IDS:
        before = lookup.indicator(name)
        kept = {key: value for key, value in lookup.panel(name).items() if key[1] not in years}
        panels[name] = kept | dict(new[name])
        overrides[name] = {
            "version": _OVER + before.version.removeprefix(_OVER),
            "vintage": span + before.vintage.split("; the other years: ")[-1],
        }
    return Read(panels, overrides, left.notes())
