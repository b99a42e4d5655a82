"""Patterns and parsers of numbers, ordinals and US dollar amounts, in words and in digits."""

from __future__ import annotations

import re

from mnna.article_claims.reading.patterns import pattern, patterns

_SMALL, _ORDINALS, _TENS = patterns("numbers.small"), patterns("numbers.ordinals"), patterns("numbers.tens")


def _words() -> tuple[dict[str, int], dict[str, int]]:
    numbers, ordinals = ({word: at for at, word in enumerate(words)} for words in (_SMALL, _ORDINALS))
    for at, ten in enumerate(_TENS, 2):
        numbers[ten], ordinals[f"{ten[:-1]}ieth"] = 10 * at, 10 * at
        numbers |= {f"{ten}-{_SMALL[small]}": 10 * at + small for small in range(1, 10)}
        ordinals |= {f"{ten}-{_ORDINALS[small]}": 10 * at + small for small in range(1, 10)}
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
MONEY = re.compile(pattern("numbers.money"), re.IGNORECASE)
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
