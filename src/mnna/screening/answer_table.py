"""Answers to all rows of a file, computed once for each residue and pattern with the evaluator of single cases.

The texts of an answer name the country, its statuses and sometimes the row's own day. To reuse a text for other rows,
the day is replaced by a mark: the evaluator gets a day that prints as the mark. The country's name is replaced by a
mark if the texts for two countries differ only in the name.
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
"""The mark in a text that is later replaced by the row's own day."""

NAME_MARK = "\u27e8name\u27e9"
"""The mark in a text that is later replaced by the country's name."""

RULE = "rule"
"""The key of an answer's first citation, by which the summary counts rows; it is not a column of the output."""


class MarkedDay(date):
    """A day that compares like the day itself but prints as a mark, so that a text shows where it quotes the day."""

    def isoformat(self) -> str:
        """Return the mark in place of the ISO date."""
        return ON_MARK

    __str__ = isoformat

    def __format__(self, spec: str) -> str:
        return ON_MARK


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer, as values by output column. Texts may hold marks; a column that is not in `values` is empty."""

    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        """Return the column `name` as text, or "" if it is empty."""
        return str(self.values.get(name) or "")

    def texts(self) -> tuple[str, ...]:
        """Return the texts of the columns `WORDED`, in that order: those that may hold marks or differ by country."""
        return tuple(self.text(name) for name in WORDED)


def entry(notice: Notice) -> Entry:
    """Return the output columns of a notice, and its first citation under `RULE`."""
    return Entry({column.name: column.of(notice) for column in COLUMNS} | {RULE: notice.citations[0]})


class Dictionary:
    """The answers for one grid under one registry. Each is computed at first use and cached."""

    def __init__(self, grid: Grid, axes: tuple[Axis, ...], registry: Registry) -> None:
        self.grid, self.axes, self.registry = grid, axes, registry
        self.first: dict[int, Stretch] = {}
        for stretch in grid.stretches:
            self.first.setdefault(stretch.residue, stretch)
        self.own = BY_COUNTRY or any(span.own for span in registry.spans)
        self.templates: dict[object, tuple[str, ...]] = {}
        self.asked: dict[object, tuple[str, ...]] = {}
        self.sentences = cache(self._sentences)

    def entry(self, residue: int, pattern: int) -> Entry:
        """Return the answer for a residue and pattern, for the first country with that residue, with the day marked."""
        return self.decided(self.first[residue], pattern)

    def decided(self, stretch: Stretch, pattern: int) -> Entry:
        """Return the answer for one stretch and pattern, computed by the evaluator with the day marked."""
        law = self.grid.laws[stretch.channel]
        fields = representative(self.grid.residues[stretch.residue], self.axes, pattern)
        country = self.grid.countries[stretch.country]
        return entry(decide(law, self.registry, country, MarkedDay.fromordinal(stretch.on.toordinal()), fields))

    def names_country(self, residue: int, found: Entry, shown: bool) -> bool:
        """Return whether the texts of an answer differ for another country with the same residue.

        If no row is `shown`, only the needs are counted, so only their text matters. If the registry holds the user's
        own facts, or a column differs by country, every shown answer counts as different.
        """
        name = self.name(self.first[residue])
        texts = found.texts() if shown else (found.text("needs"),)
        return (self.own and shown) or any(name in text for text in texts)

    def worded(self, stretch: Stretch, pattern: int) -> tuple[str, ...]:
        """Return the texts of the columns `WORDED` for a stretch and pattern.

        Stretches share a text if their statuses are described in the same words, apart from the country's name. This is
        checked: two countries are evaluated, and the text is reused for a third only if both texts agree without the
        names.
        """
        if self.own:
            return self.decided(stretch, pattern).texts()
        key = (stretch.residue, pattern, self.sentences(stretch), self.name(stretch).startswith("the "))
        name = self.name(stretch)
        if key in self.templates:
            return tuple(text.replace(NAME_MARK, name) for text in self.templates[key])
        found = self.decided(stretch, pattern).texts()
        nameless = tuple(text.replace(name, NAME_MARK) for text in found)
        if self.asked.get(key) == nameless:
            self.templates[key] = nameless
        self.asked[key] = nameless
        return found

    def name(self, stretch: Stretch) -> str:
        """Return the country's name as the answers print it, such as "the Philippines"."""
        return the(countries()[self.grid.countries[stretch.country]].name)

    def _sentences(self, stretch: Stretch) -> tuple[str, ...]:
        """Return, for each status of the stretch, whether it is held and what would settle it, with the name marked."""
        country, on = self.grid.countries[stretch.country], MarkedDay.fromordinal(stretch.on.toordinal())
        found = [holding(self.registry, country, name, on) for name in self.grid.statuses[stretch.residue]]
        return tuple(f"{held.says}|{held.needs}".replace(self.name(stretch), NAME_MARK) for held in found)
