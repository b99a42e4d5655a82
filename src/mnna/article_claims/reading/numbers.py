"""Patterns and parsers of numbers, ordinals and US dollar amounts, in words and in digits."""

from __future__ import annotations

import re

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
]  # fmt: skip
_TIETHS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]


def _words() -> tuple[dict[str, int], dict[str, int]]:
    numbers = {word: at for at, word in enumerate(_SMALL)}
    ordinals = {word: at for at, word in enumerate(_ORDINALS)}
    for at, ten in enumerate(_TENS):
        numbers[ten], ordinals[_TIETHS[at]] = 20 + 10 * at, 20 + 10 * at
        for small in range(1, 10):
            numbers[f"{ten}-{_SMALL[small]}"] = 20 + 10 * at + small
            ordinals[f"{ten}-{_ORDINALS[small]}"] = 20 + 10 * at + small
    numbers |= {"half a dozen": 6, "a dozen": 12, "one dozen": 12, "two dozen": 24}
    return numbers, ordinals


NUMBERS, ORDINALS = _words()
_ANY = "|".join(sorted(NUMBERS, key=len, reverse=True))
_ANY_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
ORDINAL = re.compile(rf"\b(?:({_ANY_ORDINAL})|(\d{{1,3}})(?:st|nd|rd|th))\b", re.IGNORECASE)
NUMBER = re.compile(
    rf"(?<![\w.,$€£-])(?:({_ANY})|(\d{{1,3}}))(?![\w%]|-(?!days?\b|(?:member|nation|country|strong)\b)|[.,:]\d)",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"(?:US|U\.S\. )?\$ ?(\d[\d,]*(?:\.\d+)?)[ -]?(million|billion|trillion|thousand|bn|mn|m|b)?\b"
    r"|\b(\d[\d,]*(?:\.\d+)?) (million|billion|trillion) (?:US |U\.S\. )?dollars\b",
    re.IGNORECASE,
)
_FACTORS = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}


def number(found: re.Match[str]) -> int:
    """Return the whole number of a match of `NUMBER`."""
    return NUMBERS[found[1].lower()] if found[1] else int(found[2])


def ordinal(found: re.Match[str]) -> int:
    """Return the rank in a match of `ORDINAL`: 3 for “third” and “3rd”."""
    return ORDINALS[found[1].lower()] if found[1] else int(found[2])


def dollars(found: re.Match[str]) -> float:
    """Return the amount in US dollars of a match of `MONEY`."""
    amount, factor = (found[1], found[2]) if found[1] else (found[3], found[4])
    return float(amount.replace(",", "")) * _FACTORS.get((factor or "").lower(), 1.0)
