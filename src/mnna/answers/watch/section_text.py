"""One section of the Code in two releases: which paragraphs differ, and whether by law or by the editors only.

Congress amends a section by an Act, and the source credit below the section names it. Where the words differ and the
credit names no new Act, the editors of the Code changed them: a cross-reference, a reference in brackets, a spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from mnna.dates import MONTHS

_ACT = re.compile(r"Pub\.\s*L\.\s*(\d+)\s*[-–—]\s*(\d+)")
_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s+(\d{4})\b")
_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS) if name}

Cause = Literal["law", "editors"]


class SectionText(NamedTuple):
    """A section: the words of its paragraphs by USLM id, and the Acts and last day of its source credit.

    `acts` is empty where the credit is not held; then `amended`, the day of its last amendment, is used instead.
    """

    id: str
    paragraphs: Mapping[str, str]
    acts: frozenset[str]
    amended: date | None


class Difference(NamedTuple):
    """How a section differs: by `law` or by the `editors`, in which paragraphs, by which new Acts.

    `on` is the day of the last amendment where it is known. `paragraphs` is empty where an Act changed only others.
    """

    id: str
    cause: Cause
    paragraphs: tuple[str, ...]
    acts: tuple[str, ...]
    on: date | None


def acts(credit: str) -> frozenset[str]:
    """Return the public laws that a source credit names, as `P.L. 113-276`."""
    return frozenset(f"P.L. {congress}-{number}" for congress, number in _ACT.findall(credit))


def last_day(credit: str) -> date | None:
    """Return the latest day that a source credit names; None where it names none."""
    found = []
    for month, day, year in _DAY.findall(credit):
        if month[:3] in _MONTHS and 1 <= int(day) <= 28 + 3:
            try:
                found.append(date(int(year), _MONTHS[month[:3]], int(day)))
            except ValueError:
                continue
    return max(found, default=None)


def plain(text: str) -> str:
    """Return only the words, in lower case, without punctuation, dashes and quotation marks."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def compare(held: SectionText, new: SectionText) -> Difference | None:
    """Return how the newer text of a section differs from ours; None where neither words nor Acts differ.

    A section of which no cited paragraph is left was repealed or moved, which takes an Act.
    """
    changed = tuple(id_ for id_, words in held.paragraphs.items() if plain(words) != plain(new.paragraphs.get(id_, "")))
    brought = tuple(sorted(new.acts - held.acts)) if held.acts else ()
    later = bool(held.amended and new.amended and new.amended > held.amended)
    if not changed and not brought and not later:
        return None
    gone = bool(held.paragraphs) and not any(new.paragraphs.get(id_) for id_ in held.paragraphs)
    return Difference(held.id, "law" if brought or later or gone else "editors", changed, brought, new.amended)
