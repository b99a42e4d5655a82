"""The objects in the JSON of `law`: a question with its dated texts in English, a text beside them, and more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from mnna.answers.watch.not_read_again import said
from mnna.dates import spoken
from mnna.engine.record import to_json
from mnna.quick import QuickDict, quick_replace
from mnna.registry.days import today
from mnna.registry.practice import practice
from mnna.registry.readings import default_day, reading_of
from mnna.registry.records import Practice
from mnna.rules.english import english, history, phrase
from mnna.rules.english import spoken as english_value
from mnna.rules.nodes import Expr, Param
from mnna.statutes import catalog, citations
from mnna.statutes.pinpoints import cited_texts
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision, parameters
from mnna.statutes.texts import KINDS, Text
from mnna.statutes.wording import worded

if TYPE_CHECKING:
    from mnna.statutes.examples import Example

Shape = TypeVar("Shape")


def shaped(shape: type[Shape], of: object, /, **more: Any) -> Shape:
    """Return an object with the keys of the shape: those given by name, and the others as `of` has them, in JSON."""
    keys = {name: more[name] if name in more else to_json(getattr(of, name)) for name in shape.__annotations__}
    return shape(**keys)


class LinkTo(QuickDict):
    """A citation with its canonical id and official address."""

    id: str
    text: str
    link: str


class DatedValue(QuickDict):
    """An amount, a number of days or a date of the law, with its history."""

    id: str
    phrase: str
    history: list[str]


class ActText(QuickDict):
    """A step, route or caveat with the text behind it and when it applies."""

    text: str
    citation: str
    when: str


class DaysRead(QuickDict):
    """The day of a text, the day it was read, and the last day on which it is trusted (null without end)."""

    text_as_of: str
    read_on: str
    trusted_to: str | None


class DatedText(QuickDict):
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


class WorkedExample(QuickDict):
    """A worked example, run as a test."""

    country: str
    on: str
    given: dict[str, str]
    verdict: str
    why: str
    trap: bool


class CitedText(QuickDict):
    """A citation as written, with a link to each paragraph it names."""

    text: str
    links: list[LinkTo]


class Entry(QuickDict):
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


class TextBeside(QuickDict):
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


class Named(QuickDict):
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


class SweepMade(QuickDict):
    """One search for whatever names a status, and what it found."""

    id: str
    where: str
    words: str
    text_as_of: str | None
    on: str
    found: str


def entry(one: Authority | CaseLaw, asked_for: bool = False) -> Entry:
    """Return one authority or channel as JSON: question, provisions in English, examples, citations with links.

    `asked_for` says that it was named, or that it states the paragraph that was asked for.
    """
    return shaped(
        Entry,
        one,
        asked_for=asked_for,
        kind=kind_of(one),
        topic=topic_of(one),
        provisions=[provision_entry(provision) for provision in one.provisions],
        examples=[_example(example) for example in one.examples],
        citations=[{"text": text, "links": links(text)} for text in cited_texts(one)],
        in_practice=practice().get(one.id, ()),
    )


def kind_of(one: Authority | CaseLaw) -> str:
    """Return the kind of a question: a channel, a restriction or an authority."""
    return "channel" if isinstance(one, CaseLaw) else "restriction" if catalog.is_bar(one.id) else "authority"


def current(one: Authority | CaseLaw) -> Provision | CaseProvision:
    """Return today's text, or else the newest: a text may be known before its first day."""
    return one.at(today()) or one.provisions[-1]


def topic_of(one: Authority | CaseLaw) -> str:
    """Return the topic of a question; for every channel it is the notice to Congress."""
    return "notification" if isinstance(one, CaseLaw) else one.topic


def text_entry(text: Text, asked_for: bool = False, linked: bool = True) -> TextBeside:
    """Return one text beside the questions as JSON.

    `kind_in_words` says what it is, such as a proposal, which is not law.
    """
    words, says = KINDS[text.kind], worded(text.says, text.until or date.max)
    cited = links(text.citation) if linked else []
    more = {"asked_for": asked_for, "kind_in_words": words, "links": cited, "says": says}
    return shaped(TextBeside, text, **more, **days_read(text.source))


