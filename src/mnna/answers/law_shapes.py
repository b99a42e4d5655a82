"""The objects in the JSON of `law`."""

from typing import Any, TypedDict, TypeVar

from mnna.engine.record import to_json
from mnna.registry.records import Practice

Shape = TypeVar("Shape")


def shaped(shape: type[Shape], of: object, /, **more: Any) -> Shape:
    """Return an object with the keys of the shape: those given by name, and the others as `of` has them, in JSON."""
    keys = {name: more[name] if name in more else to_json(getattr(of, name)) for name in shape.__annotations__}
    return shape(**keys)


class LinkTo(TypedDict):
    """A citation with its canonical id and official address."""

    id: str
    text: str
    link: str


class DatedValue(TypedDict):
    """An amount, a number of days or a date of the law, with its history."""

    id: str
    phrase: str
    history: list[str]


class ActText(TypedDict):
    """A step, route or caveat with the text behind it and when it applies."""

    text: str
    citation: str
    when: str


class DaysRead(TypedDict):
    """The day of a text, the day it was read, and the last day on which it is trusted (null without end)."""

    text_as_of: str
    read_on: str
    trusted_to: str | None


class DatedText(TypedDict):
    """One dated text that answers a question of law."""

    since: str
    until: str | None
    citation: str
    links: list[LinkTo]
    says: str
    rule: str
    parameters: list[DatedValue]
    steps: list[ActText]
    caveats: list[ActText]
    source: str
    confidence: str
    text_as_of: str
    read_on: str
    trusted_to: str | None
    text_changed: str
    note: str


class CountryText(DatedText):
    """A text about a country, with its terms, and the routes where the answer is no."""

    routes: list[ActText]
    terms: dict[str, str]


class CaseText(DatedText):
    """A text about one transfer, with the days of review and whose figures apply."""

    review_days: str
    group: str


class WorkedExample(TypedDict):
    """A worked example, run as a test."""

    country: str
    on: str
    given: dict[str, str]
    verdict: str
    why: str
    trap: bool


class CitedText(TypedDict):
    """A citation as written, with a link to each paragraph it names."""

    text: str
    links: list[LinkTo]


class Entry(TypedDict):
    """One authority, restriction or channel; `asked_for` where it states the paragraph asked for."""

    id: str
    asked_for: bool
    kind: str
    question: str
    topic: str
    note: str
    provisions: list[CountryText | CaseText]
    examples: list[WorkedExample]
    citations: list[CitedText]
    in_practice: tuple[Practice, ...]


class TextBeside(TypedDict):
    """A text that bears on questions without answering one; `kind_in_words` says what it is."""

    id: str
    asked_for: bool
    kind: str
    kind_in_words: str
    title: str
    citation: str
    links: list[LinkTo]
    says: str
    since: str | None
    until: str | None
    bears_on: list[str]
    source: str
    confidence: str
    text_as_of: str
    read_on: str
    trusted_to: str | None


class Named(TypedDict):
    """Something that names a status: a question of law, a text, or a passage that is neither.

    `standing` is `encoded`, `no effect` or `not read`; `id` is that of the question or text, empty where there is
    neither. `citation` is that of the newest text that names it, and `earlier` are those of older ones.
    """

    standing: str
    kind: str
    id: str
    title: str
    citation: str
    links: list[LinkTo]
    earlier: list[str]
    says: str
    since: str | None
    until: str | None
    sweeps: list[str]
    source: str
    confidence: str
    checked_on: str


class SweepMade(TypedDict):
    """One search for whatever names a status, and what it found."""

    id: str
    where: str
    words: str
    text_as_of: str | None
    on: str
    found: str
