"""For how many states each question of law is unknown, on a day of several years: the measure of what mnna can say.

`--days 2015-07-01,2025-07-01` asks other days, `--bars` only restrictions. An unknown that only the facts of a case can
settle is counted apart, after a plus sign.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from mnna.engine.finding import Finding, find_here, situation
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog

DAYS = "1987 1992 1999 2006 2012 2015 2019 2021 2023 2025".replace(" ", "-07-01,") + "-07-01,2026-06-01,2026-11-28"


def main() -> None:
    """Print a table: a row a question, a column a day, shares in percent of all states."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", default=DAYS)
    parser.add_argument("--bars", action="store_true")
    asked = parser.parse_args()
    days = [date.fromisoformat(day) for day in asked.days.split(",")]
    print(f"{'':34}", *(f"{day:%Y-%m}" for day in days), sep="  ")
    for id_ in (one for one in catalog.AUTHORITIES if catalog.is_bar(one) or not asked.bars):
        print(f"{id_:34}", *(f"{share(id_, day):>7}" for day in days), sep="  ")


def share(id_: str, on: date) -> str:
    """The percentage of states for which the question is unknown; a dash where the law of the day is not encoded."""
    law = catalog.authority(id_)
    if law.at(on) is None and not law.not_yet(on):
        return "-"
    registry = load_registry()
    states = [code for code, country in countries().items() if country.sovereign == "yes" and code != "USA"]
    found = [find_here(law, registry, code, situation(registry, code, on, {})) for code in states]
    record, case = (_percent(found, turns_on) for turns_on in ("record", "case"))
    return f"{record}+{case}" if case else f"{record}"


def _percent(found: Sequence[Finding], turns_on: str) -> int:
    return round(100 * sum(one.verdict == "unknown" and one.turns_on == turns_on for one in found) / len(found))


if __name__ == "__main__":
    main()
