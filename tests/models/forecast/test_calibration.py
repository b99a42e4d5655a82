"""How often, and how sure: the yearly rate, natural frequencies, and forecasts beside the base rate."""

from __future__ import annotations

import pytest

from mnna.models.forecast import calibration
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.rank import Ranking
from tests.models.forecast.known import DAY


def test_when_and_how_sure(now: Ranking, past: History) -> None:
    assert (now.when.events, now.when.years) == (len(past.tested), DAY.year - 1995)
    assert now.when.longest_silence == 7  # 2005 to 2011
    assert now.when.low < now.when.rate < now.when.high
    base = now.forecasts[0]
    assert base.name == "base rate" and base.expected == pytest.approx(base.seen, rel=0.2)
    assert all(one.log_loss < base.log_loss for one in now.forecasts[1:])
    assert sum(one.named for one in now.frequencies) == len(past.tested) + 1  # and New Zealand, by statute
    assert "about 1 in" in now.frequencies[0].says and "%" not in now.frequencies[0].says


def test_frequencies_count_each_country_year_once(past: History) -> None:
    bands = calibration.frequencies(past)
    whole = sum(len(f.countries) for y, f in past.years.items() if y >= 1996)
    assert sum(one.country_years for one in bands) == whole
