"""Which bars on record cut an authority off that day, and which may: every bar says what it cuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mnna.dates import spoken
from mnna.registry.load import Registry
from mnna.rules.evaluate import Situation, Trace, evaluate
from mnna.rules.explain import leaves
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from mnna.statutes.listing import RECORD, subject
from mnna.statutes.provision import Authority, Provision

BarOnDay = tuple[Authority, Provision, Trace]
"""A bar with its law of the day and why it applies or may apply."""


def bars_that_may_cut(authority: Authority, here: Situation) -> Iterator[BarOnDay]:
    """Every bar that applies or may apply that day and says that it cuts this authority off, with why."""
    for bar in catalog.bars_of(authority.id):
        provision = bar.at(here.on)
        cuts = provision.cut(authority.id) if provision else ()
        if provision is None or not any(evaluate(cut.when, here).value is True for cut in cuts):
            continue
        trace = evaluate(provision.rule, here)
        if trace.value is not False:
            yield bar, provision, trace


def that_cut(bars: Iterable[BarOnDay]) -> Iterator[BarOnDay]:
    """Those of them that apply, with why."""
    return (found for found in bars if found[2].value is True)


def that_are_open(bars: Iterable[BarOnDay]) -> list[str]:
    """The subjects of those of which the record does not say whether they apply; what turns on the case is not among
    them, for it is open for every country."""
    return [subject(bar.id) for bar, _, trace in bars if trace.value is None and bar.turns_on == RECORD]


def began(registry: Registry, country: str, on: date, trace: Trace, law: date) -> str:
    """Since when a bar applies: from the latest of the held statuses it rests on, and not before its law."""
    held = [leaf.node.id for leaf in leaves(trace) if isinstance(leaf.node, Status) and leaf.value is True]
    spans = [span for id_ in held if (span := registry.deciding(country, id_, on)) is not None]
    if not spans:
        return ""
    last = max(spans, key=lambda span: span.since)
    return f" since {last.start if last.since >= law else spoken(law)}"
