"""What was known of each country: figures carried are named, withheld ones are missing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mnna.models.forecast.features import known_before
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.rank import Ranking, rank
from mnna.models.panel import World
from tests.models.forecast.known import DAY


def test_figures_carried_are_named(now: Ranking) -> None:
    assert now.carried and all(row["feature"] == "us_troops" for row in now.carried)
    assert "BTN" in now.missing["us_troops"]
    last = now.ranking[-1]
    assert last.score is None and last.rank > len(now.ranking) - len(now.missing["us_troops"])


def test_nothing_stands_in_for_a_count_the_source_leaves_out(world: World, past: History) -> None:
    """Kuwait's troops of 2003 are missing: neither the 0 of the source nor the 567 of 2002."""
    for code, years in {"KWT": (2003, 2007), "IRQ": (2003, 2007), "AFG": (2002, 2005)}.items():
        for year in range(years[0], years[1] + 1):
            known = known_before(world, year + 1, [code], ["us_troops", "us_trade"])
            assert np.isnan(known.values[0, 0]) and not known.carried()
    assert known_before(world, 2009, ["KWT"], ["us_troops"]).values[0, 0] == pytest.approx(np.log1p(42291))
    again = rank(DAY, "determined", world=world)
    kuwait = next(one for one in again.backtest.placings if one.country == "KWT")
    assert (kuwait.year, kuwait.rank) == (2004, kuwait.at_risk - (kuwait.missing - 1) / 2)  # among those unknown
    assert any("not zero" in caution for caution in again.cautions)


def test_figures_of_ones_own_are_not_held_back(world: World) -> None:
    """Where another table has the figure, it is used."""
    table = {**world.figures["us_troops_active_duty"], ("KWT", 2003): 25250.0}
    own = replace(world, figures={**world.figures, "us_troops_active_duty": table}, withheld={})
    assert known_before(own, 2004, ["KWT"], ["us_troops"]).values[0, 0] == pytest.approx(np.log1p(25250))
    assert known_before(own, 2006, ["KWT"], ["us_troops"]).ages[0, 0] == 2
