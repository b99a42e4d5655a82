"""The pieces of a text (links, citations, days, numbers, verdicts, commands); `mnna.present.document` exports them too.

They are named tuples, which load faster than dataclasses: every printed answer needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from mnna.quick import QuickTuple

Plain = dict[str, Any]
"""A JSON object."""

CiteAddress = Callable[[str], str]
"""A function from a citation to its official address, or to an empty text if it has none."""


def no_address(citation: str) -> str:
    """Return an empty text: no citation has an address. This is the default of every writer."""
    return ""


class Link(QuickTuple):
    """A text with the address that it links to.

    The address is `https://...`, or internal (`/countries/MEX`, `#sources`). Internal links work in pages only and are
    plain text in other forms. With an empty address the link is plain text everywhere.
    """

    text: str
    address: str = ""


class Cite(QuickTuple):
    """A legal citation, or several joined by semicolons; writers link each to the official text."""

    text: str


class Day(QuickTuple):
    """A day, a month or a year (`2022-05-23`, `2022-05`, `2022`, or a `date`), printed as `23 May 2022`."""

    iso: str | date


class Number(QuickTuple):
    """A number with its printed words: `Number(14_000_000, "$14 million")`; CSV keeps the number.

    If the number is not known, `value` is None and the words say why.
    """

    value: float | int | None
    text: str


class Verdict(QuickTuple):
    """The answer to one question: `value` is `yes`, `no` or `unknown`; `fits` says which words fit the question.

    `fits` is `grant` (Allowed / Not allowed), `bar` (Barred / Not barred), `case` (Notify / No notice) or `question`
    (Yes / No). `findings.verdict` makes the verdict of a finding.
    """

    value: str
    fits: str = "question"


class Command(QuickTuple):
    """A command, a key or an id, printed as code."""

    text: str


Inline = Link | Cite | Day | Number | Verdict | Command
Text = str | Inline | tuple[str | Inline, ...]


def runs(text: Text) -> tuple[str | Inline, ...]:
    """Return the pieces of a text in order; an empty text has none."""
    if isinstance(text, (str, Link, Cite, Day, Number, Verdict, Command)):
        return (text,) if text != "" else ()
    return text


def separated(pieces: Iterable[str | Inline], by: str = ", ") -> tuple[str | Inline, ...]:
    """Return the pieces of a text with `by` between them."""
    return tuple(piece for each in pieces for piece in (by, each))[1:]


def apart(text: str) -> tuple[str, str]:
    """Split a text into its words and the citation in square brackets at its end, or an empty text if there is none.

    The citation may itself contain square brackets.
    """
    start = len(text) if text.endswith("]") else 0
    while (start := text.rfind("[", 0, start)) > 0:
        if text.count("[", start) == text.count("]", start):
            return text[:start].rstrip(), text[start + 1 : -1]
    return text, ""


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
