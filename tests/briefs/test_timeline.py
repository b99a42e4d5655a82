"""The timeline: bars to scale, in words beside the picture."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mnna.answers.status import status_in
from mnna.briefs.timeline import LEFT, timeline
from mnna.present.document import Picture
from mnna.present.svg import WIDTH
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from tests.answers.worlds import registry, span
from tests.golden import kept

ON = date(2026, 11, 24)
KIND = load_registry().kind("mnna")
END = WIDTH - 12


def drawn(*spans: object, on: date = ON) -> Picture:
    return timeline([status_in(registry(list(spans)), countries()["MEX"], on)], KIND, on)  # type: ignore[arg-type]


def bars(picture: Picture) -> list[tuple[float, float, bool]]:
    """Every bar: where it begins, how long it is, and whether it is hatched."""
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="9" fill="([^"]+)"', picture.svg)
    return [(float(x), float(width), fill.startswith("url")) for x, width, fill in found]


def place(day: date, first: date = date(2010, 1, 1)) -> float:
    return LEFT + (END - LEFT) * (day - first).days / (ON - first).days


def test_a_bar_lies_from_its_first_day_to_the_day_asked_about() -> None:
    ((x, width, hatched),) = bars(drawn(span("MEX", "mnna", "2018-11-24")))
    assert x == pytest.approx(place(date(2018, 11, 24)), abs=0.1)
    assert x + width == pytest.approx(END, abs=0.2) and not hatched


def test_a_window_at_the_beginning_is_hatched_and_the_rest_is_not() -> None:
    first, second = bars(drawn(span("MEX", "mnna", "2012-01-01", "2016-01-01", since_by="2014-01-01")))
    assert first[2] and not second[2]
    assert first[0] == pytest.approx(place(date(2012, 1, 1)), abs=0.1)
    assert second[0] == pytest.approx(place(date(2014, 1, 1)), abs=0.1)
    assert sum(second[:2]) == pytest.approx(place(date(2016, 1, 1)), abs=0.2)


def test_what_is_unknown_is_hatched_throughout_and_a_moment_is_seen() -> None:
    ((_, width, hatched),) = bars(drawn(span("MEX", "mnna", "2012-01-01", "2014-01-01", holds="unknown")))
    assert hatched and width == pytest.approx(place(date(2014, 1, 1)) - place(date(2012, 1, 1)), abs=0.2)
    ((_, width, _),) = bars(drawn(span("MEX", "mnna", "2012-01-01", "2012-01-02")))
    assert width == 1.5


def test_the_picture_as_it_is() -> None:
    spans = (
        span("MEX", "mnna", "1987-01-01", "1990-06-01", since_by="1990-06-01"),
        span("MEX", "mnna", "1996-05-01", "2001-01-01")._replace(until_by=date(2002, 1, 1)),
        span("MEX", "nato", "2012-01-01", "2014-01-01", holds="unknown"),
        span("MEX", "rio-treaty", "2020-02-29"),
    )
    svg = "\n".join(drawn(*spans[:count]).svg.replace("><", ">\n<") for count in range(len(spans) + 1))
    kept(Path(__file__).with_name("golden") / "timeline.svg.txt", svg)


def test_a_status_asked_about_has_a_lane_even_where_it_is_not_held() -> None:
    found = drawn()
    assert bars(found) == [] and "not held" in found.svg
    assert found.alt == f"For Mexico: {KIND.name} not held."


def test_the_words_tell_every_lane_with_its_days() -> None:
    found = drawn(span("MEX", "mnna", "2012-01-01", "2014-01-01"), span("MEX", "mnna", "2020-01-01", holds="unknown"))
    assert found.alt == (
        f"For Mexico: {KIND.name} from 1 January 2012 until 1 January 2014 and unknown since 1 January 2020."
    )
    assert found.title == "Statuses over time, to 24 November 2026"
    assert "mnna" not in drawn(span("MEX", "mnna", "2027-01-01")).alt


@pytest.mark.parametrize(
    ("since", "years"), [("1990-01-01", ["1990", "2000", "2010"]), ("2012-01-01", ["2010", "2015"])]
)
def test_years_are_marked_every_ten_or_every_five(since: str, years: list[str]) -> None:
    shown = re.findall(r">(\d{4})</text>", drawn(span("MEX", "mnna", since)).svg)
    assert shown[: len(years)] == years and shown[-1] == "2026"
