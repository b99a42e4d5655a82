"""Defense export loan guarantees: two frozen lists and the cut-off Mexico missed by days."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("defense-export-loan-guarantee", "MEX", "2024-06-01", "no", "joined APEC in November 1993"),
    ("defense-export-loan-guarantee", "COL", "2024-06-01", "no", "an ally of 2022, not of 31 March 1995"),
    ("defense-export-loan-guarantee", "BRA", "2024-06-01", "no", "an ally of 2019"),
    ("defense-export-loan-guarantee", "ARG", "2024-06-01", "no", "an ally of 1998"),
    ("defense-export-loan-guarantee", "AUS", "2024-06-01", "yes", "on both frozen lists"),
    ("defense-export-loan-guarantee", "EGY", "2024-06-01", "yes", "a title-10 ally of 1995"),
    ("defense-export-loan-guarantee", "NZL", "2024-06-01", "yes", "a member of APEC"),
    ("defense-export-loan-guarantee", "IDN", "2024-06-01", "yes", "a member of APEC"),
    ("defense-export-loan-guarantee", "TWN", "2024-06-01", "yes", "a member of APEC"),
    ("defense-export-loan-guarantee", "CHN", "2024-06-01", "no", "the statute says noncommunist"),
    (
        "defense-export-loan-guarantee",
        "HUN",
        "1999-03-11",
        "unknown",
        "whether it was determined a new democracy was not found",
    ),
    ("defense-export-loan-guarantee", "HUN", "1999-03-12", "yes", "a NATO member"),
    ("defense-export-loan-guarantee", "FRA", "1996-02-09", "unknown", "not encoded"),
    ("defense-export-loan-guarantee", "FRA", "1996-02-10", "yes", "a NATO member"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_the_section_was_renumbered_in_2022() -> None:
    assert "10 USC 2540(b)" in ask("defense-export-loan-guarantee", "EGY", "2021-12-31").citations
    assert "10 USC 4971(b)" in ask("defense-export-loan-guarantee", "EGY", "2022-01-01").citations


def test_a_central_european_democracy_may_be_said_to_be_one() -> None:
    assert ask("defense-export-loan-guarantee", "HUN", "1997-06-01").needs
    assert ask("defense-export-loan-guarantee", "HUN", "1997-06-01", central_europe=True).verdict == "yes"
    assert ask("defense-export-loan-guarantee", "HUN", "1997-06-01", central_europe=False).verdict == "no"
    assert ask("defense-export-loan-guarantee", "MEX", "1997-06-01").presumes == ()


def test_the_liability_cap_is_known_from_2004() -> None:
    assert ask("defense-export-loan-guarantee", "EGY", "2004-08-04").terms["contingent_liability_cap_usd"] is None
    assert ask("defense-export-loan-guarantee", "EGY", "2004-08-05").terms["contingent_liability_cap_usd"] == 15 * 10**9
