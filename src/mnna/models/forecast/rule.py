"""The declared rule, fixed before looking: mean z-score of log US troops and, where loaded, of log five-year US arms.

Unit weights beat regression where events are few (Dawes 1979; Dana and Dawes 2004); nothing here is fitted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mnna.models.forecast.features import Known, standardised
from mnna.models.panel import World
from mnna.models.tidy import Floats

DECLARED = ("us_troops", "us_arms")


def declared(world: World) -> tuple[str, ...]:
    """The rule's features here: troops, and arms where the user has loaded SIPRI's table."""
    return tuple(name for name in DECLARED if name != "us_arms" or world.has("us_arms_tiv"))


def score(known: Known, names: Sequence[str]) -> Floats:
    """Mean z-score of the named features among the countries at risk, higher is nearer to being named.

    A feature without any figure that year is left out; a country that lacks one of the others gets NaN.
    """
    scores = standardised(known.values[:, [known.features.index(name) for name in names]])
    there = ~np.isnan(scores).all(axis=0)
    return scores[:, there].mean(axis=1) if there.any() else np.full(len(known.countries), np.nan)


def ranks(scores: Floats) -> Floats:
    """1 is the highest; ties share the middle of their ranks, and those without a score share the last ones."""
    filled = np.where(np.isnan(scores), -np.inf, scores)
    ordered = np.sort(filled)
    above = len(filled) - np.searchsorted(ordered, filled, side="right")
    equal = np.searchsorted(ordered, filled, side="right") - np.searchsorted(ordered, filled, side="left")
    return above + (equal + 1) / 2
