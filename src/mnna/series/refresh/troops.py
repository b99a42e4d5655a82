"""US active-duty personnel by country: the quarterly location report of the Defense Manpower Data Center.

A page of JSON lists the reports, whose ids change every quarter; `DMDC_Website_Location_Report_YYMM.xlsx` is the report
of the quarter that ends in that month. In the sheet, `ACTIVE DUTY` is the heading of the columns of the services and of
their `TOTAL`, and the rows of countries are between `UNITED STATES TOTAL` and `OVERSEAS TOTAL`. A star is a count that
is not reported, `N/A` one that was not made: both are missing, not zero. The last three years are read again; for
earlier years, the stored figures are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mnna.registry import countries
from mnna.series import lookup
from mnna.series.refresh.session import Read, Rows, Session, sheet, wrong_shape

INDICATOR = "us_troops_active_duty"
YEARS = 3
_PAGE, _GROUP = "27", "milRegionCountry"
_WHAT = "the list of reports on troops"
_NAME = re.compile(r"DMDC_Website_Location_Report_(\d\d)(03|06|09|12)(?:_old)?\.xlsx")
_FIRST_CHOICE = ("09", "12", "03", "06")
"""The figure of a year is the count of the first of these months that has a report."""
_OWN = ("ASM", "GUM", "MNP", "PRI", "VIR")
"""Territories of the United States, which the report lists as overseas."""
_SPELL = re.compile(r" \(\d{4} - .*\)$")  # MONTENEGRO (2006 - 2008)
_MONTHS = "|".join(f"{date(2000, month, 1):%B}" for month in range(1, 13))
_MONTH = re.compile(rf"({_MONTHS})\s+(?:\d+,\s*)?(\d{{4}})", re.IGNORECASE)
_SLACK = 0.02  # share by which the sum of the countries may differ from the printed total, since some rows are blank


class Report(NamedTuple):
    """One report of the list: its year, its month (`09`), and the id by which it is fetched."""

    year: int
    month: str
    id: str

    @property
    def of(self) -> str:
        """The month and year, such as `March 2026`."""
        return f"{date(self.year, int(self.month), 1):%B %Y}"


def read(session: Session) -> Read:
    """Return the counts of the last three years over the stored ones.

    Raises `Unchanged` where the newest report is the one already stored.
    """
    chosen = sorted(_chosen(session.json("troops", _WHAT, {"pageId": _PAGE})), reverse=True)[:YEARS]
    rows = Rows("reports on troops")
    for report in chosen:
        query = {"fileId": report.id, "groupName": _GROUP}
        _add(rows, report, session.get("troops-report", "xlsx", query, conditional=report is chosen[0]))
    return _laid_over(rows, chosen)


def _chosen(listed: Any) -> list[Report]:
    """Return one report for each year, chosen by `_FIRST_CHOICE`; raises `WrongShape` where there is none."""
    found = [one for one in _walk(listed) if one.get("groupName") == _GROUP and one.get("extension") == "xlsx"]
    named = [(_NAME.fullmatch(str(one.get("fileName"))), str(one.get("fileId") or "")) for one in found]
    reports = [Report(2000 + int(name[1]), name[2], id_) for name, id_ in named if name and id_]
    if not reports:
        raise wrong_shape(_WHAT, f"none of its {len(found)} files is called DMDC_Website_Location_Report_YYMM.xlsx")
    by_year: dict[int, Report] = {}
    for one in sorted(reports, key=lambda one: _FIRST_CHOICE.index(one.month)):
        by_year.setdefault(one.year, one)
    return list(by_year.values())


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a JSON document, at any depth."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()


def _add(rows: Rows, report: Report, file: Path) -> None:
    """Add the counts of each country in one report to `rows`."""
    what, sums, said = f"the report of {report.of}", dict[str, float](), dict[str, float]()
    for name, count in _overseas(file, what, report):
        if name in said and said[name] == count:  # printed twice
            continue
        said[name] = count
        country = countries.known(_SPELL.sub("", name))
        if count and (country is None or country.iso3 in _OWN):
            rows.leave("no country, or a territory of the United States", name)
        elif country is not None and country.iso3 not in _OWN:
            sums[country.iso3] = sums.get(country.iso3, 0.0) + count
    for line, (code, count) in enumerate(sums.items(), 1):
        rows.add(INDICATOR, code, str(report.year), f"{count:g}", line)


def _overseas(file: Path, what: str, report: Report) -> Iterator[tuple[str, float]]:
    """Yield each place overseas with its count of active-duty personnel.

    Raises `WrongShape` for another form, or where the counts do not add up to the printed total.
    """
    rows = sheet(file, what)
    cells = iter([[" ".join(str(cell).split()) if cell is not None else "" for cell in row] for row in rows])
    first, total = _columns(cells, what, report)
    abroad, counted = False, 0.0
    for row in cells:
        name = next((text for text in reversed(row[:first]) if text), "").upper()
        count = _number(row[total]) if total < len(row) else None
        if name == "OVERSEAS TOTAL":
            if count is not None and abs(count - counted) > _SLACK * max(count, 1.0):
                raise wrong_shape(what, f"its places add up to {counted:,.0f}, and it prints {count:,.0f}")
            return
        if abroad and name and count is not None:
            counted += count
            yield name.rstrip("* "), count
        abroad = abroad or name == "UNITED STATES TOTAL"
    raise wrong_shape(what, "no rows between UNITED STATES TOTAL and OVERSEAS TOTAL")


def _columns(cells: Iterator[list[str]], what: str, report: Report) -> tuple[int, int]:
    """Return the column numbers of the first active-duty service and of the active-duty total; raises `WrongShape`."""
    for row in cells:
        _of_that_month(row, what, report)
        titles = [text.upper() for text in row]
        if "ACTIVE DUTY" in titles:
            first = titles.index("ACTIVE DUTY")
            last = next((at for at in range(first + 1, len(row)) if row[at]), None)
            under = [text.upper().rstrip("* ") for text in next(cells, [])]
            if "TOTAL" in under[first:last]:
                return first, under.index("TOTAL", first)
            break
    raise wrong_shape(what, "no column TOTAL under ACTIVE DUTY")


def _of_that_month(row: list[str], what: str, report: Report) -> None:
    """Raise `WrongShape` where a cell "as of ..." gives another month than the report's."""
    for text in row:
        found = _MONTH.search(text) if "as of" in text.lower() else None
        if found and f"{found[1].title()} {found[2]}" != report.of:
            raise wrong_shape(what, f"it says that it is of {found[1].title()} {found[2]}")


def _number(text: str) -> float | None:
    """Return the count in a cell; None for a star, `N/A` or an empty cell."""
    bare = text.replace(",", "")
    return float(bare) if re.fullmatch(r"\d{1,9}(\.0+)?", bare) else None


def _laid_over(rows: Rows, chosen: Sequence[Report]) -> Read:
    found = rows.panels().get(INDICATOR, {})
    years, newest = {one.year for one in chosen}, chosen[0]
    kept = {key: value for key, value in lookup.panel(INDICATOR).items() if key[1] not in years}
    span = f"{min(years)} to {newest.of} from the reports; the years before as held"
    said = {"version": f"the report of {newest.of}", "vintage": span, "obtained_from": ""}
    months = tuple(f"{one.year} is the count of {one.of}" for one in chosen if one.month != _FIRST_CHOICE[0])
    return Read({INDICATOR: kept | dict(found)}, {INDICATOR: said}, (*rows.notes(), *months))
