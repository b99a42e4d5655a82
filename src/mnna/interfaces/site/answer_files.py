"""The files of one question: its page, and the answer in every form, without the stamp, which has its own file.

A page also gets the preview that a network shows for a link to it: address, first sentences, and image.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from mnna.answers.inputs import dollars
from mnna.errors import MnnaError
from mnna.interfaces.http import declared, sharing
from mnna.interfaces.http.declared import Key, Page, Question
from mnna.interfaces.http.outputs import as_json
from mnna.interfaces.http.problems import code
from mnna.interfaces.http.rendering import render
from mnna.interfaces.params import Param
from mnna.interfaces.site.addresses import ALONE, Places, away, file, localized, stem, with_policy
from mnna.interfaces.site.plan import ABOUT_ONE, Scope, answered_here, blank, by_address, free, printed
from mnna.interfaces.site.stamp import unstamped, without_hashes, without_hashes_in
from mnna.present import forms
from mnna.present.days import prose
from mnna.present.document import Document
from mnna.present.numbers import money
from mnna.present.vega import for_page, pictured
from mnna.registry.countries import name_of
from mnna.sentences import inside
from mnna.statutes.citations import official


class Answering:
    """Makes the files of questions, and collects the questions that their pages link to."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.found: list[Question] = []

    def files(self, asked: Question) -> dict[str, bytes]:
        """Return path to bytes; for a question that is refused, the pages with the error."""
        scope = self.places.scope
        page = printed(asked.page, scope)
        asked = replace(asked, page=page, facts=scope.facts)
        bare = blank(page) or not answered_here(page, scope)
        if not page.forms or (bare and not any(asked.given.values())):
            return dict([self._page(asked, page.endpoint.template, self._choices(page))])
        try:
            return dict(self._answered(asked, page.answer(asked)))
        except MnnaError as error:
            return dict(self._refused(asked, error))

    def _answered(self, asked: Question, answer: Any) -> Iterator[tuple[str, bytes]]:
        page, endpoint = asked.page, asked.page.endpoint
        document = unstamped(answer.to_dict())
        pictures = tuple(page.endpoint.pictures(answer)) if page.endpoint.pictures else ()
        on_page = endpoint.shown(answer, "page") if page.endpoint.slow else answer
        context: dict[str, Any] = {"answer": document, "foot": page.foot(asked)}
        context |= {"pictures": [for_page(one) for one in pictures]} if pictures else {}
        view = page.view(asked, on_page, document)
        context["cites"] = sharing.citations(asked, document, view["title"], self.places.scope.base)
        if self.places.scope.base:
            context["preview"] = preview(asked, self.places.scope, view)
            if own(asked):
                yield picture_file(asked), sharing.drawn(endpoint.shown(answer))
        yield self._page(asked, page.endpoint.template, context | view)
        drawn = cache(lambda: replace(pictured(endpoint.shown(answer), pictures), stamp=()))
        for form in page.forms:
            yield file(asked, form), _form(page, answer, document, form, drawn)

    def _refused(self, asked: Question, error: MnnaError) -> Iterator[tuple[str, bytes]]:
        near = [(text, text if text.startswith("/") else "") for text in error.near]
        context = {"title": str(error.wrong), "error": error, "status": code(error), "near": near, "foot": None}
        yield self._page(asked, "error.html", context)
        for form in asked.page.forms:
            yield file(asked, form), as_json(error.to_dict())

    def _choices(self, page: Page) -> Mapping[str, Any]:
        """Return the template variables of a page without parameters: links to its questions in place of its form."""
        assert isinstance(self.places.planned, dict)
        asked = [one for one in self.places.planned.values() if one.page.word == page.word and any(one.given.values())]
        return {"answer": None, "choices": [(_named(one), one.address()) for one in asked], **page.blank()}

    def _page(self, asked: Question, template: str, context: Mapping[str, Any]) -> tuple[str, bytes]:
        here = file(asked)
        given = {"page": asked.page, "given": asked.given, "q": asked, "site": True, "cited": None}
        html = render(template, **given | dict(context)).decode()
        return here, without_hashes(localized(html, here, self.places, self.found.append)).encode()


def _named(asked: Question) -> str:
    """Return a question in a few words, for a list of questions: `Mexico, if it gained: NATO member`."""
    given = ((param, asked.asked.get(param.name) or ()) for param in asked.page.params)
    said = ((param, [value] if isinstance(value, str) else value) for param, value in given)
    return ", ".join(_in_words(param, str(each)) for param, values in said for each in values)


def _in_words(param: Param, value: str) -> str:
    """A value as a reader knows it; an amount and one of several choices have their label before them."""
    label = inside(param.label.partition(",")[0])
    if param.kind == "money":
        return f"{label}: {money(float(dollars(value, param.name)))}"
    if param.choices is None:
        return prose(name_of(value))
    title = dict(param.choices()).get(value, value)
    return f"{label}: {title}" if param.many else title


def _form(page: Page, answer: Any, document: dict[str, Any], form: str, drawn: Callable[[], Document]) -> bytes:
    """Return an answer in one form, without hashes; `drawn` returns its document with the pictures."""
    endpoint = page.endpoint
    if form == "json":
        return _stripped(as_json(document, indent=None))
    if form in endpoint.writes or (form == "csv" and endpoint.rows is not None):
        return _stripped(declared.written(endpoint, answer, form))
    if form in ("pdf", "docx"):
        return forms.written(without_hashes_in(drawn()), form, official)
    written = _stripped(forms.written(drawn(), form, official))
    return with_policy(written.decode(), ALONE).encode() if form == "html" else written


def _stripped(text: bytes) -> bytes:
    return without_hashes(text.decode()).encode()


def again(key: Key) -> Question:
    """Return the question for a key that another process sent."""
    return by_address()[key[0]].asked(dict(key[1]))


COUNTRY = "/countries/{country}"
"""The page whose image all pages about a country use: one image for each page would double the build time."""


def own(asked: Question) -> bool:
    """Return whether a page has its own image: a country, or one provision, status or source."""
    page = asked.page
    told = {name for name, value in asked.given.items() if value}
    fixed = {param.name for param in page.params if param.where == "path"}
    return told == fixed and (page.address == COUNTRY or bool(free(page))) and sharing.has_card(page)


def picture_file(asked: Question) -> str:
    """Return the path of the image of a page."""
    return f"share/{stem(asked)}.png"


def preview(asked: Question, scope: Scope, view: Mapping[str, Any]) -> sharing.Preview:
    """Return the preview of a page; the image is its own, or that of its country."""
    root, shown = scope.base.rstrip("/"), _shown(asked, scope)
    drawn = f"{root}/{away(picture_file(shown), 'index.html')}" if shown and own(shown) else ""
    return sharing.Preview(f"{root}/{away(file(asked), 'index.html')}", sharing.says(view), drawn)


def _shown(asked: Question, scope: Scope) -> Question | None:
    if own(asked):
        return asked
    code = next((value for name, value in asked.given.items() if name in ABOUT_ONE and value in scope.codes), None)
    return by_address()[COUNTRY].asked({"country": code}) if code else None
