"""The shapes of the answers' JSON, for the description of the interface at `/openapi.json`.

They describe; they do not build: an answer leaves as the word made it, and a test holds the two together.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Verdict = Literal["yes", "no", "unknown"]
Confidence = Literal["high", "medium", "low"]
ISO_DAY = Field(description="A day as year-month-day.", examples=["2026-11-24"])


class Shape(BaseModel):
    """A JSON object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Problem(Shape):
    """What was asked, what is wrong with it, what is near, and what to do."""

    error: str = Field(description="The kind of error, such as `UnknownCountry` or `BadDate`.")
    asked: str
    wrong: str
    near: list[str]
    do: str


class Stamp(Shape):
    """Which law, facts and version answered, by content hash."""

    law: str
    facts: str
    version: str


class Tree(Shape):
    """Why: one node of what decided the answer."""

    says: str
    value: bool | int | float | str | None
    citation: str | None
    of: list[Tree]


class Assumption(Shape):
    """A status assumed to begin or to end."""

    country: str
    status: str
    on: str = ISO_DAY
    act: Literal["designate", "terminate"]


class Finding(Shape):
    """The answer to one question of law."""

    id: str
    question: str
    verdict: Verdict
    terms: dict[str, Any] = Field(description="Values the law attaches; the name carries the unit.")
    steps: list[str] = Field(description="Acts still needed for every such country.")
    routes: list[str] = Field(description="Where the verdict is no: how the country could still get there.")
    needs: list[str] = Field(description="Facts that would settle an unknown.")
    because: str
    citations: list[str]
    why: Tree
    presumes: list[str]
    stale: str | None
    own_facts: list[str]
    confidence: str
    topic: str


class Span(Shape):
    """A status held from `since` (included) until `until` (excluded; null is open)."""

    status: str
    since: str = ISO_DAY
    until: str | None
    instrument: str
    citation: str
    source: str
    confidence: str
    note: str
    since_by: str | None = None
    until_by: str | None = None
    own: bool = False
    assumed: bool = False


class Step(Shape):
    """An event on the road to a status."""

    step: str
    on: str
    source: str
    status: str
    event: str
    instrument: str
    confidence: str
    note: str
    on_by: str | None = None
    own: bool = False


class OpenStatus(Shape):
    """A status of which it is not known whether it is held."""

    status: str
    why: str


class Proposal(Shape):
    """A proposal to designate or revoke, which changes nothing by itself."""

    id: str
    direction: str
    kind: str
    proposer: str
    on: str
    instrument: str
    outcome: str
    note: str
    source: str
    confidence: str


class Status(Shape):
    """What a country holds on a day."""

    country: str
    name: str
    on: str = ISO_DAY
    statuses: list[Span]
    steps: list[Step]
    unknown: list[OpenStatus]
    past: list[Span]
    proposals: list[Proposal]
    disagreements: list[str]
    stamp: Stamp


class Authorities(Shape):
    """What the law gives or denies a country on a day."""

    country: str
    on: str = ISO_DAY
    assume: list[Assumption]
    findings: list[Finding]
    stamp: Stamp


class Change(Shape):
    """One finding before and after the assumption."""

    id: str
    before: Finding
    after: Finding


class WhatIf(Shape):
    """What an assumption changes, and the ids of what it does not."""

    country: str
    on: str = ISO_DAY
    assume: list[Assumption]
    changed: list[Change]
    unchanged: list[str]
    stamp: Stamp


class Unlock(Shape):
    """One status gained or lost, or one fact settled."""

    kind: Literal["status", "fact"]
    id: str
    act: str
    words: str


class Unlocks(Shape):
    """Which single status or fact would make the answer yes, or leave it open."""

    country: str
    on: str = ISO_DAY
    authority: str
    verdict: Verdict
    because: str
    unlocks: list[Unlock]
    opens: list[Unlock]
    routes: list[str]
    stamp: Stamp


class Threshold(Shape):
    """The value that made a transfer notifiable, and its threshold in US dollars."""

    measure: Literal["mde", "total", "construction", "firearms", "none"]
    usd: float | None


class Notify(Shape):
    """Whether Congress must be notified, under which threshold, with how many calendar days of review."""

    verdict: Verdict
    review_days: int | None
    threshold: Threshold | None
    group: str | None
    because: str
    citations: list[str]
    needs: list[str]
    steps: list[str]
    presumes: list[str]
    stale: str | None
    own_facts: list[str]
    confidence: str


class Case(Shape):
    """One proposed transfer and the notice it needs."""

    recipient: str
    channel: str
    on: str = ISO_DAY
    given: dict[str, Any]
    findings: list[Finding]
    notify: Notify
    stamp: Stamp


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
    routes: list[LawAct] = []
    terms: dict[str, str] = {}
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


class Source(Shape):
    """Where facts come from."""

    id: str
    title: str
    publisher: str
    kind: str
    address: str
    licence: str
    opened_on: str
    note: str
    own: bool


class SourceAndWhatRests(Source):
    """A source with everything that cites it."""

    rests_on_it: list[str]


class Sources(Shape):
    """Every source."""

    sources: list[Source]


class Held(Shape):
    """A country that holds, or may hold, a status on the day."""

    country: str
    name: str
    status: str
    holds: Literal["yes", "unknown"]
    since: str
    until: str | None
    instrument: str
    citation: str
    source: str
    confidence: str


class Holders(Shape):
    """Who holds the shown statuses on a day."""

    on: str = ISO_DAY
    shown: list[str]
    counts: dict[str, int]
    held: list[Held]
    unnamed: dict[str, Literal["no", "unknown", "yes"]]
    stamp: Stamp


class ListedCountry(Shape):
    """A country with what it holds today among the headline statuses."""

    country: str
    name: str
    region: str
    status: str | None
    since: str | None


class Countries(Shape):
    """Every country the registry knows."""

    on: str = ISO_DAY
    countries: list[ListedCountry]


class BriefSection(Shape):
    """A part of the brief; each block has a `kind`: paragraph, items, table or picture."""

    id: str
    title: str
    blocks: list[dict[str, Any]]


class Brief(Shape):
    """Everything about one country on one day."""

    country: str
    name: str
    versus: str | None
    versus_name: str | None
    on: str = ISO_DAY
    status: str
    title: str
    subtitle: str
    bottom_line: list[str]
    sections: list[BriefSection]
    checked: str
    stamp: Stamp


class Progress(Shape):
    """How far a screening is: `share` from 0 to 1 of its stage."""

    stage: str
    share: float
    rows: int


class Screening(Shape):
    """What a screening found, counted."""

    source: str
    out: str | None
    rows: int
    answers: dict[str, int]
    by_rule: dict[str, dict[str, int]]
    by_country: dict[str, dict[str, int]]
    rejects: dict[str, int]
    needs: dict[str, int]
    changed: dict[str, int] | None = None
    columns: list[str]
    assume: list[Assumption]
    seconds: float
    stamp: dict[str, str]
