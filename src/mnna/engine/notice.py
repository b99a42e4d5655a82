"""Decide whether Congress must be notified of one proposed transfer, under the law of its channel, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mnna.dates import spoken
from mnna.engine.confidence import about_a_territory, confidence, doubts
from mnna.engine.decision import VERDICTS, Verdict, applying
from mnna.engine.enactment import without_later
from mnna.engine.finding import Finding, Verified, gap_of
from mnna.engine.holdings import situation
from mnna.engine.reasons import amending_acts, gathered, open_facts, own_facts
from mnna.engine.record import HIDDEN, described, in_json
from mnna.engine.time import behind
from mnna.quick import QuickTuple, quick_dataclass, quick_replace
from mnna.quick import quick_field as field
from mnna.registry.load import Registry
from mnna.registry.readings import Trust, read_again
from mnna.rules import english
from mnna.rules.evaluate import Situation, Trace, evaluate
from mnna.rules.explain import Tree, leaves, needs, plain, presumptions, stated, tree
from mnna.rules.nodes import Exceptions, Param, Value
from mnna.sentences import sentence
from mnna.statutes.provision import CaseLaw, CaseProvision, Measure
from mnna.statutes.vocabulary import GROUPS as GROUPS

GENERAL = "general"
"""The group of every recipient that the law does not name; the general thresholds apply to it."""


class Threshold(QuickTuple):
    """The value that made a transfer notifiable, and its threshold in US dollars."""

    measure: str
    usd: int | float | None


@quick_dataclass(frozen=True, repr=False)
class Notice(Verified):
    """Whether Congress must be notified, under which threshold, with how many calendar days of review.

    `review_days` are given unless the answer is no. `measure` and `usd` are given only if the answer is yes: the value
    that made the transfer notifiable, and its threshold in US dollars.
    """

    id: str = field(metadata=HIDDEN)
    question: str = field(metadata=HIDDEN)
    verdict: Verdict
    review_days: int | None
    measure: str | None = field(metadata=HIDDEN)
    usd: int | float | None = field(metadata=HIDDEN)
    group: str | None
    because: str
    citations: tuple[str, ...]
    needs: tuple[str, ...]
    steps: tuple[str, ...]
    why: Tree = field(metadata=HIDDEN)
    presumes: tuple[str, ...] = ()
    as_of: date | None = field(
        default=None, metadata=described("The day of the oldest text behind it; null where none is older.")
    )
    own_facts: tuple[str, ...] = ()
    confidence: str = "high"
    caveats: tuple[str, ...] = field(
        default=(), metadata=described("Why the answer is no surer: readings of the law, and rows of less confidence.")
    )

    @property
    @in_json(after="review_days")
    def threshold(self) -> Threshold | None:
        """The value that made the transfer notifiable, with its threshold."""
        return None if self.measure is None else Threshold(self.measure, self.usd)

    def finding(self) -> Finding:
        """Return the same answer as a finding of the contract."""
        terms: dict[str, object] = {
            "review_days": self.review_days,
            "threshold_measure": self.measure,
            "threshold_usd": self.usd,
            "group": self.group,
        }
        return Finding(
            self.id,
            self.question,
            self.verdict,
            terms,
            self.steps,
            (),
            self.needs,
            self.because,
            self.citations,
            self.why,
            self.presumes,
            self.as_of,
            self.own_facts,
            self.confidence,
            topic="notification",
            caveats=self.caveats,
        )


def decide(law: CaseLaw, registry: Registry, recipient: str, on: date, fields: Mapping[str, Value | None]) -> Notice:
    """Return the notice of one transfer. Without an encoded provision for the day it is unknown and says so."""
    provision = law.at(on)
    if provision is None:
        return _not_encoded(law, on)
    here = situation(registry, recipient, on, fields)
    trace = evaluate(provision.notify, here)
    assert trace.value is None or isinstance(trace.value, bool)
    verdict = VERDICTS[trace.value]
    measure = met(provision, here) if verdict == "yes" else None
    threshold = None if measure is None or measure.usd is None else evaluate(measure.usd, here)
    usd = None if threshold is None else threshold.value
    waits, whose = evaluate(provision.review_days, here), evaluate(provision.group, here)
    days, group = None if verdict == "no" else waits.value, whose.value
    cited = [provision.citation, *_text_behind(measure, threshold, on), *_excepted(trace)]
    acts = applying(provision.steps if verdict != "no" else [act for act in provision.steps if act.always], here)
    reported = (trace, whose, None if verdict == "no" else waits, threshold, *acts.values())
    used = [one for one in reported if one is not None]
    open_to_doubt = about_a_territory(registry, recipient, here) + doubts(provision, registry, recipient, here, used)
    assert (days is None or isinstance(days, int)) and (group is None or isinstance(group, str))
    said = because(verdict, measure, usd, group, _review(waits), stated(trace), tuple(open_facts(trace, on)), cited[-1])
    rests_on = behind(provision, used)
    if (late := rests_on.past_budget(on)) is not None:
        return _past_budget(law, provision, late, said)
    return Notice(
        law.id,
        law.question,
        verdict,
        days,
        measure.name if measure else None,
        _money(usd),
        group,
        said,
        tuple(dict.fromkeys([*cited, *amending_acts(threshold or trace, on)])),
        tuple(open_facts(trace, on)),
        tuple(acts),
        without_later(tree(trace, provision.citation), on),
        tuple(presumptions(trace)),
        rests_on.oldest(registry, recipient, on),
        own_facts(registry, recipient, on, used),
        confidence(open_to_doubt),
        tuple(doubt.caveat for doubt in open_to_doubt),
    )


def _text_behind(measure: Measure | None, threshold: Trace | None, on: date) -> list[str]:
    """Return the paragraph that sets the threshold in force, or the measure's own if it has no threshold."""
    amounts = [leaf.node for leaf in leaves(threshold) if isinstance(leaf.node, Param)] if threshold else []
    dated = [value.citation for node in amounts if (value := node.at(on)) is not None]
    return dated[:1] or ([measure.citation] if measure else [])


