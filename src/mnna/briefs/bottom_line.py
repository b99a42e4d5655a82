"""The bottom line of a brief: the country's status, what the examined status changes in law, and what it does not.

Each statement is computed from the answers, and must be true for an ally, a NATO member and any other country.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mnna.answers.partition import counted
from mnna.briefs.gather import BriefContext, Contrast, Pair, encoded
from mnna.present.days import day, prose
from mnna.present.numbers import listed, number
from mnna.present.wording import own_mark
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.records import Country, Span, StatusKind, Step
from mnna.registry.statuses import alliance, in_family, treated_as
from mnna.sentences import capital
from mnna.statutes.listing import subject


def bottom_line(context: BriefContext) -> tuple[str, str, str]:
    """Return three statements: the country's status, what the status changes in law, and what it does not change."""
    return capital(standing(context)), changing(context.today, context.kind), lasting(context.today, context.kind)


def standing(context: BriefContext) -> str:
    """Return whether the country has the status, since when and by which act, or what it has instead."""
    name, when, being = the(context.country.name), day(context.on), context.kind.being
    span = context.registry.deciding(context.country.iso3, context.kind.id, context.on)
    if context.today.held is None:
        return f"Whether {name} is {being} on {when} is not known: {_doubt(context, span)}"
    if span:
        more = "; official lists disagree on it" if context.status.disagreements else ""
        more += f"; it was to be one until {a_day(span.until, span.until_by)}" if span.until else ""
        return f"{name} has been {being} since {a_day(span.since, span.since_by)}{by(span)}{more}."
    member = context.held(alliance(context.registry.kinds).id)
    if context.kind.usual == "yes" and member:
        joined = f"{name} has been a member of NATO since {a_day(member.since, member.since_by)}"
        return f"{joined}; it is not {being}, a status for countries outside NATO."
    why = context.registry.undesignable(context.country) if context.kind.usual == "yes" else ""
    more = f" It {why}." if why else ""
    return f"On {when} {name} is not {being}{_instead(context)}.{more}"


def by(span: Span) -> str:
    """Return words for the act that began a span, with a mark for a row from the user's own facts."""
    act = re.sub(rf"^(?={_WITH_ARTICLE})", "the ", span.instrument)
    return (f", by {act}" if act else "") + own_mark(span.own)


_WITH_ARTICLE = r"(?:(?! the )[^(,:])*\b(?:Treaty|Statute|Act|Charter|Convention)\b"
"""The beginning of an instrument with a name of its own, which has an article in a sentence."""


def _doubt(context: BriefContext, span: Span | None) -> str:
    """Return why it is not known whether the country has the status."""
    if span is None:
        return "no list for that day is encoded."
    if span.since_by is not None and context.on < span.since_by:
        return f"the designation is dated to {a_day(span.since, span.since_by)}, and no closer."
    return prose(span.note).split(". ")[0].rstrip(".") + "."


def _instead(context: BriefContext) -> str:
    """Return the end of the sentence on a country without the status.

    It says that the law treats the country as an ally, that it had the status before, or which steps were taken.
    """
    kinds, kind = context.registry.kinds, context.kind
    for similar in treated_as(kinds, kind.id):
        if span := context.held(similar.id):
            what = "the law treats it as one for transfers of defense articles and services"
            since = a_day(span.since, span.since_by)
            return f", but since {since} {what} ({span.instrument or span.citation})"
    if context.on < (first := first_held(context.registry, kind)):
        return f": no country held that status before {day(first)}"
    return _past(ended(context), stepped(context)) + later(context, context.country) + _label(context)


def _label(context: BriefContext) -> str:
    """Return words for another status with a similar title that the country holds; empty without one."""
    label = next((one for one in in_family(context.registry.kinds, "label") if context.holds(one.id)), None)
    return f"; it holds the separate status “{label.title}”" if label else ""


def first_held(registry: Registry, kind: StatusKind) -> date:
    """Return the first day on which any country held the status; `date.min` where none ever did."""
    return min((span.since for span in registry.spans if span.status == kind.id), default=date.min)


def ended(context: BriefContext) -> Span | None:
    """Return the country's last span of the status that had ended by the day of the brief; None without one."""
    spans = context.registry.spans_of(context.country.iso3, context.kind.id)
    over = [span for span in spans if span.until and span.until <= context.on and span.holds == "yes"]
    return over[-1] if over else None


def _past(span: Span | None, steps: Sequence[Step]) -> str:
    if span is not None and span.until is not None:
        return f"; it was one {span.days()}"
    if not steps:
        return " and has never been one"
    told = listed([f"{step.step} on {a_day(step.on, step.on_by)}" for step in steps])
    return f": the designation was {told}, but neither an announcement nor a notice to Congress is a designation"


def later(context: BriefContext, country: Country) -> str:
    """Return words that the country got the status after the day of the brief; empty where it did not."""
    spans = context.registry.spans_of(country.iso3, context.kind.id)
    coming = next((span for span in spans if span.since > context.on and span.holds == "yes"), None)
    name = the(country.name)
    return f"; {name} was to become one on {a_day(coming.since, coming.since_by)}" if coming else ""


def stepped(context: BriefContext) -> list[Step]:
    """Return the announcements and notices to Congress up to the day; they do not give the status."""
    on_road = [step for step in context.status.steps if step.status == context.kind.id and step.on <= context.on]
    return [step for step in on_road if step.step in ("announced", "notified")]


