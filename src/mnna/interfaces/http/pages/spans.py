"""A country's spans in time, as bars on one scale of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mnna.answers.status import StatusAnswer
from mnna.interfaces.http.template_filters import longdate
from mnna.registry.records import Span

UNITS = 1000
"""Width of the scale; a bar is stretched to the page's own width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One span on the scale: where it begins and how long it is, whether it is certain, and its days in words."""

    x: float
    width: float
    sure: bool
    says: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The decades of the scale with their places, the place of the day, and the title and bars of each status."""

    decades: tuple[tuple[int, float], ...]
    now: float
    rows: tuple[tuple[str, str, tuple[Bar, ...]], ...]


def timeline(answer: StatusAnswer, first: list[str]) -> Timeline:
    """Every status the country holds or held, those named in `first` before the others."""
    spans: dict[str, list[Span]] = {}
    for (country, id_), found in answer.registry.by_key.items():
        if country == answer.country.iso3 and found:
            spans[id_] = list(found)
    order = [id_ for id_ in first if id_ in spans] + [id_ for id_ in spans if id_ not in first]
    begin = min((span.since.year for found in spans.values() for span in found), default=1990) // 10 * 10
    end = max(answer.on, date.today()).year + 1
    scale = _Scale(begin, end)
    rows = [(id_, answer.registry.kinds[id_].title, tuple(scale.bar(span) for span in spans[id_])) for id_ in order]
    step = 10 if end - begin <= 80 else 20
    decades = tuple((year, scale.at(date(year, 1, 1))) for year in range(begin, end, step))
    return Timeline(decades, scale.at(answer.on), tuple(rows))


@dataclass(frozen=True, slots=True)
class _Scale:
    begin: int
    end: int

    def at(self, day: date) -> float:
        years = day.year + (day.timetuple().tm_yday - 1) / 365.25 - self.begin
        return round(UNITS * min(1.0, max(0.0, years / (self.end - self.begin))), 1)

    def bar(self, span: Span) -> Bar:
        x = self.at(span.since)
        until = span.until or date(self.end, 1, 1)
        sure = span.holds == "yes"
        end = longdate(span.until) if span.until else "still"
        says = f"{longdate(span.since)} to {end}" if span.until else f"since {longdate(span.since)}"
        return Bar(x, max(2.0, round(self.at(until) - x, 1)), sure, says + ("" if sure else ", not certain"))