def _excepted(trace: Trace) -> list[str]:
    """Return the citation of every exception that applied."""
    own: list[str] = []
    if isinstance(trace.node, Exceptions):
        fired = {id(below.node) for below in trace.of if below.value is True}
        own = [special.citation for special in trace.node.special if id(special.when) in fired]
    return own + [citation for below in trace.of for citation in _excepted(below)]


def _review(waits: Trace) -> str:
    """Return the length of the review in words or, if it is unknown, the facts it depends on."""
    if waits.value is not None:
        return f"for {waits.value} calendar days"
    unset = tuple(leaf.node.phrase for leaf in leaves(waits) if isinstance(leaf.node, Param))
    asked = [need for need in needs(waits) if not need.startswith(unset)]
    open_ = [need.split("” on ")[0] + "”" * ("” on " in need) for need in asked]
    return f"for a time that turns on {' and '.join(open_)}" if open_ else "for a time the law does not say"


def _money(usd: Value | None) -> int | float | None:
    value = plain(usd)
    assert value is None or isinstance(value, (int, float))
    return value


def met(provision: CaseProvision, here: Situation) -> Measure | None:
    """Return the first measure, in the statute's order, that is known to be reached, or None."""
    return next((m for m in provision.measures if evaluate(m.met, here).value is True), None)


def because(
    verdict: str,
    measure: Measure | None,
    usd: Value | None,
    group: str | None,
    review: str,
    facts: list[str],
    open_: tuple[str, ...],
    citation: str,
) -> str:
    """Return one sentence: what decided, under which threshold, for which recipient, with how many days of review."""
    whom = GROUPS.get(group or "", "a recipient whose group is not known")
    being = "" if group == GENERAL else f", the recipient being {whom}"
    if verdict == "unknown":
        return f"Unknown under {citation}: it would be settled by {'; '.join(open_).rstrip('.')}."
    if verdict == "no":
        return f"No notification is due under {citation}{being}: {'; '.join(gathered(facts))}."
    if measure is None or measure.usd is None:
        return f"Congress must be notified under {citation} whatever the value, {review}{being}."
    value = {
        "mde": "major defense equipment is",
        "total": "articles and services in all are",
        "construction": "design and construction services are",
        "firearms": "category I firearms are",
    }[measure.name]
    threshold = "the general threshold" if group == GENERAL else f"the threshold for {whom}"
    if measure.name == "firearms":
        threshold = "the threshold for any destination"
    enough = (
        "enough for every threshold that may apply" if usd is None else f"at least {english.spoken(usd)}, {threshold}"
    )
    return f"Congress must be notified under {citation}, {review}: the {value} worth {enough}."


def _not_encoded(law: CaseLaw, on: date) -> Notice:
    gap = gap_of(law, on)
    need = f"the law in force on {spoken(on)}: {gap}"
    return _unknown(law, law.provisions[0], gap, need, sentence(f"Unknown: {gap}"))


def _past_budget(law: CaseLaw, provision: CaseProvision, late: Trust, said: str) -> Notice:
    """Return the notice if a text of law was read too long ago: unknown, with what the text said then."""
    need = read_again(late)
    because = f"Unknown: it needs {need}. As then read: {said}"
    return quick_replace(_unknown(law, provision, f"needs {need}", need, because), as_of=late.text_as_of)


def _unknown(law: CaseLaw, provision: CaseProvision, says: str, need: str, because: str) -> Notice:
    """Return an unknown notice with what would settle it (`need`)."""
    why: Tree = {"says": says, "value": None, "citation": None, "of": []}
    return Notice(
        law.id,
        law.question,
        "unknown",
        None,
        None,
        None,
        None,
        because,
        (provision.citation,),
        (need,),
        (),
        why,
    )
