"""The law as a document: an encoded provision in full, and the list of all questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mnna.answers.law import LawAnswer, in_order
from mnna.answers.law_entries import TextBeside, current, kind_of, provision_entry, text_entry, topic_of
from mnna.answers.law_records import RecordOf
from mnna.briefs.words_sections import words_sections
from mnna.engine.record import to_json
from mnna.interfaces.documents.law_question import as_of, question, rules_of, values
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Document, Lines, Paragraph, Row, Said, Section, Table, heads
from mnna.present.inline import Cite, Inline, Link, Text
from mnna.present.numbers import counted
from mnna.present.rules import Rules
from mnna.present.wording import CONFIDENCE, sentence, version_of_law
from mnna.registry.days import today
from mnna.registry.practice import practice
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.listing import TOPICS
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.texts import KINDS as TEXT_KINDS
from mnna.statutes.wording import worded


def document(answer: LawAnswer) -> Document:
    """Return the document of the law that was asked for: provisions, a list, a ledger of a status, or two days."""
    if answer.naming:
        from mnna.interfaces.law_ledger import ledger_document  # imported only for a ledger

        return ledger_document(answer)
    if answer.between is not None:
        from mnna.interfaces.documents.law_between import between_document

        return between_document(answer.asked, answer.between)
    return _found(answer) if answer.asked else _list(answer)


def in_terminal(answer: LawAnswer) -> Document:
    """Return the document for a terminal: questions that only rest on the paragraph are listed, not shown in full."""
    if not answer.asked or answer.between is not None or all(one.asked_for for one in answer.found):
        return document(answer)
    return _found(answer, brief=len(answer.found) > 1)


# The list.


def _list(answer: LawAnswer) -> Document:
    by_topic = {topic: [one.law for one in answer.found if topic_of(one.law) == topic] for topic in TOPICS}
    sections = [
        Section(topic, TOPICS[topic], (Table("", _COLUMNS, tuple(map(_line, found))),), count=len(found))
        for topic, found in by_topic.items()
        if found
    ]
    if answer.beside:
        texts = [one.text for one in answer.beside]
        rows = tuple(
            Row(one.id, (places.law(one.title, one.id), TEXT_KINDS[one.kind], _cited(one.citation))) for one in texts
        )
        columns = heads({"Text": 4, "What it is": 2, "Law": 2})
        sections.append(Section("beside", "Texts beside the questions", (Table("", columns, rows),), count=len(rows)))
    if not sections:
        nothing = ("No question holds all these words. Use fewer or other words, or see ", Link("all of them", "/law"))
        sections.append(Section("nothing", "Nothing found", (Paragraph((*nothing, ".")),)))
    return Document(title=_list_title(answer), sections=tuple(sections), notes=(version_of_law(answer.law),))


_COLUMNS = heads({"Question": 4, "Id": 2, "Law": 2})


def _line(law: Authority | CaseLaw) -> Row:
    first, count = law.provisions[0], len(law.provisions)
    earlier = f", {count} texts since {days.day(first.since.isoformat())}" if count > 1 else ""
    return Row(law.id, (places.law(law.question, law.id), law.id, (Cite(current(law).citation), earlier)))


def _list_title(answer: LawAnswer) -> str:
    total, found = len(catalog.AUTHORITIES) + len(catalog.CHANNELS), len(answer.found)
    if not answer.search and not answer.topic:
        return f"{total} questions of law"
    spoken = f" that speak of “{answer.search}”" if answer.search else ""
    about = f" about {TOPICS[answer.topic].lower()}" if answer.topic else ""
    return f"{found} of {total} questions of law{about}{spoken}"


# The law that was asked for.


def _found(answer: LawAnswer, brief: bool = False) -> Document:
    told = _in_brief(answer) if brief else {"entries": to_json(answer.entries), "texts": _texts(answer)}
    rules = Rules(rules_of(told["entries"]))
    sections: list[Section] = []
    parts = in_order(told)
    own = any(row["asked_for"] for _, rows in parts for row in rows)
    if answer.records and not own:
        sections.append(_records(answer, answer.asked))
    for at, (name, rows) in enumerate(parts, len(sections)):
        if name == "texts":
            about = "Beside it" if rows[0]["asked_for"] or not own else "Beside what rests on it"
            sections += _beside(about, rows) if at else [Section("beside", answer.asked), *map(_text, rows)]
        elif "current" in rows[0]:
            sections.append(_listed(rows))
        else:
            if at:
                sections.append(Section("rests", RESTS, count=len(rows)))
            found = [section for row in rows for section in question(row, rules, len(answer.found) == 1, brief)]
            sections += [replace(section, level=section.level + 1) for section in found] if at else found
    if answer.records and own:
        sections.append(_records(answer, "On record"))
    words = [one for one in answer.words if one["asked_for"] or not brief or told["entries"][0]["provisions"]]
    sections = [*words_sections(words), *sections, *values(told["entries"])]
    return Document(title=_title(answer), sections=tuple(sections), notes=(version_of_law(answer.law),))


def _in_brief(answer: LawAnswer) -> dict[str, Any]:
    """Return the JSON of a terminal's answer: today's text in full for what was asked, only the words for the rest.

    Where more than `FEW` questions were asked for, it has only the words of all of them.
    """
    many = sum(one.asked_for for one in answer.found) > FEW
    entries = [_today_only(law, asked_for, asked_for and not many) for law, asked_for in answer.found]
    return {"entries": entries, "texts": _texts(answer)}


def _texts(answer: LawAnswer) -> list[TextBeside]:
    """Return the texts beside the questions, without the addresses that only programs read."""
    return [text_entry(text, asked_for, linked=False) for text, asked_for in answer.beside]


FEW = 4
"""The most questions that a terminal prints with their rules; more, as for a whole Act, are listed."""


def _today_only(law: Authority | CaseLaw, asked_for: bool, in_full: bool) -> dict[str, Any]:
    now = current(law)
    told = {"id": law.id, "asked_for": asked_for, "question": law.question, "provisions": []}
    if not in_full:
        return told | {"current": now}
    return told | {
        "kind": kind_of(law),
        "topic": topic_of(law),
        "note": law.note,
        "provisions": [to_json(provision_entry(one)) if one is now else _words_only(one) for one in law.provisions],
        "examples": [],
        "in_practice": to_json(practice().get(law.id, ())),
    }


def _words_only(provision: Provision | CaseProvision) -> dict[str, Any]:
    """Return a provision without its rule, for a list of earlier texts."""
    since, until = provision.since, provision.until
    told = {"since": since.isoformat(), "until": until.isoformat() if until else None, "citation": provision.citation}
    says = worded(provision.says, provision.last_day())
    return told | {"says": says, "steps": [], "caveats": [], "parameters": []}


RESTS = "What rests on it"


def _listed(rows: Sequence[Mapping[str, Any]]) -> Section:
    """Return a table of questions with today's text of each, and the command that prints it in full."""
    columns = heads({"Question": 1, "Says": 1, "In full": 1})
    shown = tuple(Row(row["id"], (row["question"], _says(row["current"]), f"mnna law {row['id']}")) for row in rows)
    named = ("states", "What states it") if rows[0]["asked_for"] else ("rests", RESTS)
    return Section(*named, (Table("", columns, shown),), count=len(rows))


