"""Find the bars on record that cut off an authority on a day, and those that may."""

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


def bars_decided(law: LawOnDay, here: Situation) -> tuple[Decision, ...]:
    """Return every bar that can cut off this authority on that day, decided."""
    return tuple([decided(bar, here) for bar in law.bars])


def that_may_cut(law: LawOnDay, bars: Iterable[Decision]) -> Iterator[Decision]:
    """Yield those bars that apply or may apply and declare that they cut off this authority."""
    return (bar for bar in bars if bar.value is not False and law.authority.id in bar.cuts)


def that_are_open(bars: Iterable[Decision]) -> list[str]:
    """Return the subjects of those bars of which the record does not say whether they apply.

    Bars that depend on the case are left out, because they are open for every country.
    """
    laws = (bar.law.authority for bar in bars if bar.value is None)
    return [subject(law.id) for law in laws if law.turns_on == RECORD]


def began(registry: Registry, country: str, on: date, trace: Trace, law: date) -> str:
    """Return since when a bar applies, as text such as " since 23 May 2022"; empty if no held status decides it.

    That is the latest start of a held status or end of a status that kept the bar away, and not before the day `law`,
    since when the bar can cut off the authority.
    """
    told = [(leaf.node.id, leaf.value) for leaf in leaves(trace) if isinstance(leaf.node, Status)]
    held = [registry.deciding(country, id_, on) for id_, value in told if value is True]
    turns = [(span.since, span.start) for span in held if span is not None]
    if not turns:
        return ""
    lacking = [span for id_, value in told if value is False for span in registry.spans_of(country, id_)]
    over = [(span.until, span.until_by) for span in lacking if span.until is not None and span.until <= on]
    turns += [(until, a_day(until, by)) for until, by in over]
    return f" since {max((*turns, (law, spoken(law))), key=lambda turn: turn[0])[1]}"
