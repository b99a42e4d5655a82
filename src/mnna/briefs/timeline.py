"""The timeline: a bar for each span of each country, to scale, hatched where the status is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mnna.answers.status import StatusAnswer
from mnna.briefs.document import Picture
from mnna.briefs.svg import drawing, element, hatch, words
from mnna.briefs.words import listed, spoken, start, the
from mnna.registry.records import Span, StatusKind

LANES = {
    "nato": "NATO member",
    "mnna": "Major non-NATO ally",
    "treated-as-mnna": "Treated as such an ally",
    "mnna-title10": "Ally on the title-10 list",
    "itar-mnna-list": "Named in the ITAR recital",
    "nato-plus": "NATO-plus, 36(b) review",
    "mutual-defense-treaty": "Mutual defense treaty",
    "rio-treaty": "Rio Treaty",
    "major-defense-partner": "Major Defense Partner",
    "major-security-partner": "Major Security Partner",
    "ntib": "NTIB",
    "five-eyes": "Five Eyes",
    "aukus": "AUKUS",
    "rdp-mou": "Reciprocal procurement",
    "sosa": "Security of supply",
}
"""Statuses with a lane of their own, in order, under short names; the table beside the picture has the full ones."""

MAIN = ("nato", "mnna", "treated-as-mnna")
WIDTH, LEFT, LANE, BAR = 680.0, 168.0, 17.0, 9.0
Lane = tuple[str, Sequence[Span]]


def timeline(answers: Sequence[StatusAnswer], kind: StatusKind, on: date) -> Picture:
    """The spans of every country asked about, up to the day."""
    groups = [(answer, _lanes(answer, kind, on)) for answer in answers]
    years = [span.since.year for _, lanes in groups for _, spans in lanes for span in spans]
    scale = _Scale(max(min([*years, on.year - 10]) // 10 * 10, 1), on)
    inside, height = _body(groups, scale)
    title = f"Statuses over time, to {spoken(on)}"
    alt = " ".join(_told(answer, lanes) for answer, lanes in groups)
    caption = (
        "Black: NATO, ally, and treated as ally; gray: other statuses; hatched: not known whether or from which day "
        "it is held. A bar that reaches the line at the right is in force on that day."
    )
    svg = drawing(WIDTH, height, title, alt, [hatch("timeline-open", 4, 1.1)], inside, "timeline")
    return Picture("timeline", title, alt, caption, svg)


class _Scale:
    """Days to places from left to right."""

    def __init__(self, first: int, on: date) -> None:
        self.first, self.last = date(first, 1, 1), on
        self.days = max((on - self.first).days, 1)

    def __call__(self, day: date) -> float:
        return LEFT + (WIDTH - LEFT - 12) * (min(day, self.last) - self.first).days / self.days


def _lanes(answer: StatusAnswer, kind: StatusKind, on: date) -> list[Lane]:
    registry, code = answer.registry, answer.country.iso3
    titles = LANES if kind.id in LANES else {kind.id: kind.title} | LANES
    spans = {id_: [s for s in registry.spans_of(code, id_) if s.since <= on] for id_ in titles}
    return [(id_, found) for id_, found in spans.items() if found or id_ == kind.id]


def _body(groups: Sequence[tuple[StatusAnswer, list[Lane]]], scale: _Scale) -> tuple[list[str], float]:
    drawn: list[str] = []
    y = 6.0
    for answer, lanes in groups:
        y += 14
        drawn.append(words(0, y, answer.country.name, font_weight="bold", font_size=12))
        for id_, spans in lanes:
            y += LANE
            drawn += _lane(id_, spans, y, scale, answer)
        y += 6
    return [*_axis(scale, y + 4), *drawn], y + 24


def _axis(scale: _Scale, y: float) -> Iterator[str]:
    step = 10 if scale.days > 365 * 25 else 5
    for year in range(scale.first.year, scale.last.year + 1, step):
        x = scale(date(year, 1, 1))
        yield element("line", x1=x, x2=x, y1=8.0, y2=y, stroke="currentColor", stroke_opacity=0.18, stroke_width=0.8)
        if scale(scale.last) - x > 30:
            yield words(x, y + 13, str(year), text_anchor="middle", font_size=10)
    end = scale(scale.last)
    yield element("line", x1=end, x2=end, y1=8.0, y2=y, stroke="currentColor", stroke_width=1.0)
    yield words(WIDTH, y + 13, str(scale.last.year), text_anchor="end", font_size=10)


def _lane(id_: str, spans: Sequence[Span], y: float, scale: _Scale, answer: StatusAnswer) -> Iterator[str]:
    label = LANES.get(id_, answer.registry.kind(id_).title)
    yield words(0, y, label[:34])
    if not spans:
        yield words(LEFT, y, "not held", font_style="italic")
    for span in spans:
        yield from _bar(span, y - BAR + 1, scale, 0.95 if id_ in MAIN else 0.5)


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
        yield element("rect", x=x, y=top, width=width, height=BAR, fill="currentColor", fill_opacity=ink)


def _open(start: float, end: float, top: float) -> str:
    return element(
        "rect",
        x=start,
        y=top,
        width=max(end - start, 1.5),
        height=BAR,
        fill="url(#timeline-open)",
        stroke="currentColor",
        stroke_width=0.6,
    )


def _told(answer: StatusAnswer, lanes: Sequence[Lane]) -> str:
    """The picture in words: each lane with its days."""
    name = the(answer.country.name)
    told = [f"{LANES.get(id_, id_)} {listed([_days(span) for span in spans]) or 'not held'}" for id_, spans in lanes]
    return f"For {name}: {'; '.join(told)}."


def _days(span: Span) -> str:
    until = f" until {spoken(span.until)}" if span.until else ""
    first = start(span.since, span.since_by)
    return f"{'unknown ' if span.holds == 'unknown' else ''}from {first}{until}"
