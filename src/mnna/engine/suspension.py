"""Which bars on record cut an authority off that day, and which may: every bar says what it cuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mnna.dates import spoken
from mnna.engine.asking import LawOnDay
from mnna.engine.decision import Decision, decided
from mnna.registry.days import a_day
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


def bars_kept_away(law: LawOnDay, here: Situation) -> Iterator[Decision]:
    """Every bar that cuts this authority off and does not apply that day."""
    return (made for made in (decided(bar, here) for bar in law.bars) if made.value is False)


def that_are_open(bars: Iterable[Decision]) -> list[str]:
    """The subjects of those of which the record does not say whether they apply; what turns on the case is not among
    them, for it is open for every country."""
    laws = (bar.law.authority for bar in bars if bar.value is None)
    return [subject(law.id) for law in laws if law.turns_on == RECORD]


def began(registry: Registry, country: str, on: date, trace: Trace, law: date) -> str:
    """Since when a bar applies: since the latest start of a held status or end of a status that kept the bar away, and
    not before its law."""
    told = [(leaf.node.id, leaf.value) for leaf in leaves(trace) if isinstance(leaf.node, Status)]
    held = [registry.deciding(country, id_, on) for id_, value in told if value is True]
    turns = [(span.since, span.start) for span in held if span is not None]
    if not turns:
        return ""
    lacking = [span for id_, value in told if value is False for span in registry.spans_of(country, id_)]
    over = [(span.until, span.until_by) for span in lacking if span.until is not None and span.until <= on]
    turns += [(until, a_day(until, by)) for until, by in over]
    return f" since {max((*turns, (law, spoken(law))), key=lambda turn: turn[0])[1]}"
