"""What the words of the models share: parameters, tables of numbers, sources, and the stamp."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnna._version import __version__
from mnna.interfaces.params import Given, Param
from mnna.present.document import Column, Items, Row, Section, Table, Text
from mnna.registry.load import load_registry
from mnna.sentences import capital
from mnna.series import figures_hash


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer of the models with the question: what the text shows of it turns on both."""

    answer: Any
    given: Given
    facts: Path | None

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON; the question changes nothing of it."""
        told: dict[str, Any] = self.answer.to_dict()
        return told


def event(default: str) -> Param:
    """Which day of a designation counts."""
    return Param(
        "event",
        f"Which day dates a designation: announced or determined; default {default}.",
        {"type": "string"},
        choices=lambda: [("announced", "by the announcement"), ("determined", "by the determination")],
        strict=True,
        default=default,
        label="Designations are dated",
    )


def at_random(name: str, says: str, least: int, most: int | None = None) -> Param:
    """A whole number that says how something is drawn at random."""
    limits = {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})
    return Param(name, says, limits, kind="integer", doors=("cli", "python"))


PROGRESS = Param(
    "progress", "A function that is called with how many are done and how many there are.", doors=("python",)
)


def numbers(caption: str, heads: Iterable[str], rows: Iterable[tuple[Text, ...]]) -> Table:
    """A table whose first column names the row and whose others are numbers."""
    first, *others = heads
    columns = (
        Column("name", first, 2, strong=True),
        *(Column(f"n{i}", head, number=True) for i, head in enumerate(others)),
    )
    return Table(caption, columns, tuple(Row(str(place), row) for place, row in enumerate(rows)))


def sources(asked: Asked, found: Mapping[str, str], more: tuple[Text, ...] = ()) -> Section:
    """The sources of the figures by what the figures are of, and the rows of the user's own facts that count."""
    own = tuple(f"your own facts: {row}" for row in asked.answer.own_facts)
    told = tuple(f"{capital(name)}: {source}" for name, source in found.items())
    return Section("sources", "Sources", (Items((*more, *told, *own), "small"),))


def by_reason(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Who is left out, one line a reason, in the order of the first of each: `Reason: one, two.`."""
    grouped: dict[str, list[str]] = {}
    for who, why in told:
        grouped.setdefault(why, []).append(who)
    return tuple(f"{why}: {', '.join(who)}." for why, who in grouped.items())


def stamp(facts: Path | None) -> tuple[tuple[str, str], ...]:
    """What lets two people tell whether they asked the same facts and figures."""
    return (("facts", load_registry(facts).hash), ("figures", figures_hash()), ("version", __version__))


def world(facts: Path | None) -> Any:
    """The world the models looked at, for the names in a picture."""
    from mnna.models.panel import load_world

    return load_world(facts)
