"""Check the tables of figures and countries against the official texts that they cite.

A text states a figure in digits or in words, followed by its unit: "$14,000,000", "thirty calendar days", "5 per
centum".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from mnna.quick import QuickTuple
from mnna.rules.nodes import Dated, Kind, Param
from mnna.statutes import citations
from mnna.statutes.act_sections import ACTS
from mnna.statutes.official_words import in_the_code, words_of
from mnna.statutes.parameters import parameters, read, tables
from mnna.statutes.wording import number

UNITS = {
    "days": "days?",
    "months": "months?",
    "years": "years?",
    "pounds": "pounds",
    "percent": "per ?cent(?:um)?",
    "interest": "per ?cent(?:um)?",
    "sanctions": "sanctions",
}
"""The pattern of each unit in the words of the Code, by its name in the ids of parameters."""


class Figure(QuickTuple):
    """One current figure of the law: its parameter id, its value, its unit ("usd" for money) and its citation.

    `section` is the id of the section that its table is named after, or empty.
    """

    id: str
    value: Decimal | int
    unit: str
    citation: str
    section: str = ""

    @property
    def stated(self) -> bool:
        """Whether the official text of a cited place states the figure."""
        return any(states(one.text, self.value, self.unit) for one in words_of(self.citation))


def figures() -> tuple[Figure, ...]:
    """Return every amount and number whose cited text is stored, with its value on the day of that text."""
    found = []
    beside = {row.id: table for table in tables() for row in read(table)}
    for id_, param in parameters().items():
        if param.kind in (Kind.MONEY, Kind.COUNT) and (dated := _of_the_words(param)):
            assert isinstance(dated.value, Decimal | int)
            section = section_of(id_, beside[id_])
            found.append(Figure(id_, dated.value, unit(id_, param.kind), dated.citation, section))
    return tuple(found)


def _of_the_words(param: Param) -> Dated | None:
    """Return the value in force on the day of the stored text, which should state it, or None if no text is stored."""
    newest = param.history[-1]
    held = words_of(newest.citation) if newest.until is None else ()
    return param.at(min(one.as_of for one in held)) if held else None


def section_of(id_: str, table: Path) -> str:
    """Return the id of the section that a figure's id, or else its table, is named after; empty if there is none.

    `36b-mde` is a figure of AECA 36(b).
    """
    named = id_ if id_[:1].isdigit() else table.name
    number, letter, paragraph = re.match(r"s?(\d*)([a-z]?)(\d*)", named).groups()  # type: ignore[union-attr]
    if table.parent.name == "title10":
        return f"/us/usc/t10/s{number}{letter}"
    for act in ACTS.values():
        if section := act.get(f"{number}{letter.upper()}") if letter else act.get(number):
            return f"/us/usc/t22/s{section}"
        if section := act.get(number):
            return f"/us/usc/t22/s{section}" + "".join(f"/{step}" for step in (letter, paragraph) if step)
    return ""


def faults(found: Sequence[Figure]) -> dict[str, str]:
    """Return the fault of each wrong figure by id: its text does not state it, or its section or size is wrong."""
    wrong: dict[str, str] = {}
    values = {one.id: one.value for one in found}
    for one in found:
        if not one.stated:
            wrong[one.id] = f"{one.citation} does not state {one.value:,}"
        elif one.section and not _in_section(one):
            wrong[one.id] = f"its table is of {one.section}, and it cites {one.citation}"
        elif (other := values.get(one.id.removesuffix("-nato-plus"), one.value)) != one.value or _favored(one, values):
            if (one.value > other) is (one.unit == "days") or one.value == other:
                wrong[one.id] = f"the favored have {one.value:,} and all others {other:,}"
        elif one.id.endswith("-mde") and one.value >= values.get(f"{one.id.removesuffix('-mde')}-total", one.value + 1):
            wrong[one.id] = f"{one.value:,} for major defense equipment is not below the threshold for all articles"
    return wrong


def _favored(one: Figure, values: Mapping[str, Decimal | int]) -> bool:
    return one.id.endswith("-nato-plus") and one.id.removesuffix("-nato-plus") in values


def _in_section(one: Figure) -> bool:
    """Return whether the figure's citation is in the section of its table; one outside the Code always passes."""
    places = [place.id for place in citations.parse(one.citation)]
    return any(citations.within(id_, one.section) or not in_the_code(id_) for id_ in places)


def unit(id_: str, kind: Kind) -> str:
    """Return the unit of a parameter: `usd` for money, else the unit named in its id."""
    return "usd" if kind is Kind.MONEY else next(part for part in id_.split("-") if part in UNITS)


def states(text: str, value: Decimal | int, unit: str) -> bool:
    """Return whether a text states a value with its unit."""
    words = " ".join(text.split())
    if unit == "usd":
        return re.search(rf"\${int(value):,}(?![\d,]*\d)", words) is not None
    counted = rf"(?:{value:,}|{number(int(value))})" if value < 100 else f"{value:,}"
    between = r"(?:(?:calendar|or|more|of|the|consecutive|continuous|fiscal)[ -])*"
    return re.search(rf"(?<![\w,$-]){counted}[ -]{between}{UNITS[unit]}\b", words, re.IGNORECASE) is not None


def names(text: str, spellings: Iterable[str]) -> bool:
    """Return whether a text names a country by one of its spellings."""
    return any(re.search(rf"\b{re.escape(one)}\b", text) for one in spellings)


NAMED_BY_THE_LAW = (
    "allied-country-airlift",
    "allied-country-communications",
    "aukus",
    "canada-exemption",
    "commercial-leasing-permanent",
    "communist-named",
    "du-named",
    "eda-named",
    "nato-plus",
    "nato-plus-21e",
    "nato-plus-21h",
    "nato-plus-36b-thresholds",
    "nato-plus-36c",
    "nato-plus-3d",
    "nato-plus-3d-commercial",
    "ntib",
    "pressler-uncertified",
    "stockpile-israel",
    "stockpile-named",
    "training-report-omitted",
    "treated-as-mnna",
)
"""The statuses that a country has because the text of the law names it."""
