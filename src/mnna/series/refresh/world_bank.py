"""World Bank API v2: one indicator, all countries and years, as `[{page, pages, lastupdated, ...}, [rows]]`.

The answer also has aggregates ("Arab World"). The API's own list of countries, in which an aggregate has the region
`NA`, distinguishes them. An error comes with status 200 as `[{"message": [...]}]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mnna.series.refresh.session import Read, Rows, Session, documented, paged, wrong_shape

CODES = {
    "gdp_current_usd": "NY.GDP.MKTP.CD",
    "gdp_per_capita_current_usd": "NY.GDP.PCAP.CD",
    "population": "SP.POP.TOTL",
    "homicide_rate": "VC.IHR.PSRC.P5",
    "military_expenditure_usd": "MS.MIL.XPND.CD",
}
_PER_PAGE = "32000"
_MOST_PAGES = 50
Page = tuple[dict[str, Any], list[Any]]


def read(session: Session) -> Read:
    """Return the figures of the indicator named by the session's data set, `world-bank-ID`."""
    indicator = session.dataset.removeprefix("world-bank-")
    code = CODES[indicator]
    rows, updated = Rows(f"World Bank {code}"), ""
    pages = _pages(session, "world-bank", rows.what, {"code": code})
    first = next(pages)  # if it is unchanged, an exception ends here before the list of countries is fetched
    listed = [one for _, page in _pages(session, "world-bank-countries", "World Bank countries") for one in page]
    countries = {one["id"] for one in listed if one.get("region", {}).get("id") != "NA"}
    for head, page in (first, *pages):
        updated = head.get("lastupdated") or updated
        for at, row in enumerate(page, 1):
            _row(rows, indicator, code, row, at, countries)
    version, vintage = f"World Development Indicators, {code}", f"last updated {updated or 'not said'}"
    return rows.read(rows.panels(), version=version, vintage=vintage)


def _pages(session: Session, address: str, what: str, parts: dict[str, str] | None = None) -> Iterator[Page]:
    def page(number: int) -> tuple[Page, int]:
        query = {"format": "json", "per_page": _PER_PAGE, "page": str(number)}
        first = address == "world-bank" and number == 1
        head, rows = _page(session.json(address, what, query, conditional=first, parts=parts), what)
        return (head, rows), head["pages"]

    return paged(what, _MOST_PAGES, page)


def _page(found: Any, what: str) -> Page:
    """Return the head and the rows of an answer; raises `WrongShape` for an error or another form."""
    if isinstance(found, list) and found and isinstance(found[0], dict) and "message" in found[0]:
        raise wrong_shape(what, f"the World Bank answers with an error: {found[0]['message']}")
    if not (isinstance(found, list) and len(found) == 2 and isinstance(found[0], dict) and isinstance(found[1], list)):
        raise wrong_shape(what, "not a list of a head and rows")
    if not isinstance(found[0].get("pages"), int):
        raise wrong_shape(what, "the head does not say how many pages there are")
    return found[0], found[1]


def _row(rows: Rows, indicator: str, code: str, row: Any, at: int, countries: set[str]) -> None:
    with documented(f"{rows.what} row {at}", "without indicator, countryiso3code, date or value"):
        given, country, year, value = row["indicator"]["id"], row["countryiso3code"], row["date"], row["value"]
    if given != code:
        raise wrong_shape(f"{rows.what} row {at}", f"of the indicator {given}")
    if country not in countries:
        rows.leave("aggregates of countries", country or str(row.get("country", {}).get("value", "")))
    elif value is not None:
        rows.add(indicator, country, str(year), str(value), at)
