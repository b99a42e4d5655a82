"""`mnna MEX`: a country in the place of a command."""

from __future__ import annotations

from mnna.briefs.short import ShortAnswer, short
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, FACTS, ON
from mnna.present.document import Document
from mnna.present.wording import capital
from mnna.registry.countries import the


def _document(answer: ShortAnswer) -> Document:
    code = answer.country.iso3
    more = f"`mnna brief {code}` has all of it, `mnna status {code}` the status alone."
    return Document(title=f"{capital(the(answer.name))} ({code})", lead=answer.bottom_line, notes=(more,))


SHORT = Endpoint(
    word="COUNTRY",
    group="Country",
    says="the short answer for a country",
    help="Where COUNTRY stands, what the status would change in law, and what it would not.",
    function=short,
    params=(COUNTRY, ON, FACTS),
    answer=ShortAnswer,
    document=_document,
)
