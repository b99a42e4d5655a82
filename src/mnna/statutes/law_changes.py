"""List the changes of the encoded law: provisions that begin or end to answer a question, and changes of figures.

The changes of a day, applied to the law of the day before, give the law of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mnna.quick import QuickTuple
from mnna.rules.nodes import Dated, Param
from mnna.statutes import catalog
from mnna.statutes.parameters import parameters
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision, Provision


class LawChange(QuickTuple):
    """The replacement, from the day `on`, of the provision `before` by `after`; None means no provision."""

    on: date
    law: Authority | CaseLaw
    before: Provision | CaseProvision | None
    after: Provision | CaseProvision | None


class FigureChange(QuickTuple):
    """The replacement, from the day `on`, of the figure's value `before` by `after`; None means no value in force."""

    on: date
    figure: Param
    before: Dated | None
    after: Dated | None


def every_law() -> Iterator[Authority | CaseLaw]:
    """Yield every question of law: first the authorities, then the notification law of each channel."""
    yield from catalog.authorities().values()
    yield from (catalog.case_law(channel) for channel in catalog.CHANNELS)


def law_changes(since: date, until: date) -> Iterator[LawChange]:
    """Yield every change of a question's provision from `since` to `until`, both included, by question, then by day."""
    for law in every_law():
        for on in _between(_marks(law.provisions), since, until):
            before, after = law.at(on - timedelta(days=1)), law.at(on)
            if before is not after:
                yield LawChange(on, law, before, after)


def figure_changes(since: date, until: date) -> Iterator[FigureChange]:
    """Yield every change of a dated figure from `since` to `until`, both included, by figure, then by day."""
    for figure in parameters().values():
        for on in _between(_marks(figure.history), since, until):
            before, after = figure.at(on - timedelta(days=1)), figure.at(on)
            if before is not after:
                yield FigureChange(on, figure, before, after)


def _marks(dated: Iterable[Provision | CaseProvision | Dated]) -> set[date]:
    return {day for one in dated for day in (one.since, one.until) if day is not None}


def _between(days: set[date], since: date, until: date) -> list[date]:
    return sorted(day for day in days if since <= day <= until)
