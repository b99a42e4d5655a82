"""The command `law`: any encoded provision in full, by id or by citation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from mnna.answers.law_between import Between, two_days
from mnna.answers.law_between import between as compare
from mnna.answers.law_entries import Entry, Named, SweepMade, TextBeside, entry, text_entry
from mnna.answers.law_records import RecordOf, on_record_alike, records, resting
from mnna.answers.law_words import words_of_law
from mnna.answers.words_shape import OfficialWords
from mnna.as_typed import meant, near
from mnna.engine.answer import Answer
from mnna.engine.law_hash import law_hash
from mnna.engine.record import HIDDEN, InJson, described, in_json, passed_on, to_json
from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.quick import QuickTuple, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.readings import default_day
from mnna.statutes import catalog, citations
from mnna.statutes.bills import bill
from mnna.statutes.cited_places import TEXT, citing, stating
from mnna.statutes.law_changes import every_law
from mnna.statutes.provision import Authority, CaseLaw
from mnna.statutes.texts import Text, texts

if TYPE_CHECKING:
    from mnna.answers.law_search import Searched


class Found(QuickTuple):
    """A question that was found; `asked_for` where it was named or states the paragraph that was asked for."""

    law: Authority | CaseLaw
    asked_for: bool


class Beside(QuickTuple):
    """A text that was found beside the questions; `asked_for` where it is what was asked for."""

    text: Text
    asked_for: bool


@quick_dataclass(frozen=True, repr=False)
class LawAnswer(Answer):
    """The entries for an id or citation, and the texts beside them; without a question, the list of all."""

    asked: str
    search: str = field(metadata=described("The words looked for.", sparse=True))
    topic: str = field(metadata=described("The topic looked for.", sparse=True))
    words: tuple[OfficialWords, ...] = field(
        metadata=described("The official words: the paragraph asked for first, then what its rules cite.")
    )
    found: tuple[Found, ...] = field(metadata=HIDDEN)
    beside: tuple[Beside, ...] = field(metadata=HIDDEN)
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

    entries: ClassVar[tuple[Entry, ...]] = passed_on(
        "_entries", "The questions that answer to it, what states the paragraph asked for first.", after="words"
    )
    texts: ClassVar[tuple[TextBeside, ...]] = passed_on(
        "_texts", "The texts beside them, what was asked for first.", after="entries"
    )

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        if self.search or self.topic:
            from pickle import loads

            return tuple(loads(_kept(default_day())[one.law.id]) for one in self.found)
        return tuple(entry(*one) for one in self.found)  # computed one by one: a terminal shows only a few

    @cached_property
    def _texts(self) -> tuple[TextBeside, ...]:
        return tuple(text_entry(*one) for one in self.beside)

    @property
    @in_json(after="topic")
    def law(self) -> str:
        """The hash of the encoded law."""
        return law_hash()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON: `texts` before `entries` where a text is what was asked for."""
        told = Answer.to_dict(self)
        parts = in_order(told)
        return told | {"entries": told.pop("entries")} if parts and parts[0][0] == "texts" else told

    def summary(self) -> str:
        """Return what was asked and how much was found."""
        if self.naming:
            return f"{self.naming}: {len(self.named)} laws, regulations, orders and bills name it"
        asked = self.asked or " ".join(filter(None, (self.search, self.topic))) or "everything"
        return f"{asked}: {len(self.found)} questions, {len(self.beside)} texts beside them"


