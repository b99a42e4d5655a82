"""The word `law`: any encoded provision, by id or by citation, as a lawyer would check it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mnna.answers.law_between import Between, two_days
from mnna.answers.law_between import between as compare
from mnna.answers.law_records import RecordOf, records, resting
from mnna.answers.law_shapes import (
    ActText,
    CaseText,
    CountryText,
    DatedValue,
    DaysRead,
    Entry,
    LinkTo,
    Named,
    SweepMade,
    TextBeside,
    WorkedExample,
)
from mnna.answers.law_words import words_of_law
from mnna.answers.watch.not_read_again import said
from mnna.answers.words_shape import OfficialWords
from mnna.dates import spoken
from mnna.engine.law_hash import law_hash
from mnna.engine.record import Answer, described, in_json
from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.quick import quick_dataclass
from mnna.registry.practice import practice
from mnna.registry.readings import default_day, reading_of
from mnna.rules.english import english, history, phrase
from mnna.rules.english import spoken as english_value
from mnna.rules.nodes import Expr, Param
from mnna.statutes import catalog, citations
from mnna.statutes.bills import bill
from mnna.statutes.cited_places import TEXT, citing
from mnna.statutes.examples import Example
from mnna.statutes.law_changes import every_law
from mnna.statutes.pinpoints import cited_texts
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision, parameters
from mnna.statutes.texts import KINDS, Text, texts
from mnna.statutes.wording import worded

if TYPE_CHECKING:
    from mnna.answers.law_search import Searched


@quick_dataclass(frozen=True, repr=False)
class LawAnswer(Answer):
    """The entries that answer to an id or citation, and the texts beside them; with no question, the list of all."""

    asked: str
    search: str = field(metadata=described("The words looked for.", sparse=True))
    topic: str = field(metadata=described("The topic looked for.", sparse=True))
    words: tuple[OfficialWords, ...] = field(
        metadata=described("The official words: the paragraph asked for first, then what its rules cite.")
    )
    entries: tuple[Entry, ...]
    texts: tuple[TextBeside, ...]
    naming: str = field(
        default="", metadata=described("The status whose names in the law were asked for.", sparse=True)
    )
    named: tuple[Named, ...] = field(default=(), metadata=described("What names that status.", sparse=True))
    sweeps: tuple[SweepMade, ...] = field(default=(), metadata=described("The searches that found it.", sparse=True))
    records: tuple[RecordOf, ...] = field(
        default=(),
        metadata=described("What the registry holds of the instrument asked for; facts, not law.", sparse=True),
    )
    between: Between | None = field(
        default=None, metadata=described("The law of two days, where they were asked for.", sparse=True)
    )

    @property
    @in_json(after="topic")
    def law(self) -> str:
        """The hash of the law that answered."""
        return law_hash()

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON: `texts` before `entries` where a text is what was asked for."""
        told = Answer.to_dict(self)
        parts = in_order(told)
        return told | {"entries": told.pop("entries")} if parts and parts[0][0] == "texts" else told

    def summary(self) -> str:
        """What was asked and how much was found."""
        if self.naming:
            return f"{self.naming}: {len(self.named)} laws, regulations, orders and bills name it"
        asked = self.asked or " ".join(filter(None, (self.search, self.topic))) or "everything"
        return f"{asked}: {len(self.entries)} questions, {len(self.texts)} texts beside them"


