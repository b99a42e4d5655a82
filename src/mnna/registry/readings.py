"""Which texts were read, of which day, how long each is trusted, and of which countries more than the lists was read.

Up to the day of the text an answer is certain. After it the text is trusted for its budget, and an answer names the
day. Once today is past the budget, any day after the budget is unknown. A day after today is a projection: it uses what
is known today.

`not_found.csv` has the lists that were searched for and not found: on their days absence does not mean *no*. It names
the list (a status), the days (`until` is the first day that is known again, empty if none is), what was not found, and
the search that failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from mnna.dates import spoken
from mnna.errors import BadFacts
from mnna.quick import QuickTuple
from mnna.registry.countries import the
from mnna.registry.days import day, today
from mnna.registry.read_tables import TABLES, read
from mnna.registry.records import Budget, Country, Depth, Reading

FRESH = timedelta(days=90)
"""For how long after the last reading a question without a day means today; later it means the last reading."""

OWN_LISTS = "executive list"
"""The budget of a user's own list that gives only the day of its text."""

HALF_A_YEAR = timedelta(days=182)
"""A yearly text is next due more than half a year after the last one."""


class Trust(QuickTuple):
    """A reading and the last day on which it is trusted; `because` is the reason for that day.

    `budget` is a kind of `budgets.csv`, a number of days, or that last day itself.
    """

    id: str
    what: str
    text_as_of: date
    read_on: date
    trusted_to: date
    because: str
    budget: str = ""

    @property
    def runs_out(self) -> bool:
        """Return whether its budget is a day of its own, such as that on which an act expires."""
        return _is_day(self.budget)


@cache
def readings() -> Mapping[str, Trust]:
    """Return every reading of the package's table, by id and in its order; raises `BadFacts` for an invalid budget."""
    return MappingProxyType({row.id: _trust(row) for row in _rows()})


@cache
def _rows() -> list[Reading]:
    return read(TABLES, "readings", Reading)


@cache
def budgets() -> Mapping[str, Budget]:
    """Return the budget of each kind of text, by kind."""
    return MappingProxyType({row.kind: row for row in read(TABLES, "budgets", Budget)})


def _trust(row: Reading) -> Trust:
    kind = budgets().get(row.budget)
    if kind is None and not row.budget_because:
        raise BadFacts(f"the reading {row.id}", "a budget of its own needs a reason", (), "Fill in budget_because.")
    text, budget = row.text_as_of, row.budget
    own = day(budget) if _is_day(budget) else None
    last = _of_kind(text, kind) if kind else own or text + timedelta(days=int(budget))
    because = row.budget_because or (kind.because if kind else "")
    return Trust(row.id, row.what, row.text_as_of, row.read_on, last, because, row.budget)


def _is_day(cell: str) -> bool:
    return len(cell) == 10 and cell[4] == cell[7] == "-"


def _of_kind(text: date, kind: Budget) -> date:
    """Return the last day for a kind: after its days, or the eve of the next text, or `date.max` if unlimited."""
    if kind.days:
        return text + timedelta(days=int(kind.days))
    if not kind.due:
        return date.max
    due = date.fromisoformat(f"{text.year}-{kind.due}")
    return (due if due - text > HALF_A_YEAR else due.replace(year=due.year + 1)) - timedelta(days=1)


@cache
def reading(named: str) -> Trust | None:
    """Return the reading with that id; for a day, that of a user's own list with a text of that day; None if empty."""
    if not _is_day(named):
        return readings()[named] if named else None
    return _trust(Reading(named, "your own list", day(named), day(named), OWN_LISTS))


@cache
def reading_of(source: str) -> Trust | None:
    """Return the reading of the sources of a text of law (ids with `;` between); of several, the least trusted.

    None if no reading covers any of them; every source of the encoded law is covered.
    """
    found = [one for id_ in source.split(";") if (one := _covering(id_)) is not None]
    return min(found, key=lambda one: (one.trusted_to, one.text_as_of), default=None)


def _covering(source: str) -> Trust | None:
    """Return the reading that covers a source: by its id, or by the longest prefix of its hyphenated parts."""
    parts = source.split("-")
    named = ("-".join(parts[:size]) for size in range(len(parts), 0, -1))
    return next((readings()[_covers()[part]] for part in named if part in _covers()), None)


@cache
def _covers() -> Mapping[str, str]:
    return {part: row.id for row in _rows() for part in row.covers}


