"""The history and the ranking of the embedded world, each made once."""

from __future__ import annotations

import pytest

from mnna.models.forecast.forecast_sets import History, history
from mnna.models.forecast.rank import Ranking, rank
from mnna.models.panel import World
from tests.models.forecast.known import DAY


@pytest.fixture(scope="session")
def past(world: World) -> History:
    return history(world, DAY)


@pytest.fixture(scope="session")
def now(world: World) -> Ranking:
    return rank(DAY, world=world)
