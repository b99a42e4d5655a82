"""SQL that reads a day from text: ISO always, other forms only if the whole column leaves no doubt.

7/3/2024 is 7 March or July 3. A column that holds 23/3/2024 somewhere, and nowhere 3/23/2024, has the day first. A
column that shows neither is refused, and the error names the option that settles it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mnna.dates import MONTHS
from mnna.errors import BadQuestion
from mnna.screening.engines.dialect import Phrases


class DayForm(Enum):
    """The order of day and month in a day written with numbers and the year last."""

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
"""A day with a time: its groups are the day, hours, minutes, and the time zone if given."""
CENTURY = "70"
"""Two-digit years from this on are in the 1900s, the others in the 2000s."""


def day_from_text(text: str, form: DayForm | None, sql: Phrases, dated: str | None = None) -> str:
    """Return a day read from text, as SQL: NULL for text that is no day, and for numbers in an unknown order.

    A time with a zone counts as the day in UTC. `dated` is the column that holds `without_clock(text)`, if there is
    one; it keeps the statement short.
    """
    quick = f"length({text}) = 10 AND substr({text}, 5, 1) = '-' AND substr({text}, 8, 1) = '-'"
    shift = f"(CASE WHEN {text} LIKE '%:%' THEN {_days_to_utc(text, sql)} ELSE 0 END)"
    slow = sql.later(_slow(dated or without_clock(text, sql), form, sql), shift)
    return f"(CASE WHEN {quick} THEN {_date([text])} ELSE {slow} END)"


def without_clock(text: str, sql: Phrases) -> str:
    """Return the day part of a text that has a time of day after it, as SQL; empty if what follows is no time."""
    return f"(CASE WHEN {text} LIKE '%:%' THEN {sql.part(text, TIMED, 1)} ELSE {text} END)"


def _slow(text: str, form: DayForm | None, sql: Phrases) -> str:
    """Return a day read from text in any known form, as SQL; numbers with the year last only with a `form`."""
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
    """Return by how many days the day in UTC differs from the written day, as SQL: -1, 0 or 1."""
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
    """Return a year with its century, as SQL."""
    century = f"(CASE WHEN length({year}) = 4 THEN '' WHEN {year} >= '{CENTURY}' THEN '19' ELSE '20' END)"
    return f"{century} || {year}"


def _month(name: str, sql: Phrases) -> str:
    """Return the two-digit number of a month from its first three letters, as SQL."""
    place = f"instr('{THREE_LETTERS}', lower(substr({name}, 1, 3)))"
    return f"lpad({sql.text(f'CAST(({place} + 2) / 3 AS INTEGER)')}, 2, '0')"


def _date(parts: list[str]) -> str:
    """Return the parts joined as a date, as SQL: NULL for no such day and for the year 0, which engines accept."""
    day = f"TRY_CAST({' || '.join(parts)} AS DATE)"
    return f"(CASE WHEN {day} >= DATE '0001-01-01' AND {day} <= DATE '9999-12-31' THEN {day} END)"


def spoken(day: str, sql: Phrases) -> str:
    """Return a day in words, as SQL, as `mnna.dates.spoken` writes it; NULL for no day."""
    month = " ".join(f"WHEN {number} THEN {sql.quoted(f' {name} ')}" for number, name in enumerate(MONTHS) if name)
    return f"({sql.text(f'day({day})')} || (CASE month({day}) {month} END) || {sql.text(f'year({day})')})"


def counted(text: str, sql: Phrases) -> Mapping[str, str]:
    """Return the SQL that counts, over a column, the numeric days that only one order can read, or each otherwise."""
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


def settle(seen: Mapping[str, int], column: str, said: DayForm | None) -> DayForm | None:
    """Return the order of a column's days, `said` by the user or seen in its cells. Day first if no cell depends on it.

    Raises `BadQuestion`, naming the option, if cells contradict each other or cells that depend on the order do not
    show it.
    """
    if said is not None:
        return said
    day_first, month_first = seen["only_day_first"], seen["only_month_first"]
    if day_first and month_first:
        raise _unclear(column, f"the day comes first in {day_first} of its cells and the month in {month_first}")
    if month_first:
        return DayForm.MONTH_FIRST
    if seen["either"] and not day_first:
        either = f"days like 7/3/2024, of which it has {seen['either']}"
        raise _unclear(column, f"{either}, can be read two ways, and no cell tells which")
    return DayForm.DAY_FIRST


def _unclear(column: str, wrong: str) -> BadQuestion:
    return BadQuestion(f"the days in the column {column!r}", wrong, ("--dates dmy", "--dates mdy"), "Say which it is.")
