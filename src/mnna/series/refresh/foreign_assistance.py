"""US foreign aid from ForeignAssistance.gov: the country file, or its API, one fiscal year at a time.

The file has one row per country, kind of transaction and US fiscal year. `1976tq` is the transition quarter of 1976,
and codes such as `AFR` are regions. Amounts of a former country, such as Sudan (former), are added to its present
country. The two latest fiscal years of a file are left out, because agencies continue to report amounts for a year long
after it ends.

`by-country.json?fiscal_year=2024&page=1` gives `{data: [rows], page_info: {total_pages, total_records, ...}}`; a row
has `country_code`, `transaction_type_name`, `fiscal_year` and `current_amount`. The API has no amounts in constant
dollars, so its data set must be named; the country file has everything. Codes and latest years are treated as in the
file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mnna.series import lookup
from mnna.series.checks import Cells
from mnna.series.figures import finite
from mnna.series.refresh.session import Read, Rows, Session, documented, paged, table, wrong_shape

CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
DISBURSED = "us_aid_total_disbursements_current_usd"
IDS, API_IDS = (CURRENT, CONSTANT, DISBURSED), (CURRENT, DISBURSED)
KINDS = {"Obligations": (CURRENT, CONSTANT), "Disbursements": (DISBURSED,)}
OTHER_CODES = {"SDF": "SDN", "CS-KM": "XKX", "YUF": "YUG"}
"""The file's own codes, and the country that each counts for; Sudan has rows under both codes in most years."""
_NAMES = ("Country Code", "Transaction Type Name", "Fiscal Year")
_FORMS = (
    (*_NAMES, "current_amount", "constant_amount"),
    (*_NAMES, "Current Dollar Amount", "Constant Dollar Amount"),
    ("country_code", "transaction_type_name", "fiscal_year", "current_amount", "constant_amount"),
)
"""The column names of the file's editions, from the present one to that of 2021."""
_PER_PAGE, _MOST_PAGES = "500", 50
_NEEDED = {"country_code", "transaction_type_name", "fiscal_year", "current_amount"}


def read(session: Session) -> Read:
    """Return obligations in current and in constant dollars, and disbursements, from the published country file."""
    return parse(session.get("foreign-assistance", "csv"))


def parse(file: Path) -> Read:
    """Return obligations and disbursements from a copy of the country file; raises `WrongShape` or `BadFacts`."""
    rows, equal = Rows("us_foreign_aid_country.csv"), Counter[int]()
    with file.open(encoding="utf-8-sig", newline="") as text:
        first = text.readline()
        headings = next((form for form in _FORMS if all(name in first for name in form)), _FORMS[0])
        text.seek(0)
        read_ = [(line, [row[name] for name in headings]) for line, row in table(text, rows.what, headings)]
    today = date.today().year
    newest = max((int(year) for _, (_, _, year, _, _) in read_ if year.isdigit()), default=today)
    last = newest - 2 if newest < today - 1 else today - 2  # the last year that was complete when the file was made
    for line, (code, transaction, year, current, constant) in read_:
        amounts = dict(zip(KINDS.get(transaction, ()), (current, constant), strict=False))
        if amounts and not year.isdigit():
            rows.leave("not a fiscal year", year)
        elif amounts and int(year) > last:
            rows.leave("a fiscal year not yet complete", year)
        elif amounts:
            for name, amount in amounts.items():
                rows.add(name, OTHER_CODES.get(code, code), year, amount, line)
            if CURRENT in amounts:
                equal[int(year)] += current == constant and current not in ("", "0")
    add_up(rows)
    said = {"vintage": f"country file, fiscal years to {last}", "obtained_from": ""}
    base = equal.most_common(1)
    unit = {"unit": f"constant USD of fiscal year {base[0][0]}"} if base and base[0][1] else {}
    return Read(rows.panels(), {CURRENT: said, CONSTANT: said | unit, DISBURSED: said}, rows.notes())


def add_up(rows: Rows) -> None:
    """Add up, in `rows`, the two figures that a country has in a year where a former country's is added to its own."""
    joined = set(OTHER_CODES.values())
    for name, cells in rows.found.items():
        sums: dict[tuple[str, str], float] = {}
        places: dict[tuple[str, str], Cells] = {}
        for cell in (one for one in cells if one.country in joined):
            key = (cell.country, cell.year)
            sums[key] = sums.get(key, 0.0) + finite(cell.value)
            places.setdefault(key, cell)
        summed = [replace(cell, value=str(sums[key])) for key, cell in places.items()]
        rows.found[name] = [one for one in cells if one.country not in joined] + summed


def read_api(session: Session) -> Read:
    """Return obligations and disbursements in current dollars, from the first stored year to the last complete one."""
    first, last = lookup.indicator(CURRENT).first_year, date.today().year - 2
    rows = Rows("the API of ForeignAssistance.gov")
    for year in range(first, last + 1):
        for at, row in enumerate(_year(session, year, rows.what), 1):
            kinds, code = KINDS.get(str(row["transaction_type_name"])), str(row["country_code"])
            if kinds and row["current_amount"] is not None:
                rows.add(kinds[0], OTHER_CODES.get(code, code), str(year), str(row["current_amount"]), at)
    add_up(rows)
    return rows.read(rows.panels(), vintage=f"by the API, fiscal years to {last}")


def _year(session: Session, year: int, what: str) -> Iterator[dict[str, Any]]:
    """Yield every row of one fiscal year; raises `WrongShape` where rows are missing or of another year."""
    where, seen, stated = f"{what}, fiscal year {year}", 0, 0

    def page(number: int) -> tuple[tuple[list[dict[str, Any]], int], int]:
        query = {"fiscal_year": str(year), "per_page": _PER_PAGE, "page": str(number)}
        found = session.json("foreign-assistance-year", what, query)
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
    """Return a page's rows, the number of rows on all pages, and the number of pages; raises `WrongShape`."""
    with documented(what, "it is not of the documented form"):
        listed, info = list(found["data"]), found["page_info"]
        pages, stated = int(info["total_pages"]), int(info["total_records"])
    if not all(isinstance(row, dict) and row.keys() >= _NEEDED for row in listed):
        raise wrong_shape(what, f"a row lacks one of {', '.join(sorted(_NEEDED))}")
    return (listed, stated), pages
