"""Military financing is open to friends; its use for commercial leases turned on yearly acts."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("foreign-military-financing", "MEX", "2009-06-01", "yes", "Merida money came without ally status"),
    ("foreign-military-financing", "COL", "2022-05-22", "yes", "no status is needed"),
    ("foreign-military-financing", "NATO", "2025-06-01", "yes", "international organizations too"),
    ("foreign-military-financing", "IRN", "2025-06-01", "no", "on the terrorism list"),
    (
        "foreign-military-financing",
        "LBN",
        "2025-06-01",
        "unknown",
        "denied arms with exceptions; whether friendly is not said",
    ),
    ("foreign-military-financing", "PAK", "1990-09-30", "yes", "certified and waived until then"),
    ("foreign-military-financing", "PAK", "1990-10-01", "no", "the Pressler amendment"),
    ("foreign-military-financing", "PAK", "1995-01-01", "no", "the Pressler amendment"),
    ("foreign-military-financing", "PAK", "2000-06-01", "no", "three nuclear bars at once"),
    ("foreign-military-financing", "PAK", "2001-09-21", "no", "the day before the waiver"),
    ("foreign-military-financing", "PAK", "2001-09-22", "yes", "waived"),
    ("foreign-military-financing", "IND", "1998-05-12", "yes", "the day before the determination"),
    ("foreign-military-financing", "IND", "1999-01-01", "no", "the Glenn amendment"),
    ("foreign-military-financing", "IND", "2001-09-22", "yes", "waived"),
    ("foreign-military-financing", "PRK", "2010-06-01", "no", "off the terrorism list, not out of the Glenn amendment"),
    ("foreign-military-financing", "SYR", "2026-08-23", "no", "on the terrorism list"),
    ("foreign-military-financing", "SYR", "2026-11-28", "unknown", "whether the ITAR still deny it arms is not known"),
    ("foreign-military-financing", "MEX", "1985-09-30", "unknown", "not encoded"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_the_limit_on_purchases_from_companies_spares_israel_and_egypt() -> None:
    limited = {
        c: ask("foreign-military-financing", c, "2025-06-01").terms["commercial_contracts_limited"]
        for c in ("ISR", "EGY", "COL", "MEX")
    }
    assert limited == {"ISR": False, "EGY": False, "COL": True, "MEX": True}
    assert ask("foreign-military-financing", "COL", "2025-06-01").terms["commercial_contracts_usd"] == 100_000_000


def test_the_limit_began_with_the_amendment_of_1996() -> None:
    assert "commercial_contracts_usd" not in ask("foreign-military-financing", "TUN", "1996-07-20").terms
    assert "commercial_contracts_usd" in ask("foreign-military-financing", "TUN", "1996-07-21").terms
