"""What countries are compared by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnna.answers.compare import MEASURES, timelines
from mnna.answers.compare.measures import Measure, Reading
from mnna.answers.data_context import evidence
from mnna.errors import CannotAnswer, UnknownWord
from mnna.registry.countries import countries
from mnna.series import figure


def test_every_measure_is_documented_and_answers() -> None:
    for measure in MEASURES.values():
        assert measure.says.endswith(".") and measure.title and measure.family
        answer = measure.answer(evidence(), "MEX", 2010)
        assert answer.because and answer.state in ("value", "zero", "missing", "outside")


def test_a_measure_there_is_none_of() -> None:
    with pytest.raises(UnknownWord, match="homicide_rate"):
        timelines("homicide", ["MEX"])
    with pytest.raises(CannotAnswer):
        evidence().figures.indicator("us_arms_tiv")


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_the_numbers_alone_are_those_of_the_answers(measure: Measure) -> None:
    asked = [(code, year) for code in (*countries(), "XKX") for year in (1991, 2003, 2023)]
    told = [measure.answer(evidence(), *pair).value for pair in asked]
    assert list(measure.numbers(evidence(), asked)) == told


def test_a_figure_of_another_year_says_so() -> None:
    found = figure("us_land_border_km", "MEX", 2000)
    assert Reading("MEX", 2000, found, 99.0).to_dict()["year"] == found.of_year != 2000


def test_a_missing_figure_has_no_value_and_a_reason() -> None:
    found = Reading("TWN", 2020, figure("gdp_current_usd", "TWN", 2020), None).to_dict()
    assert found["value"] is None and found["state"] == "missing" and found["because"]
    assert found["percentile_at_risk"] is None and found["year"] == 2020


def test_notes_are_a_list() -> None:
    noted = replace(figure("homicide_rate", "MEX", 2018), notes=("a note",))
    assert Reading("MEX", 2018, noted, 50.0).to_dict()["notes"] == ["a note"]
