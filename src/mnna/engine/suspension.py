"""Which bars on record cut an authority off that day, and which may: every bar says what it cuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mnna.dates import spoken
from mnna.engine.asking import LawOnDay
from mnna.engine.decision import Decision, decided
from mnna.registry.load import Registry
from mnna.rules.evaluate import Situation, Trace
from mnna.rules.explain import leaves
from mnna.rules.nodes import Status
from mnna.statutes.listing import RECORD, subject


def bars_that_may_cut(law: LawOnDay, here: Situation) -> Iterator[Decision]:
    """Every bar that applies or may apply that day and says that it cuts this authority off."""
    for bar in law.bars:
        made = decided(bar, here)
        if made.value is not False and law.authority.id in made.cuts:
            yield made


def that_are_open(bars: Iterable[Decision]) -> list[str]:
    """The subjects of those of which the record does not say whether they apply; what turns on the case is not among
    them, for it is open for every country."""
    laws = (bar.law.authority for bar in bars if bar.value is None)
    return [subject(law.id) for law in laws if law.turns_on == RECORD]


def began(registry: Registry, country: str, on: date, trace: Trace, law: date) -> str:
    """Since when a bar applies: from the latest of the held statuses it rests on, and not before its law."""
    held = [leaf.node.id for leaf in leaves(trace) if isinstance(leaf.node, Status) and leaf.value is True]
    spans = [span for id_ in held if (span := registry.deciding(country, id_, on)) is not None]
    if not spans:
        return ""
    last = max(spans, key=lambda span: span.since)
    return f" since {last.start if last.since >= law else spoken(law)}"
