"""A search of the Federal Register's API for presidential determinations on major non-NATO allies.

The result is a list of *candidates for the registry*. None is applied automatically: a person reads the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mnna.series.records import Shown
from mnna.series.refresh.session import Query, Session, documented, paged, wrong_shape

DATASET = "federal-register"
PRODUCER = "the Federal Register"
_FIELDS = ("document_number", "title", "citation", "signing_date", "publication_date", "html_url")
_MOST_PAGES = 20
_DESIGNATES = re.compile(r"\b(designat|terminat|rescin|major non-nato ally)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate(Shown):
    """A presidential document that may start or end a status, for a person to read.

    `known` says whether the registry already cites it; `signed` and `published` are ISO dates, empty where not given.
    `likely` is True where the title mentions major non-NATO allies, designating, terminating or rescinding.
    """

    document_number: str
    title: str
    citation: str
    signed: str
    published: str
    address: str
    known: bool
    likely: bool


def read(session: Session, known: Collection[str] = ()) -> tuple[Candidate, ...]:
    """Return every presidential document with the words "major non-NATO ally", the newest first.

    `known` are the citations (`87 FR 43695`) or document numbers that the registry already has. Raises `WrongShape` or
    `FetchFailed` where the source fails.
    """
    query = {"conditions[term]": '"major non-NATO ally"', "conditions[type][]": "PRESDOCU", "order": "newest"}
    return tuple(_candidate(one, known) for one in documents(session, query, _FIELDS))


def documents(session: Session, query: Query, fields: Sequence[str]) -> Iterator[Any]:
    """Yield every document that the query finds, each with the given `fields`; raises `WrongShape` or `FetchFailed`."""

    def page(number: int) -> tuple[list[Any], int]:
        more = {"per_page": "100", "page": str(number), "fields[]": fields}
        return _results(session.json("federal-register", PRODUCER, {**query, **more}))

    for found in paged(PRODUCER, _MOST_PAGES, page):
        yield from found


def _results(answer: Any) -> tuple[list[Any], int]:
    """Return the documents of one page and the number of pages; raises `WrongShape` for another form."""
    if not isinstance(answer, dict) or not isinstance(answer.get("count"), int):
        raise wrong_shape(PRODUCER, "no count in the answer")
    results, pages = answer.get("results", []), answer.get("total_pages", 1)
    if not isinstance(results, list) or (answer["count"] and not results):
        raise wrong_shape(PRODUCER, "no results in the answer")
    if not isinstance(pages, int):
        raise wrong_shape(PRODUCER, f"{pages} pages")
    return results, pages


def named(one: Any) -> tuple[str, str, str]:
    """Return the number, title and day of publication of a document; raises `WrongShape` for one without them."""
    with documented(PRODUCER, "a document without number, title or date"):
        number, title, published = (str(one[name]) for name in ("document_number", "title", "publication_date"))
        date.fromisoformat(published)
    return number, title, published


def _candidate(one: Any, known: Collection[str]) -> Candidate:
    number, title, published = named(one)
    texts = [str(one.get(name) or "") for name in ("citation", "signing_date", "html_url")]
    is_known = bool({_plain(text) for text in (number, texts[0]) if text} & {_plain(text) for text in known})
    return Candidate(number, title, texts[0], texts[1], published, texts[2], is_known, bool(_DESIGNATES.search(title)))


def _plain(text: str) -> str:
    """Return a citation in one normal form: `87 Fed. Reg. 43,695` and `87 FR 43695` both become `87 fr 43695`."""
    short = re.sub(r"\bfed(eral|\.)?\s*reg(ister|\.)?", "fr", text.casefold())
    return re.sub(r"\W+", " ", re.sub(r"(?<=\d),(?=\d)", "", short)).strip()
