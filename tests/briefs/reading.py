"""Read parts of a brief in a test."""

from __future__ import annotations

from mnna.briefs import Brief
from mnna.present.document import Picture


def said(made: Brief, section: str) -> str:
    return str(made.section(section).to_dict())


def picture(made: Brief, section: str) -> Picture:
    return next(block for block in made.section(section).blocks if isinstance(block, Picture))
