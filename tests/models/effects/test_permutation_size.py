"""How often the test rejects when nothing happened, also among countries like the designees."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mnna.models.effects.effects import effect_design, effects
from mnna.models.effects.permutation_size import alike
from mnna.models.forecast.features import known_before
from mnna.models.panel import World

DRAWS = 499


def test_lookalikes_had_many_us_troops_the_year_before(world: World) -> None:
    """Cuba and Honduras every year, Kuwait's neighbours in the Gulf; nobody without a count, nobody ever designated."""
    design = effect_design(world, "us_trade")
    for year in (1996, 2012, 2022):
        chosen = alike(design, world, year)
        assert {"HND", "SGP"} <= chosen <= set(design.pool) and len(chosen) == round(len(design.pool) / 3)
        known = known_before(world, year, design.pool, ("us_troops",)).values[:, 0]
        counts = dict(zip(design.pool, known, strict=True))
        assert min(counts[c] for c in chosen) >= np.nanmax([counts[c] for c in set(design.pool) - chosen])


def test_a_size_that_is_wrong_would_be_seen(world: World) -> None:
    """If countries with many US troops moved together by themselves, only the harder test would show it."""
    table = dict(world.figures["unga_distance_usa"])
    design = effect_design(world, "un_distance")
    rng = np.random.default_rng(0)
    drifts = rng.normal(size=35).cumsum()
    for code in sorted(alike(design, world, 2015)):
        for year, drift in zip(range(1990, 2025), drifts, strict=True):
            if (code, year) in table:
                table[code, year] += drift
    noisy = effects(
        "un_distance", draws=DRAWS, world=replace(world, figures={**world.figures, "unga_distance_usa": table})
    )
    assert noisy.size_check["rejected"] < 0.1 < noisy.size_check["lookalikes"]["rejected"]
