"""How to cite an answer, and whether an answer is still the one that a citation names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mnna.answers.permalink import Cited, compared
from mnna.interfaces.http.declared import Question
from mnna.interfaces.native import with_cites, work_of
from mnna.present.citing import NAMES, STYLES
from mnna.present.document import Document


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
