"""Compose a brief: ask every question once, then write the parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mnna.answers.inputs import stamp
from mnna.briefs.bottom_line import bottom_line, predicate
from mnna.briefs.document import Brief
from mnna.briefs.evidence import checked
from mnna.briefs.matter import Matter, gather
from mnna.briefs.sections import sections
from mnna.briefs.words import capital, spoken, the


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
        matter.country.iso3,
        matter.country.name,
        other.iso3 if other else None,
        other.name if other else None,
        matter.on,
        matter.kind.id,
        _title(matter),
        _subtitle(matter),
        bottom_line(matter),
        sections(matter, claims, models),
        checked(matter),
        tuple(stamp(matter.registry).items()),
    )


def _title(matter: Matter) -> str:
    beside = f", with {the(matter.versus.country.name)} beside it" if matter.versus else ""
    return f"{capital(the(matter.country.name))}{beside}"


def _subtitle(matter: Matter) -> str:
    means = f"what it means to be {predicate(matter.kind)}"
    return f"Security-cooperation status with the United States, and {means}. As of {spoken(matter.on)}."
