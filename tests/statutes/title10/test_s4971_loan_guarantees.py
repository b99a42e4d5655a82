"""Defense export loan guarantees: two frozen lists and the cut-off Mexico missed by days."""

from __future__ import annotations

from tests.statutes.asking import asked


def test_the_section_was_renumbered_in_2022() -> None:
    assert "10 USC 2540(b)" in asked("defense-export-loan-guarantee", "EGY", "2021-12-31").citations
    assert "10 USC 4971(b)" in asked("defense-export-loan-guarantee", "EGY", "2022-01-01").citations


def test_a_central_european_democracy_may_be_said_to_be_one() -> None:
    assert asked("defense-export-loan-guarantee", "HUN", "1997-06-01").needs
    assert asked("defense-export-loan-guarantee", "HUN", "1997-06-01", central_europe=True).verdict == "yes"
    assert asked("defense-export-loan-guarantee", "HUN", "1997-06-01", central_europe=False).verdict == "no"
    assert asked("defense-export-loan-guarantee", "MEX", "1997-06-01").presumes == ()


def test_the_liability_cap_is_known_from_2004() -> None:
    assert asked("defense-export-loan-guarantee", "EGY", "2004-08-04").terms["contingent_liability_cap_usd"] is None
    assert (
        asked("defense-export-loan-guarantee", "EGY", "2004-08-05").terms["contingent_liability_cap_usd"] == 15 * 10**9
    )
