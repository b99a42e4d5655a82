"""Citations as links: each piece of a list by itself where each has an official address."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.present.inline import CiteAddress, Link


def links(text: str, cite: CiteAddress) -> tuple[Link, ...]:
    """A citation, or several joined by semicolons, as pieces with their addresses."""
    return tuple(_pieces(text, cite))


def _pieces(text: str, cite: CiteAddress) -> Iterator[Link]:
    if text.startswith("https://"):
        yield Link(text.removeprefix("https://"), text)
        return
    found = [Link(piece.strip(), cite(piece.strip())) for piece in text.split(";") if piece.strip()]
    if all(one.address for one in found):
        yield from found
    else:
        yield Link(text, cite(text) or next((one.address for one in found if one.address), ""))