def law(
    asked: str = "",
    *,
    search: str = "",
    topic: str = "",
    naming: str = "",
    between: Sequence[date | str] = (),
) -> LawAnswer:
    """Return the provisions of an authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.

    A citation finds every provision that rests on that text or a part of it: first those that state the paragraph
    (`asked_for`), then those that only cite it. With them come the texts that bear on them: definitions, practices,
    labels and proposals, which are also found by their own id, by their citation, or by the status they are about.
    `words` are the official words of the paragraph asked for, then of those that its rules cite. For a determination,
    an order, a page of the Federal Register or a bill, `records` are the registry's rows that name it.

    Without a citation the answer is the list of all, or of the entries with every word of `search` in a `topic`; texts
    have no topic. The list may be empty. `naming` asks for the ledger of a status: every law, regulation, order and
    bill that names it, each encoded, without effect, or not read. `between` are two days: the answer then has our texts
    and figures of both, compared word by word.

    Raises `UnknownWord` where nothing is encoded for the question, or the topic or status is unknown, and `BadQuestion`
    for two of these questions at once.
    """
    days = two_days(between) if between else None
    if days and not asked:
        raise BadQuestion("the law between two days", "it does not say which law", (), "Name a citation or an id.")
    if naming:
        return _ledger(asked, search, topic, naming)
    if not isinstance(asked, str):
        raise UnknownWord(f"the law {asked!r}", "it is not text", (), "Give an id or a citation.")
    if asked and (search or topic):
        wrong = "a citation or id is looked up, and the list is searched: not both"
        raise BadQuestion(f"the law {asked!r}", wrong, (), "Leave one of the two out.")
    if not asked:
        return _listed(search, topic)
    found, beside = _named(asked), [text for text in texts() if asked == text.id or asked in text.bears_on]
    wanted: tuple[citations.Citation, ...] = ()
    held: tuple[RecordOf, ...] = ()
    if not found and not beside:
        try:
            wanted = _parsed(asked)
        except UnknownWord:
            if (id_ := meant(asked, *_ids_and_names())) == asked:
                raise
            return law(id_, between=between)
        found, beside = _citing(wanted)
        held = records(wanted)
    if not found and not beside and not held:
        held = resting(wanted)
        if not held and not words_of_law(wanted, (), ()):
            raise _nothing(asked, wanted)
    owners = [*map(_owner, found), *map(_text_owner, beside)]
    own = stating(owners, (citation.id for citation in wanted))
    laws = [Found(one, asked in _ids(one) or _owner(one) in own) for one in found]
    told = [Beside(text, asked == text.id or _text_owner(text) in own) for text in beside]
    laws.sort(key=lambda row: not row.asked_for)  # what was asked for first
    told.sort(key=lambda row: not row.asked_for)
    stated = [one.law for one in laws if one.asked_for]
    words = words_of_law(wanted, stated, (one.text for one in told if one.asked_for))
    compared = compare(asked, stated or found, wanted, *days) if days else None
    return LawAnswer(asked, "", "", words, tuple(laws), tuple(told), records=held, between=compared)


def _ledger(asked: str, search: str, topic: str, naming: str) -> LawAnswer:
    if asked or search or topic:
        wrong = "it asks for what names a status, and for something else"
        raise BadQuestion(f"the law naming {naming!r}", wrong, (), "Leave one of the two out.")
    from mnna.answers.law_ledger import ledger, sweeps_for
    from mnna.registry.load import load_registry

    status = load_registry().asked(naming).id
    return LawAnswer("", "", "", (), (), (), status, ledger(status), sweeps_for(status))


def in_order(document: Mapping[str, Any]) -> tuple[tuple[str, list[dict[str, Any]]], ...]:
    """Return the entries and texts in reading order: first those asked for, then those that rest on them.

    Each part is `entries` or `texts` with its rows; a part without rows is left out.
    """
    parts = [(name, own) for own in (True, False) for name in ("entries", "texts")]
    found = [(name, [row for row in document[name] if row["asked_for"] is own]) for name, own in parts]
    return tuple((name, rows) for name, rows in found if rows)


def _listed(search: str, topic: str) -> LawAnswer:
    laws, beside = tuple(every_law()), texts()
    if search or topic:
        from mnna.answers.law_search import matching
        from mnna.statutes.listing import TOPICS

        topic = meant(topic, TOPICS)
        entries, rows = _searched(default_day())
        ids, told = set(matching(entries, search, topic)), set(() if topic else matching(rows, search))
        laws = tuple(one for one in laws if one.id in ids)
        beside = tuple(one for one in beside if one.id in told)
    found, others = (Found(one, False) for one in laws), (Beside(one, False) for one in beside)
    return LawAnswer("", search, topic, (), tuple(found), tuple(others))


@lru_cache(maxsize=1)
def _kept(day: date) -> Mapping[str, bytes]:
    """Return each entry of a day pickled: loading one takes a tenth of the time, and no caller can change it."""
    from pickle import dumps

    return {one.id: dumps(InJson(to_json(entry(one))), -1) for one in every_law()}


@lru_cache(maxsize=2)
def _searched(day: date) -> tuple[tuple[Searched, ...], tuple[Searched, ...]]:
    """Return the searched words of entries and texts, cached for the day."""
    from pickle import loads

    from mnna.answers.law_search import searched_entries, searched_texts

    return searched_entries(map(loads, _kept(day).values())), searched_texts(map(text_entry, texts()))


def _owner(one: Authority | CaseLaw) -> str:
    """Return the id of a question in the index of citations."""
    return one.channel if isinstance(one, CaseLaw) else one.id


def _text_owner(text: Text) -> str:
    return f"{TEXT}{text.id}"


def _ids(one: Authority | CaseLaw) -> tuple[str, ...]:
    return (one.id, one.channel) if isinstance(one, CaseLaw) else (one.id,)


