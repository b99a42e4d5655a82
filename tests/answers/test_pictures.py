"""Pictures of comparisons: sources named, no color, nothing loaded from a network."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from mnna.answers import pictures
from mnna.answers.compare import compare, timelines

TODAY = "2026-11-24"


def _texts(svg: str) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join(text.strip() for text in root.itertext() if text.strip())


def test_a_comparison_as_a_picture() -> None:
    chart = pictures.comparison(compare("MEX", to=["COL"], on=TODAY))
    svg = chart.svg()
    assert "Colombia" in _texts(svg) and "Electoral democracy" in _texts(svg)
    assert "Mexico 0.469 in 2025" in chart.alt and chart.alt in ElementTree.fromstring(svg).findtext("{*}desc", "")
    assert 'role="img"' in svg and "Census" in chart.sources
    assert chart.spec["description"] == chart.alt
    assert chart.svg() == svg  # the same every time


def test_a_picture_names_its_sources_and_their_licences() -> None:
    strip = _texts(pictures.comparison(compare("MEX", to=["COL"], on=TODAY)).svg())
    assert "US Census Bureau (public domain)" in strip and "UCDP and PRIO (CC BY 4.0)" in strip
    lines = _texts(pictures.timelines(timelines("homicide_rate", ["MEX"], TODAY)).svg())
    assert "World Bank" in lines and "CC BY 4.0" in lines


def test_pictures_use_no_colour() -> None:
    charts = [
        pictures.comparison(compare("MEX", on=TODAY)),
        pictures.timelines(timelines("homicide_rate", ["MEX", "COL"], TODAY)),
    ]
    for chart in charts:
        for element in ElementTree.fromstring(chart.svg()).iter():
            for name in ("fill", "stroke"):
                value = element.get(name, "")
                if value.startswith("#") and len(value) == 7:
                    assert value[1:3] == value[3:5] == value[5:7], value


def test_lines_as_a_picture_break_where_years_are_missing() -> None:
    lines = timelines("homicide_rate", ["EGY"], TODAY)
    runs = {point["run"] for point in pictures._runs(lines, "EGY")}
    years = [year for _, year, _ in lines.points]
    assert len(runs) == 1 + sum(b - a > 1 for a, b in pairwise(years)) > 1


def test_a_country_without_figures_says_so_in_its_panel() -> None:
    chart = pictures.timelines(timelines("population", ["TWN"], TODAY))
    assert "no figure" in _texts(chart.svg()) and "persons" in _texts(chart.svg()) and "no figure" in chart.alt


def test_one_year_alone_is_one_mark_on_the_axis() -> None:
    svg = pictures.timelines(timelines("us_land_border_km", ["MEX"], TODAY)).svg()
    labels = [text.text for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert labels.count("2025") == 1 and "2026" not in labels


def test_pictures_load_nothing_from_a_network() -> None:
    spec = pictures.timelines(timelines("population", ["MEX"], TODAY)).spec
    assert '"url"' not in str(spec).replace("'", '"')
