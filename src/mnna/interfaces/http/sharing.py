"""The preview image of an answer, for those who share its address, and how to cite it; drawn without another service.

An answer also says whether it is still the one that a citation names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from textwrap import shorten, wrap
from typing import Any, NamedTuple

from markupsafe import Markup

from mnna._version import NAME
from mnna.answers.permalink import Cited, compared
from mnna.interfaces.http.declared import Page, Question
from mnna.interfaces.native import with_cites, work_of
from mnna.present import days
from mnna.present.citing import NAMES, STYLES
from mnna.present.document import Document, spelled
from mnna.present.svg import FONT, element, to_png, words
from mnna.registry.days import today


def has_card(page: Page) -> bool:
    """Return whether the answers of a page have a preview image: false for a page without answers, or without Typst."""
    return bool(page.forms) and find_spec("typst") is not None


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


def citations(question: Question, document: Mapping[str, Any], title: str, base: str) -> dict[str, str]:
    """Return style to citation of an answer, with the address of this server and the stamp."""
    work = work_of(question.page.endpoint, document, title, question.asked, base)
    return {NAMES[style]: write(work) for style, write in STYLES.items()}


def noted(question: Question, document: Mapping[str, Any], shown: Document, base: str) -> Document:
    """Return a document with its citations at the end, and first a note on the stamp in its address, if one is due."""
    shown = replace(shown, lead=(*said_first(question, document), *shown.lead))
    return with_cites(shown, work_of(question.page.endpoint, document, shown.title, question.asked, base, shown.stamp))


def cited(question: Question, document: Mapping[str, Any]) -> Cited | None:
    """Return whether the answer is still the one that was cited; None where the address has no stamp."""
    stamp = question.given.get("stamp")
    return compared(document, stamp) if isinstance(stamp, str) else None


def said_first(question: Question, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a document says first of the stamp in its address; raises `BadQuestion` for an invalid stamp."""
    found = cited(question, document)
    return () if found is None else (found.says,)


def with_cited(question: Question, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON of an answer; where the address has a stamp, with `cited` added."""
    found = cited(question, document)
    return dict(document) | ({} if found is None else {"cited": found._asdict()})


WIDTH, HEIGHT, EDGE = 1200.0, 630.0, 70.0
"""The width and height in pixels that social networks ask for, and the margin."""
TITLE, LEAD, FOOT = 60.0, 32.0, 28.0
"""The font sizes of the title, the sentences below it and the last line."""
LETTER = 0.5
"""The average width of a letter, as a fraction of the font size."""
MOST, ALL = 4, 7
"""The most lines of the title, and of the title and the sentences below it together."""


def card(shown: Document, foot: str) -> str:
    """Return the preview card of an answer as SVG, ending with `foot`; text that does not fit is cut with …."""
    lead = " ".join(map(spelled, shown.lead)) or shown.subtitle
    ground = element("rect", width=WIDTH, height=HEIGHT, fill="#fbfaf6")
    bar = element("rect", width=18.0, height=HEIGHT, fill="#17456b")
    return element(
        "svg",
        ground,
        bar,
        *_lines(shown, lead),
        words(EDGE, HEIGHT - 44, foot, font_size=FOOT, fill="#5a564e"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        font_family=FONT,
        fill="#1d1b18",
    )


def _lines(shown: Document, lead: str) -> Iterator[str]:
    y, title = EDGE, _wrapped(shown.title, TITLE, MOST)
    for line in title:
        y += TITLE * 1.2
        yield words(EDGE, y, line, font_size=TITLE, font_weight="bold")
    y += LEAD * 0.5
    for line in _wrapped(lead, LEAD, ALL - len(title)):
        y += LEAD * 1.3
        yield words(EDGE, y, line, font_size=LEAD)


def _wrapped(text: str, size: float, most: int) -> list[str]:
    return wrap(text, int((WIDTH - 2 * EDGE) / (size * LETTER)), max_lines=most, placeholder=" …") if text else []
