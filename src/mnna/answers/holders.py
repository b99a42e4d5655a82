"""The word `holders`: who holds a status on a day, or who is a NATO member or major non-NATO ally."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.inputs import day, stamp
from mnna.ids import StatusId
from mnna.registry.countries import countries
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Span
from mnna.registry.statuses import allies_first, our_statuses

SHOWN = tuple(kind.id for kind in allies_first(our_statuses()))
"""The statuses meant where none is named."""


@dataclass(frozen=True, slots=True)
class HoldersAnswer:
    """The spans of the statuses asked about, by status and then country, and the day."""

    registry: Registry
    shown: tuple[str, ...]
    on: date

    @property
    def spans(self) -> list[Span]:
        """Every span of the statuses, of whatever day, in the order of the answer."""
        found = [span for span in self.registry.spans if span.status in self.shown]
        return sorted(found, key=lambda s: (self.shown.index(s.status), countries()[s.country].name, s.since))

    def to_dict(self) -> dict[str, Any]:
        """As JSON: `counts` of countries sure to hold each status, and `held` with those that hold or may hold it.

        `since_by` and `until_by` are null where the day is known; elsewhere they are the first certain day, and `since`
        or `until` the first possible one.

        `unnamed` says for each status what it means not to be in `held`: `no`, or `unknown` where no complete list is
        known for the day.
        """
        held = [_held(span, self.on) for span in self.spans if span.touches(self.on)]
        counts = {s: len({h["country"] for h in held if (h["status"], h["holds"]) == (s, "yes")}) for s in self.shown}
        document = {"on": self.on.isoformat(), "shown": list(self.shown), "counts": counts, "held": held}
        unnamed = {s: self.registry.unnamed(s, self.on) for s in self.shown}
        return document | {"unnamed": unnamed, "stamp": stamp(self.registry)}


def holders(status: StatusId | None = None, on: date | str | None = None, facts: Path | None = None) -> HoldersAnswer:
    """Who holds `status` on a day (default today); without one, the NATO members, the major non-NATO allies and Taiwan.

    Raises `UnknownWord` with the nearest ids for a status there is not, `BadDate`, and `BadFacts` for a folder of the
    user's own facts that cannot stand.
    """
    registry = load_registry(facts)
    shown = SHOWN if status is None else (registry.kind(status).id,)
    return HoldersAnswer(registry, shown, day(on))


def _held(span: Span, on: date) -> dict[str, Any]:
    return {
        "country": span.country,
        "name": countries()[span.country].name,
        "status": span.status,
        "holds": "yes" if span.covers(on) else "unknown",
        **span.days_to_dict(),
        "instrument": span.instrument,
        "citation": span.citation,
        "source": ";".join(span.source),
        "confidence": span.confidence,
    }
