"""The declared rule: ranks, ties, and the arms that join it where they are loaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from mnna.models.forecast.declared_rule import CHOSEN, origin, ranks
from mnna.models.forecast.forecast_sets import history
from mnna.models.forecast.rank import rank
from mnna.models.panel import Naming, World
from tests.models.forecast.known import DAY


def test_arms_join_the_rule_where_they_are_loaded(world: World) -> None:
    """With a table of the user's own the rule looks at both; a country without arms figures has no score."""
    rng = np.random.default_rng(0)
    arms = {(c, y): float(rng.integers(0, 500)) for c in world.actors if c != "MEX" for y in range(1985, 2026)}
    armed = replace(
        world, figures={**world.figures, "us_arms_tiv": arms}, last_years={**world.last_years, "us_arms_tiv": 2025}
    )
    found = rank(DAY, country="MEX", world=armed)
    assert found.rule == ("us_troops", "us_arms")
    assert found.missing["us_arms"] == ["MEX"]
    assert next(one for one in found.ranking if one.country == "MEX").score is None


def test_ranks_share_ties_and_put_the_unknown_last() -> None:
    assert ranks(np.array([3.0, 1.0, 3.0, np.nan, np.nan])).tolist() == [1.5, 3.0, 1.5, 4.5, 4.5]


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
