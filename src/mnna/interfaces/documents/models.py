"""What the commands of the models share: parameters, tables of numbers, sources, and the stamp."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnna._version import __version__
from mnna.interfaces.params import Given
from mnna.present.document import Column, Items, Row, Section, Table, Text
from mnna.registry.load import load_registry
from mnna.sentences import capital
from mnna.series import figures_hash


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer of the models together with the question, because the document depends on both."""

    answer: Any
    given: Given
    facts: Path | None

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON, without the question."""
        told: dict[str, Any] = self.answer.to_dict()
        return told


def event(default: str) -> Mapping[str, Any]:
    """Return the choices of the day that dates a designation, and which of them a page assumes."""
    dates = [("announced", "by the announcement"), ("determined", "by the determination")]
    return {"choices": lambda: dates, "default": default}


def numbers(caption: str, heads: Iterable[str], rows: Iterable[tuple[Text, ...]]) -> Table:
    """Return a table whose first column names the row and whose other columns are numbers."""
    first, *others = heads
    assert first, "a screen reader says the heading of each column"
    columns = (
        Column("name", first, 2, strong=True),
        *(Column(f"n{i}", head, number=True) for i, head in enumerate(others)),
    )
    return Table(caption, columns, tuple(Row(str(place), row) for place, row in enumerate(rows)))


def sources(asked: Asked, found: Mapping[str, str], more: tuple[Text, ...] = ()) -> Section:
    """Return the section of sources, by what each is a source of, with the user's own facts that were used."""
    own = tuple(f"your own facts: {row}" for row in asked.answer.own_facts)
    told = tuple(f"{capital(name)}: {source}" for name, source in found.items())
    return Section("sources", "Sources", (Items((*more, *told, *own), "small"),))


def by_reason(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return who is left out, one line a reason, in order of first appearance: `Reason: one, two.`."""
    grouped: dict[str, list[str]] = {}
    for who, why in told:
        grouped.setdefault(why, []).append(who)
    return tuple(f"{why}: {', '.join(who)}." for why, who in grouped.items())


def stamp(facts: Path | None) -> tuple[tuple[str, str], ...]:
    """Return the hashes of facts and figures and the version, to check whether two answers used the same data."""
    return (("facts", load_registry(facts).hash), ("figures", figures_hash()), ("version", __version__))


def world(facts: Path | None) -> Any:
    """Return the data that the models used, for the names in a picture."""
    from mnna.models.panel import load_world

    return load_world(facts)
