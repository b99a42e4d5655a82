"""The record types of the tables of facts: one immutable record per row, with its source and confidence.

They are tuples instead of dataclasses, because a command reads hundreds of rows and tuples are faster to make.
"""

from __future__ import annotations

from datetime import date

from mnna.quick import QuickTuple
from mnna.registry.days import a_day, held_days


class Country(QuickTuple):
    """An actor with an ISO 3166 alpha-3 code, or `XKX` Kosovo, `TWN` Taiwan, `NATO` the organization.

    `article` is `the` if the name takes it in a sentence: the Philippines, the United Kingdom.
    """

    iso3: str
    name: str
    name_us_government: str
    iso2: str
    gec: str
    cow: str
    gw: str
    region: str
    combatant_command: str
    sovereign: str
    capital: str
    capital_lat: str
    capital_lon: str
    lat: str
    lon: str
    note: str
    article: str = ""

    def as_json(self) -> str:
        """Return the code, which is the country in JSON."""
        return self.iso3


class DatedCode(QuickTuple):
    """A code that a data set gave a country on earlier days only; today's code is in the table of countries.

    `system` is `cow` (Correlates of War) or `gw` (Gleditsch and Ward); `since` is included, `until` is not.
    """

    country: str
    system: str
    code: str
    since: date
    until: date
    source: tuple[str, ...]
    note: str


class StatusKind(QuickTuple):
    """A named relation to the United States.

    `absent` is the value for a country that no row names (`no` for a complete list, `unknown` otherwise), `known_from`
    the first day the list is encoded, `reading` what was read of it and when (a row of `readings.csv`, or the day of
    its text). Three columns say what an act that begins or ends this status does to other lists: `follows` are lists
    that follow by a later act of their own, unknown from the beginning on; `brings` statuses that begin and end with
    this one; `part_of` the status this one is a part of. `unknown_because` says why a place on this list is unknown if
    it follows another. `bears` is the effect of the status in US law: it `gives` something or lifts a bar, it `bars` or
    withholds something, or it is `neutral`.

    `family` is its kind (`FAMILIES` of `cells`, or empty). `predicate` follows the word "is" of a country that has it;
    `short` is its name in pictures. `headline`, `lane` and `backdrop` are its ranks, from 1: among the statuses named
    first for a country, in a picture of statuses over time, and behind the line of a figure. `treated_as` is the status
    the law treats its holders as having. `also_listed` are other official lists of the same status, `if_they_differ` is
    the text for a list that differs from it (`{list}` and `{status}` are yes or no), and `preceded_by` is the list
    before the status existed. `grantable` is `no` for what no act could give a country: to be the alliance itself, a
    place on a list that was frozen, a place on the map; and for being outside a treaty, which is the end of being in
    it. `usual` is `yes` for the status that a question without one means. `excluded_by` is a status that excludes this
    one: a country outside a treaty is not a party to it.
    """

    id: str
    title: str
    definition: str
    citation: str
    absent: str
    known_from: date | None
    reading: str
    follows: tuple[str, ...]
    note: str
    part_of: str = ""
    brings: tuple[str, ...] = ()
    unknown_because: str = ""
    bears: str = "neutral"
    family: str = ""
    predicate: str = ""
    short: str = ""
    headline: int | None = None
    lane: int | None = None
    backdrop: int | None = None
    treated_as: str = ""
    also_listed: tuple[str, ...] = ()
    if_they_differ: str = ""
    preceded_by: str = ""
    grantable: str = "yes"
    usual: str = "no"
    excluded_by: str = ""

    @property
    def being(self) -> str:
        """Return what a country with the status is, after the word "is": `a major non-NATO ally`."""
        return self.predicate or f"a holder of the status “{self.title}”"

    @property
    def name(self) -> str:
        """Return the short name, or the title if there is none."""
        return self.short or self.title


