"""Answer a question of law from a registry: one authority, one country, one day, one finding.

A bar on record that cuts off an authority for the country turns its verdict to `no`. That is decided only here, from
what each bar declares that it cuts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mnna.dates import spoken
from mnna.engine.asking import LawOnDay, law_on
from mnna.engine.confidence import about_a_territory, confidence, doubts, doubts_of_rows
from mnna.engine.decision import VERDICTS as VERDICTS
from mnna.engine.decision import Decision, Trusted, TurnsOn, applying, decided
from mnna.engine.decision import Verdict as Verdict
from mnna.engine.enactment import told_by, without_later
from mnna.engine.holdings import situation as situation
from mnna.engine.reasons import citations, own_facts, reason
from mnna.engine.record import InJson, Record, described, in_json
from mnna.engine.suspension import bars_decided, began, that_are_open, that_may_cut
from mnna.engine.time import not_verified
from mnna.quick import QuickTuple, quick_dataclass, quick_replace
from mnna.quick import quick_field as field
from mnna.registry.cells import CONFIDENCES
from mnna.registry.load import Registry
from mnna.registry.readings import Trust, read_again
from mnna.registry.records import Practice
from mnna.rules.evaluate import Holding, Situation, Trace
from mnna.rules.explain import Tree, drawn, needed_once, told_once
from mnna.rules.nodes import Value
from mnna.statutes.provision import Authority, CaseLaw


class Verified(Record):
    """A verdict and the day of the oldest text behind it."""

    __slots__ = ()
    id: str
    verdict: Verdict
    as_of: date | None

    @property
    @in_json(after="as_of")
    def stale(self) -> str | None:
        """The day of the oldest text in words; null where none is older."""
        return not_verified(self.as_of)

    def summary(self) -> str:
        """Return the id and the verdict."""
        return f"{self.id}: {self.verdict}"


@quick_dataclass(frozen=True, repr=False)
class Finding(Verified):
    """The answer to one question of law, in the shape of the contract.

    `bears` is the meaning of a yes, `grant` or `bar`. `suspended_by` are the ids of the bars on record that cut off
    this authority for the country on that day; the waivers of those bars are then its `routes`. `turns_on` is `case` if
    only the facts of a case can settle the answer, else `record`.
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


def find(
    authority: Authority, registry: Registry, country: str, on: date, given: Mapping[str, Value | None] | None = None
) -> Finding:
    """Return the finding of one authority for one country on one day; `given` are facts that the user supplies."""
    return find_here(authority, registry, country, situation(registry, country, on, given or {}))


def find_here(authority: Authority, registry: Registry, country: str, here: Situation) -> Finding:
    """Return the finding in a situation that many authorities share, so that each status is looked up once."""
    law = law_on(authority, here.on)
    if law is None:
        return not_encoded(authority, here.on)
    own = by_its_own_rule(decided(law, here), registry, country, here)
    bars = bars_decided(law, here)
    may_cut = tuple(that_may_cut(law, bars))
    cutting = tuple(_cutting(authority, may_cut, registry, country, here))
    if cutting:
        return _suspended(own, cutting)
    if own.verdict != VERDICTS[True]:
        return own
    may_stop = (*that_are_open(may_cut), *law.untold(country))
    return _let_through(_in_doubt(own, may_stop), bars, registry, country, here.on)


def by_its_own_rule(made: Decision, registry: Registry, country: str, here: Situation) -> Finding:
    """Return the finding of the provision itself, without regard to bars."""
    law, said, on = made.law, made.said, here.on
    authority = law.authority

    def told(leaf: Trace) -> Holding:
        return here.holding(leaf.node.id)  # type: ignore[attr-defined]

    needs = [told_by(need, on) for need in needed_once(said.needs, told)] if said.needs else []
    because = reason(said.begins, told_once(said.facts, told), needs)
    if (late := made.behind.past_budget(on)) is not None:
        return past_budget(law, late, because)
    why = drawn(said.why, told)
    rests_on = trusted(made, registry, country, here)
    open_to_doubt = about_a_territory(registry, country, here) + rests_on.doubts
    return Finding(
        authority.id,
        authority.question,
        said.verdict,
        dict(said.terms),
        said.steps,
        said.routes,
        tuple(needs),
        because,
        citations(said.citations, told),
        InJson(without_later(why, on) if said.names_later else why),  # type: ignore[arg-type]  # a tree is JSON
        said.presumes,
        rests_on.as_of,
        rests_on.own_facts,
        confidence(open_to_doubt),
        authority.topic,
        authority.bears,
        (),
        said.turns_on,
        law.not_checked(country),
        law.practice,
        tuple([doubt.caveat for doubt in open_to_doubt]),
    )


