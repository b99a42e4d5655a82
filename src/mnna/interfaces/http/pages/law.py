"""The explorer of the encoded law: every question, searched by its words and citations, and each with its rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.law import LawAnswer, in_order, law
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import Param
from mnna.interfaces.http.schemas import law as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import TOPICS, longdate
from mnna.statutes import catalog

ASKED = Param(
    "asked",
    "An authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.",
    where="path",
    positional=True,
    example="22 USC 2776(b)",
)
SEARCH = Param("search", "Words to look for in questions, rules and citations.", example="stockpile")
TOPIC = Param("topic", "One topic only.", {"type": "string", "enum": list(TOPICS)})
_ORDER = list(TOPICS)


def _list_view(question: Question, answer: LawAnswer, document: Document) -> Document:
    found = document["entries"]
    groups = [(TOPICS[topic], [entry for entry in found if entry["topic"] == topic]) for topic in _ORDER]
    return {"title": _list_title(question, len(found)), "groups": [group for group in groups if group[1]]}


def _list_title(question: Question, found: int) -> str:
    total = len(catalog.AUTHORITIES) + len(catalog.CHANNELS)
    if not question["search"] and not question["topic"]:
        return f"{total} questions of law"
    spoken = f" that speak of “{question['search']}”" if question["search"] else ""
    about = f" about {TOPICS[question['topic']].lower()}" if question["topic"] else ""
    return f"{found} of {total} questions of law{about}{spoken}"


def _view(question: Question, answer: LawAnswer, document: Document) -> Document:
    entries, texts = document["entries"], document["texts"]
    title = entries[0]["question"] if len(entries) == 1 else f"{len(entries)} questions rest on {answer.asked}"
    if not entries:
        title = texts[0]["title"] if len(texts) == 1 else f"{len(texts)} texts about {answer.asked}"
    return {"title": title, "parts": in_order(document)}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    for entry in document["entries"]:
        for provision in entry["provisions"]:
            row = {name: entry[name] for name in ("id", "kind", "topic", "question")}
            names = ("since", "until", "citation", "says", "rule", "source", "confidence", "checked_on", "note")
            rows.append(row | {name: provision[name] for name in names})
    return rows


def _sheet(document: Document) -> Sheet:
    asked = document["asked"]
    sheet = Sheet(f"The law: {asked}" if asked else "The law encoded here", f"law {document['law']}")
    for at, (name, found) in enumerate(in_order(document)):
        if name == "entries":
            _entries(sheet, found, bool(asked))
        elif asked:
            _texts(sheet.heading("Beside it" if at else asked), found)
    return sheet


def _entries(sheet: Sheet, found: list[dict[str, Any]], full: bool) -> None:
    for entry in found:
        sheet.heading(entry["id"]).text(entry["question"]).text(entry["note"])
        for provision in entry["provisions"] if full else entry["provisions"][-1:]:
            _provision(sheet, provision, full)
        if full:
            lines = [(e["country"], e["on"], e["verdict"], e["why"]) for e in entry["examples"]]
            sheet.table(("worked example", "on", "verdict", "why"), lines)


def _texts(sheet: Sheet, found: list[dict[str, Any]]) -> None:
    for text in found:
        cited = f" [{text['citation']}]" if text["citation"] else ""
        sheet.text(f"{text['title']} ({text['kind_in_words']}){cited}. {text['says']}")


def _provision(sheet: Sheet, provision: Mapping[str, Any], full: bool) -> None:
    until = f"until {longdate(provision['until'])}" if provision["until"] else "and still in force"
    sheet.text(f"{provision['citation']}, from {longdate(provision['since'])} {until}. {provision['says']}")
    if full:
        sheet.text("The answer is yes where:").list(line.strip(" -") for line in provision["rule"].splitlines())
        sheet.list(f"{one['phrase']}: {'; '.join(one['history'])}" for one in provision["parameters"])


def _list(question: Question) -> LawAnswer:
    return law(search=question["search"] or "", topic=question["topic"] or "")


def _one(question: Question) -> LawAnswer:
    return law(question["asked"])


LIST = Page(
    word="law",
    address="/law",
    label="Law",
    says="Every question of law encoded here, with full-text search",
    template="law_list.html",
    params=(SEARCH, TOPIC),
    answer=_list,
    view=_list_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Law,
    command="law",
)
PAGE = Page(
    word="law",
    address="/law/{asked}",
    label="Provision",
    says="The provisions of an authority id, a channel, or a citation",
    template="law.html",
    params=(ASKED,),
    answer=_one,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Law,
    command="law",
)
