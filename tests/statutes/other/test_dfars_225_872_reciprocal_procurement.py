"""DFARS 225.872-1: the agreement opens the market, and no status does."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "reciprocal-procurement"


@pytest.mark.parametrize(("country", "expected"), [("CHE", "yes"), ("GBR", "yes"), ("COL", "no"), ("KOR", "no")])
def test_an_ally_without_an_agreement_is_out_and_a_neutral_with_one_is_in(country: str, expected: str) -> None:
    assert verdict(ID, country, "2025-01-15") == expected


def test_the_basis_is_named() -> None:
    assert asked(ID, "CHE", "2025-01-15").terms["basis"] != asked(ID, "COL", "2025-01-15").terms["basis"]
    assert asked(ID, "COL", "2025-01-15").routes
