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
    ],
)
def test_what_bars(given: dict[str, bool], expected: str) -> None:
    for country in ("MLI", "COL"):
        assert verdict(ID, country, "2024-06-01", **given) == expected


def test_before_the_clauses_encoded_nothing_is_said() -> None:
    found = asked(ID, "MLI", "1988-09-30", coup=True, coup_lifted=False)
    assert found.verdict == "unknown" and "not encoded before 1 October 1988" in found.because


@pytest.mark.parametrize("day", ["1995-06-01", "2005-06-01", "2015-06-01", "2024-06-01", "2026-11-28"])
def test_a_country_without_a_coup_since_the_clause_began_cannot_be_barred(day: str) -> None:
    for country in ("MEX", "COL", "JOR", "PHL", "KEN"):
        assert verdict(ID, country, day) == "no"


def test_a_statement_that_no_determination_is_made_is_told_and_bars_nothing() -> None:
    found = asked(ID, "EGY", "2014-06-01")
    assert found.verdict == "no"
    assert "requires no determination" in str(found.terms["determination"])
    assert "determination" not in asked(ID, "EGY", "2012-06-01").terms


def test_the_exception_for_a_democratic_transition_begins_with_the_act_of_2024() -> None:
    assert "democratic transition" not in str(asked(ID, "NER", "2024-03-22").to_dict())
    assert "democratic transition" in str(asked(ID, "NER", "2024-03-23").terms)


def test_in_a_year_without_an_act_the_clause_itself_is_asked() -> None:
    barred = {"coup": True, "coup_lifted": False}
    assert verdict(ID, "MLI", "2025-11-01", **barred) == "unknown"
    assert verdict(ID, "MLI", "2025-11-01", **barred, coup_clause_in_force=True) == "yes"


@pytest.mark.parametrize(("day", "expected"), [("2026-02-02", "unknown"), ("2026-02-03", "yes"), ("2026-12-11", "yes")])
def test_the_act_for_fiscal_year_2026_repeats_the_clause(day: str, expected: str) -> None:
    assert verdict(ID, "MLI", day, coup=True, coup_lifted=False) == expected
    assert verdict(ID, "COL", day) == "no"


@pytest.mark.parametrize(
    ("on", "law", "sure"),
    [
        ("1997-06-01", "P.L. 104-208 §508", "high"),
        ("2003-06-01", "P.L. 104-208 §508", "medium"),  # its words; those of the year were not read
        ("2010-10-09", "P.L. 110-161 div. J §608", "medium"),
        ("2020-06-01", "P.L. 116-94 div. G §7008", "high"),
        ("2025-12-01", "P.L. 118-47 div. F §7008", "high"),  # by P.L. 119-37, to 30 January 2026
    ],
)
def test_the_act_of_an_earlier_year_is_never_cited_surely_for_a_year_that_was_not_read(
    on: str, law: str, sure: str
) -> None:
    found = asked(ID, "BOL", on)
    assert found.verdict == "no" and law in found.citations and found.confidence == sure
