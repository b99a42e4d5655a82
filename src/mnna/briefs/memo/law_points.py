"""The points of the memo on law: requirements, gains and costs of the status, bars, and open questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mnna.briefs import bottom_line
from mnna.briefs.gather import BriefContext, Contrast, Pair
from mnna.briefs.memo.answer import Point
from mnna.engine.finding import Finding
from mnna.present.days import prose
from mnna.present.wording import PRACTICES
from mnna.registry.countries import the
from mnna.registry.practice import best
from mnna.rules.nodes import statuses_asked
from mnna.sentences import capital
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
    return tuple(_point(contrast.pair(id_).having, contrast.on) for id_ in getattr(contrast.partition, group))


def _point(found: Finding, on: date) -> Point:
    used = best(found.id, on)
    words = PRACTICES[used].lower() if used else ""
    return _named(found)._replace(in_practice=words)


def not_brought(context: BriefContext) -> Iterator[Point]:
    """Yield a point on what the status does not bring; it cites the law of the status, which does not mention it."""
    if said := bottom_line.not_brought(context.today):
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

    A point says so if its list named the country when it was last read.
    """
    unknown = [pair for pair in context.today.bars_of_record if pair.having.verdict == "unknown"]
    return tuple(_not_known(pair, context) for pair in unknown)


def _not_known(pair: Pair, context: BriefContext) -> Point:
    point, country = _named(pair.having), context.country.iso3
    if any(context.registry.last_read(country, id_, context.on) for id_ in _lists(pair, context)):
        return point._replace(says=f"{point.says}: it was named when the list was last read")
    return point


def _named(found: Finding) -> Point:
    return Point(capital(subject(found.id)), found.citations[0] if found.citations else "", (), found.id)


def _on_record(pair: Pair, context: BriefContext) -> bool:
    """Return whether the bar applies because a list or a determination names the country, not by a general rule."""
    return pair.having.verdict == "yes" and any(context.holds(id_) for id_ in _lists(pair, context))


def _lists(pair: Pair, context: BriefContext) -> list[str]:
    """Return the ids of the statuses that bar a country under this restriction, by the law of that day."""
    provision = catalog.authority(pair.id).at(pair.on)
    asked_of = statuses_asked(provision.rule) if provision else ()
    return [id_ for id_ in asked_of if context.registry.kinds[id_].bears == "bars"]


def _bar(pair: Pair) -> Point:
    point, cuts = _named(pair.having), pair.having.terms.get("cuts")
    return point._replace(says=f"{point.says}{f': it cuts {prose(str(cuts))}' if cuts else ''}.")


def open_needs(contrast: Contrast) -> tuple[Point, ...]:
    """Return a point for each fact that would settle an open question; a fact is listed once."""
    told: dict[str, Point] = {}
    for id_ in contrast.partition.open:
        found = contrast.pair(id_).having
        for need in found.needs[:1]:
            told.setdefault(need, _named(found)._replace(says=_needed(need, contrast.country.name)))
    return tuple(told.values())


def _needed(need: str, name: str) -> str:
    says = prose(need).split(": ")[0].replace(f"whether {name} ", f"whether {the(name)} ")
    return f"A source that says {says}."


def waivers(context: BriefContext) -> Sequence[Point]:
    """Return a point on how each bar on record could end or be waived."""
    found = [pair.having for pair in context.today.bars if _on_record(pair, context)]
    return [_waiver(one) for one in found if one.terms.get("waiver")]


def _waiver(bar: Finding) -> Point:
    says = f"An end or waiver of the bar for {subject(bar.id)}: {prose(str(bar.terms['waiver']))}."
    return _named(bar)._replace(says=says)
