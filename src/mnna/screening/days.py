"""How a column writes its days: ISO always; other forms only where the whole column leaves no doubt.

7/3/2024 is March or July by habit. A column that holds 23/3/2024 somewhere, and nowhere 3/23/2024, has a day first;
one that shows neither is refused with the option that settles it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from mnna.dates import MONTHS
from mnna.errors import BadQuestion
from mnna.screening.engines.dialect import Phrases


class DayForm(Enum):
    """The order of a day written with numbers, where the year does not come first."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


YEAR_FIRST = r"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$"
DIGITS = r"^([0-9]{4})([0-9]{2})([0-9]{2})$"
LONG = r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$"
SHORT = r"^([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})$"
TWO_NUMBERS = r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]"
MONTH = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
DAY = "([0-9]{1,2})(?:st|nd|rd|th)?"
DAY_NAMED = rf"(?i)^{DAY}[ -]+{MONTH}[.,]?[ -]+([0-9]{{4}}|[0-9]{{2}})$"
NAMED_DAY = rf"(?i)^{MONTH}[.]? +{DAY},? +([0-9]{{4}})$"
THREE_LETTERS = "janfebmaraprmayjunjulaugsepoctnovdec"
TIMED = (
    r"(?i)^([0-9a-z,./ -]*[0-9])(?:t| +)([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"(?: ?[ap]m| ?(z|utc|gmt|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))?$"
)
"""A day with a clock: the day, hours, minutes, and the zone if it is given."""
CENTURY = "70"
"""Years of two digits from here on are of the 1900s, the others of the 2000s."""


def day_from_text(text: str, form: DayForm | None, sql: Phrases, dated: str | None = None) -> str:
    """A day read from text as SQL; NULL for what is no day, and for numbers whose order is not known.

    An instant with a zone counts as the day it falls on in UTC. `dated` is where `without_clock` stands as a column, so
    that the statement stays short.
    """
    quick = f"length({text}) = 10 AND substr({text}, 5, 1) = '-' AND substr({text}, 8, 1) = '-'"
    shift = f"(CASE WHEN {text} LIKE '%:%' THEN {_days_to_utc(text, sql)} ELSE 0 END)"
    slow = sql.later(_slow(dated or without_clock(text, sql), form, sql), shift)
    return f"(CASE WHEN {quick} THEN {_date([text])} ELSE {slow} END)"


def without_clock(text: str, sql: Phrases) -> str:
    """The part of a text that is a day, where a time of day follows; empty where what follows is no time."""
    return f"(CASE WHEN {text} LIKE '%:%' THEN {sql.part(text, TIMED, 1)} ELSE {text} END)"


def _slow(text: str, form: DayForm | None, sql: Phrases) -> str:
    arms = [
        (YEAR_FIRST, (1, 2, 3), False),
        (DIGITS, (1, 2, 3), False),
        (DAY_NAMED, (3, 2, 1), True),
        (NAMED_DAY, (3, 1, 2), True),
    ]
    if form is not None:
        arms += [(one, (3, 2, 1) if form is DayForm.DAY_FIRST else (3, 1, 2), False) for one in (LONG, SHORT)]
    return f"(CASE {' '.join(_arm(text, *arm, sql) for arm in arms)} END)"


def _days_to_utc(text: str, sql: Phrases) -> str:
    """By how many days the day in UTC differs from the day as written: -1, 0 or 1."""
    zone = f"replace({sql.part(text, TIMED, 4)}, ':', '')"
    hours, minutes = (f"TRY_CAST({sql.part(text, TIMED, group)} AS INTEGER)" for group in (2, 3))
    east = f"(TRY_CAST(substr({zone}, 2, 2) AS INTEGER) * 60 + TRY_CAST(substr({zone}, 4, 2) AS INTEGER))"
    sign = f"(CASE WHEN substr({zone}, 1, 1) = '+' THEN 1 ELSE -1 END)"
    clock = f"({hours} * 60 + {minutes} - {sign} * {east})"
    shift = f"(CASE WHEN {clock} < 0 THEN -1 WHEN {clock} >= 1440 THEN 1 ELSE 0 END)"
    return f"(CASE WHEN length({zone}) = 5 THEN {shift} ELSE 0 END)"


