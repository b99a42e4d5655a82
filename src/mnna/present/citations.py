"""Turn citations into links to the official texts."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.present.inline import CiteAddress, Link


def links(text: str, cite: CiteAddress) -> tuple[Link, ...]:
    """Return the links of a citation, or of several joined by semicolons.

    Each citation becomes a link of its own if all have an address. Otherwise the whole text becomes one link, to the
    first address that is known, if any.
    """
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
