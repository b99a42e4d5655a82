"""What is owed to an ally: a treaty or nothing; and the shield against the International Criminal Court."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("collective-defense", "COL", "2022-05-22", "yes", "the Rio Treaty"),
    ("collective-defense", "COL", "2022-05-23", "yes", "the designation added nothing"),
    ("collective-defense", "MEX", "2004-09-05", "yes", "still bound by the Rio Treaty"),
    ("collective-defense", "MEX", "2004-09-06", "no", "its denunciation took effect"),
    ("collective-defense", "EGY", "2025-06-01", "no", "an ally without a treaty"),
    ("collective-defense", "ISR", "2025-06-01", "no", "an ally without a treaty"),
    ("collective-defense", "KEN", "2025-06-01", "no", "an ally without a treaty"),
    ("collective-defense", "QAT", "2025-11-01", "no", "an executive order is no treaty"),
    ("collective-defense", "SAU", "2026-06-01", "no", "an agreement of the executive is no treaty"),
    ("collective-defense", "JPN", "2025-06-01", "yes", "the treaty of 1960"),
    ("collective-defense", "TWN", "1979-12-31", "yes", "the treaty ended the next day"),
    ("collective-defense", "TWN", "1980-01-01", "no", "the treaty ended"),
    ("collective-defense", "FIN", "2023-04-03", "no", "not yet a party"),
    ("collective-defense", "FIN", "2023-04-04", "yes", "the North Atlantic Treaty"),
    ("icc-protected-persons", "MEX", "2025-06-01", "no", "no ally"),
    ("icc-protected-persons", "COL", "2025-06-01", "no", "a party to the Rome Statute since 2002"),
    ("icc-protected-persons", "ISR", "2025-06-01", "yes", "outside the Statute, as the order itself finds"),
    ("icc-protected-persons", "TUR", "2025-06-01", "yes", "a NATO member outside the Statute"),
    ("icc-protected-persons", "TWN", "2025-06-01", "yes", "named in the statute of 2002"),
    ("icc-protected-persons", "JPN", "2007-09-30", "yes", "an ally that joined the next day"),
    ("icc-protected-persons", "JPN", "2007-10-01", "no", "a party"),
    ("icc-protected-persons", "PHL", "2019-03-16", "no", "a party"),
    ("icc-protected-persons", "PHL", "2019-03-17", "yes", "withdrawn"),
    ("icc-protected-persons", "HUN", "2026-06-01", "no", "its withdrawal takes effect the next day"),
    ("icc-protected-persons", "HUN", "2026-06-02", "yes", "withdrawn"),
    ("icc-protected-persons", "IND", "2025-06-01", "no", "outside the Statute, but no ally"),
    ("icc-protected-persons", "MEX", "2002-08-02", "no", "no ally"),
    ("icc-protected-persons", "MEX", "2002-08-01", "no", "no such law yet"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_new_zealand_is_unknown_since_the_suspension_of_1986() -> None:
    assert ask("collective-defense", "NZL", "1986-08-10").verdict == "yes"
    assert ask("collective-defense", "NZL", "1986-08-11").verdict == "unknown"


@pytest.mark.parametrize(
    ("country", "consent", "verdict"),
    [("ISR", False, "yes"), ("COL", True, "no"), ("TWN", False, "yes"), ("MEX", False, "no"), ("TUR", False, "yes")],
)
def test_joining_the_court_ends_the_protection(country: str, consent: bool, verdict: str) -> None:
    assert ask("icc-protected-persons", country, "2025-06-01", icc_consent=consent).verdict == verdict


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
    routes = " ".join(ask("icc-protected-persons", country, "2026-06-20").routes)
    assert ("22 USC 2321k(a)" in routes, "article 127" in routes) == (designation, leaving), why


@pytest.mark.parametrize(("country", "basis"), [("ISR", "order and statute"), ("TWN", "statute"), ("MEX", "none")])
def test_taiwan_is_named_in_the_statute_only(country: str, basis: str) -> None:
    assert ask("icc-protected-persons", country, "2025-06-01").terms["basis"] == basis


def test_the_order_came_on_6_february_2025() -> None:
    assert "basis" not in ask("icc-protected-persons", "ISR", "2025-02-05").terms
    assert "Executive Order 14203 s. 8(d)(ii)" in ask("icc-protected-persons", "ISR", "2025-02-06").because + " ".join(
        ask("icc-protected-persons", "ISR", "2025-02-06").citations
    )


def test_what_binds_and_what_does_not() -> None:
    assert ask("collective-defense", "COL", "2025-06-01").terms["instrument"] == "Rio Treaty"
    assert ask("collective-defense", "BHR", "2025-06-01").terms["lesser_commitment"] == "executive agreement to consult"
    assert "no such treaty" in ask("collective-defense", "MEX", "2026-06-01").routes[0]
