"""Criteria and bounds as people write them."""

from __future__ import annotations

import pytest

from mnna.errors import UnknownWord
from mnna.models.choice import preferences
from mnna.models.choice.preferences import criterion, share
from mnna.series.uses import weighed


def test_a_criterion_as_people_write_it() -> None:
    one = criterion("homicide_rate:down")
    assert (one.indicator, one.better, one.scale, one.goal) == ("homicide_rate", "low", "log", "public safety")
    assert criterion("us_troops:down:linear").goal == "low US troops there"
    assert criterion("unga_distance_usa").better == "low" and criterion("us_military_aid:up").scale == "log"
    assert share("gdp=..0.4") == ("gdp", (0.0, 0.4)) and share("gdp=0.1..") == ("gdp", (0.1, 1.0))
    assert set(preferences.short_names().values()) | {"population", "homicide_rate"} == set(weighed())
    with pytest.raises(UnknownWord):
        criterion("happiness:up")
