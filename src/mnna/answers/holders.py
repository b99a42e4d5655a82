"""The command `holders`: who holds a status on a day, or who is a NATO member or major non-NATO ally."""

from __future__ import annotations

from datetime import date

from mnna.answers.inputs import day
from mnna.answers.spans import Holder, holder
from mnna.answers.stamped import Stamped
from mnna.engine.record import HIDDEN, described, in_json
from mnna.ids import StatusId
from mnna.quick import Path, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.countries import countries
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import older
from mnna.registry.records import Span
from mnna.registry.statuses import allies_first, our_statuses

SHOWN = tuple(kind.id for kind in allies_first(our_statuses()))
"""The statuses shown where none is given."""


@quick_dataclass(frozen=True, repr=False)
class HoldersAnswer(Stamped):
    """Who holds the shown statuses on a day."""

    on: date
    shown: tuple[str, ...] = field(metadata=described("The statuses asked about."))
    registry: Registry = field(metadata=HIDDEN)

    @property
    def spans(self) -> list[Span]:
        """Every span of the statuses, on any day, in the order of the answer."""
        found = [span for span in self.registry.spans if span.status in self.shown]
        return sorted(found, key=lambda s: (self.shown.index(s.status), countries()[s.country].name, s.since))

    @property
    @in_json()
    def counts(self) -> dict[str, int]:
        """How many countries certainly hold each status."""
        sure = {(row.status, row.country) for row in self.held if row.holds == "yes"}
        return {status: sum(held == status for held, _ in sure) for status in self.shown}

    @property
    @in_json()
    def held(self) -> tuple[Holder, ...]:
        """The countries that hold or may hold each status, by status and then name."""
        found = (span for span in self.spans if span.touches(self.on))
        lapsed = self.registry.lapsed
        rows = (holder(span, countries()[span.country].name, self.on) for span in found)
        return tuple(row._replace(holds="unknown") if lapsed(row.country, row.status, self.on) else row for row in rows)

    def older_texts(self) -> list[date]:
        """Return the days of the lists shown that are older than the day asked about."""
        return older((self.registry.trust(status) for status in self.shown), self.on)

    @property
    @in_json()
    def unnamed(self) -> dict[str, str]:
        """What it means not to be in `held`: `no`, or `unknown` where no complete list is known for the day."""
        return {status: self.registry.unnamed(status, self.on) for status in self.shown}

    def summary(self) -> str:
        """Return the day and how many countries hold each status."""
        return f"{self.on}: " + ", ".join(f"{status} {count}" for status, count in self.counts.items())


def holders(status: StatusId | None = None, on: date | str | None = None, facts: Path | None = None) -> HoldersAnswer:
    """Return who holds `status` on a day (default today).

    Without a status: the NATO members, the major non-NATO allies and Taiwan. Raises `UnknownWord` with the nearest ids
    for an unknown status, `BadDate`, and `BadFacts` for a folder of the user's own facts that is invalid.
    """
    registry = load_registry(facts)
    shown = SHOWN if status is None else (registry.asked(status).id,)
    return HoldersAnswer(day(on), shown, registry)
