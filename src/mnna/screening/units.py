"""Read the unit of amounts from a heading: `value_usd_m`, `Total value ($M)`, `USD millions`, `Cost in thousands`.

A line above the headings gives a unit to all columns: `(Dollars in thousands)`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mnna.errors import BadQuestion

UNITS = {"dollars": 0, "thousands": 3, "millions": 6, "billions": 9}
"""The values of `--unit`, each with its power of ten."""

_WORDS = {
    **dict.fromkeys(("thousand", "thousands", "000", "000s", "ths"), "thousands"),
    **dict.fromkeys(("million", "millions", "mm", "mn", "mil", "mio", "mill"), "millions"),
    **dict.fromkeys(("billion", "billions", "bn", "bil"), "billions"),
}
_LETTERS = {"k": "thousands", "m": "millions", "b": "billions"}
"""Letters that mean a unit only beside a sign of money or at the end of a name such as `value_m`."""

_MONEY = ("usd", "us", "dollar", "dollars", "of", "in")
SIGNS = "€£¥₤₩₪₹₺₽฿₫₴%"
"""Signs of what is no amount in US dollars; as part of a heading or a cell they keep it from being read as one."""


OTHER_MONEY = {*SIGNS, "eur", "euro", "euros", "gbp", "cad", "aud", "nzd", "jpy", "yen", "chf", "sek", "nok", "krw"}
"""Signs and words of amounts that are not in US dollars."""


def only_units(text: str) -> bool:
    """Return whether a cell says how the amounts below it are given, and nothing else."""
    words = re.findall(rf"[a-z0-9]+|[${SIGNS}]", text.lower().replace("'", ""))
    return bool(words) and all(one in {"$", *_MONEY, *_WORDS, *_LETTERS, *OTHER_MONEY} for one in words)


class Heading(NamedTuple):
    """A heading without its unit, and the unit or None."""

    bare: str
    unit: str | None


def heading(text: str) -> Heading:
    """Return a heading without its unit, and the unit or None."""
    low = text.lower().replace("'", "")
    words = re.findall(rf"[a-z0-9{SIGNS}]+", low)
    while len(words) > 1 and words[-1] in _MONEY:
        words.pop()
    unit = _unit(low, words[-1].removeprefix("usd")) if words else None
    money = any(sign in low for sign in ("$", "usd", "dollar"))
    if unit is None and not money:
        return Heading(text, None)
    if unit:
        words.pop()
    while words and words[-1] in _MONEY:
        words.pop()
    return Heading(" ".join(words) or ("usd" if money else text), unit)


def _unit(low: str, last: str) -> str | None:
    """Return the unit that the last word means; a letter is one only beside a sign of money or in `value_m`."""
    lone = re.search(r"(?:[$] ?|usd[ _]?|[a-z]_|\()[kmb]\)?$", low)
    return _WORDS.get(last) or (_LETTERS.get(last) if lone else None)


_NAMED = "thousands?|millions?|billions?"
_SHORT = "000s?|k|mm?|bn?"
_MONEY_WORD = r"[$]|\busd\b|\bdollars?\b|\bamounts?\b|\bvalues?\b|\bfigures?\b|\bcosts?\b|\bfunding\b"
_OF_MONEY = r"(?:us |u\.s\. |current |constant )*(?:dollars|usd|[$])"
_STATED = re.compile(
    rf"(?:{_MONEY_WORD})[^.;|]{{0,60}}?\bin (?:us |u\.s\. )?[$]? ?({_NAMED})\b(?! of (?!{_OF_MONEY}))"
    rf"|\bin ({_NAMED}) of {_OF_MONEY}"
    rf"|^\W*in ({_NAMED})\W*$"
    rf"|(?:[$]|\busd|\bdollars?) ?[(]?({_NAMED})\b"
    rf"|[(](?:us ?)?(?:[$]|usd) ?(?:in )?({_SHORT})[)]",
)


ANOTHER = "another currency"
_CURRENCIES = "|".join(sorted(one for one in OTHER_MONEY if len(one) > 1)) + "|pounds sterling|local currency"
_IN_ANOTHER = re.compile(
    rf"\b(?:in|of)(?: (?:current|constant))?(?: (?:{_NAMED}) of)? (?:[€£¥₩₪₹]|(?:{_CURRENCIES})\b)"
    rf"|[(][^)]*[€£¥₩₪₹][^)]*[)]|\b(?:{_CURRENCIES}) (?:{_NAMED}|mn?|bn)\b"
)


def stated(line: str) -> str | None:
    """Return the unit that a line above the headings gives for the amounts below, or None.

    `ANOTHER` is for amounts that are not in US dollars.
    """
    if _IN_ANOTHER.search(line.lower()):
        return ANOTHER
    found = _STATED.search(line.lower().replace("'", ""))
    if found is None:
        return None
    word = next(one for one in found.groups() if one)
    return _LETTERS.get(word) or _WORDS.get(word) or _WORDS[f"{word}s"]


def power(unit: str) -> int:
    """Return a unit's power of ten; raises `BadQuestion` for an unknown unit."""
    if unit not in UNITS:
        raise BadQuestion(f"the unit {unit!r}", "there is no such unit", tuple(UNITS), "")
    return UNITS[unit]