def law(
    asked: str = "",
    *,
    search: str = "",
    topic: str = "",
    naming: str = "",
    between: Sequence[date | str] = (),
) -> LawAnswer:
    """The provisions of an authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.

    A citation finds every provision that rests on that text or a part of it. What states the paragraph asked for comes
    first (`asked_for`), and what merely cites it after. Beside them stand the texts that bear on them: definitions,
    practices, labels and proposals, which are also found by their own id, by their citation, or by the status they are
    about. `words` are the official words of the paragraph asked for, then of those that its rules cite. Of a
    determination, an order, a page of the Federal Register or a bill, `records` are the registry's rows
    that name it. Without a citation, the list of all, or of what holds every word of `search` and belongs to a
    `topic`, which no text does; it may be empty. `naming` asks for the ledger of a status: every law, regulation, order
    and bill that names it, each encoded, without effect, or not read. `between` are two days: the answer then has our
    texts and figures of both, compared word by word. Raises `UnknownWord` where nothing is encoded for
    what was asked or the topic or status is none, and `BadQuestion` for two of these questions at once.
    """
    days = two_days(between) if between else None
    if days and not asked:
        raise BadQuestion("the law between two days", "it does not say which law", (), "Name a citation or an id.")
    if naming:
        return _ledger(asked, search, topic, naming)
    if asked and (search or topic):
        wrong = "a citation or id is looked up, and the list is searched: not both"
        raise BadQuestion(f"the law {asked!r}", wrong, (), "Leave one of the two out.")
    if not asked:
        return _listed(search, topic)
    if not isinstance(asked, str):
        raise UnknownWord(f"the law {asked!r}", "it is not text", (), "Give an id or a citation.")
    found = _named(asked)
    beside = [text for text in texts() if asked == text.id or asked in text.bears_on]
    wanted: tuple[citations.Citation, ...] = ()
    held: tuple[RecordOf, ...] = ()
    if not found and not beside:
        wanted = _parsed(asked)
        found, beside = _citing(wanted)
        held = records(wanted)
    if not found and not beside and not held:
        held = resting(wanted)
        if held or words_of_law(wanted, (), ()):
            return LawAnswer(asked, "", "", words_of_law(wanted, (), ()), (), (), records=held)
        if (number := bill(asked)) is not None:
            raise UnknownWord(
                f"the bill {number}", "nothing here is about it", _bills(), "`mnna law` lists every text."
            )
        near = alike(asked, _cited_sections(every_law()), 4, 0.4)
        raise UnknownWord(
            f"the law {asked!r}",
            "nothing encoded rests on it",
            near or ("22 USC 2776(b)", "22 USC 2321k"),
            "`mnna law` lists every provision.",
        )
    entries = [entry(one, asked in _ids(one) or _states(one, wanted)) for one in found]
    told = [text_entry(text, asked == text.id or _is(text, wanted)) for text in beside]
    own = [one for one, row in zip(found, entries, strict=True) if row["asked_for"]]
    texts_asked = [text for text, row in zip(beside, told, strict=True) if row["asked_for"]]
    words = words_of_law(wanted, own, texts_asked)
    compared = compare(own or found, wanted, *days) if days else None
    return LawAnswer(asked, "", "", words, _own_first(entries), _own_first(told), records=held, between=compared)


def _ledger(asked: str, search: str, topic: str, naming: str) -> LawAnswer:
    if asked or search or topic:
        wrong = "it asks for what names a status, and for something else"
        raise BadQuestion(f"the law naming {naming!r}", wrong, (), "Leave one of the two out.")
    from mnna.answers.law_ledger import ledger, sweeps_for

    return LawAnswer("", "", "", (), (), (), naming, ledger(naming), sweeps_for(naming))


Row = TypeVar("Row", Entry, TextBeside)


def _own_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: not row["asked_for"]))


def _states(one: Authority | CaseLaw, wanted: Iterable[citations.Citation]) -> bool:
    """Whether a provision is itself the paragraph asked for, or a part of it, and does not merely cite it."""
    return any(_within(provision.citation, citation) for provision in one.provisions for citation in wanted)


def _is(text: Text, wanted: Iterable[citations.Citation]) -> bool:
    return any(_within(text.citation, citation) for citation in wanted)


def in_order(document: Mapping[str, Any]) -> tuple[tuple[str, list[dict[str, Any]]], ...]:
    """The entries and texts of an answer as a reader wants them: the words asked for, then what rests on them.

    Each part is `entries` or `texts` with its rows; a part without rows is left out.
    """
    parts = [(name, own) for own in (True, False) for name in ("entries", "texts")]
    found = [(name, [row for row in document[name] if row["asked_for"] is own]) for name, own in parts]
    return tuple((name, rows) for name, rows in found if rows)


def _listed(search: str, topic: str) -> LawAnswer:
    if not search and not topic:
        return LawAnswer("", "", "", (), tuple(map(entry, every_law())), tuple(map(text_entry, texts())))
    from mnna.answers.law_search import matching

    entries, beside = _searched(default_day())
    found = () if topic else tuple(matching(beside, search))
    return LawAnswer("", search, topic, (), tuple(matching(entries, search, topic)), found)


