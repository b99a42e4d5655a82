"""What countries are compared by."""

from __future__ import annotations

import pytest

from mnna.answers.compare import MEASURES, Measure, timelines
from mnna.answers.data_context import evidence
from mnna.errors import CannotAnswer, UnknownWord
from mnna.registry.countries import countries


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
