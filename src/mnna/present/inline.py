"""The pieces a text is made of; `mnna.present.document`, where the whole model stands, gives them too.

Named tuples, which start faster than dataclasses: every answer that is printed needs them.
"""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

from collections.abc import Callable
from datetime import date
from typing import Any

from mnna.quick import QuickTuple

Plain = dict[str, Any]
"""A JSON object."""

CiteAddress = Callable[[str], str]
"""From a citation to its official address, or to an empty text where there is none."""


def no_address(citation: str) -> str:
    """Know no address of any citation; the default of every writer."""
    return ""


class Link(QuickTuple):
    """Some text with the address of what it names.

    The address is `https://...`, or internal (`/countries/MEX`, `#sources`); internal ones work in pages only and are
    plain text elsewhere. An empty address makes it plain text everywhere.
    """

    text: str
    address: str = ""

    def to_dict(self) -> Plain:
        """The link as JSON."""
        return {"text": self.text, "address": self.address}


class Cite(QuickTuple):
    """A citation, or several joined by semicolons, as the law writes it; writers link it to the official text."""

    text: str


class Day(QuickTuple):
    """A day, a month or a year (`2022-05-23`, `2022-05`, `2022`, or a `date`), printed as `23 May 2022`."""

    iso: str | date


class Number(QuickTuple):
    """A number with the words it is printed in: `Number(14_000_000, "$14 million")`; CSV keeps the number.

    None is a number that is not known; its words then say why.
    """

    value: float | int | None
    text: str


class Verdict(QuickTuple):
    """The answer to one question: `value` is `yes`, `no` or `unknown`; `fits` says which words fit the question.

    `fits` is `grant` (Allowed / Not allowed), `bar` (Barred / Not barred), `case` (Notify / No notice) or `question`
    (Yes / No). `findings.verdict` makes one of a finding.
    """

    value: str
    fits: str = "question"


class Command(QuickTuple):
    """A command, a key or an id: set in the type of code."""

    text: str


Inline = Link | Cite | Day | Number | Verdict | Command
Text = str | Inline | tuple[str | Inline, ...]


def runs(text: Text) -> tuple[str | Inline, ...]:
    """The pieces of a text, one after the other."""
    if isinstance(text, (str, Link, Cite, Day, Number, Verdict, Command)):
        return (text,) if text != "" else ()
    return text


def apart(text: str) -> tuple[str, str]:
    """What a text says and the citation between brackets at its end, which may hold brackets; empty where none is."""
    start = len(text) if text.endswith("]") else 0
    while (start := text.rfind("[", 0, start)) > 0:
        if text.count("[", start) == text.count("]", start):
            return text[:start].rstrip(), text[start + 1 : -1]
    return text, ""
