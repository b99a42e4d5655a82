"""Compose the memo: gather the answers, then write each part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mnna.answers.compare import Comparison, compare_in
from mnna.answers.compare.entrants import entrants
from mnna.answers.data_context import Evidence
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo import law_points, sentences
from mnna.briefs.memo.answer import NextAnswer, Point, Standing
from mnna.briefs.memo.arguments import arguments
from mnna.briefs.memo.precedents import precedents
from mnna.errors import BadDate, BadQuestion, CannotAnswer
from mnna.models import api
from mnna.models.forecast.resemblance import Placed
from mnna.present.days import day
from mnna.registry.countries import resolve, the
from mnna.registry.statuses import USUAL


def next_ally(country: str, on: date | str | None = None, facts: Path | None = None) -> NextAnswer:
    """Whether a country is next as a major non-NATO ally: what is lawful, what it brings, what speaks for and against.

    An ally, a NATO member and Taiwan each get their own answer. Raises `UnknownCountry`, `BadDate`, `BadFacts`, and
    `BadQuestion` for the United States, an organization and a territory.
    """
    _could_be_asked(country)
    return of_context(gather(country, None, on, USUAL, facts))


def _could_be_asked(asked: str) -> None:
    country = resolve(asked)
    if country.sovereign == "no":
        raise BadQuestion(
            f"whether {the(country.name)} is next",
            "it is a territory, and only countries are designated",
            (),
            f"`mnna status {country.iso3}` shows what the registry holds of it.",
        )


def of_context(context: BriefContext) -> NextAnswer:
    """The memo from answers already gathered."""
    stands, looked_at = sentences.standing(context), context.evidence
    found = compared(context, looked_at)
    place, note = _placed(context)
    split, barred = context.today, law_points.bars(context)
    lost = law_points.changed(split, "lose")
    return NextAnswer(
        country=context.country,
        on=context.on,
        standing=stands,
        in_law="barred in law" if barred else "open in law",
        question=sentences.question(context, stands),
        answer=sentences.answer(context, stands, barred, place),
        law=law_points.asked(context),
        gains=law_points.changed(split, "gain"),
        costs=lost if stands == "ally" else (*lost, *law_points.not_brought(context)),
        open=law_points.changed(split, "open"),
        bars=barred,
        bars_not_known=law_points.bars_not_known(split),
        precedents=precedents(context, found, looked_at) if found else (),
        rank=place,
        rank_note=sentences.rank_note(context, place, note),
        case_for=arguments(context, found, "for"),
        case_against=arguments(context, found, "against"),
        would_change_it=_would_change(context, stands),
        partition=split.partition,
        registry=context.registry,
        texts=tuple(context.today.older_texts),
    )


def compared(context: BriefContext, looked_at: Evidence) -> Comparison | None:
    """The country beside the allies at their entry; None on a day before the first."""
    if context.country.sovereign != "yes" or not entrants(looked_at, context.on):
        return None
    return compare_in(looked_at, context.country, [], context.on)


def _placed(context: BriefContext) -> tuple[Placed | None, str]:
    """The country's place by past designations; or None, and why."""
    try:
        return api.placed(context.on, context.country.iso3, context.facts)
    except (BadDate, CannotAnswer) as error:
        return None, f"No rank: {error.wrong}. {error.do}"


def _would_change(context: BriefContext, stands: Standing) -> tuple[Point, ...]:
    """What would change the answer: the act itself, the end of a bar, and the facts that are not known."""
    return (*_the_act(context, stands), *law_points.waivers(context), *law_points.open_needs(context.today))


def _the_act(context: BriefContext, stands: Standing) -> list[Point]:
    if stands not in ("candidate", "treated"):
        return []
    told = [one for one in context.status.steps if one.status == context.kind.id and one.on <= context.on]
    if told:
        last = told[-1]
        return [Point(f"It was {last.step} on {day(last.on)}; the President has yet to act.", "", last.source)]
    return [Point("A notice to Congress of a designation; none is on record.", law_points.asked(context)[0].citation)]
