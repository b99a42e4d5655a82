"""What of a text becomes a note, where a form has notes: the citations and sources that stand in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.present.citations import links
from mnna.present.inline import Cite, CiteAddress, Inline, Link, Text, runs
from mnna.quick import QuickTuple


class Noted(QuickTuple):
    """The pieces of one note, each with its address or without."""

    told: tuple[Link, ...]


def noted(text: Text, cite: CiteAddress) -> Iterator[str | Inline | Noted]:
    """The pieces of a text; `Allies may. [22 USC 2321k(a)]` is `Allies may.` and a note. Other citations are links."""
    pieces = list(runs(text))
    while pieces:
        first = pieces.pop(0)
        held = _held(first, pieces)
        if held:
            yield str(first).rstrip().removesuffix("[").rstrip()
            yield Noted(tuple(link for piece in pieces[:held] for link in _links(piece, cite)))
            del pieces[:held]
            pieces[0] = str(pieces[0])[1:]
        elif isinstance(first, Cite):
            yield from _separated(first, cite)
        elif first != "":
            yield first


def _held(first: str | Inline, rest: list[str | Inline]) -> int:
    """How many pieces stand between a bracket that opens at the end of the first and the one that closes it."""
    if not (isinstance(first, str) and first.rstrip().endswith("[")):
        return 0
    return next((at for at, one in enumerate(rest) if isinstance(one, str) and one.startswith("]")), 0)


def _links(piece: str | Inline, cite: CiteAddress) -> Iterator[Link]:
    match piece:
        case Link():
            yield piece
        case Cite():
            yield from _separated(piece, cite)
        case str():
            yield Link(piece)
        case _:
            from mnna.present.document import spelled

            yield Link(spelled(piece))


def _separated(cited: Cite, cite: CiteAddress) -> Iterator[Link]:
    for place, one in enumerate(links(cited.text, cite)):
        if place:
            yield Link("; ")
        yield one