def since_its_end(context: BriefContext) -> list[Step]:
    """Return those of `stepped` that came after the country last had the status; all if it never had it."""
    over = ended(context)
    first = over.until if over and over.until else date.min
    return [step for step in stepped(context) if step.on >= first]


def changing(contrast: Contrast, kind: StatusKind) -> str:
    """Return a sentence that counts what gaining the status would change in law, or what losing a held one would."""
    found, name = contrast.partition, the(contrast.country.name)
    act = f"If {name} were no longer {kind.being}" if contrast.held else f"If {name} were {kind.being}"
    gained, lost = ("", few(found.lose)) if contrast.held else (few(found.gain), "")
    return f"{act}, it would {counted(found, gained, lost)}."


def few(ids: Sequence[str]) -> str:
    """Return the subjects of up to three questions; empty for more, which would make the sentence too long."""
    return named(ids) if len(ids) <= 3 else ""


def named(ids: Sequence[str]) -> str:
    """Return the subjects of some questions as a list in a sentence."""
    return listed([subject(id_) for id_ in ids])


def lasting(contrast: Contrast, kind: StatusKind) -> str:
    """Return what the status does not bring: a guarantee, money, other rules on notices, an end to restrictions."""
    changes, lifts = ("changes", "lifts") if contrast.held else ("would change", "would lift")
    return " ".join([*not_brought(contrast, kind), *_touched(contrast, changes), *_restrictions(contrast, lifts)])


def not_brought(contrast: Contrast, kind: StatusKind) -> list[str]:
    """Return sentences on what readers most often expect of the status and it does not bring.

    What another status gives as well is told apart: NATO does bring a guarantee, also to who has another treaty.
    """
    watched = contrast.watched(*_NOT_BROUGHT)
    same = [pair for pair in watched if pair.without.verdict == pair.having.verdict and encoded(pair)]
    also = [pair for pair in same if given_without(pair, kind)]
    same = [pair for pair in same if pair not in also]
    brings, changes = ("brings", "does not change") if contrast.held else ("would bring", "would not change")
    nothing = listed([_NO[pair.topic](pair) for pair in same if pair.topic in _NO])
    said = [f"It {brings} {nothing}."] if nothing else []
    still = [pair for pair in same if pair.topic not in _NO and not pair.changes]
    said += [f"It {changes} {_no_other_notice(pair)}." for pair in still]
    return said + ([f"Without it the answer on {named([pair.id for pair in also])} is yes too."] if also else [])


def given_without(pair: Pair, kind: StatusKind) -> bool:
    """Return whether the status would give a yes that stands without it, by another status."""
    return (pair.without.verdict, pair.having.verdict) == ("yes", "yes") and pair.asks_for(kind)


def _touched(contrast: Contrast, changes: str) -> list[str]:
    """Return sentences on the watched questions that the status does change, and on those not encoded for the day."""
    watched = contrast.watched(*_NOT_BROUGHT)
    open_ = [pair.id for pair in watched if not encoded(pair)]
    changed: dict[str, list[str]] = {}
    for pair in watched:
        if pair.changes:
            same = pair.without.verdict == pair.having.verdict
            changed.setdefault("the terms or steps of" if same else "the answer on", []).append(pair.id)
    said = [f"It {changes} {what} {named(ids)}." for what, ids in changed.items()]
    return said + ([f"The law of that day on {named(open_)} is not encoded here."] if open_ else [])


def _no_guarantee(pair: Pair) -> str:
    instrument = pair.having.terms.get("instrument")
    there = {"yes": f"the {instrument} stands apart from it", "no": "no treaty of defense is in force"}
    known = there.get(pair.having.verdict, "whether a treaty of defense is in force is not known here")
    return f"no guarantee of defense ({known})"


def _no_other_notice(pair: Pair) -> str:
    days = pair.having.terms.get("review_days")
    wait = f" (the review stays at {days} days)" if days else ""
    return f"when Congress must be told of an arms sale{wait}"


_NO: Mapping[str, Callable[[Pair], str]] = {"commitments": _no_guarantee, "money": lambda _: "no money of its own"}
"""The words for what the status does not bring, by topic of a watched question, in the order of the sentence."""

_NOT_BROUGHT = (*_NO, "notification")
"""The topics of all watched questions; the status could change rules on notices, not bring them."""


def _restrictions(contrast: Contrast, lift: str) -> list[str]:
    bars = contrast.bars
    if not bars:
        return []
    lifted = [pair for pair in bars if pair.without.verdict == "yes" and pair.having.verdict == "no"]
    of_record, of_case = contrast.bars_of_record, contrast.bars_of_case
    apply = [pair.id for pair in of_record if pair.having.verdict == "yes"]
    open_ = [pair for pair in of_record if pair.having.verdict == "unknown"]
    names = f" ({named(apply)})" if apply else ""
    there = f"{_count(apply)} {'applies' if len(apply) == 1 else 'apply'} by the record{names}"
    turn = f"{_count(of_case)} {'turns' if len(of_case) == 1 else 'turn'} on the case" if of_case else ""
    undecided = f"{number(len(open_))} cannot be decided here" if open_ else ""
    told = listed([part for part in (there, undecided, turn) if part])
    return [f"It {lift} {_count(lifted)} of the {len(bars)} restrictions: {told}."]


def _count(things: Sequence[object]) -> str:
    return number(len(things)) if things else "none"
