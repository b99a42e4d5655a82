"""The sections of a brief, in order: each is a function from the answers to a section, or to None.

The optional sections (the claims of an article, the models) come before the section on what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mnna.briefs.gather import BriefContext
from mnna.briefs.sections.comparison import comparison
from mnna.briefs.sections.difference import difference, other_country, practice
from mnna.briefs.sections.expected import commitments, notification
from mnna.briefs.sections.history import history, proposals
from mnna.briefs.sections.restrictions import restrictions, unknowns
from mnna.briefs.sections.sales import sales
from mnna.briefs.sections.sources import sources
from mnna.briefs.sections.status import status
from mnna.briefs.sections.world_map import world_map
from mnna.present.document import Section

Part = Callable[[BriefContext], Section | None]

ALWAYS: tuple[Part, ...] = (
    status,
    difference,
    practice,
    other_country,
    restrictions,
    commitments,
    notification,
    sales,
    comparison,
    world_map,
    history,
    proposals,
)
"""The first sections of every brief, in order."""

LAST: tuple[Part, ...] = (unknowns, sources)
"""The last sections of every brief, in order."""


def all_sections(context: BriefContext, claims: bool, models: bool) -> tuple[Section, ...]:
    """Return the sections of a brief in order; `claims` and `models` add the optional sections."""
    parts = (*ALWAYS, *_optional(claims, models), *LAST)
    return tuple(section for part in parts if (section := part(context)) is not None)


def _optional(claims: bool, models: bool) -> Iterator[Part]:
    """Yield the optional sections; the packages of the models are imported only if a section needs them."""
    if claims:
        from mnna.briefs.sections.claims import article_claims

        yield article_claims
    if models:
        from mnna.briefs.sections.models import what_it_changed, what_should_count, who_is_next

        yield from (who_is_next, what_should_count, what_it_changed)