@lru_cache(maxsize=2)
def _searched(day: date) -> tuple[tuple[Searched[Entry], ...], tuple[Searched[TextBeside], ...]]:
    """What a search looks through: the same all day, so a server makes it once."""
    from mnna.answers.law_search import searched_entries, searched_texts

    return searched_entries(map(entry, every_law())), searched_texts(map(text_entry, texts()))


def _ids(one: Authority | CaseLaw) -> tuple[str, ...]:
    return (one.id, one.channel) if isinstance(one, CaseLaw) else (one.id,)


def _parsed(asked: str) -> tuple[citations.Citation, ...]:
    if "-" in asked and asked == asked.lower() and " " not in asked:
        ids = [*catalog.AUTHORITIES, *catalog.CHANNELS, *(text.id for text in texts())]
        near = alike(asked, ids, 5, 0.4)
        raise UnknownWord(
            f"the law {asked!r}", "no authority, channel or text has that id", near, "`mnna law` lists them all."
        )
    return citations.parse(bill(asked) or asked)


def _bills() -> tuple[str, ...]:
    """The bills that a text is about."""
    numbers = (bill(part) for text in texts() for part in text.citation.split(";"))
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _named(asked: str) -> list[Authority | CaseLaw]:
    """The question of that id, or of the channel of that id or name."""
    found: list[Authority | CaseLaw] = [catalog.authority(asked)] if asked in catalog.AUTHORITIES else []
    return found + [catalog.case_law(one) for one in catalog.CHANNELS if asked in (one, f"notify-{one}")]


def _citing(wanted: Sequence[citations.Citation]) -> tuple[list[Authority | CaseLaw], list[Text]]:
    """What rests on a citation: the questions, and the texts within it or that bear on those questions."""
    owners = set(citing(citation.id for citation in wanted))
    found: list[Authority | CaseLaw] = [catalog.authority(id_) for id_ in catalog.AUTHORITIES if id_ in owners]
    found += [catalog.case_law(channel) for channel in catalog.CHANNELS if channel in owners]
    answered = {id_ for one in found for id_ in _ids(one)}
    return found, [text for text in texts() if f"{TEXT}{text.id}" in owners or answered & set(text.bears_on)]


def _within(text: str, wanted: citations.Citation) -> bool:
    return any(citations.within(cited.id, wanted.id) for cited in _read(text))


def _read(text: str) -> tuple[citations.Citation, ...]:
    """The citations of a text; none where it has none."""
    return citations.parse(text) if text.strip() else ()


def _cited_sections(everything: Iterable[Authority | CaseLaw]) -> list[str]:
    return list(dict.fromkeys(one.provisions[-1].citation for one in everything))


def entry(one: Authority | CaseLaw, asked_for: bool = False) -> Entry:
    """One authority or channel as JSON: question, provisions in English, examples, citations with links.

    `asked_for` says that it was named, or that it states the paragraph that was asked for.
    """
    kind = "channel" if isinstance(one, CaseLaw) else "restriction" if catalog.is_bar(one.id) else "authority"
    return {
        "id": one.id,
        "asked_for": asked_for,
        "kind": kind,
        "question": one.question,
        "topic": "notification" if isinstance(one, CaseLaw) else one.topic,
        "note": one.note,
        "provisions": [provision_entry(provision) for provision in one.provisions],
        "examples": [_example(example) for example in one.examples],
        "citations": [{"text": text, "links": links(text)} for text in cited_texts(one)],
        "in_practice": practice().get(one.id, ()),
    }


def text_entry(text: Text, asked_for: bool = False) -> TextBeside:
    """One text beside the questions as JSON; `kind_in_words` says what it is, as for a proposal that it is not law."""
    return {
        "id": text.id,
        "asked_for": asked_for,
        "kind": text.kind,
        "kind_in_words": KINDS[text.kind],
        "title": text.title,
        "citation": text.citation,
        "links": links(text.citation),
        "says": worded(text.says, text.until or date.max),
        "since": text.since.isoformat() if text.since else None,
        "until": text.until.isoformat() if text.until else None,
        "bears_on": list(text.bears_on),
        "source": text.source,
        "confidence": text.confidence,
        **days_read(text.source),
    }


