"""What is owed to an ally: a treaty or nothing; and the shield against the International Criminal Court."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


def test_new_zealand_is_unknown_since_the_suspension_of_1986() -> None:
    assert asked("collective-defense", "NZL", "1986-08-10").verdict == "yes"
    assert asked("collective-defense", "NZL", "1986-08-11").verdict == "unknown"


@pytest.mark.parametrize(
    ("country", "consent", "verdict"),
    [("ISR", False, "yes"), ("COL", True, "no"), ("TWN", False, "yes"), ("MEX", False, "no"), ("TUR", False, "yes")],
)
def test_joining_the_court_ends_the_protection(country: str, consent: bool, verdict: str) -> None:
    assert asked("icc-protected-persons", country, "2025-06-01", icc_consent=consent).verdict == verdict


@pytest.mark.parametrize(
    ("country", "designation", "leaving", "why"),
    [
        ("MEX", True, True, "no ally, and a party"),
        ("IND", True, False, "no ally, and outside"),
        ("FRA", False, True, "a NATO member needs no designation"),
        ("COL", False, True, "designated already"),
    ],
)
def test_the_ways_round_a_no(country: str, designation: bool, leaving: bool, why: str) -> None:
    routes = " ".join(asked("icc-protected-persons", country, "2026-06-20").routes)
    assert ("22 USC 2321k(a)" in routes, "article 127" in routes) == (designation, leaving), why


@pytest.mark.parametrize(("country", "basis"), [("ISR", "order and statute"), ("TWN", "statute"), ("MEX", "none")])
def test_taiwan_is_named_in_the_statute_only(country: str, basis: str) -> None:
    assert asked("icc-protected-persons", country, "2025-06-01").terms["basis"] == basis


def test_the_order_came_on_6_february_2025() -> None:
    assert "basis" not in asked("icc-protected-persons", "ISR", "2025-02-05").terms
    assert "Executive Order 14203 s. 8(d)(ii)" in asked(
        "icc-protected-persons", "ISR", "2025-02-06"
    ).because + " ".join(asked("icc-protected-persons", "ISR", "2025-02-06").citations)


def test_what_binds_and_what_does_not() -> None:
    assert asked("collective-defense", "COL", "2025-06-01").terms["instrument"] == "Rio Treaty"
    assert (
        asked("collective-defense", "BHR", "2025-06-01").terms["lesser_commitment"] == "executive agreement to consult"
    )
    assert "no such treaty" in asked("collective-defense", "MEX", "2026-06-01").routes[0]