def _arm(text: str, pattern: str, order: tuple[int, int, int], named: bool, sql: Phrases) -> str:
    year, month, day = (sql.part(text, pattern, group) for group in order)
    number = _month(month, sql) if named else f"lpad({month}, 2, '0')"
    parts = [_year(year) if pattern in (DAY_NAMED, SHORT) else year, "'-'", number, "'-'", f"lpad({day}, 2, '0')"]
    return f"WHEN {sql.matches(text, pattern)} THEN {_date(parts)}"


def _year(year: str) -> str:
    """A year of two digits with its century."""
    century = f"(CASE WHEN length({year}) = 4 THEN '' WHEN {year} >= '{CENTURY}' THEN '19' ELSE '20' END)"
    return f"{century} || {year}"


def _month(name: str, sql: Phrases) -> str:
    """The number of a month by its first three letters."""
    place = f"instr('{THREE_LETTERS}', lower(substr({name}, 1, 3)))"
    return f"lpad({sql.text(f'CAST(({place} + 2) / 3 AS INTEGER)')}, 2, '0')"


def _date(parts: list[str]) -> str:
    """The year zero is no year; engines would read it."""
    day = f"TRY_CAST({' || '.join(parts)} AS DATE)"
    return f"(CASE WHEN {day} >= DATE '0001-01-01' AND {day} <= DATE '9999-12-31' THEN {day} END)"


def spoken(day: str, sql: Phrases) -> str:
    """A day in words as SQL, as `mnna.dates.spoken` writes it; NULL for no day."""
    month = " ".join(f"WHEN {number} THEN {sql.quoted(f' {name} ')}" for number, name in enumerate(MONTHS) if name)
    return f"({sql.text(f'day({day})')} || (CASE month({day}) {month} END) || {sql.text(f'year({day})')})"


@dataclass(frozen=True, slots=True)
class Seen:
    """How many cells of a column are days of numbers only one order can read, or both with different results."""

    only_day_first: int
    only_month_first: int
    either: int


def counted(text: str, sql: Phrases) -> Mapping[str, str]:
    """What to count over a column to fill `Seen`, as SQL aggregates."""
    day = without_clock(text, sql)
    pattern = f"(CASE WHEN {sql.matches(day, LONG)} THEN 1 WHEN {sql.matches(day, SHORT)} THEN 1 ELSE 0 END)"
    first, second = (f"TRY_CAST({sql.part(day, TWO_NUMBERS, group)} AS INTEGER)" for group in (1, 2))
    asked = {
        "only_day_first": f"{first} > 12 AND {second} <= 12",
        "only_month_first": f"{second} > 12 AND {first} <= 12",
        "either": f"{first} <= 12 AND {second} <= 12 AND {first} <> {second}",
    }
    return {
        question: f"SUM(CASE WHEN substr({text}, 8, 1) = '-' THEN 0 WHEN {pattern} = 1 AND {met} THEN 1 ELSE 0 END)"
        for question, met in asked.items()
    }


def settle(seen: Seen, column: str, said: DayForm | None) -> DayForm | None:
    """The order of a column's days; None where no cell needs one.

    Raises `BadQuestion`, naming the option, where cells point both ways or none points anywhere.
    """
    if said is not None:
        return said
    if seen.only_day_first and seen.only_month_first:
        first = f"the day comes first in {seen.only_day_first} of its cells"
        raise _unclear(column, f"{first} and the month in {seen.only_month_first}")
    if seen.only_day_first:
        return DayForm.DAY_FIRST
    if seen.only_month_first:
        return DayForm.MONTH_FIRST
    if seen.either:
        either = f"days like 7/3/2024, of which it has {seen.either}"
        raise _unclear(column, f"{either}, can be read two ways, and no cell tells which")
    return DayForm.DAY_FIRST


def _unclear(column: str, wrong: str) -> BadQuestion:
    return BadQuestion(f"the days in the column {column!r}", wrong, ("--dates dmy", "--dates mdy"), "Say which it is.")
