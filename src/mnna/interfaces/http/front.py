"""The front page: what the site is, which country, and the memo on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.compose import next_ally
from mnna.errors import BadQuestion
from mnna.interfaces.params import COUNTRY, Given
from mnna.present.document import Document
from mnna.present.wording import capital
from mnna.registry.countries import resolve, the
from mnna.registry.records import Country

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
ASKED_FIRST = "MEX"
"""The country the question was first asked about, after Colombia was named in March 2022."""
OTHERS = ("KEN", "IND", "UKR", "VNM", "CRI", "ARE", "TWN", "JPN")


def view(given: Given, facts: Path | None) -> dict[str, Any]:
    """What the front page needs for a country; Mexico is the example where none is named."""
    from mnna.interfaces.http.declared import body, lead

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
        "answer_title": shown.title,
        "answer_lead": lead(shown),
        "body": body(replace(shown, sections=inside, subtitle="", lead=())),
        "country": country,
        "act": "terminate" if found and found.standing == "ally" else "designate",
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
    }


def short_answer(country: Country, facts: Path | None) -> tuple[Document, NextAnswer | None]:
    """The memo on a country, set out and as it is; for what could not be named, the reason in its place."""
    try:
        found = next_ally(country.iso3, facts=facts)
    except BadQuestion as error:
        said = f"{capital(error.wrong)}. {error.do}".strip()
        return Document(title=f"{capital(the(country.name))} cannot be named", lead=(said,)), None
    return found.document, found
