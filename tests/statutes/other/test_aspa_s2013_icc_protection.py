"""ASPA 2013: allies' persons are protected by name or status, and since 2025 by the order as well."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "icc-protected-persons"


@pytest.mark.parametrize(("on", "expected"), [("2002-08-01", "no"), ("2002-08-02", "yes"), ("2024-06-01", "yes")])
def test_israel_is_protected_since_the_act(on: str, expected: str) -> None:
    assert verdict(ID, "ISR", on) == expected


def test_an_ally_that_is_a_party_to_the_court_is_not_protected() -> None:
    egypt, colombia = asked(ID, "EGY", "2024-06-01"), asked(ID, "COL", "2024-06-01")
    assert (egypt.verdict, colombia.verdict, verdict(ID, "MEX", "2024-06-01")) == ("yes", "no", "no")
    assert colombia.routes and not egypt.routes
