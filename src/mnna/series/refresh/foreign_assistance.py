"""ForeignAssistance.gov, the country file: one row a country, kind of transaction and US fiscal year.

`1976tq` is the transition quarter of 1976, and codes such as `AFR` are regions. What stands under a former country,
such as Sudan (former), is added to the country of today. The two latest fiscal years are left out: agencies go on
reporting into them long after they end.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from mnna.series.checks import Cells
from mnna.series.figures import finite
from mnna.series.refresh.session import Read, Rows, Session, table

CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
DISBURSED = "us_aid_total_disbursements_current_usd"
OTHER_CODES = {"SDF": "SDN", "CS-KM": "XKX", "YUF": "YUG"}
"""Codes of the file's own, and the country each counts for; Sudan has rows under both in most years."""
_FORMS = (("current_amount", "constant_amount"), ("Current Dollar Amount", "Constant Dollar Amount"))


def read(session: Session) -> Read:
    """Obligations in current and in constant dollars, and disbursements."""
    return parse(session.get("foreign-assistance", "csv"))


def parse(file: Path) -> Read:
    """Obligations and disbursements in a copy of the country file."""
    rows, equal, last = Rows("us_foreign_aid_country.csv"), Counter[int](), date.today().year - 2
    with file.open(encoding="utf-8-sig", newline="") as text:
        amounts = _FORMS[1] if _FORMS[1][0] in text.readline() else _FORMS[0]
        text.seek(0)
        for line, row in table(text, rows.what, ("Country Code", "Transaction Type Name", "Fiscal Year", *amounts)):
            kinds = _kinds(row["Transaction Type Name"], amounts)
            year = row["Fiscal Year"]
            if kinds and not year.isdigit():
                rows.leave("not a fiscal year", year)
            elif kinds and int(year) > last:
                rows.leave("a fiscal year not yet complete", year)
            elif kinds:
                for name, column in kinds.items():
                    rows.add(name, OTHER_CODES.get(row["Country Code"], row["Country Code"]), year, row[column], line)
                if CURRENT in kinds:
                    equal[int(year)] += row[amounts[0]] == row[amounts[1]] and row[amounts[0]] not in ("", "0")
    add_up(rows)
    said = {"vintage": f"country file, fiscal years to {last}", "obtained_from": ""}
    base = equal.most_common(1)
    unit = {"unit": f"constant USD of fiscal year {base[0][0]}"} if base and base[0][1] else {}
    return Read(rows.panels(), {CURRENT: said, CONSTANT: said | unit, DISBURSED: said}, rows.notes())


def _kinds(transaction: str, amounts: tuple[str, str]) -> dict[str, str]:
    """Which indicators a row of that transaction is of, each with its column."""
    if transaction == "Obligations":
        return {CURRENT: amounts[0], CONSTANT: amounts[1]}
    return {DISBURSED: amounts[0]} if transaction == "Disbursements" else {}


def add_up(rows: Rows) -> None:
    """Make one figure of the two that a country has a year where a former country's are added to its own."""
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
