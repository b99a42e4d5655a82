"""The arguments for and against a designation: bars, figures, events between the governments, and proposals.

Every sentence is computed for any country, and names its source. A figure supports the side that `indicators.toml`
gives by the direction of its criterion; an event supports the side in its column `bearing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from mnna.answers.compare import Comparison, Row
from mnna.briefs.amounts import amount
from mnna.briefs.gather import BriefContext
from mnna.briefs.memo import law_points
from mnna.briefs.memo.answer import Point
from mnna.present.days import day, prose
from mnna.registry.records import side_of
from mnna.series.uses import criteria, use

Side = Literal["for", "against"]
BARS, FIGURES, EVENTS, SHOWN = 2, 2, 2, 4
"""The most bars, figures and events of one side, and its most points in all."""

HIGH, LOW = 75.0, 25.0
"""A figure is cited if its percentile among the allies at entry is at least `HIGH` (for) or at most `LOW` (against)."""


def arguments(context: BriefContext, found: Comparison | None, side: Side) -> tuple[Point, ...]:
    """Return at most four points that one side can cite: bars on record, figures, events, proposals."""
    barred = law_points.bars(context) if side == "against" else ()
    figures = list(_figures(found, side))[:FIGURES] if found else []
    return tuple([*barred[:BARS], *figures, *_events(context, side), *_proposals(context, side)][:SHOWN])


def _figures(found: Comparison, side: Side) -> Iterator[Point]:
    """Yield the figures that are high or low among the allies at their entry, the most extreme first.

    Percentiles are counted so that 100 favors a designation.
    """
    better = {one.indicator: one.better for one in criteria()}
    placed = [
        (place if better[row.measure.indicator] == "high" else 100 - place, row)
        for row in found.rows
        if row.measure.indicator in better and (place := row.candidate.percentile_among_entrants) is not None
    ]
    told = [one for one in placed if (one[0] >= HIGH if side == "for" else one[0] <= LOW)]
    for _, row in sorted(told, key=lambda one: -one[0] if side == "for" else one[0]):
        yield Point(_said(row), "", (row.candidate.figure.source,), row.measure.id)


def _said(row: Row) -> str:
    mine, place = row.candidate, row.candidate.percentile_among_entrants
    assert place is not None, "rows without a place were left out"
    which, passed = ("higher", mine.below) if place >= 50 else ("lower", mine.above)
    among = f"all {passed}" if passed == mine.n_entrants > 1 else f"{passed} of {mine.n_entrants}"
    same = mine.n_entrants - mine.below - mine.above
    when = "" if use(row.measure.indicator).static else f" in {mine.year}"
    said = (
        f"{amount(mine.figure, row.measure.id)}{when}, {'in constant dollars ' if row.measure.nominal else ''}{which}"
    )
    return f"{row.title}: {said} than {among} allies at entry{f' and equal to {same}' if same else ''}."


def _events(context: BriefContext, side: Side) -> list[Point]:
    """Return the latest events on record that support one side, without the steps of the status, newest first."""
    own = (one for one in context.registry.events if one.country == context.country.iso3)
    known = [one for one in own if side_of(one.bearing) == side]
    steps = {step.on.isoformat() for step in context.status.steps if step.status == context.kind.id}
    past = [one for one in known if one.on <= context.on.isoformat() and one.on not in steps]
    past.sort(key=lambda one: one.on)
    return [Point(f"{day(one.on)}: {prose(one.event)}.", "", one.source) for one in reversed(past[-EVENTS:])]


def _proposals(context: BriefContext, side: Side) -> Iterable[Point]:
    wanted = "designate" if side == "for" else "revoke"
    for one in reversed(context.status.proposals):
        if one.direction == wanted and one.proposer and one.on <= context.on.isoformat():
            yield Point(f"{day(one.on)}: {one.kind} by {one.proposer}, to {one.direction} it.", "", one.source, one.id)
