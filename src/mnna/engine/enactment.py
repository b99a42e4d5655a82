"""The earliest day a public law or a page of the Federal Register can have existed, by its number alone.

A rule may hold arms of several ages, such as one for Taiwan that a law of 2002 added. On an earlier day that arm
decides nothing, and the law behind it must not be cited.
"""

from __future__ import annotations

import re
from datetime import date

from mnna.rules.explain import Tree

_FIRST_CONGRESS, _FIRST_VOLUME = 1789, 1936
_LAW = re.compile(r"\bP\.L\. (\d+)-\d+")
_REGISTER = re.compile(r"\b(\d+) FR \d+")


def earliest(text: str) -> date:
    """The first day on which everything cited in a text can have existed; the first of all days where none is dated."""
    congresses = [_congress(int(number)) for number in _LAW.findall(text)]
    volumes = [date(_FIRST_VOLUME + int(number) - 1, 1, 1) for number in _REGISTER.findall(text)]
    return max([*congresses, *volumes], default=date.min)


def _congress(number: int) -> date:
    """A Congress meets in the odd years, since the 74th from 3 January and before from 4 March."""
    year = _FIRST_CONGRESS + 2 * (number - 1)
    return date(year, 1, 3) if number > 73 else date(year, 3, 4)


def without_later(node: Tree, on: date) -> Tree:
    """The explanation without citations of what cannot have existed on that day."""
    cited = node["citation"]
    kept = cited if cited is None or earliest(cited) <= on else None
    return {**node, "citation": kept, "of": [without_later(below, on) for below in node["of"]]}
