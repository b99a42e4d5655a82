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
_SENTENCE = quick_pattern(r"(?<=[a-z0-9)”]\.) (?=[A-Z“])|(?<=:) (?=[A-Z])")


@lru_cache(maxsize=8192)
def earliest(text: str) -> date:
    """The first day on which everything cited in a text can have existed; the first of all days where none is dated."""
    congresses = [_congress(int(number)) for number in _LAW.findall(text)]
    volumes = [date(_FIRST_VOLUME + int(number) - 1, 1, 1) for number in _REGISTER.findall(text)]
    return max([*congresses, *volumes], default=date.min)


def _congress(number: int) -> date:
    """A Congress meets in the odd years, since the 74th from 3 January and before from 4 March."""
    year = _FIRST_CONGRESS + 2 * (number - 1)
    return date(year, 1, 3) if number > 73 else date(year, 3, 4)


def names_later(text: str, on: date) -> bool:
    """Whether a text names a law, day or year after that day; the fiscal year that runs or comes next is no later."""
    day, fiscal, year = _latest(text)
    return day > on or fiscal > on.year + 1 or year > on.year


@lru_cache(maxsize=8192)
def _latest(text: str) -> tuple[date, int, int]:
    """The last day, fiscal year and other year that a text names; the same texts are asked about for many days."""
    days = [date(int(year), MONTHS.index(month), int(day)) for day, month, year in _DAY.findall(text)]
    fiscal = [int(year) for year in _FISCAL.findall(text)]
    rest = _FISCAL.sub("", _DAY.sub("", _PLACES.sub("", text)))
    years = [int(year) for year in _YEAR.findall(rest)]
    return max([earliest(text), *days]), max(fiscal, default=0), max(years, default=0)


def told_by(text: str, on: date) -> str:
    """The sentences of a text that name nothing later than that day."""
    parts = _sentences(text)
    kept = [part for part in parts if not names_later(part, on)]
    return text if len(kept) == len(parts) else " ".join(kept).rstrip(" :;")


@lru_cache(maxsize=4_096)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCE.split(text))


def without_later(node: Tree, on: date) -> Tree:
    """The explanation without citations of what cannot have existed on that day."""
    cited = node["citation"]
    kept = cited if cited is None or earliest(cited) <= on else None
    return {**node, "citation": kept, "of": [without_later(below, on) for below in node["of"]]}