def _says(provision: Provision | CaseProvision) -> Text:
    until = provision.until
    ended = f" It ended on {days.day(until)}." if until is not None and until <= today() else ""
    return (f"{prose(worded(provision.says, provision.last_day()))} [", Cite(provision.citation), f"]{ended}")


def _records(answer: LawAnswer, title: str) -> Section:
    """Return a table of what the registry has on the instrument that was asked for."""
    columns = heads({"What is on record": 5, "Rests on": 2})
    rows = tuple(Row(f"{at}", (prose(one["says"]), Lines(_rests_on(one)))) for at, one in enumerate(answer.records))
    return Section("records", title, (Table("", columns, rows),), count=len(rows))


def _rests_on(row: RecordOf) -> tuple[Text, ...]:
    """Return the confidence and sources of a row, or a link to its citation where it has no source."""
    if not row["source"]:
        return (places.law(row["citation"], row["citation"]),)
    return (f"{row['confidence']} confidence", places.sources(row["source"]))


def _title(answer: LawAnswer) -> str:
    found, texts = answer.found, answer.beside
    own = any(one.asked_for for one in found) or any(one.asked_for for one in texts)
    if answer.records and not own:
        return f"What is on record of {answer.asked}"
    if found:
        return found[0].law.question if len(found) == 1 else f"{len(found)} questions rest on {answer.asked}"
    return texts[0].text.title if len(texts) == 1 else f"{capital(counted(len(texts), 'text'))} about {answer.asked}"


def _text(text: Mapping[str, Any]) -> Section:
    cited = (" [", Cite(text["citation"]), "]") if text["citation"] else ()
    blocks = (Paragraph((sentence(prose(text["says"])), *cited)), Paragraph(tuple(_behind(text))))
    title = f"{text['title']} ({text['kind_in_words']})"
    return Section(text["id"], title, blocks, level=2, folded=not text["asked_for"])


def _beside(title: str, rows: Sequence[Mapping[str, Any]]) -> list[Section]:
    """Return the texts that were not asked for, as one folded table."""
    columns = heads({"Text": 5, "Law": 2, "Rests on": 2})
    shown = tuple(Row(text["id"], (_said(text), _cited(text["citation"]), tuple(_behind(text)))) for text in rows)
    return [Section("beside", title, (Table("", columns, shown),), count=len(rows), folded=True)]


def _said(text: Mapping[str, Any]) -> Said:
    return Said(places.law(f"{text['title']} ({text['kind_in_words']})", text["id"]), sentence(prose(text["says"])))


def _behind(text: Mapping[str, Any]) -> Iterator[str | Inline]:
    """Yield when a text applies, its confidence, the day it was read, and its sources."""
    span = days.span(text["since"], text["until"])
    yield f"{capital(span)}{'. ' * bool(span)}{CONFIDENCE[text['confidence']]}, {as_of(text)}. Source: "
    yield from places.sources(text["source"])


def _cited(citation: str) -> Text:
    return Cite(citation) if citation else ""
