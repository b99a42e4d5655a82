"""The shapes of the encoded law itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape


class Link(Shape):
    """A citation with its canonical id and official address."""

    id: str
    text: str
    link: str


class Parameter(Shape):
    """A dated amount or date of the law, with its history."""

    id: str
    phrase: str
    history: list[str]


class LawAct(Shape):
    """A step or route with the text behind it and when it applies."""

    text: str
    citation: str
    when: str


class Provision(Shape):
    """One dated text that answers a question of law."""

    since: str = ISO_DAY
    until: str | None
    citation: str
    links: list[Link]
    says: str
    rule: str
    parameters: list[Parameter]
    steps: list[LawAct]
    source: str
    confidence: str
    checked_on: str
    note: str
    routes: list[LawAct] = Field(default_factory=list)
    terms: dict[str, str] = Field(default_factory=dict)
    review_days: str = ""
    group: str = ""


class Example(Shape):
    """A worked example, run as a test."""

    country: str
    on: str
    given: dict[str, str]
    verdict: str
    why: str
    trap: bool


class Cited(Shape):
    """A citation as written, with the places it names."""

    text: str
    links: list[Link]


class Entry(Shape):
    """One authority, restriction or channel."""

    id: str
    kind: Literal["authority", "restriction", "channel"]
    question: str
    topic: str
    note: str
    provisions: list[Provision]
    examples: list[Example]
    citations: list[Cited]


class LawText(Shape):
    """A text beside the questions: a definition, a reading, a label, a practice or a proposal."""

    id: str
    kind: Literal["law", "definition", "regulation", "reading", "executive", "proposal", "practice", "label", "open"]
    kind_in_words: str
    title: str
    citation: str
    links: list[Link]
    says: str
    since: str | None
    until: str | None
    bears_on: list[str]
    source: str
    confidence: str
    checked_on: str


class Law(Shape):
    """The encoded provisions that answer to an id or citation, and the texts beside them."""

    asked: str
    search: str | None = None
    topic: str | None = None
    law: str
    entries: list[Entry]
    texts: list[LawText]