class Span(QuickTuple):
    """A country holds a status from `since` (included) until `until` (excluded; None is open).

    If the exact day is not known, `since` is the first possible day and `since_by` the first certain one; likewise at
    the end. `registry/days.py` writes such days in words. `holds` is `unknown` over a span for which no source says
    whether the status is held, and `no` if a what-if assumes that it ended. `own` marks a row of the user's, `assumed`
    a row of a what-if.
    """

    country: str
    status: str
    since: date
    since_by: date | None
    until: date | None
    until_by: date | None
    holds: str
    instrument: str
    citation: str
    source: tuple[str, ...]
    confidence: str
    checked_on: date | None
    note: str
    own: bool = False
    assumed: bool = False

    @property
    def start(self) -> str:
        """Return the first day as far as it is known: `23 May 2022`, or `a day between 1 and 23 January 2026`."""
        return a_day(self.since, self.since_by)

    def days(self) -> str:
        """Return the days it is held in words, such as `since 23 May 2022` or `from 6 July 2012 until 8 May 2013`."""
        return held_days(self.since, self.since_by, self.until, self.until_by)

    def days_to_dict(self) -> dict[str, str | None]:
        """Return the days as JSON: `since_by` and `until_by` are null if the day is known."""
        days = {name: getattr(self, name) for name in ("since", "since_by", "until", "until_by")}
        return {name: day.isoformat() if day else None for name, day in days.items()}

    def touches(self, on: date) -> bool:
        """Return whether the span may cover that day."""
        end = self.until_by or self.until
        return self.since <= on and (end is None or on < end)

    def covers(self, on: date) -> bool | None:
        """Return whether this span makes the status held on that day: yes, no, or unknown (None)."""
        if not self.touches(on) or self.holds == "no":
            return False
        begun = on >= (self.since_by or self.since)
        ending = self.until is not None and on >= self.until
        return None if self.holds == "unknown" or not begun or ending else True


class Step(QuickTuple):
    """An event toward a span: announced, notified, designated, enacted, published, listed, terminated.

    If the exact day is not known, `on` is the first possible day and `on_by` the first on which it is certain.
    """

    country: str
    status: str
    step: str
    on: date
    on_by: date | None
    event: str
    instrument: str
    source: tuple[str, ...]
    confidence: str
    note: str
    own: bool = False


def asked_for(direction: str) -> str:
    """Return the `direction` of a proposal in words: `to designate`, `review`, `security guarantees`."""
    if direction in ("designate", "revoke", "codify"):
        return f"to {direction}"
    return direction.removeprefix("other (").removesuffix(")") if direction.startswith("other (") else direction


class Proposal(QuickTuple):
    """A bill, letter, remark or article that asked to designate or revoke; it gives no status."""

    id: str
    country: str
    direction: str
    kind: str
    proposer: str
    proposer_role: str
    on: str
    precision: str
    instrument: str
    outcome: str
    outcome_on: str
    note: str
    source: tuple[str, ...]
    confidence: str
    own: bool = False


class Event(QuickTuple):
    """A dated entry of the political record, with its relevance for designation."""

    on: str
    precision: str
    country: str
    event: str
    bearing: str
    source: tuple[str, ...]
    confidence: str
    note: str
    own: bool = False


def side_of(bearing: str) -> str:
    """Return the first word of an event's `bearing`: `for`, `against`, `mixed`, or another word."""
    return bearing.replace(";", " ").partition(" ")[0]


class Leader(QuickTuple):
    """A leader of a country, in office from `since` until `until` (empty: still in office)."""

    country: str
    leader: str
    party: str
    since: str
    until: str
    source: tuple[str, ...]
    confidence: str
    note: str
    own: bool = False


class Reading(QuickTuple):
    """A text or list that was read: the day of the text, the day of the reading, and how long it may be trusted.

    `budget` is a kind of `budgets.csv`, a number of days, or the last day itself; the last two need `budget_because`.
    `covers` are the sources of which this is the reading: ids, or the parts they begin with.
    """

    id: str
    what: str
    text_as_of: date
    read_on: date
    budget: str
    budget_because: str = ""
    covers: tuple[str, ...] = ()


class Budget(QuickTuple):
    """How long a kind of text may be trusted: for `days` days, or until the day of the year when the next is `due`."""

    kind: str
    days: str
    due: str
    because: str


class Depth(QuickTuple):
    """A country whose agreements, leaders, proposals and events were read, and on which day."""

    country: str
    read_on: date
    note: str


class Practice(QuickTuple):
    """One use of an authority, or the note that no use was found.

    `kind` is one of `PRACTICES`. `on` is the day of the use, or the last possible one. If none was found, `on` and
    `country` are empty and `looked_in` says where it was searched for.
    """

    authority: str
    kind: str
    country: str
    on: date | None
    what: str
    source: tuple[str, ...]
    confidence: str
    looked_in: str
    read_on: date


class Correction(QuickTuple):
    """A wrong answer of an earlier version: `on` is the day it was corrected, `about` the id it concerns, if any.

    `country` is empty if it concerned several or none in particular, `source` if no text is cited.
    """

    on: date
    versions: str
    mended_in: str
    what: str
    right: str
    country: str
    about: str
    citation: str
    source: tuple[str, ...]


class Source(QuickTuple):
    """Where a fact comes from: a statute, a notice, a report, a data set, or general knowledge, marked as such."""

    id: str
    title: str
    publisher: str
    kind: str
    address: str
    licence: str
    opened_on: str
    note: str
    own: bool = False
