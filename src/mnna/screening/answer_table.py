"""The answer and the words for each residue and pattern, got by asking the evaluator of single cases once for each.

The words name the country, its statuses and sometimes the row's own day. The day is marked in the text by asking with a
day that prints as a mark; the name by asking for two countries and taking their names out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from mnna.engine.holdings import holding
from mnna.engine.notice import Notice, decide
from mnna.registry.countries import countries, the
from mnna.registry.load import Registry
from mnna.screening.breakpoints import Axis, representative
from mnna.screening.grid import Grid, Stretch
from mnna.screening.output_columns import BY_COUNTRY, COLUMNS, WORDED, Value

ON_MARK = "\u27e8on\u27e9"
"""Stands in a text for the row's own day."""

NAME_MARK = "\u27e8name\u27e9"
"""Stands in a text for the country's name."""

RULE = "rule"
"""The first citation of an answer, by which the summary counts; no column of the file."""


class MarkedDay(date):
    """A day that compares as itself and prints as a mark, so that a text shows where it quotes the row's day."""

    def isoformat(self) -> str:
        """The mark in place of the ISO date."""
        return ON_MARK

    __str__ = isoformat

    def __format__(self, spec: str) -> str:
        return ON_MARK


def marked(day: date) -> MarkedDay:
    """The same day, marked."""
    return MarkedDay(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer as a row carries it, by column. Texts may hold marks; a column that is left out is empty."""

    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        """A column as text, "" where it is empty."""
        return str(self.values.get(name) or "")

    def texts(self) -> tuple[str, ...]:
        """The texts that may hold marks or differ by country, in the order of `WORDED`."""
        return tuple(self.text(name) for name in WORDED)


def entry(notice: Notice) -> Entry:
    """A notice as columns of a file."""
    return Entry({column.name: column.of(notice) for column in COLUMNS} | {RULE: notice.citations[0]})


class Dictionary:
    """Answers of a grid under a registry, worked out on first demand and kept."""

    def __init__(self, grid: Grid, axes: tuple[Axis, ...], registry: Registry) -> None:
        self.grid, self.axes, self.registry = grid, axes, registry
        self.first: dict[int, Stretch] = {}
        for stretch in grid.stretches:
            self.first.setdefault(stretch.residue, stretch)
        self.own = BY_COUNTRY or any(span.own for span in registry.spans)
        self.templates: dict[tuple[int, int, tuple[str, ...], bool], _Wording] = {}
        self.sentences = cache(self._sentences)

    def entry(self, residue: int, pattern: int) -> Entry:
        """The answer for the first country that left this residue, with the row's day marked."""
        return self.decided(self.first[residue], pattern)

    def decided(self, stretch: Stretch, pattern: int) -> Entry:
        """The answer for a stretch of its own, asked of the evaluator."""
        law = self.grid.laws[stretch.channel]
        fields = representative(self.grid.residues[stretch.residue], self.axes, pattern)
        country = self.grid.countries[stretch.country]
        return entry(decide(law, self.registry, country, marked(stretch.on), fields))

    def names_country(self, residue: int, found: Entry, shown: bool) -> bool:
        """Whether the words of an answer would differ for another country that leaves the same residue.

        Where no row is shown only the needs are counted, and only their words matter. With facts of the user's own in
        the registry, or a column that differs by country, every answer is asked anew.
        """
        name = self.name(self.first[residue])
        texts = found.texts() if shown else (found.text("needs"),)
        return (self.own and shown) or any(name in text for text in texts)

    def worded(self, stretch: Stretch, pattern: int) -> tuple[str, ...]:
        """The texts of `WORDED` for a stretch.

        Stretches whose statuses are described in the same words but for the country's name share a text. That the name
        is all that differs is not taken for granted: two countries are asked, and only if their texts agree once the
        names are taken out is the text used for a third.
        """
        if self.own:
            return self.decided(stretch, pattern).texts()
        key = (stretch.residue, pattern, self.sentences(stretch), self.name(stretch).startswith("the "))
        return self.templates.setdefault(key, _Wording()).of(self, stretch, pattern)

    def name(self, stretch: Stretch) -> str:
        """The country's name as the answers say it."""
        return the(countries()[self.grid.countries[stretch.country]].name)

    def _sentences(self, stretch: Stretch) -> tuple[str, ...]:
        """What is said of the country's statuses without its name: whether each is held, and what would settle it."""
        country, on = self.grid.countries[stretch.country], marked(stretch.on)
        found = [holding(self.registry, country, name, on) for name in self.grid.statuses[stretch.residue]]
        return tuple(f"{held.says}|{held.needs}".replace(self.name(stretch), NAME_MARK) for held in found)


class _Wording:
    """One text for many countries: asked twice, then filled in with names, unless the two answers disagree."""

    __slots__ = ("asked", "text")

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.text: tuple[str, ...] | None = None

    def of(self, dictionary: Dictionary, stretch: Stretch, pattern: int) -> tuple[str, ...]:
        name = dictionary.name(stretch)
        if self.text is not None:
            return tuple(text.replace(NAME_MARK, name) for text in self.text)
        found = dictionary.decided(stretch, pattern).texts()
        nameless = tuple(text.replace(name, NAME_MARK) for text in found)
        if self.asked and nameless == self.asked[-1]:
            self.text = nameless
        self.asked.append(nameless)
        return found
