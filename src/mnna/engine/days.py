"""The day a question is asked of, read the same way at every door."""

from __future__ import annotations

import re
from datetime import date, datetime

from mnna.errors import BadDate

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(asked: date | str | None) -> date:
    """The day meant by an ISO date, a date, or nothing (today).

    Only `2022-05-23` is read: `20220523` may be a number and 2022-W21-1 a slip. Raises `BadDate` with an example where
    the text is no date of that form, and with the day itself where another form of ISO 8601 names one.
    """
    if asked is None:
        return date.today()
    if isinstance(asked, date):
        return asked.date() if isinstance(asked, datetime) else asked
    text, near = asked.strip(), []
    try:
        found = date.fromisoformat(text)
        if _ISO.fullmatch(text):
            return found
        near = [found.isoformat()]
    except ValueError:
        pass
    raise BadDate(f"the day {asked!r}", "it is not a date", near, "Write year-month-day, like 2022-05-23.")
