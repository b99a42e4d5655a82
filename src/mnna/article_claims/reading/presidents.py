"""Grammar of what a President did with a status: how many he designated, which he ended, that he ended none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence."""
    status = sentence.status()
    ours = sentence.of("S") or sentence.context.counted
    if status is None or not ours or wished(sentence) or planned(sentence) or not sentence.of("P"):
        return
    if found := sentence.first(pattern("presidents.never_ended")):
        yield found.draft("ended_under", "ended none", status=status, president=found.value("p"), holds=False)
        return
    for found in sentence.find(*patterns("presidents.ended")):
        if len(found.value("c")) == 1 and not negated(sentence.words, found.match.end()):
            of = {"country": found.value("c")[0], "status": status}
            by = ("ended_under", of | {"president": found.value("p")})
            yield found.drafts("ended under that President", *_when(found, of), by)
            return
    found = sentence.first(*patterns("presidents.many"))
    if (
        found
        and not sentence.of(DAY)
        and not sentence.of("R")
        and not re.match(r" (?:that|which|who|in)\b", found.after)
    ):
        of = {"status": status, "president": found.value("p"), "count": found.value("n")}
        yield found.draft("count_under", "so many began under that President", **of)


def _when(found: Found, of: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the claim on the year and month of the end, unless the family of plans reads it or it is not certain."""
    day = found.day() if len(found.masked.of(DAY)) == 1 else None
    if day is None or day.window or next(plans.read(found.masked), None):
        return []
    return [("status_ended_in", of | {"year": day.year} | ({"month": day.month} if day.month else {}))]
