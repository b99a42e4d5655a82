"""The reasons of an answer: the law in a sentence, the deciding facts, citations, and the user's own rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mnna.dates import spoken
from mnna.engine.enactment import earliest, told_by
from mnna.registry.load import Registry
from mnna.registry.records import Span
from mnna.rules.evaluate import Trace
from mnna.rules.explain import Part, Told, leaves, needs
from mnna.rules.nodes import Param, Status
from mnna.sentences import sentence


def reason(begins: str, facts: Iterable[str], open_: Iterable[str]) -> str:
    """Return the law in a sentence or two, then the facts that decided it, then those that are open."""
    told = gathered([fact for fact in facts if not _goes_without_saying(fact)])
    return " ".join([begins, *map(sentence, told), *(sentence(f"open: {need}") for need in open_)])


def open_facts(trace: Trace, on: date) -> list[str]:
    """Return the facts that would settle an unknown, in words that were possible on that day."""
    return [told_by(need, on) for need in needs(trace)]


def _goes_without_saying(fact: str) -> bool:
    """Return whether to omit a fact: that a country is not NATO itself, or an unknown status, which is a need."""
    return fact.endswith(_NO_COUNTRY) or (fact.startswith("whether ") and fact.endswith(" is not known"))


_NO_COUNTRY = " does not hold the status “The North Atlantic Treaty Organization itself”"
_LACKS = " does not hold the status “"


def gathered(facts: list[str]) -> list[str]:
    """Return the facts with those of statuses not held joined into one, such as "Mexico holds neither “A” nor “B”"."""
    plain = [fact for fact in facts if _LACKS in fact and fact.endswith("”")]
    if len(plain) < 2:
        return facts
    name = plain[0].split(_LACKS)[0]
    titles = [fact.split(_LACKS)[1].rstrip("”") for fact in plain]
    lacks = f"{name} holds neither {' nor '.join(f'“{title}”' for title in titles)}"
    at = facts.index(plain[0])
    return [lacks if i == at else fact for i, fact in enumerate(facts) if i == at or fact not in plain]


def citations(cited: Iterable[Part], told: Told) -> tuple[str, ...]:
    """Return the citations once each; `told` gives the citation of a status, if it has one."""
    found = (part if isinstance(part, str) else told(part).citation for part in cited)
    return tuple(dict.fromkeys([citation for citation in found if citation]))


def amending_acts(trace: Trace, on: date) -> list[str]:
    """Return the Acts that set the figures behind a decision, except those that cannot have existed on that day."""
    figures = (leaf.node for leaf in leaves(trace))
    values = (figure.at(on) for figure in figures if isinstance(figure, Param))
    return [value.act for value in values if value is not None and value.act and earliest(value.act) <= on]


def own_facts(registry: Registry, country: str, on: date, traces: Iterable[Trace]) -> tuple[str, ...]:
    """Return the user's own rows that an answer rests on, in words, so that their origin is disclosed.

    If the answer is unknown, these are the rows of all statuses in the rule, because a settled status may be why
    another matters.
    """
    if registry.only_ours:
        return ()
    found = []
    for status in dict.fromkeys(id_ for trace in traces for id_ in _asked(trace)):
        span = registry.deciding(country, status, on) or _over(registry, country, status, on)
        if span is not None and span.own:
            found.append(own_row(span))
    return tuple(found)


def _over(registry: Registry, country: str, status: str, on: date) -> Span | None:
    """Return the last row of a status that had ended by that day, which the answer mentions."""
    ended = [(span.until, span) for span in registry.spans_of(country, status) if span.until and span.until <= on]
    return max(ended, key=lambda one: one[0])[1] if ended else None


def own_row(span: Span) -> str:
    """Return a row of the user's as an answer names it: `MEX mnna from 1 January 2025 (your own facts: my-source)`."""
    return f"{span.country} {span.status} from {spoken(span.since)} (your own facts: {', '.join(span.source)})"


def _asked(trace: Trace) -> Iterator[str]:
    """Yield the ids of the statuses that decided; if the value is unknown, of all statuses in the rule."""
    nodes = trace.node.walk() if trace.value is None else (leaf.node for leaf in leaves(trace))
    return (node.id for node in nodes if isinstance(node, Status))
