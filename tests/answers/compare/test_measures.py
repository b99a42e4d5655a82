"""What countries are compared by."""

from __future__ import annotations

import pytest

from mnna.answers.compare import MEASURES, timelines
from mnna.answers.data_context import evidence
from mnna.errors import CannotAnswer, UnknownWord


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
