"""Grammar of sentences that name the legal instrument: “a presidential determination dated June 24”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.beginnings import began, under
from mnna.article_claims.reading.doubts import wished
from mnna.article_claims.reading.entities import STATUS
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import patterns
from mnna.registry.statuses import USUAL


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence."""
    yield from _named(sentence)
    yield from _of_the_subject(sentence)


def _named(sentence: Masked) -> Iterator[Draft]:
    """Yield the day of an instrument: “signed a determination designating Peru … on January 14”."""
    status = sentence.context.status or next((one.value for one in sentence.of("S")), None)
    code = plans.one_country(sentence)
    ours = sentence.of(STATUS) or sentence.has("designat") or sentence.context.counted
    if status != USUAL or code is None or not ours or wished(sentence):
        return
    named = sentence.has(r"\b(?:designat|nam|mak)\w+ (?:of )?(?:the )?<C")
    if sentence.context.subject not in (None, code) and not named:
        return
    for found in sentence.find(*patterns("instruments.named")):
        if (day := found.value("d")) is not None and day.date is not None and _may_designate(sentence, found):
            yield found.drafts("the act of designation", began(code, status, day))
            return


def _may_designate(sentence: Masked, found: Found) -> bool:
    """Return whether an instrument can give the status: not a statute, and not about other matters."""
    law = re.match(r"<X(\d+)>", found.match[0])
    if law and not sentence.entities[int(law[1])].said.lower().startswith(("presidential", "pd")):
        return False
    called = re.search("determination|memorandum", found.match[0]) is not None
    return called or bool(law) or sentence.has("designat|<S")


def _of_the_subject(sentence: Masked) -> Iterator[Draft]:
    """Yield day and President for the article's subject: “The designation came from George W. Bush on January 15”."""
    code = sentence.context.still
    if code is None or any(sentence.of(kind) for kind in "CLA"):
        return
    if not any(re.search(r"designation|status|title", one.said, re.IGNORECASE) for one in sentence.of(STATUS)):
        return
    for found in sentence.find(*patterns("instruments.of_the_subject")):
        day, by = found.value("d"), found.value("p")
        status = found.value("s")
        parts = [*([began(code, status, day)] if day else []), *([under(code, status, by)] if by else [])]
        if parts:
            yield found.drafts("of the country that the article is about", *parts)
            return
