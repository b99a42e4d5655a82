"""A measure over the years, with the statuses behind the line."""

from __future__ import annotations

import pytest

from mnna.answers.compare import timelines
from mnna.errors import BadQuestion, UnknownWord
from tests.answers.compare.known import TODAY


def test_lines_carry_figures_and_status_spans() -> None:
    shown = timelines("homicide_rate", ["MEX", "COL"], TODAY).to_dict()
    assert {"country": "MEX", "year": 2018, "value": pytest.approx(29.45, abs=0.01)} in shown["points"]
    spans = {(span["country"], span["status"], span["since"]) for span in shown["spans"]}
    assert ("COL", "mnna", "2022-05-23") in spans and ("MEX", "merida", "2008-06-30") in spans
    assert shown["licence"] == "CC BY 4.0" and "API snapshot" in shown["source"]


def test_lines_stop_before_the_day() -> None:
    shown = timelines("homicide_rate", ["COL"], "2020-06-01")
    assert max(year for _, year, _ in shown.points) == 2019
    assert "mnna" not in [span.status for span in shown.spans]


def test_lines_of_a_measure_from_the_registry() -> None:
    shown = timelines("defense_treaty_tie", ["MEX"], TODAY)
    values = {year: value for _, year, value in shown.points}
    assert values[2003] == 1 and values[2004] == 0


def test_what_cannot_be_drawn() -> None:
    with pytest.raises(UnknownWord, match="mnna"):
        timelines("homicide_rate", ["MEX"], statuses=["mnnaa"])
    with pytest.raises(BadQuestion):
        timelines("homicide_rate", [])
