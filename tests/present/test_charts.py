"""A line of figures by year."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from mnna.present.charts import Bar, _short, _ticks, bars, line, lines
from mnna.present.svg import to_png

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


YEARS = (Bar(2007, 0, 0, True), Bar(2008, 2e9, 3), Bar(2009, 0, 0), Bar(2010, 1e9, 1))


def test_heights_are_in_proportion_and_a_year_without_any_has_no_bar() -> None:
    picture = bars("sales", "Sales", "How to read it.", YEARS, "notice")
    root = ElementTree.fromstring(picture.svg)
    drawn = [float(one.get("height", "0")) for one in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert len(drawn) == 2 and drawn[0] == 2 * drawn[1]
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"–", "’07", "3", "1", "$2 bn"} <= set(texts)


def test_it_is_told_in_words() -> None:
    told = bars("sales", "Sales", "", YEARS, "notice").alt
    assert told == (
        "2007: none found. 2008: $2 billion in three notices. 2009: none on record. 2010: $1 billion in one notice."
    )


def test_small_and_no_amounts_have_an_axis() -> None:
    assert "$400 m" in bars("s", "S", "", (Bar(2010, 4.1e8, 1),), "notice").svg
    assert "$0" in bars("s", "S", "", (Bar(2010, 0, 1),), "notice").svg


def test_many_years_do_not_print_over_each_other() -> None:
    svg = bars("s", "S", "", tuple(Bar(1990 + n, 1e9, 1) for n in range(60)), "notice").svg
    assert len(re.findall("’", svg)) <= 30
