"""Days in words, such as `23 May 2022`; every sentence writes days with `spoken`."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The English names of the months by number, in every locale and without importing `calendar`."""


def spoken(day: date | str) -> str:
    """Return a day as `23 May 2022`, which cannot be misread; other text, such as a year alone, unchanged."""
    if type(day) is date:
        return f"{day.day} {MONTHS[day.month]} {day.year}"
    parts = str(day).split("-")
    if [*map(len, parts)] != [4, 2, 2] or not all(map(str.isdecimal, parts)):
        return str(day)
    year, month, number = map(int, parts)
    return f"{number} {MONTHS[month]} {year}"


def years_before(day: date, years: int) -> date:
    """Return the same day that many years earlier; for 29 February, the 28th if that year has no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