def days_read(source: str) -> DaysRead:
    """The day of the text behind a source, the day it was read, and the last day it is trusted; None without end."""
    trust = reading_of(source)
    assert trust is not None, f"no reading covers the source {source}"
    last = None if trust.trusted_to == date.max else trust.trusted_to.isoformat()
    return {"text_as_of": trust.text_as_of.isoformat(), "read_on": trust.read_on.isoformat(), "trusted_to": last}


def links(text: str) -> list[LinkTo]:
    """The official address of each citation in a text, with its canonical id."""
    return [{"id": cited.id, "text": cited.text, "link": cited.link} for cited in _read(text)]


def provision_entry(provision: Provision | CaseProvision) -> CountryText | CaseText:
    """One dated provision as JSON: days in force, citation, paraphrase, rule in English, parameters with history."""
    on = provision.last_day()
    shown: dict[str, Any] = {
        "since": provision.since.isoformat(),
        "until": provision.until.isoformat() if provision.until else None,
        "citation": provision.citation,
        "links": links(provision.citation),
        "says": worded(provision.says, on),
        "rule": english(provision.trees[0]),
        "parameters": _parameters(provision),
        "steps": [_act(act, on) for act in provision.steps],
        "caveats": [_act(act, on) for act in provision.caveats],
        "source": provision.source,
        "confidence": provision.confidence,
        **days_read(provision.source),
        "text_changed": "" if provision.until else said(cited.id for cited in _read(provision.citation)),
        "note": worded(provision.note, on),
    }
    if isinstance(provision, Provision):
        more: dict[str, Any] = {"routes": [_act(act, on) for act in provision.routes], "terms": _terms(provision)}
        return cast("CountryText", shown | more)
    return cast("CaseText", shown | {"review_days": english(provision.review_days), "group": english(provision.group)})


def _terms(provision: Provision) -> dict[str, str]:
    some = {name: (extra.when, term) for extra in provision.extras for name, term in extra.terms.items()}
    on = max(provision.since, min(default_day(), provision.last_day()))
    return {name: f"{_spelled(name, term, on)}{_save(name, provision)}" for name, term in provision.terms.items()} | {
        name: f"{_spelled(name, term, on)}, where {phrase(when)}" for name, (when, term) in some.items()
    }


def _save(name: str, provision: Provision) -> str:
    """Where a term does not apply, since the law attaches others in its place."""
    whens = [phrase(extra.when) for extra in provision.extras if name in extra.instead_of]
    return f", except where {' or '.join(whens)}" if whens else ""


UNITS = ("days", "months", "years", "percent", "pounds")
"""The units that the last word of a term's name may be; money and days carry their own."""


def _spelled(name: str, term: Expr | str, on: date) -> str:
    """A term as it reads on a day: words, a value with its unit, or the rule that gives it."""
    if isinstance(term, str):
        return worded(term, on)
    valued = _valued(term, name.rpartition("_")[2], on)
    return english(valued) if valued.children() else phrase(valued)


def _valued(term: Expr, unit: str, on: date) -> Expr:
    """The term with the value of the day and its unit before the words of every figure in it."""
    if not isinstance(term, Param):
        return term.rebuilt(lambda below: _valued(below, unit, on))
    dated = term.at(on)
    if dated is None:
        return replace(term, phrase=f"none on {spoken(on)} ({term.phrase})")
    value = english_value(dated.value) + (f" {unit}" if unit in UNITS else "")
    return replace(term, phrase=f"{value} ({term.phrase})")


def _act(act: Act, on: date) -> ActText:
    return {"text": worded(act.text, on), "citation": act.citation, "when": english(act.when).removeprefix("- ")}


def _parameters(provision: Provision | CaseProvision) -> list[DatedValue]:
    return [{"id": one.id, "phrase": one.phrase, "history": history(one)} for one in parameters(provision)]


def _example(example: Example) -> WorkedExample:
    return {
        "country": example.country,
        "on": example.on.isoformat(),
        "given": {name: str(value) for name, value in example.given.items()},
        "verdict": example.expect,
        "why": example.why,
        "trap": example.trap,
    }
