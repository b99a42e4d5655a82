"""A status that no law of the day names cannot change an answer, and one that is named is asked about again."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.authorities import authorities_after, authorities_in
from mnna.engine.asking import statuses_behind
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog

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