def _parsed(asked: str) -> tuple[citations.Citation, ...]:
    if "-" in asked and asked == asked.lower() and not {" ", "/"} & set(asked):
        raise _no_id(asked)
    number = bill(asked)
    if number is not None and asked.startswith("s") and number not in _bills():
        number = None  # `s. 517` is a section, `S. 517` a bill of the Senate
    try:
        return citations.parse(number or asked)
    except UnknownWord as refused:
        if not any(map(str.isdecimal, asked)):
            raise _no_citation(asked) from None
        raise UnknownWord(refused.asked, refused.wrong, _with_parentheses(asked) or refused.near, refused.do) from None


def _no_id(asked: str) -> UnknownWord:
    """Return the error for an id of no question and no text; it may be that of a source."""
    from mnna.registry.load import load_registry

    if asked in load_registry().sources:
        do = f"`mnna source {asked}` shows it and what rests on it."
        return UnknownWord(f"the law {asked!r}", "it is the id of a source", (), do)
    wrong, close = "no authority, channel or text has that id", near(asked, _ids_and_names()[0])
    return UnknownWord(f"the law {asked!r}", wrong, close, "`mnna law` lists them all.")


def _ids_and_names() -> tuple[list[str], list[tuple[str, str]]]:
    """Return the id of every question, channel and text, and the other names of the channels, each with its id."""
    names = [(name, row.id) for row in catalog.CHANNELS.values() for name in (f"notify-{row.id}", *row.aliases)]
    return [*catalog.AUTHORITIES, *catalog.CHANNELS, *(text.id for text in texts())], names


def _nothing(asked: str, wanted: Sequence[citations.Citation]) -> UnknownWord:
    """Return the error for a citation on which nothing rests and whose words are not held, with what it may mean."""
    if (number := bill(asked)) is not None:
        return UnknownWord(f"the bill {number}", "nothing here is about it", _bills(), "`mnna law` lists every text.")
    cited = list(dict.fromkeys(one.provisions[-1].citation for one in every_law()))
    close = _with_parentheses(asked) or on_record_alike(wanted) or alike(asked, cited, 4)
    return UnknownWord(f"the law {asked!r}", "nothing encoded rests on it", close, "`mnna law` lists every provision.")


def _no_citation(asked: str) -> UnknownWord:
    """Return the error for words that are not a citation, with the entries that contain them most often."""
    from shlex import quote  # needed only for this error

    from mnna.answers.law_search import matching

    words, rows = asked.casefold().strip(), sum(_searched(default_day()), ())
    spoken = set(matching(rows, asked)) if words else set()
    close = sorted((row for row in rows if row.id in spoken), key=lambda row: -row.text.count(words) / len(row.text))
    do = f"`mnna law --search {quote(asked)}` lists all that speak of it." if close else _CITE
    return UnknownWord(f"the law {asked!r}", "it is not a citation or an id", [row.id for row in close[:5]], do)


_CITE = "Write a citation such as 22 USC 2776(b), AECA 36(b), 22 CFR 120.23 or PD 2022-14, or an id of `mnna law`."


def _with_parentheses(asked: str) -> list[str]:
    """Return the place that a short text may mean, if a question rests on it: `section 36(b)` for `36b`; else none."""
    apart = re.sub(r"(?<=[\da-z)]) ([a-z]|\d{1,2})(?= |$)", r"(\1)", asked)
    tried = (asked, apart, re.sub(r"(?<=\d)([a-z])$", r"(\1)", asked))
    spelled = dict.fromkeys(re.sub(r"^(?=\d+[a-z]{0,3}(?:\(|$))", "section ", one) for one in tried)
    return [one for one in spelled if one != asked and _rested_on(one)][:1]


def _rested_on(cited: str) -> bool:
    try:
        return bool(citing(one.id for one in citations.parse(cited)))
    except UnknownWord:
        return False


def _bills() -> tuple[str, ...]:
    """Return the numbers of the bills that a text is about."""
    numbers = (bill(part) for text in texts() for part in text.citation.split(";"))
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _named(asked: str) -> list[Authority | CaseLaw]:
    """Return the questions with that id, or of the channel with that id or name."""
    found: list[Authority | CaseLaw] = [catalog.authority(asked)] if asked in catalog.AUTHORITIES else []
    return found + [catalog.case_law(one) for one in catalog.CHANNELS if asked in (one, f"notify-{one}")]


def _citing(wanted: Sequence[citations.Citation]) -> tuple[list[Authority | CaseLaw], list[Text]]:
    """Return the questions that rest on a citation, and the texts within it or that bear on those questions."""
    owners = set(citing(citation.id for citation in wanted))
    found: list[Authority | CaseLaw] = [catalog.authority(id_) for id_ in catalog.AUTHORITIES if id_ in owners]
    found += [catalog.case_law(channel) for channel in catalog.CHANNELS if channel in owners]
    answered = {id_ for one in found for id_ in _ids(one)}
    return found, [text for text in texts() if _text_owner(text) in owners or answered & set(text.bears_on)]
