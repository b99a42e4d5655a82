"""Compose a brief: ask every question once, then write the parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mnna.answers.inputs import stamp
from mnna.answers.stamped import Stamp
from mnna.briefs.answer import Brief
from mnna.briefs.bottom_line import bottom_line, predicate
from mnna.briefs.evidence import checked
from mnna.briefs.matter import Matter, gather
from mnna.briefs.sections import sections
from mnna.present.days import day
from mnna.present.wording import capital
from mnna.registry.countries import the


def brief(
    country: str,
    versus: str | None = None,
    on: date | str | None = None,
    *,
    designate: str = "mnna",
    facts: Path | None = None,
    claims: bool = False,
    models: bool = False,
) -> Brief:
    """Everything about one country on one day (default today), with another beside it if one is named.

    `designate` is the status whose gain or loss is weighed; `claims` adds the claims of the article of 2022 (from its
    day on), `models` who is next and what designation changed (from 1997 to today). Raises `UnknownCountry`,
    `UnknownWord`, `BadDate`, `BadFacts`, and `BadQuestion` for the United States, for an organization, or for a country
    beside itself; with `models` `CannotAnswer` where their packages are missing.
    """
    matter = gather(country, versus, on, designate, facts)
    other = matter.versus.country if matter.versus else None
    return Brief(
        country=matter.country.iso3,
        name=matter.country.name,
        versus=other.iso3 if other else None,
        versus_name=other.name if other else None,
        on=matter.on,
        asked=matter.kind.id,
        title=_title(matter),
        subtitle=_subtitle(matter),
        lead=bottom_line(matter),
        sections=sections(matter, claims, models),
        notes=(checked(matter),),
        partition=matter.today.partition,
        stamp=Stamp(**stamp(matter.registry)),
    )


def _title(matter: Matter) -> str:
    beside = f", with {the(matter.versus.country.name)} beside it" if matter.versus else ""
    return f"{capital(the(matter.country.name))}{beside}"


def _subtitle(matter: Matter) -> str:
    means = f"what it means to be {predicate(matter.kind)}"
    return f"Security-cooperation status with the United States, and {means}. As of {day(matter.on)}."
