"""What can have been known on a day: no answer about an earlier day may name a later act, day or year.

The number of a public law or of a page of the Federal Register tells the earliest day it can have existed. A rule may
hold arms of several ages, such as one for Taiwan that a law of 2002 added. On an earlier day that arm decides nothing,
and the law behind it must not be cited. A note may tell what came later; its later sentences are left out.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mnna.dates import MONTHS
from mnna.quick import quick_pattern
from mnna.rules.explain import Tree

_FIRST_CONGRESS, _FIRST_VOLUME = 1789, 1936
_LAW = quick_pattern(r"\bP\.L\. (\d+)-\d+")
_REGISTER = quick_pattern(r"\b(\d+) FR \d+")
_PLACES = quick_pattern(
    r"\b(?:USC|CFR|FR|Stat\.|UST|TIAS|s\.|§|No\.|Doc\.|P\.L\.|of chapter) ?[\d.-]+\w*|\$?\d[\d,]*,\d{3}\b"
)
"""Numbers that are no years: sections, pages, determinations and amounts."""
_DAY = quick_pattern(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS[1:])}) ((?:19|20)\d\d)\b")
_FISCAL = quick_pattern(r"\bfiscal years? ((?:19|20)\d\d)")
_YEAR = quick_pattern(r"(?<![\d-])(?:19|20)\d\d\b(?!-\d)")
_SENTENCE = quick_pattern(r" (?:(?<=[a-z0-9)”]\. )(?=[A-Z“])|(?<=: )(?=[A-Z]))")
_LIKE_A_YEAR = quick_pattern(r"(?:19|20)\d\d")


@lru_cache(maxsize=8192)
def earliest(text: str) -> date:
    """The first day on which everything cited in a text can have existed; the first of all days where none is dated."""
    congresses = _LAW.findall(text) if "P.L. " in text else ()
    volumes = _REGISTER.findall(text) if " FR " in text else ()
    years = [date(_FIRST_VOLUME + int(volume) - 1, 1, 1) for volume in volumes]
    return max([*(_congress(int(number)) for number in congresses), *years], default=date.min)


def _congress(number: int) -> date:
    """A Congress meets in the odd years, since the 74th from 3 January and before from 4 March."""
    year = _FIRST_CONGRESS + 2 * (number - 1)
    return date(year, 1, 3) if number > 73 else date(year, 3, 4)


def names_later(text: str, on: date) -> bool:
    """Whether a text names a law, day or year after that day; the fiscal year that runs or comes next is no later."""
    year = _highest(text)
    if year < on.year:  # as of most texts: no day and no year of theirs needs a closer look
        return earliest(text) > on
    if _last_day(text) > on:
        return True
    fiscal, other = _last_years(text) if year > on.year else (0, 0)
    return fiscal > on.year + 1 or other > on.year


@lru_cache(maxsize=8192)
def _highest(text: str) -> int:
    """The highest number in a text that is like a year; 0 where there is none."""
    return max(map(int, _LIKE_A_YEAR.findall(text)), default=0)


@lru_cache(maxsize=8192)
def _last_day(text: str) -> date:
    """The last day that a text names, or that a law of its can have been made at the earliest."""
    days = [date(int(year), MONTHS.index(month), int(day)) for day, month, year in _DAY.findall(text)]
    return max([earliest(text), *days])


@lru_cache(maxsize=8192)
def _last_years(text: str) -> tuple[int, int]:
    """The last fiscal year and the last other year that a text names."""
    fiscal = [int(year) for year in _FISCAL.findall(text)]
    rest = _FISCAL.sub("", _DAY.sub("", _PLACES.sub("", text)))
    years = [int(year) for year in _YEAR.findall(rest)]
    return max(fiscal, default=0), max(years, default=0)


def told_by(text: str, on: date) -> str:
    """The sentences of a text that name nothing later than that day."""
    if not names_later(text, on):
        return text
    return " ".join(part for part in _SENTENCE.split(text) if not names_later(part, on)).rstrip(" :;")


def without_later(node: Tree, on: date) -> Tree:
    """The explanation without citations of what cannot have existed on that day."""
    cited = node["citation"]
    kept = cited if cited is None or earliest(cited) <= on else None
    return {**node, "citation": kept, "of": [without_later(below, on) for below in node["of"]]}
