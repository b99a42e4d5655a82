"""Section 7008: a coup bars until an elected government takes office, in the years in which the clause is law."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-coup"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"coup": False}, "no"),
        ({"coup": True, "coup_lifted": False}, "yes"),
        ({"coup": True, "coup_lifted": True}, "no"),
        ({"coup": True}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_what_bars(given: dict[str, bool], expected: str) -> None:
    for country in ("MLI", "COL"):
        assert verdict(ID, country, "2024-06-01", **given) == expected


def test_before_the_clauses_encoded_nothing_is_said() -> None:
    found = asked(ID, "MLI", "2020-12-26", coup=True, coup_lifted=False)
    assert found.verdict == "unknown" and "not encoded before 27 December 2020" in found.because


def test_in_a_year_without_an_act_the_clause_itself_is_asked() -> None:
    barred = {"coup": True, "coup_lifted": False}
    assert verdict(ID, "MLI", "2025-11-01", **barred) == "unknown"
    assert verdict(ID, "MLI", "2025-11-01", **barred, coup_clause_in_force=True) == "yes"
