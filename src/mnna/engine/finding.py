"""Put a question of law to a registry: one authority, one country, one day, one finding.

A bar on record that cuts off an authority for the country turns its verdict to `no`; that is decided here and nowhere
else, from what each bar declares that it cuts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cache
from typing import Literal

from mnna.dates import spoken
from mnna.engine.confidence import confidence, doubts
from mnna.engine.enactment import names_later, told_by, without_later
from mnna.engine.reasons import amending_acts, citations, open_facts, own_facts, reason
from mnna.engine.record import Record, described, in_json
from mnna.engine.suspension import BarOnDay, bars_that_may_cut, began, that_are_open, that_cut
from mnna.engine.time import behind, not_verified
from mnna.quick import QuickTuple, quick_dataclass
from mnna.registry.cells import CONFIDENCES
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.not_found import missing
from mnna.registry.practice import in_practice
from mnna.registry.readings import Trust, read_again
from mnna.registry.records import Practice
from mnna.rules.evaluate import Holding, Situation, Trace, evaluate
from mnna.rules.explain import Tree, plain, presumptions, tree
from mnna.rules.nodes import Expr, Value
from mnna.statutes.listing import CASE
from mnna.statutes.not_encoded import not_checked
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.wording import worded

Verdict = Literal["yes", "no", "unknown"]
TurnsOn = Literal["record", "case"]
VERDICTS: dict[bool | None, Verdict] = {True: "yes", False: "no", None: "unknown"}


@quick_dataclass(frozen=True, repr=False)
class Finding(Record):
    """The answer to one question of law, in the shape of the contract.

    `bears` is what a yes means, `grant` or `bar`; `suspended_by` are the ids of the bars on record that cut this
    authority off for the country that day, whose waivers are then its `routes`. `turns_on` is `case` where only the
    facts of a case can settle the answer, else `record`.
    """

    id: str
    question: str
    verdict: Verdict
    terms: Mapping[str, object] = field(metadata=described("Values the law attaches; the name carries the unit."))
    steps: tuple[str, ...] = field(metadata=described("Acts still needed for every such country."))
    routes: tuple[str, ...] = field(metadata=described("Where the verdict is no: how the country could get there."))
    needs: tuple[str, ...] = field(metadata=described("Facts that would settle an unknown."))
    because: str
    citations: tuple[str, ...]
    why: Tree
    presumes: tuple[str, ...] = ()
    as_of: date | None = field(
        default=None, metadata=described("The day of the oldest text behind it; null where none is older.")
    )
    own_facts: tuple[str, ...] = ()
    confidence: str = "high"
    topic: str = ""
    bears: str = "grant"
    suspended_by: tuple[str, ...] = ()
    turns_on: TurnsOn = field(
        default="record", metadata=described("`case` where only the facts of a case can settle it, else `record`.")
    )
    not_checked: tuple[str, ...] = field(
        default=(), metadata=described("Bars not encoded here that could cut this off, each with its citation.")
    )
    in_practice: tuple[Practice, ...] = field(
        default=(), metadata=described("What the authority was used for, or that no use was found.", sparse=True)
    )
    caveats: tuple[str, ...] = field(
        default=(), metadata=described("Why the answer is no surer: readings of the law, and rows of less confidence.")
    )

    @property
    @in_json(after="as_of")
    def stale(self) -> str | None:
        """The day of the oldest text in words; null where none is older."""
        return not_verified(self.as_of)

    def summary(self) -> str:
        """The id and the verdict."""
        return f"{self.id}: {self.verdict}"


def situation(registry: Registry, country: str, on: date, fields: Mapping[str, Value | None]) -> Situation:
    """A country on a day, as a rule sees it."""
    return Situation(on, cache(lambda status: holding(registry, country, status, on)), fields, {})


def holding(registry: Registry, country: str, status: str, on: date) -> Holding:
    """Whether the country holds the status that day, in a sentence with its citation."""
    value = registry.holds(country, status, on)
    kind, name = registry.kind(status), the(countries()[country].name)
    span = registry.deciding(country, status, on)
    if value and span:
        by = f" ({span.instrument})" if span.instrument and not names_later(span.instrument, on) else ""
        return Holding(
            True, f"{name} holds the status “{kind.title}” since {span.start}{by}", span.citation or kind.citation
        )
    if value is None:
        gap = None if span else missing(status, on)
        need = span.note if span and span.note else f"{gap.what}, not found" if gap else kind.note or kind.definition
        need = told_by(need, on)
        if registry.lapsed(country, status, on):
            need = f"{f'{need}; ' if gap else ''}{registry.last_said(country, status, name)}"
        return Holding(
            None,
            f"whether {name} holds the status “{kind.title}” is not known",
            kind.citation,
            f"whether {name} holds the status “{kind.title}” on {spoken(on)}: {need}".rstrip(": "),
        )
    known = (span for span in registry.spans_of(country, status) if span.holds == "yes")
    ended = [(span.until, a_day(span.until, span.until_by)) for span in known if span.until]
    over = [said for until, said in sorted(ended) if until <= on]
    tail = f"; it ended {over[-1]}" if over else ""
    return Holding(bool(value), f"{name} does not hold the status “{kind.title}”{tail}", kind.citation)


def find(
    authority: Authority, registry: Registry, country: str, on: date, given: Mapping[str, Value | None] | None = None
) -> Finding:
    """The finding of one authority for one country on one day; `given` are facts the user supplies."""
    return find_here(authority, registry, country, situation(registry, country, on, given or {}))


def find_here(authority: Authority, registry: Registry, country: str, here: Situation) -> Finding:
    """The same in a situation that many authorities share, where each status is looked up once."""
    provision = authority.at(here.on)
    if provision is None:
        return not_encoded(authority, here.on)
    found = by_its_own_rule(authority, provision, registry, country, here)
    bars = tuple(bars_that_may_cut(authority, here))
    cutting = tuple(_cutting(authority, bars, registry, country, here))
    answer = _suspended(found, cutting) if cutting else _in_doubt(found, bars)
    used = in_practice(authority.id, here.on)
    return replace(answer, in_practice=used) if used else answer


def by_its_own_rule(
    authority: Authority, provision: Provision, registry: Registry, country: str, here: Situation
) -> Finding:
    """What the provision itself gives, whatever bars stand beside it."""
    on = here.on
    trace = evaluate(provision.rule, here)
    assert trace.value is None or isinstance(trace.value, bool)
    verdict = VERDICTS[trace.value]
    attached = terms_of(provision, here)
    terms = decided_terms(attached, here)
    said = {name: worded(term, on) for name, term in attached.items() if isinstance(term, str)}
    acts = applying(next_acts(provision, trace), here)
    used = (trace, *terms.values(), *acts.values())
    open_to_doubt = doubts(provision, registry, country, here, used)
    why = without_later(tree(trace, provision.citation), on)
    rests_on = behind(provision, used)
    if (late := rests_on.past_budget(on)) is not None:
        return past_budget(authority, provision, late, reason(provision, verdict, trace, on))
    return Finding(
        authority.id,
        authority.question,
        verdict,
        {name: said[name] if name in said else plain(terms[name].value) for name in attached},
        () if verdict == "no" else tuple(acts),
        tuple(acts) if verdict == "no" else (),
        tuple(open_facts(trace, on)),
        reason(provision, verdict, trace, on),
        citations(provision, why, amending_acts(trace, on)),
        why,
        tuple(presumptions(trace)),
        rests_on.oldest(registry, country, on),
        own_facts(registry, country, on, (*used, *extras_applied(provision, here))),
        confidence(open_to_doubt),
        authority.topic,
        authority.bears,
        turns_on="case" if authority.turns_on == CASE and verdict != VERDICTS[False] else "record",
        not_checked=not_checked(authority.id, country, on),
        caveats=tuple(doubt.caveat for doubt in open_to_doubt),
    )


def decided_terms(attached: Mapping[str, Expr | str], here: Situation) -> dict[str, Trace]:
    """The terms that are values and not words, each decided."""
    return {name: evaluate(term, here) for name, term in attached.items() if not isinstance(term, str)}


def next_acts(provision: Provision, trace: Trace) -> tuple[Act, ...]:
    """What comes next: the routes where the rule says no, else the steps."""
    return provision.routes if trace.value is False else provision.steps


class Suspension(QuickTuple):
    """A bar on record that cuts off an authority: its finding, when and where that began, and what would lift it."""

    bar: Finding
    words: str
    lifts: tuple[str, ...]


def _cutting(
    authority: Authority, bars: Iterable[BarOnDay], registry: Registry, country: str, here: Situation
) -> Iterator[Suspension]:
    """What each bar that applies does to the authority."""
    for bar, provision, trace in that_cut(bars):
        found = by_its_own_rule(bar, provision, registry, country, here)
        since = began(registry, country, here.on, trace, bar.cuts_since(authority.id))
        lifts = tuple(applying((step for step in provision.steps if step.lifts), here))
        yield Suspension(found, f"Suspended{since} under {provision.citation}", lifts)


def _suspended(own: Finding, cutting: tuple[Suspension, ...]) -> Finding:
    """The finding of an authority that bars cut off: no, with their waivers as routes and its own rule beside them."""
    bars = [one.bar for one in cutting]
    lifts = [route for one in cutting for route in one.lifts]
    surest = min(bars, key=lambda bar: CONFIDENCES.index(bar.confidence))
    because = [f"{one.words}: {one.bar.because.partition(' ')[2]}" for one in cutting]
    why: Tree = {
        "says": "no bar on record cuts this authority off",
        "value": False,
        "citation": bars[0].citations[0],
        "of": [own.why, *(bar.why for bar in bars)],
    }
    return replace(
        own,
        verdict=VERDICTS[False],
        steps=(),
        routes=tuple(dict.fromkeys([*lifts, *own.routes])),
        needs=(),
        because=" ".join(["No.", *because, f"By its own rule the answer would be: {own.because}"]),
        citations=tuple(dict.fromkeys([*own.citations, *(text for bar in bars for text in bar.citations)])),
        why=why,
        presumes=surest.presumes,
        as_of=None if any(bar.as_of is None for bar in bars) else surest.as_of,
        own_facts=tuple(dict.fromkeys([*own.own_facts, *(row for bar in bars for row in bar.own_facts)])),
        confidence=surest.confidence,
        caveats=surest.caveats,
        suspended_by=tuple(bar.id for bar in bars),
    )


def _in_doubt(own: Finding, bars: Iterable[BarOnDay]) -> Finding:
    """A yes with the bars on record that may cut it off, not known for that day: it is of medium confidence at most."""
    may_stop = that_are_open(bars) if own.verdict == VERDICTS[True] else []
    if not may_stop:
        return own
    confidence = max(own.confidence, "medium", key=CONFIDENCES.index)
    return replace(own, confidence=confidence, caveats=(*own.caveats, _MAY_STOP.format(bars="; ".join(may_stop))))


_MAY_STOP = "Not known for that day: whether a bar on record stops this ({bars})."


def extras_applied(provision: Provision, here: Situation) -> tuple[Trace, ...]:
    """Why the terms for some countries apply: the facts behind them count as those behind the verdict."""
    traced = (evaluate(extra.when, here) for extra in provision.extras)
    return tuple(trace for trace in traced if trace.value is True)


def terms_of(provision: Provision, here: Situation) -> dict[str, Expr | str]:
    """The terms the provision attaches in that situation, those for some countries where they apply."""
    found = dict(provision.terms)
    for extra in provision.extras:
        if evaluate(extra.when, here).value is True:
            found = {name: term for name, term in found.items() if name not in extra.instead_of} | dict(extra.terms)
    return found


def not_encoded(authority: Authority, on: date) -> Finding:
    """The finding for a day no encoded provision covers: no before the law was made, else unknown, with the gap."""
    if authority.not_yet(on):
        return _without_text(authority, "no", "there was no such law yet", ())
    first, last = authority.provisions[0].since, authority.provisions[-1].until
    gap = f"not encoded before {spoken(first)}" if on < first or last is None else f"not encoded after {spoken(last)}"
    return _without_text(authority, "unknown", gap, (f"the law in force on {spoken(on)}: {gap}",))


def _without_text(authority: Authority, verdict: Verdict, said: str, needs: tuple[str, ...]) -> Finding:
    value = next(value for value, word in VERDICTS.items() if word == verdict)
    return Finding(
        authority.id,
        authority.question,
        verdict,
        {},
        (),
        (),
        needs,
        f"{verdict.capitalize()}: {said}.",
        (authority.provisions[0].citation,),
        {"says": said, "value": value, "citation": None, "of": []},
        topic=authority.topic,
        bears=authority.bears,
    )


def past_budget(authority: Authority, provision: Provision, late: Trust, said: str) -> Finding:
    """The finding where a text of law was read too long ago: unknown, with what it said when it was read."""
    need = read_again(late)
    return Finding(
        authority.id,
        authority.question,
        "unknown",
        {},
        (),
        (),
        (need,),
        f"Unknown: it needs {need}. As then read: {said}",
        (provision.citation,),
        {"says": f"needs {need}", "value": None, "citation": provision.citation, "of": []},
        as_of=late.text_as_of,
        topic=authority.topic,
        bears=authority.bears,
    )


def applying(found: Iterable[Act], here: Situation) -> dict[str, Trace]:
    """The acts that apply, or may apply, in that situation, each with its citation, and why it applies."""
    traced = ((f"{worded(act.text, here.on)} [{act.citation}]", evaluate(act.when, here)) for act in found)
    return {text: trace for text, trace in traced if trace.value is not False}
