"""The bottom line: three sentences, each computed from the answers, true of an ally, a member or a stranger alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mnna.answers.partition import counted, gain_and_loss
from mnna.briefs.matter import (
    COMMITMENT,
    FINANCING,
    NOTIFICATION,
    Contrast,
    Matter,
    Pair,
    encoded,
)
from mnna.present.days import day, prose
from mnna.present.numbers import listed, number
from mnna.present.wording import OWN_MARK, capital
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.records import Country, Span, StatusKind, Step
from mnna.statutes.listing import subject

PREDICATES = {"mnna": "a major non-NATO ally", "nato": "a member of NATO"}
LABELS = ("major-defense-partner", "major-security-partner", "mscp", "major-strategic-partner")
"""Titles that readers mistake for the status, given by the executive or wished for by Congress."""


def bottom_line(matter: Matter) -> tuple[str, str, str]:
    """Where the country stands, what the status changes in law, and what it does not."""
    return capital(standing(matter)), changing(matter.today, matter.kind), lasting(matter.today)


def predicate(kind: StatusKind) -> str:
    """What a country with the status is, after the word `is`."""
    return PREDICATES.get(kind.id, f"a holder of the status “{kind.title}”")


def standing(matter: Matter) -> str:
    """Whether the country has the status on the day, since when and by which act, or what it has in its place."""
    name, when, being = the(matter.country.name), day(matter.on), predicate(matter.kind)
    span = matter.registry.deciding(matter.country.iso3, matter.kind.id, matter.on)
    if matter.today.held is None:
        return f"Whether {name} is {being} on {when} is not known: {_doubt(matter, span)}"
    if matter.today.held and span:
        more = "; official lists disagree on it" if matter.standing.disagreements else ""
        more += f"; it was to be one until {a_day(span.until, span.until_by, day)}" if span.until else ""
        return f"{name} has been {being} since {a_day(span.since, span.since_by, day)}{by(span)}{more}."
    member = matter.registry.deciding(matter.country.iso3, "nato", matter.on)
    if matter.kind.id == "mnna" and member and matter.holds("nato"):
        since = a_day(member.since, member.since_by, day)
        return (
            f"{name} has been a member of NATO since {since}; it is not {being}, a status for countries outside NATO."
        )
    return f"On {when} {name} is not {being}{_instead(matter)}."


def by(span: Span) -> str:
    """The act that began a span, with a mark on a row of the user's own."""
    return (f", by {span.instrument}" if span.instrument else "") + (f" {OWN_MARK}" if span.own else "")


def _doubt(matter: Matter, span: Span | None) -> str:
    if span is None:
        return "no list for that day is encoded."
    if span.since_by is not None and matter.on < span.since_by:
        return f"the designation is dated to {a_day(span.since, span.since_by, day)}, and no closer."
    return prose(span.note).split(". ")[0].rstrip(".") + "."


def _instead(matter: Matter) -> str:
    """What a country without the status has in its place: the law's fiction for Taiwan, a past, steps, a label."""
    registry, code, kind = matter.registry, matter.country.iso3, matter.kind
    treated = registry.deciding(code, "treated-as-mnna", matter.on)
    if kind.id == "mnna" and treated and matter.holds("treated-as-mnna"):
        what = "the law treats it as one for transfers of defense articles and services"
        since = a_day(treated.since, treated.since_by, day)
        return f", but since {since} {what} ({treated.instrument or treated.citation})"
    if matter.on < (first := first_held(registry, kind)):
        return f": nobody held that status before {day(first)}"
    label = next((one for one in LABELS if registry.holds(code, one, matter.on)), None)
    other = f"; it holds the separate status “{registry.kind(label).title}”" if label else ""
    return _past(ended(matter), stepped(matter)) + later(matter, matter.country) + other


def first_held(registry: Registry, kind: StatusKind) -> date:
    """The first day on which anybody held the status; the first day there is where nobody ever did."""
    return min((span.since for span in registry.spans if span.status == kind.id), default=date.min)


def ended(matter: Matter) -> Span | None:
    """The last span of the status that was over by the day of the brief."""
    spans = matter.registry.spans_of(matter.country.iso3, matter.kind.id)
    over = [span for span in spans if span.until and span.until <= matter.on and span.holds == "yes"]
    return over[-1] if over else None


