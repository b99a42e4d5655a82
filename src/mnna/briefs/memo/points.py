"""The points of the memo: on law (requirements, gains, costs, bars, open questions), and for and against.

Every sentence is computed for any country, and names its source. A figure supports the side that `indicators.toml`
gives by the direction of its criterion; an event supports the side in its column `bearing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from mnna.answers.compare import Comparison, Row
from mnna.briefs import bottom_line
from mnna.briefs.amounts import amount
from mnna.briefs.gather import BriefContext, Contrast, Pair
from mnna.briefs.memo.answer import Point
from mnna.engine.finding import Finding
from mnna.present.days import day, prose
from mnna.present.wording import PRACTICES
from mnna.registry.practice import best
from mnna.registry.records import side_of
from mnna.rules.nodes import statuses_asked
from mnna.sentences import capital
from mnna.series.uses import criteria, use
from mnna.statutes import catalog
from mnna.statutes.listing import subject
from mnna.statutes.texts import Text, texts
from mnna.statutes.wording import worded


def asked(context: BriefContext) -> tuple[Point, ...]:
    """Return what the law requires for a designation, a point for each sentence of the text on how it is made."""
    found = designation(context)
    said = worded(found.says, context.on).split(". ")
    return tuple(Point(f"{one.rstrip('.')}.", found.citation, (found.source,)) for one in said)


def designation(context: BriefContext) -> Text:
    """Return the text of law on how the status is given."""
    return next(one for one in texts() if one.kind == "law" and context.kind.id in one.bears_on)


def changed(contrast: Contrast, group: str) -> tuple[Point, ...]:
    """Return a point for each question in one group of the partition: its subject and the citation that decides it."""
    found = ((best(id_, contrast.on), contrast.pair(id_).having) for id_ in getattr(contrast.partition, group))
    return tuple(_named(one)._replace(in_practice=PRACTICES[used].lower() if used else "") for used, one in found)


def not_brought(context: BriefContext) -> Iterator[Point]:
    """Yield a point on what the status does not bring; it cites the law of the status, which does not mention it."""
    if said := bottom_line.not_brought(context.today, context.kind):
        yield Point(" ".join(said), context.kind.citation)


def bars(context: BriefContext) -> tuple[Point, ...]:
    """Return the restrictions that apply because a list or a determination names the country, with what each cuts."""
    return tuple(_bar(pair) for pair in context.today.bars if _on_record(pair, context))


def bars_of_a_case(context: BriefContext) -> tuple[Point, ...]:
    """Return the restrictions that only the facts of a case settle, such as the unit under the Leahy laws."""
    found = (pair.having for pair in context.today.bars)
    return tuple(_named(one) for one in found if one.verdict == "unknown" and one.turns_on == "case")


def bars_not_known(context: BriefContext) -> tuple[Point, ...]:
    """Return the restrictions that a public record would settle, but no list that was read and is still trusted does.

    One whose list named the country when it was last read says so, and whether the bar was waived then.
    """
    unknown = [pair for pair in context.today.bars_of_record if pair.having.verdict == "unknown"]
    return tuple(_not_known(pair, context) for pair in unknown)


def _not_known(pair: Pair, context: BriefContext) -> Point:
    point, lists = _named(pair.having), _lists(pair, context)
    named = {id_ for id_ in _asked_of(pair) if _last_named(context, id_)}
    if not named.intersection(lists):
        return point
    waived = ", and the bar was waived" if named.difference(lists) else ""
    return point._replace(says=f"{point.says}: it was named when the list was last read{waived}")


def _last_named(context: BriefContext, status: str) -> bool:
    """Return whether a list named the country when it was last read, for that day or before it went past its budget."""
    code, registry = context.country.iso3, context.registry
    lapsed = registry.lapsed(code, status, context.on)
    return bool(registry.last_read(code, status, context.on) or (lapsed and registry.last_named(code, status)))


def _named(found: Finding) -> Point:
    return Point(capital(subject(found.id)), found.citations[0] if found.citations else "", (), found.id)


def _on_record(pair: Pair, context: BriefContext) -> bool:
    """Return whether the bar applies because a list or a determination names the country, not by a general rule."""
    return pair.having.verdict == "yes" and any(context.holds(id_) for id_ in _lists(pair, context))


def _lists(pair: Pair, context: BriefContext) -> list[str]:
    """Return the statuses that bar a country by this restriction, among those that the text of that day asks for."""
    return [id_ for id_ in _asked_of(pair) if context.registry.kinds[id_].bears == "bars"]


def _asked_of(pair: Pair) -> tuple[str, ...]:
    """Return the statuses that the text of that day asks for."""
    provision = catalog.authority(pair.id).at(pair.on)
    return tuple(sorted(statuses_asked(provision.rule))) if provision else ()


def _bar(pair: Pair) -> Point:
    point, cuts = _named(pair.having), pair.having.terms.get("cuts")
    return point._replace(says=f"{point.says}{f': it cuts {prose(str(cuts))}' if cuts else ''}.")


def open_needs(context: BriefContext) -> tuple[Point, ...]:
    """Return the facts that would settle what is left open, each with the question it settles."""
    told: dict[str, Point] = {}
    for id_ in context.today.partition.open:
        found = context.today.pair(id_).having
        for need in found.needs[:1]:
            told.setdefault(need, _named(found)._replace(says=f"A source that says {_needed(need, context)}."))
    return tuple(told.values())


def _needed(need: str, context: BriefContext) -> str:
    """Return the fact; for a list that follows the designation by its own act, whether it would name the country."""
    says, holds = re.split(r": |(?<![A-Z])\. ", prose(need))[0], " holds the status "
    if any(f"“{context.registry.kind(id_).title}”" in says for id_ in context.kind.follows):
        return says.replace(holds, ", once designated, would hold the status ").removesuffix(f" on {day(context.on)}")
    return says


def waivers(context: BriefContext) -> Sequence[Point]:
    """Return a point on how each bar on record could end or be waived."""
    found = [pair.having for pair in context.today.bars if _on_record(pair, context)]
    says = "An end or waiver of the bar for {}: {}."
    told = ((one, prose(str(one.terms["waiver"]))) for one in found if one.terms.get("waiver"))
    return [_named(one)._replace(says=says.format(subject(one.id), how)) for one, how in told]


Side = Literal["for", "against"]
BARS, FIGURES, EVENTS, SHOWN = 2, 2, 2, 4
"""The most bars, figures and events of one side, and its most points in all."""

HIGH, LOW = 75.0, 25.0
"""A figure is cited if its percentile among the allies at entry is at least `HIGH` (for) or at most `LOW` (against)."""


def arguments(context: BriefContext, found: Comparison | None, side: Side) -> tuple[Point, ...]:
    """Return at most four points that one side can cite: bars on record, figures, events, proposals."""
    barred = bars(context) if side == "against" else ()
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
