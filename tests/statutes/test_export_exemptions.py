"""Exports without a licence: AUKUS, Canada, and the groups of License Exception STA."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("country", "scope"), [("MEX", "narrow"), ("COL", "none"), ("IND", "wide"), ("ISR", "narrow"), ("JPN", "wide")]
)
def test_scope(country: str, scope: str) -> None:
    assert asked("strategic-trade-authorization", country, "2026-06-01").terms["scope"] == scope


def test_the_emirates_owe_their_group_to_a_rule_that_is_cited() -> None:
    found = asked("strategic-trade-authorization", "ARE", "2026-11-28")
    assert found.terms["scope"] == "wide" and "91 FR 43034" in found.because


def test_the_value_limit_is_no_longer_sure_once_the_notices_ended() -> None:
    before, after = (" ".join(asked("aukus-exemption", "AUS", day).steps) for day in ("2025-12-17", "2025-12-18"))
    assert "not verified" not in before and "not verified" in after
    assert "36(c)" in asked("aukus-exemption", "AUS", "2025-12-18").because


def test_before_the_rule_only_a_partner_waits_for_a_certification() -> None:
    assert "certifies" in " ".join(asked("aukus-exemption", "AUS", "2024-06-01").routes)
    assert "certifies" not in " ".join(asked("aukus-exemption", "JPN", "2024-06-01").routes)
