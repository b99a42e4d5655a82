"""How sure an answer is, and when what it rests on was last read: the reading of the law, the rows, the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mnna.registry.load import Registry
from mnna.registry.read_tables import CONFIDENCES
from mnna.rules.evaluate import Trace
from mnna.rules.nodes import Any as Either
from mnna.rules.nodes import Dated, Status
from mnna.statutes.provision import CaseProvision, Provision


def confidence(
    provision: Provision | CaseProvision, registry: Registry, country: str, on: date, traces: Iterable[Trace]
) -> str:
    """The least of the provision, the statuses held and the dated figures that the answer and its terms rest on."""
    found = [provision.confidence, *(_least_sure(registry, country, on, trace) for trace in traces)]
    return max(found, key=CONFIDENCES.index)


def _least_sure(registry: Registry, country: str, on: date, trace: Trace) -> str:
    """The confidence of the weakest row needed; of alternatives that hold, the strongest is enough."""
    if isinstance(trace.node, Status):
        span = registry.deciding(country, trace.node.id, on) if trace.value else None
        return CONFIDENCES[0] if span is None or span.assumed else span.confidence
    if trace.dated is not None:
        return trace.dated.confidence
    below = [_least_sure(registry, country, on, part) for part in trace.of]
    pick = min if isinstance(trace.node, Either) and trace.value else max
    return pick(below, key=CONFIDENCES.index, default=CONFIDENCES[0])


def checked_on(provision: Provision | CaseProvision, traces: Sequence[Trace]) -> date:
    """The day on which the oldest of the provision and the figures used was last compared with its source."""
    figures = (dated for trace in traces for dated in _figures(trace))
    return min([provision.checked_on, *(day for figure in figures if (day := figure.checked_on) is not None)])


def _figures(trace: Trace) -> Iterator[Dated]:
    if trace.dated is not None:
        yield trace.dated
    for part in trace.of:
        yield from _figures(part)


def stale(checked: date, on: date) -> str | None:
    """For a day after the last check against the sources: "not verified since", else None."""
    return f"not verified since {checked}" if on > checked else None