def _past(span: Span | None, steps: Sequence[Step]) -> str:
    if span is not None and span.until is not None:
        return f"; it was one {span.days(day)}"
    if not steps:
        return " and has never been one"
    told = listed([f"{step.step} on {a_day(step.on, step.on_by, day)}" for step in steps])
    return f": the designation was {told}, but neither an announcement nor a notice to Congress is a designation"


def later(matter: Matter, country: Country) -> str:
    """What a day in the past could not know: that the country got the status afterwards."""
    spans = matter.registry.spans_of(country.iso3, matter.kind.id)
    coming = next((span for span in spans if span.since > matter.on and span.holds == "yes"), None)
    name = the(country.name)
    return f"; {name} was to become one on {a_day(coming.since, coming.since_by, day)}" if coming else ""


def stepped(matter: Matter) -> list[Step]:
    """Announcements and notices up to the day, which are not yet the status."""
    on_road = [step for step in matter.standing.steps if step.status == matter.kind.id and step.on <= matter.on]
    return [step for step in on_road if step.step in ("announced", "notified")]


def changing(contrast: Contrast, kind: StatusKind) -> str:
    """What the country would gain and lose in law with the status, or without it where it is held."""
    found, name = contrast.partition, the(contrast.country.name)
    act = f"If {name} were no longer {predicate(kind)}" if contrast.held else f"If {name} were {predicate(kind)}"
    turned = found.lose if contrast.held else found.gain
    names = f" ({listed([subject(id_) for id_ in turned])})" if turned else ""
    said = gain_and_loss(found)
    return f"{act}, it would {said}{names}{counted(found).removeprefix(said)}."


def lasting(contrast: Contrast) -> str:
    """What the status does not bring: a guarantee, money, other notification rules, an end to restrictions."""
    pairs = {pair.id: pair for pair in contrast.pairs}
    watched = [pairs[id_] for id_ in (COMMITMENT, FINANCING, NOTIFICATION) if id_ in pairs]
    still = [_not_brought(pair) for pair in watched if not pair.moves and encoded(pair)]
    moved = [subject(pair.id) for pair in watched if pair.moves]
    open_ = [subject(pair.id) for pair in watched if not encoded(pair)]
    bring = ("brings", "touches", "lifts") if contrast.held else ("would bring", "would touch", "would lift")
    clauses = [f"it {bring[0]} {listed(still)}"] if still else []
    clauses += [f"it {bring[1]} {listed(moved)}"] if moved else []
    clauses += [f"the law of that day on {listed(open_)} is not encoded here"] if open_ else []
    clauses += _restrictions(contrast, bring[2])
    return capital("; ".join(clauses)) + "."


def _not_brought(pair: Pair) -> str:
    if pair.id == COMMITMENT:
        instrument = pair.having.terms.get("instrument")
        there = {"yes": f"the {instrument} stands apart from it", "no": "no treaty of defense is in force"}
        return f"no guarantee of defense ({there.get(pair.having.verdict, 'whether a treaty binds is itself unknown')})"
    if pair.id == FINANCING:
        return "no money of its own"
    days = pair.having.terms.get("review_days")
    wait = f" (the review stays at {days} days)" if days else ""
    return f"no change in when Congress must be told of an arms sale{wait}"


def _restrictions(contrast: Contrast, lift: str) -> list[str]:
    bars = contrast.bars
    lifted = [pair for pair in bars if pair.without.verdict == "yes" and pair.having.verdict == "no"]
    apply = [pair for pair in bars if pair.having.verdict == "yes"]
    open_ = [pair for pair in bars if pair.having.verdict == "unknown"]
    named = f" ({listed([subject(pair.id) for pair in apply])})" if apply else ""
    verb = "applies" if len(apply) == 1 else "apply"
    count = number(len(lifted)) if lifted else "none"
    there = f"{number(len(apply)) if apply else 'none'} {verb}{named}"
    undecided = f" and {number(len(open_))} cannot be decided here" if open_ else ""
    return [f"it {lift} {count} of the {len(bars)} restrictions, of which {there}{undecided}"] if bars else []
