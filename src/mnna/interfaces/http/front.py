"""The front page: what the site is, the choice of a country, and the memo on it; and where other words may lead."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from fastapi import Request

from mnna.answers.law import law
from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.compose import next_ally
from mnna.errors import BadQuestion, MnnaError, UnknownCountry
from mnna.interfaces.http.declared import body, lead
from mnna.interfaces.params import COUNTRY, Given, Param
from mnna.interfaces.search import search
from mnna.present.document import Document
from mnna.registry.countries import countries, known, resolve, the
from mnna.registry.records import Country
from mnna.sentences import capital
from mnna.statutes.citations import parse

WHAT = (
    "This site says which security-cooperation status a country holds with the United States, and what US law gives "
    "or denies it, with dates and citations."
)
MEANS = (
    "A major non-NATO ally (MNNA) is a country that the President has designated under section 517 of the Foreign "
    "Assistance Act of 1961."
)
ASKS = "Which country?"
PARAMS = (COUNTRY,)
SEARCH = (Param("q", "Words to look for."), COUNTRY)
ASKED_FIRST = "MEX"
"""The country the question was first asked about, after the announcement on Colombia in March 2022."""
OTHERS = ("KEN", "IND", "UKR", "VNM", "CRI", "ARE", "TWN", "JPN")


class Doorway(NamedTuple):
    """What a kind of reader needs, and the page that gives it."""

    needs: str
    gives: str
    address: str


DOORS = (
    Doorway("A memo on one country", "For Congress and its staff: one page, to print or to quote.", "/next"),
    Doorway("Whether Congress must be told of a sale", "For those who sell and license: a case or a file.", "/case"),
    Doorway("Whether a sentence in an article is true", "For journalists: each claim with its verdict.", "/claims"),
    Doorway("Figures and past designations", "For scholars: series, comparisons, effects.", "/indicators"),
    Doorway("What a provision says, word for word", "For lawyers: text, rule and everything that rests on it.", "/law"),
)
"""The five kinds of reader, each with the first page for it."""


def view(given: Given, facts: Path | None) -> dict[str, Any]:
    """Return the template variables of the front page for a country; Mexico is the example where none is given."""
    asked = given["country"]
    country = resolve(asked or ASKED_FIRST)
    shown, found = short_answer(country, facts)
    inside = tuple(replace(one, level=one.level if asked else one.level + 1) for one in shown.sections)
    return {
        "title": shown.title if asked else ASKS,
        "asked": asked,
        "what": WHAT,
        "means": MEANS,
        "asks": ASKS,
        "doors": DOORS,
        "answer_title": shown.title,
        "answer_lead": lead(shown),
        "body": body(replace(shown, sections=inside, subtitle="", lead=())),
        "country": country,
        "act": "terminate" if found and found.standing == "ally" else "designate",
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
    }


def named(asked: str) -> str:
    """Return the address of the page that words name exactly: a country, a citation or the only result; else empty."""
    if not asked:
        return "/countries"
    if (country := known(asked)) is not None:
        return f"/countries/{country.iso3}"
    if citation := _cited(asked):
        return f"/law/{quote(citation, safe='()')}"
    found = search(asked, 2)
    return found[0].address if len(found) == 1 else ""


def _cited(asked: str) -> str:
    """Return the citation that was typed, where the law has an entry on it; `36(b)` is read as a section of an Act."""
    for citation in (asked, f"section {asked}") if re.search(r"\d", asked) else ():
        with suppress(BadQuestion):
            parse(citation)
            law(citation)
            return citation
    return ""


def short_answer(country: Country, facts: Path | None) -> tuple[Document, NextAnswer | None]:
    """Return the memo on a country as a document and as an answer.

    For a country that cannot be designated, why, and None.
    """
    try:
        found = next_ally(country.iso3, facts=facts)
    except BadQuestion as error:
        said = f"{capital(error.wrong)}. {error.do}".strip()
        return Document(title=f"{capital(the(country.name))} cannot be named", lead=(said,)), None
    return found.document, found


def found_for(error: MnnaError) -> list[tuple[str, str]]:
    """Return title and address of up to five search results for an unknown country: it may be a status or a law."""
    said = re.fullmatch(r"the country '(.+)'", error.asked) if isinstance(error, UnknownCountry) else None
    return [(f"{one.title} ({one.kind.lower()})", one.address) for one in search(said[1], 5)] if said else []


def nearby(text: str, request: Request) -> str:
    """Return the address for a suggestion: a page, the question with the country corrected, or empty for no address."""
    code = text[-4:-1] if text.endswith(")") and text[-5:-4] == "(" else ""
    if text.startswith("/"):
        return text
    if code not in countries():
        return ""
    names = [name for name in ("country", "recipient") if name in request.query_params]
    if names and request.url.path != "/find":
        return str(request.url.include_query_params(**{names[0]: code}).replace(scheme="", netloc=""))
    return f"/countries/{code}"
