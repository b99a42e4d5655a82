"""Put a question of law to a registry: one authority, one country, one day, one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.registry.read_tables import CONFIDENCES
from mnna.rules.evaluate import Holding, Situation, Trace, evaluate
from mnna.rules.explain import Tree, leaves, needs, plain, presumptions, stated, tree
from mnna.rules.nodes import Any as Either
from mnna.rules.nodes import Expr, Param, Status, Value
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.wording import worded

VERDICTS: dict[bool | None, str] = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question of law, in the shape of the contract."""

    id: str
    question: str
    verdict: str
    terms: Mapping[str, object]
    steps: tuple[str, ...]
    routes: tuple[str, ...]
    needs: tuple[str, ...]
    because: str
    citations: tuple[str, ...]
    why: Tree
    presumes: tuple[str, ...] = ()
    stale: str | None = None
    own_facts: tuple[str, ...] = ()
    confidence: str = "high"
    topic: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON; the keys after `why` come on top of the contract."""
        return {
            "id": self.id,
            "question": self.question,
            "verdict": self.verdict,
            "terms": dict(self.terms),
            "steps": list(self.steps),
            "routes": list(self.routes),
            "needs": list(self.needs),
            "because": self.because,
            "citations": list(self.citations),
            "why": self.why,
            "presumes": list(self.presumes),
            "stale": self.stale,
            "own_facts": list(self.own_facts),
            "confidence": self.confidence,
            "topic": self.topic,
        }


def situation(registry: Registry, country: str, on: date, fields: Mapping[str, Value | None]) -> Situation:
    """A country on a day, as a rule sees it."""
    return Situation(on, lambda status: holding(registry, country, status, on), fields)


def holding(registry: Registry, country: str, status: str, on: date) -> Holding:
    """Whether the country holds the status that day, in a sentence with its citation."""
    value = registry.holds(country, status, on)
    kind, name = registry.kind(status), countries()[country].name
    span = registry.deciding(country, status, on)
    if value and span:
        by = f" ({span.instrument})" if span.instrument else ""
        return Holding(
            True, f"{name} holds the status “{kind.title}” since {span.start}{by}", span.citation or kind.citation
        )
    if value is None:
        need = span.note if span and span.note else kind.note or kind.definition
        return Holding(
            None,
            f"whether {name} holds the status “{kind.title}” is not known",
            kind.citation,
            f"whether {name} holds the status “{kind.title}” on {on}: {need}".rstrip(": "),
        )
    ended = [s.until for s in registry.spans_of(country, status) if s.until and s.until <= on]
    tail = f"; it ended {max(ended)}" if ended else ""
    return Holding(bool(value), f"{name} does not hold the status “{kind.title}”{tail}", kind.citation)


def find(
    authority: Authority, registry: Registry, country: str, on: date, given: Mapping[str, Value | None] | None = None
) -> Finding:
    """The finding of one authority for one country on one day; `given` are facts the user supplies."""
    provision = authority.at(on)
    if provision is None:
        return not_encoded(authority, on)
    here = situation(registry, country, on, given or {})
    trace = evaluate(provision.rule, here)
    assert trace.value is None or isinstance(trace.value, bool)
    verdict = VERDICTS[trace.value]
    attached = terms_of(provision, here)
    terms = {name: evaluate(term, here) for name, term in attached.items() if not isinstance(term, str)}
    said = {name: worded(term, on) for name, term in attached.items() if isinstance(term, str)}
    return Finding(
        authority.id,
        authority.question,
        verdict,
        {name: said[name] if name in said else plain(terms[name].value) for name in attached},
        acts(provision.steps, here) if verdict != "no" else (),
        acts(provision.routes, here) if verdict == "no" else (),
        tuple(needs(trace)),
        reason(provision, verdict, trace, on),
        citations(provision, trace, on),
        tree(trace, provision.citation),
        tuple(presumptions(trace)),
        stale(provision.checked_on, on),
        own_facts(registry, country, on, (trace, *terms.values())),
        confidence(registry, country, on, provision, trace),
        authority.topic,
    )


def confidence(registry: Registry, country: str, on: date, provision: Provision, trace: Trace) -> str:
    """How sure the answer is: as the reading of the law, and no surer than the held statuses it rests on."""
    return max(provision.confidence, _least_sure(registry, country, on, trace), key=CONFIDENCES.index)


def _least_sure(registry: Registry, country: str, on: date, trace: Trace) -> str:
    """The confidence of the weakest row needed; of alternatives that hold, the strongest is enough."""
    if isinstance(trace.node, Status):
        span = registry.deciding(country, trace.node.id, on) if trace.value else None
        return CONFIDENCES[0] if span is None or span.assumed else span.confidence
    below = [_least_sure(registry, country, on, part) for part in trace.of]
    pick = min if isinstance(trace.node, Either) and trace.value else max
    return pick(below, key=CONFIDENCES.index, default=CONFIDENCES[0])


def terms_of(provision: Provision, here: Situation) -> dict[str, Expr | str]:
    """The terms the provision attaches in that situation, those for some countries only where they apply."""
    found = dict(provision.terms)
    for extra in provision.extras:
        if evaluate(extra.when, here).value is True:
            found |= extra.terms
    return found


def not_encoded(authority: Authority, on: date) -> Finding:
    """The finding for a day no encoded provision covers: unknown, with the days that are encoded."""
    first, last = authority.provisions[0].since, authority.provisions[-1].until
    gap = f"not encoded before {first}" if on < first else f"not encoded after {last}"
    need = f"the law in force on {on}: {gap}"
    return Finding(
        authority.id,
        authority.question,
        "unknown",
        {},
        (),
        (),
        (need,),
        f"Unknown: {gap}.",
        (authority.provisions[0].citation,),
        {"says": gap, "value": None, "citation": None, "of": []},
        topic=authority.topic,
    )


def acts(found: Iterable[Act], here: Situation) -> tuple[str, ...]:
    """The acts that apply, or may apply, in that situation, each with its citation."""
    apply = (act for act in found if evaluate(act.when, here).value is not False)
    return tuple(f"{worded(act.text, here.on)} [{act.citation}]" for act in apply)


def reason(provision: Provision, verdict: str, trace: Trace, on: date) -> str:
    """The law in a sentence or two, and the facts that decided it."""
    facts = gathered([fact for fact in stated(trace) if not _goes_without_saying(fact)])
    facts += [f"open: {need}" for need in needs(trace)] if verdict == "unknown" else []
    return " ".join([f"{verdict.capitalize()}.", worded(provision.says, on), *(sentence(fact) for fact in facts)])


def _goes_without_saying(fact: str) -> bool:
    """That a country is not NATO itself, and that a status is not known where its need is named after."""
    return fact.endswith(_NO_COUNTRY) or (fact.startswith("whether ") and fact.endswith(" is not known"))


_NO_COUNTRY = " does not hold the status “The North Atlantic Treaty Organization itself”"
_LACKS = " does not hold the status “"


def gathered(facts: list[str]) -> list[str]:
    """The sentences with plain lacks of a status said once: "Mexico holds neither “A” nor “B”."."""
    plain = [fact for fact in facts if _LACKS in fact and fact.endswith("”")]
    if len(plain) < 2:
        return facts
    name = plain[0].split(_LACKS)[0]
    titles = [fact.split(_LACKS)[1].rstrip("”") for fact in plain]
    lacks = f"{name} holds neither {' nor '.join(f'“{title}”' for title in titles)}"
    at = facts.index(plain[0])
    return [lacks if i == at else fact for i, fact in enumerate(facts) if i == at or fact not in plain]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def citations(provision: Provision, trace: Trace, on: date) -> tuple[str, ...]:
    """The provision's own citation, then those of what decided the answer, then the Acts of its figures, each once."""
    return tuple(dict.fromkeys([provision.citation, *_cited(tree(trace)), *amending_acts(trace, on)]))


