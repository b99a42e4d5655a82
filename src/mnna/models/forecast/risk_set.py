"""The risk set (the countries that could be named on a day) and the events (the countries that were named).

Every sovereign state could be named that is not a member of NATO and has not been named already. Taiwan could until
30 September 2002, when a statute treated it as an ally of this kind. The five countries listed under title 10 in 1987
count as named from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from mnna.dates import spoken
from mnna.engine.record import described, in_json
from mnna.errors import BadQuestion
from mnna.models.answer import ModelAnswer
from mnna.models.panel import Naming, World
from mnna.registry.days import a_day

Dating = Literal["announced", "determined"]
DATINGS: tuple[Dating, ...] = ("announced", "determined")
FIRST_TESTED = 1996


@dataclass(frozen=True, slots=True)
class Event:
    """A country named on a day; `tested` marks a President's designation since 1996, on which forecasts are tested."""

    country: str
    on: date
    tested: bool

    @property
    def year(self) -> int:
        """The calendar year of the event."""
        return self.on.year


def named_on(naming: Naming, dating: Dating) -> date:
    """Return the day on which a country counts as named: its announcement or its determination.

    For the five countries listed under title 10 earlier, it is 1 January of the year of that listing.
    """
    if naming.early is not None:
        return date(naming.early, 1, 1)
    return naming.announced if dating == "announced" else naming.determined


def check(dating: str) -> Dating:
    """Return the dating if it is `announced` or `determined`; raises `BadQuestion` otherwise."""
    if dating not in DATINGS:
        raise BadQuestion(f"the event {dating!r}", "a country is named by announcement or determination", DATINGS, "")
    return dating


def events(world: World, dating: Dating = "announced") -> tuple[Event, ...]:
    """Return every naming, oldest first: the five of 1987, New Zealand by statute, and the President's designations."""
    found = [
        Event(code, named_on(naming, dating), not naming.by_statute and naming.early is None)
        for code, naming in world.namings.items()
    ]
    return tuple(sorted(found, key=lambda event: (event.on, event.country)))


def at_risk(world: World, on: date, dating: Dating = "announced") -> tuple[str, ...]:
    """Return the codes of all countries that could be named on the day, sorted; one named on that day is included."""
    return tuple(sorted(code for code in world.actors if not why_not(world, code, on, dating)))


def why_not(world: World, code: str, on: date, dating: Dating = "announced") -> str:
    """Return why a country could not be named on the day, as a part of a sentence; empty where it could."""
    if code not in world.actors:
        return "it is not a sovereign state that could be designated"
    naming, joined, treated = world.namings.get(code), world.joined_nato.get(code), world.treated_as.get(code)
    if naming is not None and on > named_on(naming, dating):
        return _named(naming)
    if joined is not None and on >= joined:
        return f"it has been a member of NATO since {spoken(joined)}"
    if treated is not None and on >= treated:
        return f"it has been treated as though designated since {spoken(treated)}"
    since = world.actors[code].since
    return f"it did not exist before {since}" if since is not None and on.year < since else ""


def _named(naming: Naming) -> str:
    """Return how and when a country was named, with each day labeled as announcement, designation or listing."""
    law = "deemed designated by statute" if naming.by_statute else "designated"
    designated = f"{law} on {a_day(naming.determined, naming.determined_by)}"
    if naming.early is not None:
        return f"it is counted as named since it was listed under title 10 in {naming.early}, and was {designated}"
    if naming.announced < naming.determined:
        return f"it was announced on {spoken(naming.announced)} and {designated}"
    return f"it was {designated}"


@dataclass(frozen=True, slots=True, repr=False)
class RiskSet(ModelAnswer):
    """The countries that could be named on a day, and the rule that defines them."""

    on: date
    event: str
    rule: str = field(metadata=described("The rule in words."))
    countries: tuple[str, ...]

    @property
    @in_json()
    def n(self) -> int:
        """The number of countries."""
        return len(self.countries)

    def summary(self) -> str:
        """Return the number of countries and the day."""
        return f"{self.n} countries on {self.on}"


def whole(world: World, on: date, dating: Dating = "announced") -> RiskSet:
    """Return the risk set of a day with its rule, which is the second paragraph of this module's docstring."""
    rule = " ".join((__doc__ or "").split("\n\n")[1].split())
    return RiskSet(on, dating, rule, at_risk(world, on, dating))
