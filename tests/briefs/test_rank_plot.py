"""The plot of percentile ranks: a line for each measure, whose numbers the table has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from mnna.answers.compare import Row, compare
from mnna.briefs.rank_plot import LEFT, RIGHT, STEP, TOP, rank_plot
from mnna.present.document import Picture


@pytest.fixture(scope="module")
def rows() -> Sequence[Row]:
    return compare("MEX", to=["COL"], on="2026-11-24").rows[:3]


def placed(row: Row, risk: float | None, entrants: float | None, other: float | None = None) -> Row:
    candidate = replace(row.candidate, percentile_at_risk=risk, percentile_among_entrants=entrants)
    return replace(row, candidate=candidate, others=(replace(row.others[0], percentile_at_risk=other),))


def marks(picture: Picture, fill: str) -> list[float]:
    """How far right the diamonds of that ink stand, without the one of the legend."""
    found = re.findall(rf'<path d="M([\d.]+) [\d.]+[^"]*" {fill}', picture.svg)
    return [float(x) for x in found][1:]


def test_a_place_of_0_is_at_the_left_and_one_of_100_at_the_right(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], 0.0, 100.0), placed(rows[1], 50.0, None)], "Mexico", "")
    assert marks(found, 'fill="currentColor"') == [LEFT, (LEFT + RIGHT) / 2]
    assert marks(found, 'fill="#fff"') == [RIGHT] and "<circle" not in found.svg


def test_a_measure_without_a_place_has_no_line(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], None, None), placed(rows[1], 10.0, 20.0)], "Mexico", "")
    assert rows[0].measure.title not in found.svg and rows[1].measure.title in found.svg
    assert f'viewBox="0 0 680 {TOP + STEP + 20:g}"' in found.svg
    assert found.alt.startswith("A line from 0 to 100 for each measure of the table")


def test_the_country_beside_has_a_circle_and_its_words(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], 10.0, None, 0.0), placed(rows[1], 1.0, 2.0, None)], "Mexico", "Colombia")
    circles = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', found.svg)]
    assert circles == [6.0, LEFT] and found.title == "Mexico and Colombia, measure by measure"
    assert "Circle: Colombia among those that could be named in its own year." in found.caption