def laws() -> tuple[str, ...]:
    """Return the ids of the readings that cover texts of law, in the order of the table."""
    return tuple(dict.fromkeys(_covers().values()))


def lapsed(trust: Trust | None, on: date) -> bool:
    """Return whether a text is no longer trusted for a day: its budget ended before that day and before today."""
    return trust is not None and on > trust.trusted_to and today() > trust.trusted_to


def older(used: Iterable[Trust | None], on: date) -> list[date]:
    """Return the days of those texts that are older than the day of the question."""
    return [one.text_as_of for one in used if one is not None and one.text_as_of < on]


def read_again(trust: Trust) -> str:
    """Return what would settle a question whose text is past its budget."""
    until = f"trusted through {spoken(trust.trusted_to)}" if trust.trusted_to > trust.text_as_of else "trusted no later"
    return f"a later text of {trust.what} (the one read is of {spoken(trust.text_as_of)}, {until})"


def last_said(trust: Trust, name: str, held: bool | None) -> str:
    """Return what would settle whether a list past its budget names a country, and what the list last said."""
    said = {True: f"names {name}", False: f"does not name {name}", None: f"leaves {name} open"}[held]
    return f"{read_again(trust)[:-1]}, and {said})"


@cache
def read_through() -> date:
    """Return the last day on which a text was read for this release."""
    return max(one.read_on for one in readings().values())


def default_day() -> date:
    """Return the day of a question without one: today, or the last reading if that is more than 90 days ago."""
    now = today()
    return now if now - read_through() <= FRESH else read_through()


def question_day(asked: date | str | None) -> date:
    """Return the day of a question: ISO text, a date, or None for `default_day`; raises `BadDate` for other text."""
    return default_day() if asked is None else day(asked)


def first_line(on: date, texts: Sequence[date] = ()) -> str:
    """Return the line above an answer for that day; `texts` are the days of older texts behind it. It may be empty.

    For a day after today it says that the answer is a projection. If the last reading replaces today, it says how long
    ago that was.
    """
    now, last = today(), read_through()
    said = []
    if on > now:
        said.append(f"A projection: if nothing changes after {spoken(now)}.")
    elif on == last and now - last > FRESH:
        ago = (now - last).days
        said.append(
            f"As of {spoken(last)}, the last day that mnna's law and lists were read; today is {ago:,} days later."
        )
    said += [_texts(texts)] if texts else []
    return " ".join(said)


def _texts(days: Sequence[date]) -> str:
    """Return a sentence with the day of most texts and that of the oldest."""
    usual, oldest = max(days, key=lambda one: (days.count(one), one)), min(days)
    if usual == oldest:
        return f"As of {spoken(usual)}, the day of the text behind this answer."
    return f"As of {spoken(usual)}, the day of most texts behind this answer; the oldest is of {spoken(oldest)}."


_NOT_ASKED = ("USA", "NATO")


@cache
def depths() -> dict[str, Depth]:
    """Return every country that was read in depth, by its alpha-3 code."""
    return {row.country: row for row in read(TABLES, "depth", Depth)}


def depth_note(country: Country) -> str:
    """Return, in one or two sentences, what was read for a country beside the lists; empty for the USA and NATO."""
    if country.iso3 in _NOT_ASKED:
        return ""
    name, read = the(country.name), depths().get(country.iso3)
    if read is None:
        return (
            f"The registry is thin for {name}: the lists of law are encoded, but its agreements, leaders and events "
            f"were not read, as they were for {len(depths())} countries. That none stands here is no finding."
        )
    note = f" {read.note}" if read.note else ""
    return f"Agreements, leaders, proposals and events of {name} were read on {spoken(read.read_on)}.{note}"


class NotFound(QuickTuple):
    """The days of one list that was not found, with the search that failed."""

    status: str
    since: date
    until: date | None
    what: str
    searched: str
    read_on: date

    def covers(self, on: date) -> bool:
        """Return whether the list was not found for that day."""
        return self.since <= on and (self.until is None or on < self.until)


@cache
def not_found() -> tuple[NotFound, ...]:
    """Return every row of the table, in its order."""
    return tuple(read(TABLES, "not_found", NotFound))


@cache
def _by_status() -> dict[str, list[NotFound]]:
    found: dict[str, list[NotFound]] = {}
    for row in not_found():
        found.setdefault(row.status, []).append(row)
    return found


def missing(status: str, on: date) -> NotFound | None:
    """Return what was not found of a list for that day, or None."""
    return next((row for row in _by_status().get(status, ()) if row.covers(on)), None)
