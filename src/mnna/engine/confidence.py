"""The confidence of an answer and the caveats that limit it, from the law, the registry's rows, and the figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mnna.engine.enactment import told_by
from mnna.quick import QuickTuple
from mnna.registry.cells import CONFIDENCES
from mnna.registry.countries import countries, the
from mnna.registry.load import Registry
from mnna.rules.evaluate import Situation, Trace, evaluate
from mnna.rules.nodes import Any as Either
from mnna.rules.nodes import Cited, Param, Status
from mnna.statutes.provision import Act, CaseProvision, Provision
from mnna.statutes.vocabulary import TERRITORY
from mnna.statutes.wording import worded

SURE, READING = CONFIDENCES[0], CONFIDENCES[1]
"""`SURE` is the confidence of a plain text; `READING` that of a paragraph that can also be read otherwise."""


class Doubt(QuickTuple):
    """Something uncertain that an answer rests on: its confidence, and a caveat that says why it is no higher."""

    confidence: str
    caveat: str


def confidence(doubts: Iterable[Doubt]) -> str:
    """Return the lowest confidence of these doubts; the highest (`SURE`) if there are none."""
    return max((doubt.confidence for doubt in doubts), key=CONFIDENCES.index, default=SURE)


def doubts(
    provision: Provision | CaseProvision, registry: Registry, country: str, here: Situation, traces: Iterable[Trace]
) -> list[Doubt]:
    """Return every doubt about the answer and its terms once: text, readings, rows and figures."""
    own = [] if provision.confidence == SURE else [_doubt(provision.confidence, "the text", provision.note, here.on)]
    read = [_reading(one, here.on) for one in provision.caveats if evaluate(one.when, here).value is True]
    return list(dict.fromkeys([*own, *read, *doubts_of_rows(registry, country, here.on, traces)]))


def doubts_of_rows(registry: Registry, country: str, on: date, traces: Iterable[Trace]) -> list[Doubt]:
    """What is not sure among the rows and figures that decided, each once."""
    return list(dict.fromkeys(doubt for trace in traces for doubt in _below(registry, country, on, trace)))


def about_a_territory(registry: Registry, country: str, here: Situation) -> list[Doubt]:
    """Return a doubt if the country is, or may be, a territory, because the law speaks of countries."""
    settled = here.holding(TERRITORY.id).value is False
    return [] if settled else [Doubt(READING, _territory_caveat(registry, country, here.on))]


def _territory_caveat(registry: Registry, country: str, on: date) -> str:
    """Return the caveat on a territory: the law speaks of countries."""
    span, name = registry.deciding(country, TERRITORY.id, on), the(countries()[country].name)
    how = f" ({span.instrument})" if span and span.instrument else ""
    return f"The law speaks of countries, and no text says whether {name} counts as one{how}"


def _reading(caveat: Act, on: date) -> Doubt:
    return Doubt(READING, f"{told_by(worded(caveat.text, on), on).rstrip('.')} [{caveat.citation}]")


def _below(registry: Registry, country: str, on: date, trace: Trace) -> tuple[Doubt, ...]:
    """Return the doubts of all that a result needed; of alternatives that hold, only the doubts of the surest."""
    node = trace.node
    if isinstance(node, Status):
        span = registry.deciding(country, node.id, on) if trace.value else None
        if span is None or span.assumed or span.confidence == SURE:
            return ()
        what = f"that {the(countries()[country].name)} holds the status “{registry.kind(node.id).title}”"
        return (_doubt(span.confidence, what, span.note, on),)
    if trace.dated is not None:
        sure = trace.dated.confidence == SURE
        what = f"the value of {node.phrase}" if isinstance(node, Param) else "a figure"
        return () if sure else (_doubt(trace.dated.confidence, what, trace.dated.note, on),)
    if isinstance(node, Either) and trace.value:
        return _surest(registry, country, on, trace.of)
    found: tuple[Doubt, ...] = ()
    if isinstance(node, Cited) and node.reading and trace.value is True:
        found = (Doubt(READING, node.reading),)
    for part in trace.of:
        found += _below(registry, country, on, part)
    return found


def _surest(registry: Registry, country: str, on: date, parts: Iterable[Trace]) -> tuple[Doubt, ...]:
    """Return the doubts of the surest alternative; none if one alternative has no doubt."""
    found = []
    for part in parts:
        if not (below := _below(registry, country, on, part)):
            return ()
        found.append(below)
    return min(found, key=lambda some: CONFIDENCES.index(confidence(some)), default=())


def _doubt(sure: str, what: str, note: str, on: date) -> Doubt:
    """Return a doubt: what is uncertain, and the sentences of the note that were known on that day."""
    told = told_by(note, on).rstrip(".")
    return Doubt(sure, f"{what} is of {sure} confidence{f': {told}' if told else ''}")
