"""Citations in a table cell, each with its official address."""

from __future__ import annotations

from collections.abc import Iterable

from mnna.present.citations import links
from mnna.present.document import Lines, Link
from mnna.present.wording import NOTHING
from mnna.statutes.citations import official


def cited(texts: Iterable[str], most: int | None = None) -> Lines:
    """List citations, each once, with its official address where there is one; `most` limits how many."""
    found = [link for text in texts if text for link in links(text, official)]
    return Lines(tuple({link.text: link for link in found}.values())[:most] or (Link(NOTHING),))