def amending_acts(trace: Trace, on: date) -> list[str]:
    """The Acts that set the figures a decision turned on."""
    figures = (leaf.node for leaf in leaves(trace))
    values = (figure.at(on) for figure in figures if isinstance(figure, Param))
    return [value.act for value in values if value is not None and value.act]


def _cited(node: Tree) -> list[str]:
    own = [node["citation"]] if node["citation"] else []
    return own + [citation for below in node["of"] for citation in _cited(below)]


def stale(checked_on: date, on: date) -> str | None:
    """For a day after the last check against the sources: "not verified since", else None."""
    return f"not verified since {checked_on}" if on > checked_on else None


def own_facts(registry: Registry, country: str, on: date, traces: Iterable[Trace]) -> tuple[str, ...]:
    """The user's own rows that an answer rests on, so that none hides whose facts they are.

    Where the answer is open these are all that the rule asks about: one that is settled may be why the rest matters.
    """
    found = []
    for status in dict.fromkeys(id_ for trace in traces for id_ in _asked(trace)):
        span = registry.deciding(country, status, on)
        if span is not None and span.own:
            found.append(f"{span.country} {span.status} from {span.since} (your own facts: {', '.join(span.source)})")
    return tuple(found)


def _asked(trace: Trace) -> Iterator[str]:
    nodes = trace.node.walk() if trace.value is None else (leaf.node for leaf in leaves(trace))
    return (node.id for node in nodes if isinstance(node, Status))
