"""The functions that make the memo: they gather the answers, then write each part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mnna.answers.compare import MEASURES, Comparison, compare_in
from mnna.answers.compare.groups import entrants
from mnna.answers.compare.nearness import Near
from mnna.answers.data_context import Evidence, beside_figures
from mnna.briefs import bottom_line
from mnna.briefs.amounts import FORMS
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo import points, sentences
from mnna.briefs.memo.answer import NextAnswer, Point, Precedent, Standing
from mnna.briefs.memo.points import arguments
from mnna.errors import BadDate, BadQuestion, CannotAnswer
from mnna.models import api
from mnna.models.forecast.resemblance import Placed
from mnna.present.days import day
from mnna.registry.countries import countries, resolve, the
from mnna.registry.days import a_day
from mnna.registry.load import load_registry
from mnna.registry.records import Country, Span
from mnna.registry.statuses import USUAL, alliance
from mnna.sentences import capital
from mnna.series.uses import outcomes, use


def next_ally(country: str, on: date | str | None = None, facts: Path | None = None) -> NextAnswer:
    """Return the memo on whether a country is the next major non-NATO ally: law, changes, arguments for and against.

    An ally, a NATO member and Taiwan each get their own answer. Raises `UnknownCountry`, `BadFacts`, `BadDate` also for
    a day before the law of the status, and `BadQuestion` for the United States, an organization, a territory, and a
    place whose status as a state is in dispute.
    """
    asked = resolve(country)
    if asked.sovereign == "no":
        raise _not_a_country(asked, load_registry(facts).undesignable(asked))
    context = gather(country, None, on, USUAL, facts)
    if error := refused(context):
        raise error
    return of_context(context)


def refused(context: BriefContext) -> BadQuestion | None:
    """Return the error if there can be no memo: the status had no law yet, or statehood is in dispute; else None."""
    country, start = context.country, points.designation(context).since
    if start and context.on < start:
        asked = f"whether {the(country.name)} was next on {day(context.on)}"
        return BadDate(asked, f"the law of the status took effect on {day(start)}", (), "Ask about a later day.")
    why = context.registry.undesignable(country)
    return _not_a_country(country, why) if why else None


def _not_a_country(country: Country, why: str) -> BadQuestion:
    shown = f"`mnna status {country.iso3}` shows what the registry holds of it."
    return BadQuestion(f"whether {the(country.name)} could be next", f"it {why}", (), shown)


def of_context(context: BriefContext) -> NextAnswer:
    """Return the memo made from answers already gathered."""
    stands, looked_at = sentences.standing(context), beside_figures(context.registry)
    found = None if stands == "member" else compared(context, looked_at)
    place, note = _placed(context)
    split, barred = context.today, points.bars(context)
    lost = points.changed(split, "lose")
    return NextAnswer(
        country=context.country,
        on=context.on,
        standing=stands,
        in_law="barred in law" if barred else "open in law",
        question=sentences.question(context, stands),
        answer=sentences.answer(context, stands, barred, place),
        answer_citation=_rests_on(context, stands, barred),
        law=points.asked(context),
        gains=points.changed(split, "gain"),
        costs=lost if stands == "ally" else (*lost, *points.not_brought(context)),
        open=points.changed(split, "open"),
        bars=barred,
        bars_not_known=points.bars_not_known(context),
        bars_of_a_case=points.bars_of_a_case(context),
        precedents=precedents(context, found, looked_at) if found else (),
        rank=place,
        rank_note=sentences.rank_note(context, place, note),
        case_for=() if stands == "member" else arguments(context, found, "for"),
        case_against=() if stands == "member" else arguments(context, found, "against"),
        would_change_it=(*_the_act(context, stands), *points.waivers(context), *points.open_needs(context)),
        partition=split.partition,
        own_facts=split.own_facts,
        registry=context.registry,
        texts=tuple(context.today.older_texts),
    )


def _rests_on(context: BriefContext, stands: Standing, barred: tuple[Point, ...]) -> str:
    """Return the citation of the first sentence: of the bars, of the deciding span, or of how the status is given."""
    if stands == "candidate":
        return "; ".join(one.citation for one in barred) or points.designation(context).citation
    span = sentences.deciding(context, stands)
    if span is None or not span.citation:  # a row of the user's may cite nothing
        return context.kind.citation
    return span.citation.split("; ")[0 if stands == "treated" else -1]


def compared(context: BriefContext, looked_at: Evidence) -> Comparison | None:
    """Return the comparison of the country with the allies at their entry.

    None for a place that is not a sovereign state, and on a day before the first ally.
    """
    if context.country.sovereign != "yes" or not entrants(looked_at, context.on):
        return None
    return compare_in(looked_at, context.country, [], context.on)


def _placed(context: BriefContext) -> tuple[Placed | None, str]:
    """Return the country's place by past designations and a note; without a place, None and the reason."""
    try:
        return api.placed(context.on, context.country.iso3, context.facts)
    except (BadDate, CannotAnswer) as error:
        return None, f"No rank: {error.wrong}. {error.do}"


def _the_act(context: BriefContext, stands: Standing) -> list[Point]:
    """Return a point on the act that would change the answer: what of it is on record, or that nothing is."""
    if stands == "member":
        status = alliance(context.registry.kinds)
        return [Point("The end of its membership of NATO.", status.citation)]
    if stands == "unknown":
        return []
    told, subject, wanted = bottom_line.since_its_end(context), "It", "of a designation"
    if span := sentences.deciding(context, "ally"):
        notices = [one for one in bottom_line.stepped(context) if one.step == "notified" and one.on > span.since]
        told, subject, wanted = notices, "Its end", "that its designation will end"
    if told:
        when = a_day(told[-1].on, told[-1].on_by)
        return [Point(f"{subject} was {told[-1].step} on {when}; the President has yet to act.", "", told[-1].source)]
    rests = points.asked(context)[0].citation
    return [Point(f"A notice to Congress {wanted}; none is on record.", rests)]


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
    status = "it still has the status"
    if span.until is not None and span.until <= context.on:
        status = f"the status ended on {a_day(span.until, span.until_by)}"
    after = "; ".join((status, *_figures(looked_at, near, span)))
    return Precedent(near.country, span.since, span.instrument, says, f"{capital(after)}.", span.citation, span.source)


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
