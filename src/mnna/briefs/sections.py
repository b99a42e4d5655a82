"""The parts of a brief, in order: small functions from the answers to a section, or to nothing where none is due.

Parts that are made only where asked for (the claims of an article, the models) stand before what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mnna.briefs.comparison import comparison
from mnna.briefs.difference import beside, difference
from mnna.briefs.document import Section
from mnna.briefs.evidence import sources, unknowns
from mnna.briefs.limits import commitments, notification, restrictions
from mnna.briefs.matter import Matter
from mnna.briefs.record import record
from mnna.briefs.standing import proposals, standing
from mnna.briefs.world import world

Part = Callable[[Matter], Section | None]

PARTS: tuple[Part, ...] = (
    standing,
    difference,
    beside,
    restrictions,
    commitments,
    notification,
    comparison,
    world,
    record,
    proposals,
)
"""What a brief always tells, in the order of the page."""

LAST: tuple[Part, ...] = (unknowns, sources)
"""What every brief ends with."""

OPTIONAL = ("claims", "next", "criteria", "effects")
"""The ids of sections made only where asked for; they may take pages beyond the usual six."""


def sections(matter: Matter, claims: bool = False, models: bool = False) -> tuple[Section, ...]:
    """The sections of a brief; `claims` and `models` add theirs."""
    parts = (*PARTS, *(_asked(claims, models)), *LAST)
    return tuple(section for part in parts if (section := part(matter)) is not None)


def _asked(claims: bool, models: bool) -> Iterator[Part]:
    """The optional parts; the packages of the models are imported only when one of them is made."""
    if claims:
        from mnna.briefs.article import article

        yield article
    if models:
        from mnna.briefs.models import what_it_changed, what_should_count, who_is_next

        yield from (who_is_next, what_should_count, what_it_changed)