def trusted(made: Decision, registry: Registry, country: str, here: Situation) -> Trusted:
    """Return how far an answer can be trusted.

    The result is the same for all countries, and cached, if no row is the user's, assumed, or below the highest
    confidence.
    """
    usual = made.on_sure_rows(here) and registry.only_ours and not registry.assumptions
    if usual and made.usual is not None:
        return made.usual
    provision, on = made.law.provision, here.on
    found = Trusted(
        made.behind.oldest(registry, country, on),
        own_facts(registry, country, on, (*made.used, *made.extras)),
        doubts(provision, registry, country, here, made.used),
    )
    if usual:
        made.usual = found
    return found


class Suspension(QuickTuple):
    """A bar on record that cuts off an authority: its finding, since when and under which law, and what lifts it."""

    bar: Finding
    words: str
    lifts: tuple[str, ...]


def _cutting(
    authority: Authority, bars: Iterable[Decision], registry: Registry, country: str, here: Situation
) -> Iterator[Suspension]:
    """Yield a `Suspension` for each bar that applies."""
    for bar in bars:
        if bar.value is True:
            provision = bar.law.provision
            since = began(registry, country, here.on, bar.trace, bar.law.authority.cuts_since(authority.id))
            lifts = tuple(applying((step for step in provision.steps if step.lifts), here))
            found = by_its_own_rule(bar, registry, country, here)
            yield Suspension(found, f"Suspended{since} under {provision.citation}", lifts)


def _suspended(own: Finding, cutting: tuple[Suspension, ...]) -> Finding:
    """Return the finding of an authority that bars cut off: no, with waivers as routes and its own rule's answer."""
    bars = [one.bar for one in cutting]
    lifts = [route for one in cutting for route in one.lifts]
    surest = min(bars, key=lambda bar: CONFIDENCES.index(bar.confidence))
    because = [f"{one.words}: {one.bar.because.partition(' ')[2]}" for one in cutting]
    why: Tree = {
        "says": "a bar on record cuts this authority off",
        "value": False,
        "citation": bars[0].citations[0],
        "of": [own.why, *(bar.why for bar in bars)],
    }
    return quick_replace(
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


def _in_doubt(own: Finding, may_stop: tuple[str, ...]) -> Finding:
    """Return a yes with the bars that may apply that day as a caveat, and with medium confidence at most."""
    if not may_stop:
        return own
    confidence = max(own.confidence, "medium", key=CONFIDENCES.index)
    return quick_replace(own, confidence=confidence, caveats=(*own.caveats, _MAY_STOP.format(bars="; ".join(may_stop))))


def _let_through(found: Finding, bars: Iterable[Decision], registry: Registry, country: str, on: date) -> Finding:
    """A yes with what keeps the bars on it away: no surer than the rows of their waivers, and it tells the user's."""
    traces = [bar.trace for bar in bars if bar.value is False and (bar.held or not registry.only_ours)]
    if not traces:
        return found
    unsure = doubts_of_rows(registry, country, on, traces)
    rows = own_facts(registry, country, on, traces)
    return quick_replace(
        found,
        own_facts=tuple(dict.fromkeys([*found.own_facts, *rows])),
        confidence=max(found.confidence, confidence(unsure), key=CONFIDENCES.index),
        caveats=tuple(dict.fromkeys([*found.caveats, *(doubt.caveat for doubt in unsure)])),
    )


_MAY_STOP = "Not known for that day: whether a bar on record stops this ({bars})."


def not_encoded(authority: Authority, on: date) -> Finding:
    """Return the finding for a day without an encoded provision: no before the law was made, else unknown."""
    if authority.not_yet(on):
        return _without_text(authority, "no", "there was no such law yet", ())
    gap = gap_of(authority, on)
    return _without_text(authority, "unknown", gap, (f"the law in force on {spoken(on)}: {gap}",))


def gap_of(law: Authority | CaseLaw, on: date) -> str:
    """Return why no provision covers a day: the law of that day is not encoded."""
    first, last = law.provisions[0].since, law.provisions[-1].until
    return f"not encoded before {spoken(first)}" if on < first or last is None else f"not encoded after {spoken(last)}"


def _without_text(authority: Authority, verdict: Verdict, said: str, needs: tuple[str, ...]) -> Finding:
    """Return a finding that no provision decides, with the reason `said`."""
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


def past_budget(law: LawOnDay, late: Trust, said: str) -> Finding:
    """Return the finding if a text of law was read too long ago: unknown, with what the text said then."""
    citation, need = law.provision.citation, read_again(late)
    found = _without_text(law.authority, "unknown", f"needs {need}", (need,))
    return quick_replace(
        found,
        because=f"Unknown: it needs {need}. As then read: {said}",
        citations=(citation,),
        why={**found.why, "citation": citation},
        as_of=late.text_as_of,
        in_practice=law.practice,
    )
