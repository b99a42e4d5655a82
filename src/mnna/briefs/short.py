"""The short answer for a country: the three sentences of its brief."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mnna.answers.stamped import Stamped
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.compose import brief
from mnna.briefs.matter import gather
from mnna.engine.record import HIDDEN, described, in_json
from mnna.registry.load import Registry
from mnna.registry.records import Country


@dataclass(frozen=True, slots=True, repr=False)
class ShortAnswer(Stamped):
    """Where a country stands, what the status would change in law, and what it would not."""

    country: Country
    on: date
    bottom_line: tuple[str, ...] = field(metadata=described("Three sentences."))
    registry: Registry = field(metadata=HIDDEN)

    @property
    @in_json(after="country")
    def name(self) -> str:
        """The everyday name of the country."""
        return self.country.name

    def summary(self) -> str:
        """The first sentence."""
        return self.bottom_line[0]


def short(country: str, on: date | str | None = None, facts: Path | None = None) -> ShortAnswer:
    """The bottom line of the brief on a country, which weighs the same status as the brief does where none is named.

    Raises what `brief` raises.
    """
    weighed: str = inspect.signature(brief).parameters["designate"].default
    matter = gather(country, None, on, weighed, facts)
    return ShortAnswer(matter.country, matter.on, bottom_line(matter), matter.registry)
