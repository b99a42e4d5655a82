"""The function that makes a brief: it gathers the answers, then writes the sections."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mnna.answers.inputs import stamp
from mnna.answers.law_words import words_of_findings
from mnna.answers.stamped import Stamp
from mnna.briefs.answer import Brief
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo.compose import of_context, refused
from mnna.briefs.memo.document import opening
from mnna.briefs.sections import all_sections
from mnna.briefs.sections.sources import checked
from mnna.briefs.words_sections import words_annex
from mnna.present.days import day
from mnna.present.document import Section
from mnna.registry.countries import the
from mnna.registry.readings import first_line
from mnna.registry.statuses import USUAL
from mnna.sentences import capital


def brief(
    country: str,
    versus: str | None = None,
    on: date | str | None = None,
    *,
    designate: str = USUAL,
    facts: Path | None = None,
    claims: bool = False,
    models: bool = False,
    words: bool = False,
) -> Brief:
    """Return the brief on one country on one day (default today), compared with the country `versus` if given.

    `designate` is the status whose gain or loss is examined. `claims` adds the claims of the article of 2022, from its
    day on. `models` adds who is next and what designation changed, from 1997 to today. `words` adds an annex with the
    official text of the law that decided the answers. Raises `UnknownCountry`, `UnknownWord`, `BadDate`, `BadFacts`,
    and `BadQuestion` for the United States, for an organization, or for a country compared with itself; with `models`
    `CannotAnswer` where their packages are missing.
    """
    context = gather(country, versus, on, designate, facts)
    other = context.versus.country if context.versus else None
    return Brief(
        country=context.country.iso3,
        name=context.country.name,
        versus=other.iso3 if other else None,
        versus_name=other.name if other else None,
        on=context.on,
        asked=context.kind.id,
        title=_title(context),
        subtitle=_subtitle(context),
        day_note=first_line(context.on, context.today.older_texts),
        lead=bottom_line(context),
        sections=(*_opening(context), *all_sections(context, claims, models), *_annex(context, words)),
        notes=(checked(context),),
        partition=context.today.partition,
        stamp=Stamp(**stamp(context.registry)),
    )


def _opening(context: BriefContext) -> tuple[Section, ...]:
    """Return the sections of the memo; none where the brief examines another status, or the memo is refused."""
    return () if context.kind.id != USUAL or refused(context) else opening(of_context(context))


def _annex(context: BriefContext, words: bool) -> tuple[Section, ...]:
    """Return the annex with the text of the law that decided the answers on the day of the brief, if `words` is set."""
    if not words:
        return ()
    today = context.today
    findings = [pair.having if today.held else pair.without for pair in today.pairs]
    return (words_annex(words_of_findings(findings, context.on)),)


def _title(context: BriefContext) -> str:
    beside = f", with {the(context.versus.country.name)} beside it" if context.versus else ""
    return f"{capital(the(context.country.name))}{beside}"


def _subtitle(context: BriefContext) -> str:
    means = f"what it means to be {context.kind.being}"
    return f"Security-cooperation status with the United States, and {means}. As of {day(context.on)}."
