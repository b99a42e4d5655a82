"""The timeline picture: a bar to scale for each span of each country, hatched where the status is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mnna.answers.status import StatusAnswer
from mnna.present.days import day
from mnna.present.document import Picture
from mnna.present.numbers import listed
from mnna.present.svg import WIDTH, drawing, hatch, label, rect, rule, words
from mnna.registry.countries import the
from mnna.registry.records import Span, StatusKind
from mnna.registry.statuses import headline, lanes

LEFT, LANE, BAR = 196.0, 18.0, 9.0
Lane = tuple[StatusKind, Sequence[Span]]
"""One line of the picture: a status and its spans."""


def timeline(answers: Sequence[StatusAnswer], kind: StatusKind, on: date) -> Picture:
    """Return a picture of the spans of every country up to the day; `kind` has a line even if it is not held."""
    groups = [(answer, _lanes(answer, kind, on)) for answer in answers]
    years = [span.since.year for _, rows in groups for _, spans in rows for span in spans]
    scale = _Scale(max(min([*years, on.year - 10]) // 10 * 10, 1), on)
    inside, height = _body(groups, scale)
    title = f"Statuses over time, to {day(on)}"
    alt = " ".join(_told(answer, rows) for answer, rows in groups)
    caption = (
        "Black: NATO, ally, and treated as ally; gray: other statuses; hatched: not known whether or from which day "
        "it is held. A bar that reaches the line at the right is in force on that day."
    )
    return drawing("timeline", title, alt, caption, height, inside, [hatch("timeline-open", 4, 1.1)])


class _Scale:
    """A function from a day to its x coordinate."""

    def __init__(self, first: int, on: date) -> None:
        self.first, self.last = date(first, 1, 1), on
        self.days = max((on - self.first).days, 1)

    def __call__(self, day: date) -> float:
        return LEFT + (WIDTH - LEFT - 12) * (min(day, self.last) - self.first).days / self.days


def _lanes(answer: StatusAnswer, kind: StatusKind, on: date) -> list[Lane]:
    """Return the lines of a country: the main statuses that it held by the day, and always `kind`."""
    registry, code = answer.registry, answer.country.iso3
    kinds = lanes(registry.kinds)
    shown = kinds if kind in kinds else (kind, *kinds)
    found = [(one, [s for s in registry.spans_of(code, one.id) if s.since <= on]) for one in shown]
    return [(one, spans) for one, spans in found if spans or one == kind]


def _body(groups: Sequence[tuple[StatusAnswer, list[Lane]]], scale: _Scale) -> tuple[list[str], float]:
    """Return the SVG elements of the axis and all lines, and the height of the picture."""
    drawn: list[str] = []
    y = 6.0
    for answer, rows in groups:
        y += 14
        drawn.append(words(0, y, answer.country.name, font_weight="bold", font_size=13))
        main = headline(answer.registry.kinds)
        for kind, spans in rows:
            y += LANE
            drawn += _lane(kind, spans, y, scale, 0.95 if kind in main else 0.5)
        y += 6
    return [*_axis(scale, y + 4), *drawn], y + 24


def _axis(scale: _Scale, y: float) -> Iterator[str]:
    step = 10 if scale.days > 365 * 25 else 5
    for year in range(scale.first.year, scale.last.year + 1, step):
        x = scale(date(year, 1, 1))
        yield rule(x, x, 8.0, y, 0.18)
        if scale(scale.last) - x > 44:
            yield label(x, y + 13, str(year))
    end = scale(scale.last)
    yield rule(end, end, 8.0, y, None, 1.0)
    yield label(WIDTH - 3, y + 13, str(scale.last.year), "end")


def _lane(kind: StatusKind, spans: Sequence[Span], y: float, scale: _Scale, ink: float) -> Iterator[str]:
    yield words(0, y, kind.name[:34])
    if not spans:
        yield words(LEFT, y, "not held", font_style="italic")
    for span in spans:
        yield from _bar(span, y - BAR + 1, scale, ink)


def _bar(span: Span, top: float, scale: _Scale, ink: float) -> Iterator[str]:
    certain, end = span.since_by or span.since, span.until or scale.last
    if span.holds == "unknown":
        yield _open(scale(span.since), scale(span.until_by or end), top)
        return
    if span.since_by:
        yield _open(scale(span.since), scale(certain), top)
    if span.until_by:
        yield _open(scale(end), scale(span.until_by), top)
    if certain < end or not span.since_by:
        x, width = scale(certain), max(scale(end) - scale(certain), 1.5)
        yield rect(x, top, width, BAR, fill="currentColor", fill_opacity=ink)


def _open(start: float, end: float, top: float) -> str:
    hatched = {"fill": "url(#timeline-open)", "stroke": "currentColor", "stroke_width": 0.6}
    return rect(start, top, max(end - start, 1.5), BAR, **hatched)


def _told(answer: StatusAnswer, rows: Sequence[Lane]) -> str:
    """Return the lines of a country in words, each with its days, for the alt text."""
    name = the(answer.country.name)
    told = []
    for kind, spans in rows:
        days = [f"{'unknown ' if span.holds == 'unknown' else ''}{span.days()}" for span in spans]
        told.append(f"{kind.name} {listed(days) or 'not held'}")
    return f"For {name}: {'; '.join(told)}."
