"""The parts of a brief, in order: small functions from the answers to a section, or to nothing where none is due.

A later part (a comparison with the incumbents, the claims of an article, events, models) is one more function here.
"""

from __future__ import annotations

from collections.abc import Callable

from mnna.brief.difference import beside, difference
from mnna.brief.document import Section
from mnna.brief.evidence import sources, unknowns
from mnna.brief.limits import commitments, notification, restrictions
from mnna.brief.matter import Matter
from mnna.brief.standing import proposals, standing
from mnna.brief.world import world

Part = Callable[[Matter], Section | None]

PARTS: tuple[Part, ...] = (
    standing,
    difference,
    beside,
    restrictions,
    commitments,
    notification,
    world,
    proposals,
    unknowns,
    sources,
)
"""Every part of a brief, in the order of the page."""


def sections(matter: Matter) -> tuple[Section, ...]:
    """The sections of a brief."""
    return tuple(section for part in PARTS if (section := part(matter)) is not None)
