"""ForeignAssistance.gov's API, one fiscal year at a time: obligations and disbursements by country, in current dollars.

`by-country.json?fiscal_year=2024&page=1` gives `{data: [rows], page_info: {total_pages, total_records, ...}}`; a row
has `country_code`, `transaction_type_name`, `fiscal_year` and `current_amount`. It has no amounts in constant dollars,
so this is asked for by name; the country file has everything. Codes and the latest years are as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mnna.series import lookup
from mnna.series.refresh.foreign_assistance import CURRENT, DISBURSED, KINDS, OTHER_CODES, add_up
from mnna.series.refresh.session import Read, Rows, Session, paged, read_json, wrong_shape

IDS = (CURRENT, DISBURSED)
_PER_PAGE, _MOST_PAGES = "500", 50
_NEEDED = {"country_code", "transaction_type_name", "fiscal_year", "current_amount"}


def read(session: Session) -> Read:
    """Return both series, from the first fiscal year held to the last that is complete."""
    first, last = lookup.indicator(CURRENT).first_year, date.today().year - 2
    rows = Rows("the API of ForeignAssistance.gov")
    for year in range(first, last + 1):
        for at, row in enumerate(_year(session, year, rows.what), 1):
            kinds, code = KINDS.get(str(row["transaction_type_name"])), str(row["country_code"])
            if kinds and row["current_amount"] is not None:
                rows.add(kinds[0], OTHER_CODES.get(code, code), str(year), str(row["current_amount"]), at)
    add_up(rows)
    said = {"vintage": f"by the API, fiscal years to {last}", "obtained_from": ""}
    return Read(rows.panels(), dict.fromkeys(IDS, said), rows.notes())


def _year(session: Session, year: int, what: str) -> Iterator[dict[str, Any]]:
    """Yield every row of one fiscal year; raises `WrongShape` where rows are missing or of another year."""
    where, seen, stated = f"{what}, fiscal year {year}", 0, 0

    def page(number: int) -> tuple[tuple[list[dict[str, Any]], int], int]:
        query = {"fiscal_year": str(year), "per_page": _PER_PAGE, "page": str(number)}
        found = read_json(session.get("foreign-assistance-year", "json", query, conditional=False), what)
        return _page(found, f"{where}, page {number}")

    for listed, every in paged(where, _MOST_PAGES, page):
        for row in listed:
            if str(row["fiscal_year"]) != str(year):
                raise wrong_shape(where, f"a row is of {row['fiscal_year']}")
        yield from listed
        seen, stated = seen + len(listed), every
    if seen != stated:
        raise wrong_shape(where, f"{seen:,} rows of the {stated:,} it states")


def _page(found: Any, what: str) -> tuple[tuple[list[dict[str, Any]], int], int]:
    """The rows of a page with the number of all rows, and how many pages there are."""
    try:
        listed, info = list(found["data"]), found["page_info"]
        pages, stated = int(info["total_pages"]), int(info["total_records"])
    except (KeyError, TypeError, ValueError):
        raise wrong_shape(what, "it is not of the documented form") from None
    if not all(isinstance(row, dict) and row.keys() >= _NEEDED for row in listed):
        raise wrong_shape(what, f"a row lacks one of {', '.join(sorted(_NEEDED))}")
    return (listed, stated), pages
