"""A day in words, `23 May 2022`: the one function that every sentence writes a day with."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months by number: English in every locale, and printed without loading `calendar`."""


def spoken(day: date | str) -> str:
    """A day as `23 May 2022`, which no reader takes for another; anything else, such as a year alone, as it is."""
    if type(day) is date:
        return f"{day.day} {MONTHS[day.month]} {day.year}"
    parts = str(day).split("-")
    if [*map(len, parts)] != [4, 2, 2] or not all(map(str.isdecimal, parts)):
        return str(day)
    year, month, number = map(int, parts)
    return f"{number} {MONTHS[month]} {year}"


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; of 29 February the 28th where that year has none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
