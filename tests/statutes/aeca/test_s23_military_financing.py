"""Military financing is open to friends; its use for commercial leases turned on yearly acts."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


def test_the_limit_on_purchases_from_companies_spares_israel_and_egypt() -> None:
    limited = {
        c: asked("foreign-military-financing", c, "2025-06-01").terms["commercial_contracts_limited"]
        for c in ("ISR", "EGY", "COL", "MEX")
    }
    assert limited == {"ISR": False, "EGY": False, "COL": True, "MEX": True}
    assert asked("foreign-military-financing", "COL", "2025-06-01").terms["commercial_contracts_usd"] == 100_000_000


def test_the_limit_began_with_the_amendment_of_1996() -> None:
    assert "commercial_contracts_usd" not in asked("foreign-military-financing", "TUN", "1996-07-20").terms
    assert "commercial_contracts_usd" in asked("foreign-military-financing", "TUN", "1996-07-21").terms


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
    terms = asked("foreign-military-financing", country, day).terms
    assert {name: terms.get(name) for name in own} == own
    assert {name: terms[name] for name in GENERAL if name in terms} == ({} if own else GENERAL)
    assert not own or any("lowest rate" in str(value) for value in terms.values())


def test_after_the_years_of_its_own_loans_the_philippines_has_the_general_terms() -> None:
    last, after = (asked("foreign-military-financing", "PHL", day).terms for day in ("2030-09-30", "2030-10-01"))
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
    assert ("contracts_with_companies" in asked("foreign-military-financing", country, day).terms) is open_


def test_it_says_that_the_act_names_the_allies_of_1996() -> None:
    """Section 517(b) holds the six that were deemed designated in 1996; the others are designated under 517(a)."""
    told = str(asked("foreign-military-financing", "COL", "2026-06-01").terms["contracts_with_companies"])
    assert "“designated by section 517(b)”, read here as all" in told


def test_taiwan_may_do_so_where_section_1206_reaches_it() -> None:
    terms = asked("foreign-military-financing", "TWN", "2026-06-01", section_1206_reaches=True).terms
    assert "contracts_with_companies" in terms