def days_read(source: str) -> DaysRead:
    """Return the day of the text of a source, the day it was read, and until when it is trusted (None: no end)."""
    trust = reading_of(source)
    assert trust is not None, f"no reading covers the source {source}"
    last = None if trust.trusted_to == date.max else trust.trusted_to.isoformat()
    return {"text_as_of": trust.text_as_of.isoformat(), "read_on": trust.read_on.isoformat(), "trusted_to": last}


def _read(text: str) -> tuple[citations.Citation, ...]:
    """Return the citations in a text; none for an empty one."""
    return citations.parse(text) if text.strip() else ()


def links(text: str) -> list[LinkTo]:
    """Return the official address of each citation in a text, with its canonical id."""
    return [{"id": cited.id, "text": cited.text, "link": cited.link} for cited in _read(text)]


def provision_entry(provision: Provision | CaseProvision) -> CountryText | CaseText:
    """Return one dated provision as JSON: days, citation, paraphrase, rule in English, parameters with history."""
    on = provision.last_day()
    shown: dict[str, Any] = {
        "links": links(provision.citation),
        "says": worded(provision.says, on),
        "rule": english(provision.trees[0]),
        "parameters": [{"id": one.id, "phrase": one.phrase, "history": history(one)} for one in parameters(provision)],
        "steps": [_act(act, on) for act in provision.steps],
        "caveats": [_act(act, on) for act in provision.caveats],
        **days_read(provision.source),
        "text_changed": "" if provision.until else said(cited.id for cited in _read(provision.citation)),
        "note": worded(provision.note, on),
    }
    if isinstance(provision, Provision):
        routes = [_act(act, on) for act in provision.routes]
        return shaped(CountryText, provision, **shown, routes=routes, terms=_terms(provision))
    days, group = english(provision.review_days), english(provision.group)
    return shaped(CaseText, provision, **shown, review_days=days, group=group)


def _terms(provision: Provision) -> dict[str, str]:
    some = {name: (extra.when, term) for extra in provision.extras for name, term in extra.terms.items()}
    on = max(provision.since, min(default_day(), provision.last_day()))
    return {name: f"{_spelled(name, term, on)}{_except(name, provision)}" for name, term in provision.terms.items()} | {
        name: f"{_spelled(name, term, on)}, where {phrase(when)}" for name, (when, term) in some.items()
    }


def _except(name: str, provision: Provision) -> str:
    """Return when a term does not apply because the law has others for that case."""
    whens = [phrase(extra.when) for extra in provision.extras if name in extra.instead_of]
    return f", except where {' or '.join(whens)}" if whens else ""


UNITS = ("days", "months", "years", "percent", "pounds")
"""The units that the last word of a term's name may be; money and dates need none."""


def _spelled(name: str, term: Expr | str, on: date) -> str:
    """Return a term as it reads on a day: words, a value with its unit, or the rule for it."""
    if isinstance(term, str):
        return worded(term, on)
    valued = _valued(term, name.rpartition("_")[2], on)
    return english(valued) if valued.children() else phrase(valued)


def _valued(term: Expr, unit: str, on: date) -> Expr:
    """Return the term with the day's value and its unit before the words of every figure in it."""
    if not isinstance(term, Param):
        return term.rebuilt(lambda below: _valued(below, unit, on))
    dated = term.at(on)
    if dated is None:
        return quick_replace(term, phrase=f"none on {spoken(on)} ({term.phrase})")
    value = english_value(dated.value) + (f" {unit}" if unit in UNITS else "")
    return quick_replace(term, phrase=f"{value} ({term.phrase})")


def _act(act: Act, on: date) -> ActText:
    return {"text": worded(act.text, on), "citation": act.citation, "when": english(act.when).removeprefix("- ")}


def _example(example: Example) -> WorkedExample:
    given = {name: str(value) for name, value in example.given.items()}
    return shaped(WorkedExample, example, given=given, verdict=example.expect)
