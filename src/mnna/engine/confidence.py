"""How sure an answer is: the least of the reading of the law, the rows and the figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mnna.registry.load import Registry
from mnna.registry.read_tables import CONFIDENCES
from mnna.rules.evaluate import Trace
from mnna.rules.nodes import Any as Either
from mnna.rules.nodes import Status
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
