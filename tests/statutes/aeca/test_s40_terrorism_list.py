"""AECA 40: the list bars arms of every kind, from the day of the listing to the day of its end."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "restriction-terrorism-list"


def test_it_cuts_financing_and_excess_articles_and_says_how_it_is_waived() -> None:
    for grant in ("foreign-military-financing", "excess-defense-articles", "defense-export-loan-guarantee"):
        found = asked(grant, "IRN", "2024-06-01")
        assert found.verdict == "no" and ID in found.suspended_by and found.routes, grant
    terms = asked(ID, "IRN", "2024-06-01").terms
    assert (terms["waiver_notice_days"], terms["rescission_notice_days"]) == (15, 45)
