"""The word `indicators`: a list, a record, a series or one figure, by what is named."""

from __future__ import annotations

import json

import pytest

from mnna.answers.indicators import ListedIndicator, Listing, indicators
from mnna.errors import BadQuestion
from mnna.series import metadata
from mnna.series.records import CountrySeries, Figure, Indicator


def test_what_is_named_decides_what_is_answered() -> None:
    assert isinstance(indicators(), Listing)
    assert isinstance(indicators("homicide_rate"), Indicator)
    assert isinstance(indicators("homicide_rate", "Mexico"), CountrySeries)
    assert isinstance(indicators("homicide_rate", "Mexico", 2018), Figure)


def test_the_list_has_every_indicator_shipped() -> None:
    found = indicators()
    assert {one.id for one in found} == set(metadata.embedded()) and len(found) == len(found.to_dict()["indicators"])
    assert all(tuple(row) == ListedIndicator._fields for row in found.to_dict()["indicators"])


def test_a_series_is_in_order_of_year_and_says_why_it_is_empty() -> None:
    found = indicators("homicide_rate", "MEX")
    years = [year for year, _ in found.series]
    assert years == sorted(years) and not found.because and dict(found.series)[2018] == 29.4484
    assert indicators("gdp_current_usd", "TWN").because.startswith("Taiwan")
    assert json.loads(json.dumps(found.to_dict()))["indicator"]["id"] == "homicide_rate"
    assert found.to_dict()["series"][-1] == {"year": years[-1], "value": found.series[-1][1]}
    warned = indicators("us_troops_active_duty", "Iraq").to_dict()["notes"]
    assert [list(one) for one in warned] == [["from_year", "to_year", "note"]] * len(warned) and warned


def test_half_a_question_is_refused_with_a_whole_one() -> None:
    with pytest.raises(BadQuestion, match="year 2020"):
        indicators("homicide_rate", year=2020)
    with pytest.raises(BadQuestion, match="no indicator is named"):
        indicators(country="MEX")
