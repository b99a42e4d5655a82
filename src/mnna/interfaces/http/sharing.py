"""The preview image of an answer, for those who share the address of its page; drawn here, without another service."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from textwrap import shorten
from typing import Any, NamedTuple

from markupsafe import Markup

from mnna._version import NAME
from mnna.interfaces.http.declared import Page, Question
from mnna.present import days
from mnna.present.card import card
from mnna.present.document import Document
from mnna.present.png import to_png
from mnna.registry.days import today


def has_card(page: Page) -> bool:
    """Return whether the answers of a page have a preview image: false for a page without answers, or without Typst."""
    return bool(page.forms) and _can_draw()


@cache
def _can_draw() -> bool:
    return find_spec("typst") is not None


class Preview(NamedTuple):
    """What a network shows for a link: the full address, the first sentences, and the address of the image."""

    address: str
    says: str
    picture: str


def preview(question: Question, base: str, view: Mapping[str, Any]) -> Preview:
    """Return the preview of a question's page; `base` is the address of this server."""
    root = base.rstrip("/")
    drawn = f"{root}{question.address('card')}" if has_card(question.page) else ""
    return Preview(f"{root}{question.address()}", says(view), drawn)


def says(view: Mapping[str, Any]) -> str:
    """Return the first sentences of a page, at most 200 characters; the note on the day of its texts comes last."""
    lead = [Markup(each).striptags() for each in str(view.get("lead") or "").split("</p>") if each.strip()]
    note, about = view.get("day_note"), str(view.get("subtitle") or "")
    about = f"{about or view.get('title') or ''}." if lead else about
    answer = [each for each in lead if each != note] or [about]
    return shorten(" ".join([*answer, *(each for each in lead if each == note)]), 200, placeholder=" …")


def unanswered(question: Question) -> Document:
    """Return the question as a document, for the preview image of an answer that is still being computed."""
    lead = "The answer is worked out when the page is opened.", f"Asked: {question.command()}"
    return Document(title=str(question.page.blank()["title"]), lead=lead)


def drawn(shown: Document) -> bytes:
    """Return the preview image of a document, as PNG."""
    return to_png(card(shown, f"{NAME}: dated, cited answers, {days.day(today())}"))
