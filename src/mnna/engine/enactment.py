"""What can have been known on a day: no answer about an earlier day may name a later act, day or year.

The number of a public law or of a page of the Federal Register gives the earliest day on which it can have existed. A
rule may have branches of different ages, such as one for Taiwan that a law of 2002 added. On an earlier day that branch
decides nothing, and its law must not be cited. A note may mention later events; its sentences that do are left out.
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
"""Numbers that are not years: sections, pages, determinations and amounts."""
_DAY = quick_pattern(r"\b(\d{1,2}) ([A-Z][a-z]+) ((?:19|20)\d\d)\b")
"""What may be a day; the names of all months would take twice as long to compile."""
_FISCAL = quick_pattern(r"\bfiscal years? ((?:19|20)\d\d)")
_YEAR = quick_pattern(r"(?<![\d-])(?:19|20)\d\d\b(?!-\d)")
_SENTENCE = quick_pattern(r" (?:(?<=[a-z0-9)”]\. )(?=[A-Z“])|(?<=: )(?=[A-Z]))")
_LIKE_A_YEAR = quick_pattern(r"(?:19|20)\d\d")


@lru_cache(maxsize=8192)
def earliest(text: str) -> date:
    """Return the first day on which everything cited in a text can have existed; `date.min` if nothing gives a day."""
    congresses = _LAW.findall(text) if "P.L. " in text else ()
    volumes = _REGISTER.findall(text) if " FR " in text else ()
    years = [date(_FIRST_VOLUME + int(volume) - 1, 1, 1) for volume in volumes]
    return max([*(_congress(int(number)) for number in congresses), *years], default=date.min)


def _congress(number: int) -> date:
    """Return the first day of a Congress: in odd years, on 3 January since the 74th, on 4 March before."""
    year = _FIRST_CONGRESS + 2 * (number - 1)
    return date(year, 1, 3) if number > 73 else date(year, 3, 4)


def names_later(text: str, on: date) -> bool:
    """Return whether a text names a law, day or year after that day, or a fiscal year after the next one."""
    if "fiscal year" in text and _last_fiscal_year(text) > on.year + 1:
        return True
    highest = _highest(text)
    if highest < on.year:  # most texts: their days and years need no closer look
        return earliest(text) > on
    return _last_day(text) > on or (highest > on.year and _last_year(text) > on.year)


@lru_cache(maxsize=8192)
def _last_fiscal_year(text: str) -> int:
    """Return the last fiscal year that a text names; 0 for none."""
    return max(map(int, _FISCAL.findall(text)), default=0)


@lru_cache(maxsize=8192)
def _highest(text: str) -> int:
    """Return the highest number in a text that looks like a year, apart from fiscal years; 0 if there is none."""
    rest = _FISCAL.sub("", text) if "fiscal year" in text else text
    return max(map(int, _LIKE_A_YEAR.findall(rest)), default=0)


@lru_cache(maxsize=8192)
def _last_day(text: str) -> date:
    """Return the last day that a text names, or the earliest day of the laws it cites if that is later."""
    found = [named for named in _DAY.findall(text) if named[1] in MONTHS]
    days = [_named(int(year), MONTHS.index(month), int(number)) for number, month, year in found]
    return max([earliest(text), *days])


def _named(year: int, month: int, number: int) -> date:
    """Return the day; for one that its month does not have, as in a note of the user's, the first of the month."""
    try:
        return date(year, month, number)
    except ValueError:
        return date(year, month, 1)


@lru_cache(maxsize=8192)
def _last_year(text: str) -> int:
    """Return the last year that a text names, apart from days and fiscal years; 0 for none."""
    without_days = _DAY.sub(lambda day: "" if day[2] in MONTHS else day[0], _PLACES.sub("", text))
    rest = _FISCAL.sub("", without_days)
    return max(map(int, _YEAR.findall(rest)), default=0)


def told_by(text: str, on: date) -> str:
    """Return the sentences of a text that name nothing later than that day."""
    if not names_later(text, on):
        return text
    return " ".join(part for part in _SENTENCE.split(text) if not names_later(part, on)).rstrip(" :;")


def without_later(node: Tree, on: date) -> Tree:
    """Return the explanation without citations of texts that cannot have existed on that day."""
    cited = node["citation"]
    kept = cited if cited is None or earliest(cited) <= on else None
    return {**node, "citation": kept, "of": [without_later(below, on) for below in node["of"]]}
