"""A status that no law of the day names cannot change an answer, and one that is named is asked about again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mnna.answers.authorities import authorities_after, authorities_in
from mnna.engine.asking import law_on, statuses_behind
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog
from mnna.statutes.not_encoded import NotEncoded, not_encoded

ON = date(2026, 6, 1)


@pytest.mark.parametrize("code", ["MEX", "PAK", "TUR"])
def test_what_is_not_sought_again_is_as_it_was(code: str) -> None:
    registry = load_registry()
    before = authorities_in(registry, countries()[code], ON)
    for kind in registry.kinds:
        act = "terminate" if registry.holds(code, kind, ON) else "designate"
        after = registry.assume(Assumption(code, kind, ON, act))
        whole = authorities_in(after, countries()[code], ON).findings
        assert authorities_after(before, after).findings == whole, kind


def test_the_bars_on_an_authority_are_asked_about_too() -> None:
    asked = statuses_behind(catalog.authority("foreign-military-financing"), ON)
    assert {"terrorism-list", "drug-majors-failed"} <= asked
    before = statuses_behind(catalog.authority("rdte-loans"), date(1950, 1, 1))
    assert "five-eyes" not in asked and before == {"territory-or-disputed"}


@pytest.mark.parametrize("bar", not_encoded(), ids=lambda bar: bar.id)
def test_a_bar_that_is_not_encoded_is_told_in_its_days_of_the_countries_it_names(bar: NotEncoded) -> None:
    """On its first and last day, not on the day before and the day after, and of no other country."""
    last, cited = (bar.until or ON) - timedelta(1), f"{bar.subject} [{bar.citation}]"
    days = {bar.since - timedelta(1): False, bar.since: True, last: True, **({bar.until: False} if bar.until else {})}
    again = [one for one in not_encoded() if one != bar and (one.subject, one.citation) == (bar.subject, bar.citation)]
    for id_ in bar.touches:
        for on, inside in days.items():
            law = law_on(catalog.authority(id_), on)
            if law is None or any(one.since <= on < (one.until or date.max) for one in again):
                continue
            told = {code for code in ("MEX", "COL", *bar.countries) if cited in law.not_checked(code)}
            assert told == (set(bar.countries or ("MEX", "COL")) if inside else set()), (id_, on)
