"""Country codes for the state numbers of Correlates of War and of Gleditsch and Ward.

A number can mean different countries in different years: 365 is the Soviet Union until 1991 and Russia after.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mnna.tables import table

Spell = tuple[int, int, str]


@lru_cache(maxsize=2)
def _numbers(system: str) -> dict[str, list[Spell]]:
    found: dict[str, list[Spell]] = {}
    for row in table(Path(__file__).with_name("state_numbers.csv")):
        if row["system"] == system:
            spell = (int(row["from_year"] or 0), int(row["to_year"] or 9999), row["country"])
            found.setdefault(row["number"], []).append(spell)
    return found


def country(system: str, number: str, year: int) -> str | None:
    """Return the alpha-3 code of a state number (`cow` or `gw`) in a year; None where it is of no country known here.

    Gleditsch and Ward's numbers are the same as Correlates of War's, except those listed in the table.
    """
    own = _numbers(system).get(number) or (_numbers("cow").get(number, []) if system == "gw" else [])
    return next((code for first, last, code in own if first <= year <= last), None)
