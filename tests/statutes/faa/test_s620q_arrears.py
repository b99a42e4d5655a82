"""FAA 620(q): a default on a loan, six months or a year, and how far each reaches."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-arrears"
YEAR = {"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False}
SIX = {"arrears_six_months": True, "arrears_one_year": False, "arrears_waived": False}


def test_six_months_on_a_loan_of_the_act_bar_since_1966() -> None:
    for on in ("1966-09-19", "1990-06-01", "2024-06-01"):
        assert verdict(ID, "ARG", on, **SIX) == "yes"
        assert verdict(ID, "ARG", on, **{**SIX, "arrears_waived": True}) == "no"


@pytest.mark.parametrize(("on", "expected"), [("2021-12-26", "no"), ("2021-12-27", "yes")])
def test_a_year_on_any_loan_bars_only_since_27_december_2021(on: str, expected: str) -> None:
    assert verdict(ID, "ARG", on, **YEAR) == expected


def test_no_status_excuses_a_default() -> None:
    for country in ("ARG", "GBR", "MEX"):
        assert verdict(ID, country, "2024-06-01", **SIX) == "yes"
    assert verdict(ID, "ARG", "2024-06-01") == "unknown"


def test_the_months_are_terms() -> None:
    terms = asked(ID, "ARG", "2024-06-01").terms
    assert (terms["faa_loan_default_months"], terms["any_loan_default_months"]) == (6, 12)
