"""Table cells of citations with links to their official addresses."""

from __future__ import annotations

from collections.abc import Iterable

from mnna.present.document import Lines, Link
from mnna.present.inline import links
from mnna.present.wording import NOTHING
from mnna.statutes.citations import official


def cited(texts: Iterable[str], most: int | None = None) -> Lines:
    """Return a cell that lists each citation once, with its official address if it has one; `most` limits them."""
    found = [link for text in texts if text for link in links(text, official)]
    return Lines(tuple({link.text: link for link in found}.values())[:most] or (Link(NOTHING),))
