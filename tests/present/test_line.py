"""A line of figures by year."""

from __future__ import annotations

import re

import pytest

from mnna.present.line import _short, _ticks, line, lines
from mnna.present.png import to_png

POINTS = ((2000, 3.0), (2001, 5.0), (2004, -1.5), (2005, 2.0))


def test_it_is_told_in_words_and_broken_where_a_year_has_no_figure() -> None:
    drawn = line("x", "Things, Mexico", "per year", POINTS)
    assert drawn.alt == (
        "A line of 4 figures (per year): first 3 in 2000, last 2 in 2005, lowest -1.5 in 2004, highest 5 in 2001."
    )
    path = re.search(r'<path d="([^"]+)"', drawn.svg)
    assert path and re.findall("[ML]", path[1]) == ["M", "L", "M", "L"]
    assert drawn.svg.count("<circle") == 4 and ">2000<" in drawn.svg and ">0<" in drawn.svg


@pytest.mark.parametrize("points", [((2020, 7.0),), ((2020, 0.0), (2021, 0.0)), ((1950, 1e12), (2025, 3.2e12))])
def test_any_series_can_be_drawn(points: tuple[tuple[int, float], ...]) -> None:
    drawn = line("x", "T", "u", points)
    assert "nan" not in drawn.svg and to_png(drawn.svg).startswith(b"\x89PNG")


@pytest.mark.parametrize(("low", "high"), [(0, 7), (-3, 12), (0, 0.004), (0, 872e9), (0, 1), (0, 0)])
def test_the_axis_holds_every_figure_in_few_round_numbers(low: float, high: float) -> None:
    ticks = _ticks(low, high)
    assert ticks[0] <= low and ticks[-1] >= high and 2 <= len(ticks) <= 8


@pytest.mark.parametrize(
    ("value", "shown"), [(2e12, "2 trillion"), (1500, "1,500"), (0.25, "0.25"), (-4e6, "-4 million")]
)
def test_a_number_of_the_axis_is_short(value: float, shown: str) -> None:
    assert _short(value) == shown


def test_several_lines_have_strokes_and_names_of_their_own() -> None:
    drawn = lines("x", "Things", "per year", (("Mexico", POINTS), ("Colombia", ((1999, 2.0), (2001, 2.1)))), "A source")
    assert drawn.svg.count("<path") == 2 and drawn.svg.count("stroke-dasharray") == 1 and ">1999<" in drawn.svg
    heights = dict(re.findall(r'y="([\d.]+)"[^>]*>(Mexico|Colombia)<', drawn.svg))
    assert len(heights) == 2 and abs(float(min(heights)) - float(max(heights))) >= 13.9
    assert drawn.alt.startswith("Mexico: A line of 4") and drawn.caption.endswith("Source: A source.")
