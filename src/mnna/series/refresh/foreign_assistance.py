"""ForeignAssistance.gov, the country file: one row a country, kind of transaction and US fiscal year.

Obligations only. `1976tq` is the transition quarter of 1976, and codes such as `AFR` are regions. The two latest fiscal
years are left out: agencies go on reporting into them long after they end.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from mnna.series.refresh.session import Read, Rows, Session, table

CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
_FORMS = (("current_amount", "constant_amount"), ("Current Dollar Amount", "Constant Dollar Amount"))


def read(session: Session) -> Read:
    """Obligations in current and in constant dollars."""
    return parse(session.get("foreign-assistance", "csv"))


def parse(file: Path) -> Read:
    """Obligations in a copy of the country file."""
    rows, equal, last = Rows("us_foreign_aid_country.csv"), Counter[int](), date.today().year - 2
    with file.open(encoding="utf-8-sig", newline="") as text:
        amounts = _FORMS[1] if _FORMS[1][0] in text.readline() else _FORMS[0]
        text.seek(0)
        for line, row in table(text, rows.what, ("Country Code", "Transaction Type Name", "Fiscal Year", *amounts)):
            if row["Transaction Type Name"] != "Obligations":
                continue
            year = row["Fiscal Year"]
            if not year.isdigit():
                rows.leave("not a fiscal year", year)
            elif int(year) > last:
                rows.leave("a fiscal year not yet complete", year)
            else:
                rows.add(CURRENT, row["Country Code"], year, row[amounts[0]], line)
                rows.add(CONSTANT, row["Country Code"], year, row[amounts[1]], line)
                equal[int(year)] += row[amounts[0]] == row[amounts[1]] and row[amounts[0]] not in ("", "0")
    said = {"vintage": f"country file, fiscal years to {last}", "obtained_from": ""}
    base = equal.most_common(1)
    unit = {"unit": f"constant USD of fiscal year {base[0][0]}"} if base and base[0][1] else {}
    return Read(rows.panels(), {CURRENT: said, CONSTANT: said | unit}, rows.notes())
