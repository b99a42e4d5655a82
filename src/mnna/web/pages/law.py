"""The explorer of the encoded law: every question, searched by its words and citations, and each with its rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mnna.answers.law import LawAnswer, law
from mnna.facts.countries import fold
from mnna.web import shapes
from mnna.web.page import Document, Page, Question
from mnna.web.params import Param
from mnna.web.sheet import Sheet
from mnna.web.words import TOPICS, longdate

ASKED = Param(
    "asked",
    "An authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.",
    where="path",
    positional=True,
    example="22 USC 2776(b)",
)
Q = Param("q", "Words to look for in questions, rules and citations.", page_only=True)
TOPIC = Param("topic", "One topic only.", {"type": "string", "enum": list(TOPICS)}, page_only=True)
_ORDER = list(TOPICS)


@lru_cache(maxsize=1)
def _everything() -> tuple[dict[str, Any], ...]:
    return law().entries


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    """Entry id to all its words, folded: question, paraphrase, rule, steps, notes, examples and citations."""
    found = {}
    for entry in _everything():
        texts = [entry["id"], entry["id"].replace("-", " "), entry["question"], entry["note"]]
        for provision in entry["provisions"]:
            texts += [provision[name] for name in ("citation", "says", "rule", "note")]
            texts += [act["text"] for act in [*provision["steps"], *provision.get("routes", [])]]
        texts += [cited["text"] for cited in entry["citations"]]
        texts += [link["text"] for cited in entry["citations"] for link in cited["links"]]
        found[entry["id"]] = f" {fold(' '.join(texts))} "
    return found


def matching(words: str | None, topic: str | None) -> list[dict[str, Any]]:
    """The entries that hold every word asked for, in the order of the listing."""
    wanted = fold(words or "").split()
    found = [entry for entry in _everything() if all(word in _index()[entry["id"]] for word in wanted)]
    return [entry for entry in found if topic is None or entry["topic"] == topic]


def _list_view(question: Question, answer: LawAnswer, document: Document) -> Document:
    found = matching(question["q"], question["topic"])
    groups = [(TOPICS[topic], [e for e in found if e["topic"] == topic]) for topic in _ORDER]
    total = len(document["entries"])
    title = (
        f"{len(found)} of {total} questions of law"
        if question["q"] or question["topic"]
        else f"{total} questions of law"
    )
    return {"title": title, "groups": [group for group in groups if group[1]], "found": found}


def _view(question: Question, answer: LawAnswer, document: Document) -> Document:
    entries = document["entries"]
    title = entries[0]["question"] if len(entries) == 1 else f"{len(entries)} questions rest on {answer.asked}"
    return {"title": title, "entries": entries}


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
    for entry in document["entries"]:
        sheet.heading(entry["id"]).text(entry["question"]).text(entry["note"])
        for provision in entry["provisions"] if asked else entry["provisions"][-1:]:
            _provision(sheet, provision, bool(asked))
        if asked:
            lines = [(e["country"], e["on"], e["verdict"], e["why"]) for e in entry["examples"]]
            sheet.table(("worked example", "on", "verdict", "why"), lines)
    return sheet


def _provision(sheet: Sheet, provision: Mapping[str, Any], full: bool) -> None:
    until = f"until {longdate(provision['until'])}" if provision["until"] else "and still in force"
    sheet.text(f"{provision['citation']}, from {longdate(provision['since'])} {until}. {provision['says']}")
    if full:
        sheet.text("The answer is yes where:").list(line.strip(" -") for line in provision["rule"].splitlines())
        sheet.list(f"{one['phrase']}: {'; '.join(one['history'])}" for one in provision["parameters"])


def _list(question: Question) -> LawAnswer:
    return law()


def _one(question: Question) -> LawAnswer:
    return law(question["asked"])


LIST = Page(
    word="law",
    address="/law",
    label="Law",
    says="Every question of law encoded here, with full-text search",
    template="law_list.html",
    params=(Q, TOPIC),
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
