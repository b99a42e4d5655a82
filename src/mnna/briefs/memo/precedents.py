"""Precedents: the allies most like the country when they were designated, the act of designation, and what followed."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.answers.compare import MEASURES, Comparison
from mnna.answers.compare.nearness import Near
from mnna.answers.data_context import Evidence
from mnna.briefs.amounts import FORMS
from mnna.briefs.gather import BriefContext
from mnna.briefs.memo.answer import Precedent
from mnna.errors import CannotAnswer
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day
from mnna.registry.records import Span
from mnna.sentences import capital
from mnna.series.uses import outcomes, use

SHOWN, LATER = 3, 3
"""The number of allies shown, and how many years after designation their later figure is."""


def precedents(context: BriefContext, found: Comparison, looked_at: Evidence) -> tuple[Precedent, ...]:
    """Return the nearest allies at their entry, nearest first; empty where none shares enough measures."""
    return tuple(_precedent(context, one, looked_at) for one in found.nearest[:SHOWN])


def _precedent(context: BriefContext, near: Near, looked_at: Evidence) -> Precedent:
    spans = context.registry.spans_of(near.country, context.kind.id)
    span = next(one for one in spans if one.holds == "yes" and one.since.year == near.year + 1)
    name = capital(the(countries()[near.country].name))
    by = f" by {span.instrument}" if span.instrument else ""
    says = f"{name}, designated on {a_day(span.since, span.since_by)}{by}"
    after = "; ".join((_status(span, context), *_figures(looked_at, near, span)))
    return Precedent(near.country, span.since, span.instrument, says, f"{capital(after)}.", span.citation, span.source)


def _status(span: Span, context: BriefContext) -> str:
    if span.until is not None and span.until <= context.on:
        return f"the status ended on {a_day(span.until, span.until_by)}"
    return "it still has the status"


def _figures(looked_at: Evidence, near: Near, span: Span) -> Iterator[str]:
    """Yield words on the first outcome with a figure of the year before and of three years after, counted alike."""
    for one in outcomes().values():
        if any(near.year < first <= span.since.year + LATER for first in one.breaks):
            continue
        try:
            known = dict(looked_at.figures.series(one.indicator, near.country))
        except CannotAnswer:  # a series that is not shipped, such as SIPRI's
            continue
        before, after = known.get(near.year), known.get(span.since.year + LATER)
        if before is not None and after is not None:
            form = FORMS.get(use(one.indicator).form, FORMS["digits"])
            money = ", in dollars of each year" if one.indicator in MEASURES and MEASURES[one.indicator].nominal else ""
            yield f"{one.says}: {form(before)} in {near.year}, {form(after)} in {span.since.year + LATER}{money}"
            return
