"""The short answer for a country: the bottom line of its brief."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mnna.answers.stamped import Stamped
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.gather import gather
from mnna.engine.record import HIDDEN, described, in_json
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.registry.statuses import USUAL


@dataclass(frozen=True, slots=True, repr=False)
class ShortAnswer(Stamped):
    """Where a country stands, what the status would change in law, and what it would not."""

    country: Country
    on: date
    bottom_line: tuple[str, ...] = field(metadata=described("Three statements."))
    registry: Registry = field(metadata=HIDDEN)
    texts: tuple[date, ...] = field(default=(), metadata=HIDDEN)

    def older_texts(self) -> list[date]:
        """The days of the older texts behind the statements."""
        return list(self.texts)

    @property
    @in_json(after="country")
    def name(self) -> str:
        """The everyday name of the country."""
        return self.country.name

    def summary(self) -> str:
        """The first sentence."""
        return self.bottom_line[0]


def short(country: str, on: date | str | None = None, facts: Path | None = None) -> ShortAnswer:
    """Give the bottom line of the brief on a country, for the usual status.

    Raises what `brief` raises.
    """
    context = gather(country, None, on, USUAL, facts)
    return ShortAnswer(
        context.country, context.on, bottom_line(context), context.registry, tuple(context.today.older_texts)
    )
