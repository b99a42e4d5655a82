"""How often, and how sure: the yearly rate, natural frequencies, and forecasts beside the base rate."""

from __future__ import annotations

import re

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
    assert "about 1 in" in now.frequencies[0].says and set(re.findall(r"(\d+)%", now.frequencies[0].says)) == {"95"}


def test_frequencies_count_each_country_year_once(past: History) -> None:
    bands = calibration.frequencies(past)
    whole = sum(len(f.countries) for y, f in past.years.items() if y >= 1996)
    assert sum(one.country_years for one in bands) == whole


def test_one_country_counts_once_and_its_years_are_drawn_together(past: History) -> None:
    """Five years in a row before one naming are one country, and the interval knows it."""
    first = calibration.frequencies(past)[0]
    assert first.countries_named_in_five < first.named_in_five and first.countries_named_in_five <= first.countries
    assert f"{first.countries_named_in_five} different countries" in first.says
    assert first.low < first.named / first.country_years < first.high
    assert first.low_five < first.named_in_five / first.followed < first.high_five
    together = [("A", True)] * 20 + [(code, False) for code in "BCDEFGHI" for _ in range(20)]
    apart = [(f"{code}{year}", code == "A") for code in "ABCDEFGHI" for year in range(20)]
    wide, narrow = calibration.clustered(together), calibration.clustered(apart)
    assert wide[1] - wide[0] > 2 * (narrow[1] - narrow[0])
    assert calibration.clustered([("A", False)] * 50 + [("B", False)]) == (0.0, 1.0)
