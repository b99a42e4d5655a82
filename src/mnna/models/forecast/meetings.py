"""Meetings of leaders as a predictor: how often a country's leaders met with the US side in the years before a day.

The lists are those of `series.meetings`. The Historian publishes months late, so each list counts as complete only up
to its last meeting; for a later day the count ends there. Colombia's visit of 10 March 2022, on which its designation
was announced, is missing in the source.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from mnna.dates import years_before
from mnna.models.forecast import declared_rule
from mnna.models.forecast.features import standardized
from mnna.models.forecast.forecast_sets import ForecastSet, History
from mnna.models.forecast.risk_set import FIRST_TESTED
from mnna.models.panel import World
from mnna.models.tidy import Floats
from mnna.series.meetings import covered as through


class Kind(NamedTuple):
    """A kind of meeting: how many years before a day it counts, and the title of its list."""

    years: int
    title: str


KINDS = {
    "leader": Kind(2, "Visits by Foreign Leaders"),
    "president": Kind(3, "Travels of the President"),
    "secretary": Kind(2, "Travels of the Secretary of State"),
}
WITHIN = 3  # most days between a meeting and an announcement that are counted as belonging together


def covered() -> date:
    """Return the last day that every list covers."""
    return min(through(kind) for kind in KINDS)


def _windows(day: date) -> dict[str, tuple[date, date]]:
    """Return, by kind, the first day (included) and last day (excluded) on which a meeting counts."""
    ends = {name: min(day, through(name) + timedelta(days=1)) for name in KINDS}
    return {name: (years_before(ends[name], kind.years), ends[name]) for name, kind in KINDS.items()}


def _counted(world: World, country: str, windows: dict[str, tuple[date, date]]) -> int:
    """Return the number of a country's meetings within the days of their kind."""
    return sum(windows[one.kind][0] <= one.on < windows[one.kind][1] for one in world.meetings.get(country, ()))


def since_new_year(field: ForecastSet) -> date:
    """Return 1 January of the forecast's year, so that only meetings of earlier years count."""
    return date(field.on.year, 1, 1)


def the_day_itself(field: ForecastSet) -> date:
    """Return the day of the forecast, so that meetings up to the day before count."""
    return field.on


def with_troops(world: World, field: ForecastSet, before: Callable[[ForecastSet], date]) -> Floats:
    """Return two columns, the z-scores of log troops and log(1 + meetings), by country; NaN without a troop count.

    `before` returns the day before which meetings count.
    """
    troops = field.known.column(declared_rule.leading())
    windows = _windows(before(field))
    met = np.log1p([_counted(world, country, windows) for country in field.countries])
    return standardized(np.column_stack([troops, met]))


class Calendar(NamedTuple):
    """How often a recorded meeting with a country that could be named came with the announcement of that country.

    From `first` to `through` there were `meetings` such meetings. `announced` of the `of` announcements came within
    `within` days of a meeting.
    """

    first: date
    through: date
    meetings: int
    within: int
    announced: int
    of: int
    says: str


def calendar(past: History) -> Calendar:
    """Return how often a recorded meeting came with an announcement; `says` is empty if none did."""
    world, first = past.world, date(FIRST_TESTED, 1, 1)
    last = min(covered(), past.on)
    named = {event.country: event.on for event, _ in past.tested if event.on <= last}
    gone = {event.country: event.on for event in past.events}
    met = {
        (code, one.on)
        for code, listed in world.meetings.items()
        for one in listed
        if first <= one.on <= last and one.on <= gone.get(code, date.max) and _at_risk(past, code, one.on)
    }
    beside = sum(any(code == c and abs((day - on).days) <= WITHIN for c, on in met) for code, day in named.items())
    says = beside and (
        f"If a meeting with a country is on the calendar: {beside} of {len(named)} announcements came within {WITHIN} "
        "days of a recorded meeting with that country, of leaders or of the Secretary of State. From "
        f"{first.year} to {last.year} there were {len(met):,} such meetings with countries that could be named. "
        f"So about 1 in {round(len(met) / beside)} came with an announcement."
    )
    return Calendar(first, last, len(met), WITHIN, beside, len(named), says or "")


def _at_risk(past: History, country: str, day: date) -> bool:
    field = past.years.get(day.year)
    return field is not None and country in field.countries
