"""Who became a major non-NATO ally and when, and who could have: the two groups a candidate is compared with.

An entrant counts by its first designation under FAA 517. At risk in a year is every sovereign state (and Taiwan until
30 September 2002, when a statute began to treat it as such an ally) that at the end of the year was neither the United
States nor a NATO member nor designated: those the President could have designated the year after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mnna.answers.data_context import Evidence
from mnna.engine.reasons import own_row
from mnna.registry.countries import countries
from mnna.registry.records import StatusKind
from mnna.registry.statuses import alliance, treated_as, usual
from mnna.series import coverage_codes


@dataclass(frozen=True, slots=True)
class Entrant:
    """A country that was designated: the first possible day, and the instrument. `day_certain` is False where the
    registry gives a window of days, and `own` names the row where it is the user's own."""

    country: str
    since: date
    instrument: str
    day_certain: bool
    own: str = ""

    @property
    def measured(self) -> int:
        """The year it is measured in: the one before its designation."""
        return self.since.year - 1


def entrants(evidence: Evidence, on: date) -> tuple[Entrant, ...]:
    """Return every country designated by the day, also where the status has ended since, in order of designation."""
    first: dict[str, Entrant] = {}
    status = usual(evidence.registry.kinds).id
    for span in sorted(evidence.registry.spans, key=lambda span: span.since):
        if span.status == status and span.holds == "yes" and span.since <= on:
            own = own_row(span) if span.own else ""
            new = Entrant(span.country, span.since, span.instrument, span.since_by is None, own)
            first.setdefault(span.country, new)
    return tuple(sorted(first.values(), key=lambda one: (one.since, one.country)))


def outside_nato(evidence: Evidence, year: int) -> tuple[str, ...]:
    """Return every sovereign state, and Taiwan, that existed in the year and was not in NATO at its end.

    The United States is left out.
    """
    day = date(year, 12, 31)
    actors = (c for c in countries().values() if c.iso3 != "USA" and (c.sovereign == "yes" or c.iso3 == "TWN"))
    existing = (c.iso3 for c in actors if coverage_codes.place(c.iso3).existed(year))
    members = _holders(evidence, alliance(evidence.registry.kinds), day)
    return tuple(code for code in existing if code not in members)


def at_risk(evidence: Evidence, year: int) -> tuple[str, ...]:
    """Return those of `outside_nato` that were not designated, nor treated as designated, at the end of the year."""
    day, kinds = date(year, 12, 31), evidence.registry.kinds
    status = usual(kinds)
    taken = _holders(evidence, status, day).union(
        *(_holders(evidence, kind, day) for kind in treated_as(kinds, status.id))
    )
    return tuple(code for code in outside_nato(evidence, year) if code not in taken)


def _holders(evidence: Evidence, kind: StatusKind, day: date) -> set[str]:
    """Return the countries that hold a status on a day; only countries with a row can."""
    registry = evidence.registry
    return {code for code in registry.named.get(kind.id, ()) if registry.holds(code, kind.id, day)}
