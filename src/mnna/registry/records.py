"""The shapes of facts: one immutable record per row of a table, each with its source and confidence.

Tuples and not dataclasses: a command reads hundreds of rows before it answers, and these are made faster.
"""

from __future__ import annotations

from datetime import date

from mnna.quick import QuickTuple
from mnna.registry.days import a_day, held_days


class Country(QuickTuple):
    """An actor with an ISO 3166 alpha-3 code, or `XKX` Kosovo, `TWN` Taiwan, `NATO` the organization.

    `article` is `the` where the name takes it in a sentence: the Philippines, the United Kingdom.
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
        """The code, which stands for the country in JSON."""
        return self.iso3


class DatedCode(QuickTuple):
    """A code that a data set gave a country on earlier days only; `code` of the table of countries is today's.

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

    `absent` is what it means that no row names a country (`no` for a complete list, `unknown` otherwise), `known_from`
    the first day the list is encoded, `reading` what was read of it and when (a row of `readings.csv`, or the day of
    its text). What an act that begins or ends this status does to other lists: `follows` are lists that follow by a
    later act of their own, unknown from the beginning on, `brings` statuses that begin and end with this one, `part_of`
    the status this one is a part of. `unknown_because` says why a place on this list is unknown where it follows
    another. `bears` is what US law makes of the status: it `gives` something or lifts a bar, it `bars` or withholds
    something, or it is `neutral`.

    `family` is the kind of thing it is (`FAMILIES` of `read_tables`, or empty). `predicate` follows the word "is" of a
    country that has it, `short` is its name in pictures. `headline`, `lane` and `backdrop` are its places, from 1:
    among the statuses that say first what a country is, in a picture of statuses over time, and behind the line of a
    figure. `treated_as` is the status the law treats its holders as having. `also_listed` are other official lists of
    the same thing, `if_they_differ` is what to say where such a list differs from the status (`{list}` and `{status}`
    are yes or no), and `preceded_by` is the list that stood before the status existed. `grantable` is `no` for what no
    act could give a country: to be the alliance itself, a place on a list that was frozen, a place on the map; and for
    being outside a treaty, which is the end of being in it. `usual` is `yes` for the status that is meant where a
    question names none. `excluded_by` is a status beside which no country has this one: who is outside a treaty is no
    party to it.
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
        """What a country with the status is, after the word "is": `a major non-NATO ally`."""
        return self.predicate or f"a holder of the status “{self.title}”"

    @property
    def name(self) -> str:
        """The short name, or the title where it has none."""
        return self.short or self.title


class Span(QuickTuple):
    """A country holds a status from `since` (included) until `until` (excluded; None is open).

    Where the exact day is not known, `since` is the first possible day and `since_by` the first certain one; likewise
    at the end; `facts/days.py` puts such days into words. `holds` is `unknown` over a span for which no source says
    whether the status is held, and `no` where a what-if assumes that it ended. `own` marks a row the user laid over
    ours, `assumed` one laid for a what-if.
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
        """The first day as far as it is known: `23 May 2022`, or `a day between 1 and 23 January 2026`."""
        return a_day(self.since, self.since_by)

    def days(self) -> str:
        """The days it is held: `since 23 May 2022`, `since a day in 1987`, `from 6 July 2012 until 8 May 2013`."""
        return held_days(self.since, self.since_by, self.until, self.until_by)

    def days_to_dict(self) -> dict[str, str | None]:
        """The days as JSON: `since_by` and `until_by` are null where the day is known."""
        days = {name: getattr(self, name) for name in ("since", "since_by", "until", "until_by")}
        return {name: day.isoformat() if day else None for name, day in days.items()}

    def touches(self, on: date) -> bool:
        """Whether the span may cover that day."""
        end = self.until_by or self.until
        return self.since <= on and (end is None or on < end)

    def covers(self, on: date) -> bool | None:
        """Whether the status is held on that day by this span: yes, no, or unknown (None)."""
        if not self.touches(on) or self.holds == "no":
            return False
        begun = on >= (self.since_by or self.since)
        ending = self.until is not None and on >= self.until
        return None if self.holds == "unknown" or not begun or ending else True


class Step(QuickTuple):
    """An event on the road to a span: announced, notified, designated, published, listed, terminated.

    Where the exact day is not known, `on` is the first possible day and `on_by` the first on which it is certain.
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


class Proposal(QuickTuple):
    """A bill, letter, remark or article that asked to designate or revoke; never a status by itself."""

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
    """A dated entry of the political record, with what it bears on designation."""

    on: str
    precision: str
    country: str
    event: str
    bearing: str
    source: tuple[str, ...]
    confidence: str
    note: str
    own: bool = False


class Leader(QuickTuple):
    """Who led a country, from `since` until `until` (empty is in office)."""

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
    """A text or list that was read: of which day it is, when it was read, and how long it may be trusted.

    `budget` is a kind of `budgets.csv`, a number of days, or the last day itself; `budget_because` is needed for the
    last two. `covers` are the sources this is the reading of: ids, or the parts they begin with.
    """

    id: str
    what: str
    text_as_of: date
    read_on: date
    budget: str
    budget_because: str = ""
    covers: tuple[str, ...] = ()


class Budget(QuickTuple):
    """How long a kind of text may be trusted: for so many days, or until the day of the year when the next is due."""

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
    """A use that was made of an authority, or that none was found.

    `kind` is one of `PRACTICES`. `on` is the day of the use, or the last day it can be of; it and `country` are empty
    where none was found, and `looked_in` then says where it was looked for.
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
    """What an earlier version answered wrongly: `on` is the day it was mended, `about` the id it concerns, if one.

    `country` is empty where it concerned several or none in particular, `source` where no text is cited.
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
    """Where a fact comes from: a statute, a notice, a report, a data set, or general knowledge said to be such."""

    id: str
    title: str
    publisher: str
    kind: str
    address: str
    licence: str
    opened_on: str
    note: str
    own: bool = False
