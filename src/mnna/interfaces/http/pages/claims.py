"""The page of an article's claims: each with its verdict on the article's day and today, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.article_claims import ARTICLE, ClaimsAnswer, claims, embedded
from mnna.errors import UnknownWord
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import Param
from mnna.interfaces.http.schemas import evidence as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import longdate

NAMED = Param(
    "article", "The id of an article shipped here.", {"type": "string", "enum": list(embedded())}, positional=True
)
AS_OF = Param(
    "as_of",
    "The later day each claim is judged as of; default today.",
    {"type": "string", "format": "date"},
    example="2026-11-24",
)
VERDICTS = ("right", "partly", "wrong", "not verifiable")
SHOW = Param(
    "verdict", "Show only claims with that verdict.", {"type": "string", "enum": list(VERDICTS)}, page_only=True
)


def _answer(question: Question) -> ClaimsAnswer:
    """An article of the user's own is a file, which no address may name: `mnna claims FILE` reads it."""
    article = question["article"] or ARTICLE
    if article not in embedded():
        do = "Your own file is judged by `mnna claims FILE`."
        raise UnknownWord(f"the article {article!r}", "there is none of that id here", embedded(), do)
    if question["verdict"] not in (None, *VERDICTS):
        raise UnknownWord(f"the verdict {question['verdict']!r}", "there is no such verdict", VERDICTS, "")
    return claims(article, question["as_of"], question.facts)


def _view(question: Question, answer: ClaimsAnswer, document: Document) -> Document:
    counts, shown = document["counts"], question["verdict"]
    told = ", ".join(f"{counts[word]} {word}" for word in VERDICTS if counts.get(word))
    rows = [row for row in document["claims"] if shown in (None, row["verdict"])]
    title = f"Of {len(document['claims'])} claims: {told}"
    return {"title": title, "rows": rows, "verdicts": VERDICTS, "shown": shown}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    names = ("id", "claim", "kind", "verdict", "verdict_today", "because", "because_today", "basis", "confidence")
    of = {"article": document["article"], "dated": document["dated"], "as_of": document["as_of"]}
    return [of | {name: row[name] for name in (*names, "citations")} for row in document["claims"]]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(
        document["title"] or document["article"],
        f"judged as of {longdate(document['dated'])} and of {longdate(document['as_of'])}",
    )
    for row in document["claims"]:
        later = f", today {row['verdict_today']}" if row["verdict_today"] != row["verdict"] else ""
        sheet.text(f"{row['id']} {row['verdict'].upper()}{later}: {row['claim']}")
        sheet.text(f"{row['because']} [{row['basis']}{': ' if row['citations'] else ''}{'; '.join(row['citations'])}]")
    return sheet.stamp(document)


PAGE = Page(
    word="claims",
    address="/claims",
    label="Claims",
    says="Whether each claim of an article is right, on its own day and today, with what the verdict rests on",
    template="claims.html",
    params=(NAMED, AS_OF, SHOW),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Claims,
    command="claims",
)
