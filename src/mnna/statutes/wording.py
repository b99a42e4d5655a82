"""Fill the figures of the law into sentences, which contain parameters in place of amounts and numbers of days.

A sentence names a figure by its parameter, `{36b-mde}`, and is printed with the value on the day of the question:
"$14 million", "30". `{36b-days:words}` is printed as "thirty".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mnna.quick import quick_pattern
from mnna.rules.english import spoken
from mnna.rules.nodes import Dated, Param, Value
from mnna.statutes.parameters import param

_PLACE = quick_pattern(r"\{([\w-]+)(:words)?\}")
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MILLION = Decimal(1_000_000)


def worded(text: str, on: date) -> str:
    """Return the text with every figure filled in as of a day."""
    return _PLACE.sub(lambda place: _told(param(place[1]), on, bool(place[2])), text) if "{" in text else text


def filled(text: str, own: Mapping[str, Param], on: date) -> str:
    """Return the text with only the figures in `own` filled in as of a day; other parameters stay in braces."""
    if "{" not in text:
        return text
    return _PLACE.sub(lambda place: _own(place, own.get(place[1]), on), text)


def _own(place: re.Match[str], figure: Param | None, on: date) -> str:
    if figure is None:
        return place[0]
    return _told(figure, on, bool(place[2])) if figure.at(on) else "an amount not read"


def figures(text: str) -> tuple[Param, ...]:
    """Return the parameters that a text names, in order."""
    return tuple(param(place[1]) for place in _PLACE.finditer(text))


def _told(figure: Param, on: date, in_words: bool) -> str:
    value = _nearest(figure, on).value
    return number(value) if in_words and isinstance(value, int) else _amount(value)


def _nearest(figure: Param, on: date) -> Dated:
    """Return the value on the day; if there was none in force, the last one before it, or else the first one."""
    before = [dated for dated in figure.history if dated.since <= on]
    return figure.at(on) or (before[-1] if before else figure.history[0])


def _amount(value: Value) -> str:
    """Return an amount in words: in millions if it has at most one decimal there, else as answers print it."""
    if isinstance(value, Decimal) and value >= _MILLION and not value % (_MILLION / 10):
        return f"${(value / _MILLION).normalize():f} million"
    return spoken(value)


def number(value: int) -> str:
    """Return a number from 0 to 99 in words."""
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
