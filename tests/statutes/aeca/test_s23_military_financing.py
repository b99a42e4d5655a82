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
    ("foreign-military-financing", "PAK", "2001-09-22", "no", "the nuclear bars are waived, the coup clause is not"),
    ("foreign-military-financing", "PAK", "2001-10-28", "yes", "P.L. 107-57 waived the coup clause"),
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


GENERAL = {"repayment_years": 12, "minimum_interest_percent": 5}


@pytest.mark.parametrize(
    ("country", "day", "own"),
    [
        ("PHL", "2025-12-17", {}),
        ("PHL", "2025-12-18", {"philippines_repayment_years": 17, "philippines_direct_loans_usd": 1_000_000_000}),
        ("POL", "2021-01-12", {}),
        ("POL", "2021-01-13", {"nato_loan_repayment_years": 12}),
        ("COL", "2026-06-01", {}),
    ],
)
def test_loan_terms_of_its_own_stand_in_place_of_the_general_ones(country: str, day: str, own: dict[str, int]) -> None:
    terms = ask("foreign-military-financing", country, day).terms
    assert {name: terms.get(name) for name in own} == own
    assert {name: terms[name] for name in GENERAL if name in terms} == ({} if own else GENERAL)
    assert not own or any("lowest rate" in str(value) for value in terms.values())


def test_after_the_years_of_its_own_loans_the_philippines_has_the_general_terms() -> None:
    last, after = (ask("foreign-military-financing", "PHL", day).terms for day in ("2030-09-30", "2030-10-01"))
    assert "philippines_direct_loans_usd" in last and "philippines_direct_loans_usd" not in after
    assert {name: after[name] for name in GENERAL} == GENERAL and after["philippines_guarantee_percent"] == 80


@pytest.mark.parametrize(
    ("country", "day", "open_"),
    [
        ("COL", "2026-02-02", False),
        ("COL", "2026-02-03", True),
        ("POL", "2026-12-11", True),
        ("POL", "2026-12-12", False),
        ("MEX", "2026-06-01", False),
        ("TWN", "2026-06-01", False),
    ],
)
def test_the_act_for_fiscal_year_2026_lets_allies_buy_from_companies(country: str, day: str, open_: bool) -> None:
    assert ("contracts_with_companies" in ask("foreign-military-financing", country, day).terms) is open_


def test_taiwan_may_do_so_where_section_1206_reaches_it() -> None:
    terms = ask("foreign-military-financing", "TWN", "2026-06-01", section_1206_reaches=True).terms
    assert "contracts_with_companies" in terms
