"""Exports without a licence: AUKUS, Canada, and the groups of License Exception STA."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("aukus-exemption", "AUS", "2023-12-21", "no", "no such law yet"),
    ("aukus-exemption", "AUS", "2023-12-22", "no", "enacted, not yet in force"),
    ("aukus-exemption", "AUS", "2024-08-31", "no", "not yet in force"),
    ("aukus-exemption", "AUS", "2024-09-01", "yes", "the rule took effect"),
    ("aukus-exemption", "GBR", "2026-06-01", "yes", "a partner"),
    ("aukus-exemption", "CAN", "2026-06-01", "no", "no partner"),
    ("aukus-exemption", "NZL", "2026-06-01", "no", "no partner"),
    ("aukus-exemption", "AUS", "2038-12-21", "yes", "the last day"),
    ("aukus-exemption", "AUS", "2038-12-22", "unknown", "fifteen years have run; a renewal is not known"),
    ("canada-exemption", "CAN", "2001-05-29", "unknown", "not encoded"),
    ("canada-exemption", "CAN", "2001-05-30", "yes", "restored"),
    ("canada-exemption", "MEX", "2026-06-01", "no", "Canada alone"),
    ("strategic-trade-authorization", "MEX", "2020-12-27", "no", "not yet in Group A:6"),
    ("strategic-trade-authorization", "MEX", "2020-12-28", "yes", "in Group A:6"),
    ("strategic-trade-authorization", "COL", "2026-06-01", "no", "in neither group"),
    ("strategic-trade-authorization", "MKD", "2026-06-01", "no", "a NATO member in neither group"),
    ("strategic-trade-authorization", "IND", "2026-06-01", "yes", "in Group A:5"),
    ("strategic-trade-authorization", "ARE", "2026-07-09", "no", "in no A group yet"),
    ("strategic-trade-authorization", "ARE", "2026-07-10", "unknown", "announced; the rule was not yet published"),
    ("strategic-trade-authorization", "ARE", "2026-07-14", "yes", "in Group A:5 by 91 FR 43034"),
    ("strategic-trade-authorization", "ARE", "2026-11-28", "yes", "in Group A:5 by 91 FR 43034"),
    ("strategic-trade-authorization", "FRA", "2011-06-15", "no", "no such law yet"),
    ("strategic-trade-authorization", "FRA", "2011-06-16", "yes", "in the wide list"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


@pytest.mark.parametrize(
    ("country", "scope"), [("MEX", "narrow"), ("COL", "none"), ("IND", "wide"), ("ISR", "narrow"), ("JPN", "wide")]
)
def test_scope(country: str, scope: str) -> None:
    assert ask("strategic-trade-authorization", country, "2026-06-01").terms["scope"] == scope


def test_the_emirates_owe_their_group_to_a_rule_that_is_cited() -> None:
    found = ask("strategic-trade-authorization", "ARE", "2026-11-28")
    assert found.terms["scope"] == "wide" and "91 FR 43034" in found.because


def test_the_value_limit_is_no_longer_sure_once_the_notices_ended() -> None:
    before, after = (" ".join(ask("aukus-exemption", "AUS", day).steps) for day in ("2025-12-17", "2025-12-18"))
    assert "not verified" not in before and "not verified" in after
    assert "36(c)" in ask("aukus-exemption", "AUS", "2025-12-18").because


def test_before_the_rule_only_a_partner_waits_for_a_certification() -> None:
    assert "certifies" in " ".join(ask("aukus-exemption", "AUS", "2024-06-01").routes)
    assert "certifies" not in " ".join(ask("aukus-exemption", "JPN", "2024-06-01").routes)
