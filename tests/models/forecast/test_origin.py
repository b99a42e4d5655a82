"""Where the rule comes from: what was known when it was chosen, and what has come since to test it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mnna.models.forecast.forecast_sets import history
from mnna.models.forecast.origin import CHOSEN, origin
from mnna.models.panel import Naming, World


def test_designations_before_the_choice_were_known(world: World) -> None:
    past = history(world, CHOSEN)
    found = origin(past)
    assert (found.chosen, found.known, found.out_of_sample) == ("2026-11", len(past.tested), 0)
    assert f"{found.known} of these designations known" in found.says and found.says.endswith("test it: none.")


def test_a_later_designation_tests_the_rule(world: World) -> None:
    day = date(2027, 3, 1)
    later = replace(world, namings=dict(world.namings) | {"MEX": Naming("MEX", day, day)}, on=date(2027, 12, 31))
    found = origin(history(later, date(2027, 12, 31)))
    assert found.out_of_sample == 1 and found.says.endswith("test it: 1.")
