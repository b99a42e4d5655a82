"""The command `panel`: countries by years, with their statuses, the verdicts of the law, and figures."""

from __future__ import annotations

import operator
from calendar import isleap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from mnna.answers.country_years import ALL, CODES, DETAILS, Line, PanelColumn, chosen, lines
from mnna.answers.inputs import names
from mnna.answers.stamped import StampedWithFigures
from mnna.dates import spoken
from mnna.engine.reasons import own_row
from mnna.engine.record import HIDDEN, described, in_json
from mnna.errors import BadDate, BadQuestion, UnknownCountry
from mnna.ids import AuthorityId, StatusId
from mnna.registry.countries import countries as known
from mnna.registry.countries import ours, resolve
from mnna.registry.days import today
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country

FIRST, AHEAD = 1900, 10
"""The first year that can be asked for, and how many years after this one."""
USUAL_FIRST = 1960
LAST_DAY = "12-31"


@dataclass(frozen=True, repr=False)
class PanelAnswer(StampedWithFigures):
    """Countries by years: in the wide form one row a country and year, in the long form one a cell."""

    start: int = field(metadata=described("The first year.", "from"))
    end: int = field(metadata=described("The last year.", "to"))
    at: str = field(metadata=described("The day of each year that is asked about, as month and day."))
    long: bool = field(metadata=described("Whether each cell has a row of its own, with what is known of it."))
    columns: tuple[PanelColumn, ...] = field(metadata=described("What each column is, in the order of the columns."))
    countries: tuple[Country, ...] = field(metadata=described("The countries, by code."))
    asked: tuple[PanelColumn, ...] = field(metadata=HIDDEN)
    registry: Registry = field(metadata=HIDDEN)

    @property
    @in_json()
    def notes(self) -> tuple[str, ...]:
        """Notes on the rows."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        now = today()
        if self.days[-1] > now:
            yield f"Rows of a day after {spoken(now)} are projections: they hold if nothing changes."
        if any(map(ours, self.countries)):
            yield "Questions of law are about foreign countries: for the United States they are empty."
        codes = {country.iso3 for country in self.countries}
        spans = [span for span in self.registry.spans if span.own and span.country in codes]
        if own := [own_row(span) for span in spans if any(map(span.touches, self.days))]:
            yield f"Your own facts that count in the rows: {'; '.join(own)}."  # no cell of the wide form can mark them

    @property
    def days(self) -> tuple[date, ...]:
        """The day of each year."""
        return tuple(_day(year, self.at) for year in range(self.start, self.end + 1))

    @cached_property
    def lines(self) -> list[Line]:
        """The rows as tuples, in the order of `columns`."""
        return lines(self.registry, self.days, self.countries, self.asked, self.long)

    @property
    @in_json()
    def rows(self) -> tuple[Mapping[str, Any], ...]:
        """The rows, each as column name to cell; an empty cell is null."""
        names = self.names
        return tuple(dict(zip(names, line, strict=True)) for line in self.lines)

    @property
    def names(self) -> list[str]:
        """The column names."""
        return [column.name for column in self.columns]

    @property
    def cells(self) -> int:
        """How many cells the panel computes."""
        return len(self.countries) * len(self.days) * len(self.asked)

    def summary(self) -> str:
        """Return the years, the countries, and the number of columns of each kind."""
        kinds = [column.kind for column in self.asked]
        counts = ", ".join(f"{kind} {kinds.count(kind)}" for kind in dict.fromkeys(kinds))
        noun = "country" if len(self.countries) == 1 else "countries"
        return f"{len(self.countries)} {noun}, {self.start} to {self.end}; columns: {counts}"


def panel(
    start: int | None = None,
    end: int | None = None,
    *,
    statuses: Sequence[StatusId] | StatusId | str = (),
    authorities: Sequence[AuthorityId] | AuthorityId | str = (),
    indicators: Sequence[str] | str = (),
    countries: Sequence[str] | str = (),
    at: str = LAST_DAY,
    long: bool = False,
    facts: Path | None = None,
) -> PanelAnswer:
    """Return statuses, verdicts of the law and figures of countries, for every year from `start` to `end`.

    Without ids the panel has every status and every question of law, without countries all of them, and without years
    1960 to the last year whose day is over. A verdict is `yes`, `no` or `unknown`; a missing figure is None. Raises
    `BadDate` for a year out of range or an invalid day, `BadQuestion` for years in the wrong order, `UnknownWord`,
    `UnknownCountry` or `BadFacts`.
    """
    if isinstance(countries, str) and not countries.strip():
        wrong = "no country has that code or name"
        raise UnknownCountry(f"the country {countries!r}", wrong, (), "Leave it out for all.")
    registry = load_registry(facts)
    first, last = _years(start, end, at)
    given = (names(one) for one in (statuses, authorities, indicators))  # refuses what is no text
    asked = chosen(registry, *map(several, given))
    columns = (*CODES, *(DETAILS if long else asked))
    return PanelAnswer(first, last, at, long, columns, _countries(several(names(countries))), asked, registry)


def several(given: Sequence[str] | str) -> tuple[str, ...]:
    """Return ids from a list, or from one text with commas between them."""
    parts = given.split(",") if isinstance(given, str) else [part for one in given for part in str(one).split(",")]
    return tuple(part.strip() for part in parts if part.strip())


def _countries(asked: tuple[str, ...]) -> tuple[Country, ...]:
    found = known().values() if not asked or ALL in asked else (resolve(one) for one in asked)
    return tuple({country.iso3: country for country in sorted(found, key=lambda one: one.iso3)}.values())


def _years(start: int | None, end: int | None, at: str) -> tuple[int, int]:
    """Return the first and the last year; raises `BadDate` for one out of range, `BadQuestion` for the wrong order."""
    now = today()
    over = now.year if _day(now.year, at) <= now else now.year - 1
    last = _year(end, over)
    first = _year(start, min(USUAL_FIRST, last))
    if first > last:
        raise BadQuestion(
            f"the years {first} to {last}", "the last year is before the first", (), "Give them in order."
        )
    return first, last


def _year(asked: int | None, usual: int) -> int:
    if asked is None:
        return usual
    try:
        year = operator.index(asked)  # also accepts an integer of numpy
    except TypeError:
        raise BadDate(f"the year {asked!r}", "it is not a whole number", (), "Write it like 2020.") from None
    last = today().year + AHEAD
    if isinstance(asked, bool) or not FIRST <= year <= last:
        raise BadDate(f"the year {asked}", f"it is not between {FIRST} and {last}", (), "")
    return year


def _day(year: int, at: str) -> date:
    """Return the day `at` in a year, with 28 February for 29 February in other years.

    Raises `BadDate` for an invalid one.
    """
    try:
        return date.fromisoformat(f"{year:04}-{'02-28' if at == '02-29' and not isleap(year) else at}")
    except ValueError:
        raise BadDate(f"the day of the year {at!r}", "it is not a month and day", (), "Write 12-31 or 07-01.") from None
