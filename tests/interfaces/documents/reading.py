"""Reading a document of the models: its sections by id, and their words."""

from __future__ import annotations

from mnna.present.document import Document, Section, Table
from mnna.present.terminal import to_text


def ids(shown: Document) -> list[str]:
    """The ids of its sections in order."""
    return [one.id for one in shown.sections]


def words(section: Section) -> str:
    """A section in words, on one line."""
    return " ".join(to_text(Document(title="", sections=(section,)), 400).split())


def tables(section: Section) -> list[Table]:
    """The tables of a section."""
    return [one for one in section.blocks if isinstance(one, Table)]
