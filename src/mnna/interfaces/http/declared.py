"""Pages made from declarations: the same question and answer as the command, in every form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from mnna.interfaces import catalog, native
from mnna.interfaces.endpoint import Endpoint, day_note
from mnna.interfaces.http.outputs import as_csv
from mnna.interfaces.http.page_spec import Page, Question
from mnna.interfaces.http.template_filters import drawn_safely
from mnna.interfaces.params import STAMP
from mnna.present import forms, html
from mnna.present.document import Document
from mnna.sentences import capital
from mnna.statutes.citations import official


def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the menu; raises `ValueError` where two have one address."""
    return tuple(page(endpoint, tool) for tool, endpoint in catalog.pages())


def page(endpoint: Endpoint, tool: str = "") -> Page:
    """Return the page of one declaration."""
    taken = (*endpoint.of_page(), STAMP)
    needed = [param.name for param in taken if param.needed and param.where == "query"]
    asks = bool(endpoint.forms or endpoint.onward)
    enough = endpoint.ready or (lambda given: all(given.get(name) for name in needed))
    return Page(
        word=endpoint.word,
        address=endpoint.address,
        label=endpoint.label or endpoint.word.capitalize(),
        says=spoken(endpoint.help).rstrip("."),
        params=taken,
        forms=endpoint.forms,
        answer=lambda question: endpoint.answered(question.given, question.facts),
        view=partial(_view, endpoint),
        ready=lambda given: asks and enough(given),
        blank=lambda: {
            "title": endpoint.asks or spoken(endpoint.help).rstrip("."),
            "sample": example(page(endpoint)).address(),
        },
        foot=endpoint.foot or (lambda question: (question.command(), question.python())),
        endpoint=endpoint,
        tool=tool,
    )


SPOKEN = {
    "COUNTRY": "a country",
    "RECIPIENT": "a country",
    "STATUS": "a status",
    "AUTHORITY": "a question of law",
    "ARTICLE": "an article",
    "OUTCOME": "one outcome",
    "INDICATOR": "a series",
}
"""The arguments of commands, and the words for each on a page."""

_ARGUMENT = re.compile(rf"\b({'|'.join(SPOKEN)})\b(?: \([^()]*_[^()]*\))?")
"""A pattern for an argument, with the ids that the help lists after it."""


def spoken(help_: str) -> str:
    """Return the help of a command in words for a page, whose readers give no arguments."""
    return capital(_ARGUMENT.sub(lambda found: SPOKEN[found[1]], help_))


def example(page: Page) -> Question:
    """Return the example question of a declared page, for documents and tests."""
    names = {param.name for param in page.params}
    return page.asked({name: value for name, value in page.endpoint.example.items() if name in names})


def _view(endpoint: Endpoint, question: Question, answer: Any, document: dict[str, Any]) -> dict[str, Any]:
    shown = answer if isinstance(answer, Document) else endpoint.shown_on_page(answer)
    more: Mapping[str, Any] = {} if endpoint.view is None else endpoint.view(question, answer, document)
    top = {"title": shown.title, "subtitle": shown.subtitle, "lead": lead(shown)}
    top["day_note"] = document.get("day_note") or day_note(answer)
    return top | {"body": body(replace(shown, subtitle="", lead=()))} | dict(more)


def lead(shown: Document) -> Markup:
    """Return the opening paragraphs of a document as HTML, for the top of a page."""
    return Markup("".join(f"<p>{html.text(said, official)}</p>" for said in shown.lead))


def body(shown: Document) -> Markup:
    """Return a document as the main part of a page, which shows the title and the stamp itself."""
    return drawn_safely(html.fragment(replace(shown, stamp=()), official, title=False))


def written(endpoint: Endpoint, answer: Any, form: str, base: str = "", first: tuple[str, ...] = ()) -> bytes:
    """An answer in one form other than JSON; `base` is the address of the server that gives it, `first` what a
    document begins with."""
    if form in endpoint.writes:
        return endpoint.writes[form](answer)
    if form == "csv" and endpoint.rows is not None:
        return as_csv(endpoint.table(answer))
    shown = endpoint.shown(answer) if form == "csv" else native.document(endpoint, answer, base)
    return forms.written(replace(shown, lead=(*first, *shown.lead)), form, official)
