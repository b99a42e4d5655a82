"""Meetings of leaders as a predictor: how often a country's leaders met with the US side in the years before a day.

The lists are those of `series.meetings`. The Historian publishes months late, so each list counts as complete only up
to its last meeting; for a later day the count ends there. Colombia's visit of 10 March 2022, on which its designation
was announced, is missing in the source.
"""

from __future__ import annotations

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

KINDS = {"leader": 2, "president": 3, "secretary": 2}
"""How many years before a day a meeting counts, by its kind."""
WITHIN = 3  # most days between a meeting and an announcement that are counted as belonging together


def covered() -> date:
    """Return the last day that every list covers."""
    return min(through(kind) for kind in KINDS)


def _windows(day: date) -> dict[str, tuple[date, date]]:
    """Return, by kind, the first day (included) and last day (excluded) on which a meeting counts."""
    ends = {name: min(day, through(name) + timedelta(days=1)) for name in KINDS}
    return {name: (years_before(ends[name], years), ends[name]) for name, years in KINDS.items()}


def _counted(world: World, country: str, windows: dict[str, tuple[date, date]]) -> int:
    """Return the number of a country's meetings within the days of their kind."""
    return sum(windows[one.kind][0] <= one.on < windows[one.kind][1] for one in world.meetings.get(country, ()))


def with_troops(world: World, field: ForecastSet, whole_years: bool = False) -> Floats:
    """Return two columns, the z-scores of log troops and log(1 + meetings), by country; NaN without a troop count.

    Meetings to the day before the forecast's count, or with `whole_years` only those of earlier years.
    """
    troops = field.known.column(declared_rule.leading())
    windows = _windows(date(field.on.year, 1, 1) if whole_years else field.on)
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
        if first <= one.on <= min(last, gone.get(code, last)) and code in past.years[one.on.year].countries
    }
    beside = sum(any(code == c and abs((day - on).days) <= WITHIN for c, on in met) for code, day in named.items())
    says = beside and (
        f"If a meeting with a country is on the calendar: {beside} of {len(named)} announcements came within {WITHIN} "
        "days of a recorded meeting with that country, of leaders or of the Secretary of State. From "
        f"{first.year} to {last.year} there were {len(met):,} such meetings with countries that could be named. "
        f"So about 1 in {round(len(met) / beside)} came with an announcement."
    )
    return Calendar(first, last, len(met), WITHIN, beside, len(named), says or "")
