"""`claims`: whether each statement of an article is right, on its own day and today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mnna.article_claims import ARTICLE, ClaimsAnswer, claims, embedded
from mnna.article_claims.export import TEXTS, as_toml, write
from mnna.article_claims.judging import judged
from mnna.article_claims.reading.article import GIVEN, from_bytes
from mnna.article_claims.reading.article_text import LARGEST
from mnna.article_claims.types import ClaimTypes
from mnna.article_claims.types import types as claim_types
from mnna.errors import BadQuestion, UnknownWord
from mnna.files import STDIN, check, save, standard_input
from mnna.interfaces.documents.claims import document, page, rows
from mnna.interfaces.endpoint import FORMS, Endpoint, later
from mnna.interfaces.native import document as document_of
from mnna.interfaces.params import FACTS, Given, params_of
from mnna.present.forms import written
from mnna.present.wording import RULINGS
from mnna.registry.days import day as day_of
from mnna.statutes.citations import official

SHIPPED, *_OTHERS = params_of("claims", verdict={"choices": RULINGS.items})
_NAMED = {param.name: param for param in _OTHERS}
PRINTED = (".docx", ".xlsx")
"""The endings of Office files: the answer in Word, and the claims row by row in Excel."""


def _ask(given: Given, facts: Path | None) -> ClaimsAnswer | ClaimTypes:
    if given.get("types"):
        if given.get("output"):
            raise BadQuestion("--types with -o", "the list of types is printed only", (), "Leave -o out.")
        return ClaimTypes(tuple(claim_types().values()))
    for name, endings in (("output", (*TEXTS, *PRINTED)), ("draft", (".toml",))):
        if path := given.get(name):
            check(path, endings)
            _apart(path, (given.get("article"), given.get("output") if name == "draft" else None))
    asked = {name: given.get(name) for name in ("text", "stated", "dated", "verdict")}
    asked["only"] = given.get("only") or ()
    answer = _asked(given.get("article") or ARTICLE, given.get("as_of"), facts, asked)
    if draft := given.get("draft"):
        save(draft, as_toml(answer).encode())
    return replace(answer, short=True) if given.get("short") else answer


def _apart(path: Path, others: tuple[object, ...]) -> None:
    """Raise `BadQuestion` for a file to write that is the article, or is to be written already."""
    for other in others:
        if isinstance(other, Path) and (path == other or (path.exists() and other.exists() and path.samefile(other))):
            do = "Give each answer a file of its own."
            raise BadQuestion(f"the file {path}", "it is the article, or the other file to be written", (), do)


def _asked(article: str | Path, as_of: Any, facts: Path | None, asked: Given) -> ClaimsAnswer:
    if str(article) == "-":
        dated = None if asked["dated"] is None else day_of(asked["dated"])
        read = from_bytes(standard_input().read(LARGEST + 1), STDIN, dated)
        return judged(read, as_of, facts, only=asked["only"], verdict=asked["verdict"])
    if isinstance(article, str) and article not in embedded():
        do = "Your own file is judged by `mnna claims FILE`."
        raise UnknownWord(f"the article {article!r}", "there is none of that id here", embedded(), do)
    return claims(article, as_of, facts, **asked)


def _save(answer: Any, given: Given) -> None:
    output: Path = given["output"]
    check(output, (*TEXTS, *PRINTED))
    match output.suffix.lower():
        case ".docx":
            save(output, written(document_of(ENDPOINT, answer), "docx", official))
        case ".xlsx":
            save(output, workbook(answer))
        case _:
            write(answer, output)


def workbook(answer: ClaimsAnswer) -> bytes:
    """Return an Excel workbook: a sheet with a row for each claim, and the whole text."""
    from mnna.interfaces.http.outputs import cell
    from mnna.present.xlsx import to_xlsx

    told = [{name: cell(value) for name, value in row.items()} for row in rows(answer)]
    return to_xlsx(ENDPOINT.shown(answer), official, told)


def _told(answer: ClaimsAnswer) -> Mapping[str, Any]:
    """Return the parameters of the question; `dated` only where it was given. A file of claims is not among them."""
    text = answer.article.text
    dated = answer.dated if answer.article.dated_note == GIVEN else None
    told = {"article": None if text else answer.article.id, "text": text, "dated": dated}
    return told | {"only": answer.only, "verdict": answer.ruling}


ENDPOINT = Endpoint(
    word="claims",
    group="Law",
    order=3,
    says="whether each claim of an article is right",
    help="Whether each claim of ARTICLE (shipped here, a TOML file of claims, or an article's own text)"
    " is right, then and now.",
    function=claims,
    params=(SHIPPED._replace(choices=lambda: [(id_, id_) for id_ in embedded()]), *_OTHERS),
    ask=_ask,
    answer=ClaimsAnswer,
    document=document,
    page=page,
    rows=rows,
    asked=_told,
    save=_save,
    forms=(*FORMS, "docx", "xlsx"),
    writes={"xlsx": workbook},
    address="/claims",
    button="Show",
    example={"verdict": "wrong", "as_of": "2026-11-24"},
)

SAMPLE = (
    "President Donald Trump designated Brazil a major non-NATO ally on Wednesday. Sixteen other"
    " countries have the status. "
    "It makes Brazil eligible for depleted uranium ammunition, but it does not entail any security commitment."
)
SAMPLE_CLAIMS = (
    'dated = 2024-07-01\n[[claim]]\nquote = "Kenya is a major non-NATO ally"\n'
    'type = "status_on"\ncountry = "KEN"\nstatus = "mnna"'
)


def _view(question: Any, answer: ClaimsAnswer, document: Mapping[str, Any]) -> Mapping[str, Any]:
    from mnna.interfaces.http.article_desk import marked

    asked = {"problem": None, "text": answer.article.text, "dated": str(answer.article.dated or "")}
    return marked(answer) | asked


def _needing(name: str) -> Any:
    """Return a function that asks the question and requires the parameter `name`."""

    def ask(given: Given, facts: Path | None) -> ClaimsAnswer | ClaimTypes:
        if not given.get(name):
            raise BadQuestion("the word claims", f"it needs {name}", (), "Give it, or use the form.")
        return _ask(given, facts)

    return ask


_REST = (_NAMED["as_of"]._replace(in_form=False), FACTS, _NAMED["only"], _NAMED["verdict"]._replace(in_form=False))
PAGES = (
    ENDPOINT._replace(
        address="/claims/read",
        params=(_NAMED["text"]._replace(needed=True), _NAMED["dated"], *_REST),
        tool="read_article",
        label="Check an article",
        asks="Is an article right?",
        help="Whether each claim that a text makes is right: the text is read by rule, sentence by sentence.",
        template="claims_read.html",
        form="forms/claims_read.html",
        page=None,
        ask=_needing("text"),
        view=_view,
        add_routes=later("http.article_desk", "add_routes"),
        example={"text": SAMPLE, "dated": "2019-08-01", "as_of": "2026-11-24"},
    ),
    ENDPOINT._replace(
        address="/claims/judge",
        params=(_NAMED["stated"]._replace(needed=True, in_form=True), _NAMED["dated"], *_REST),
        tool="judge_claims",
        label="Judge claims",
        asks="Are these claims right?",
        help="Whether each claim of a file of claims, given as TOML, is right.",
        page=None,
        ask=_needing("stated"),
        example={"stated": SAMPLE_CLAIMS, "as_of": "2026-11-24"},
    ),
)
