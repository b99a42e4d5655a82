"""Grammar of partners in the State Partnership Program: “Kenya is paired with the Massachusetts National Guard”."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY, PEOPLE
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pattern


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claim that a country is the partner of the National Guard of a State, since a year if one is told."""
    found = sentence.first(pattern("guards.guard"))
    if found is None or not sentence.has(pattern("guards.paired")) or wished(sentence) or planned(sentence):
        return
    codes = set(sentence.codes) | {one.value for one in sentence.of(PEOPLE)}
    code = codes.pop() if len(codes) == 1 else None if codes else sentence.context.it or sentence.context.last
    days = [one.value for one in sentence.of(DAY)]
    if code is None or len(days) > 1 or None in days or negated(sentence.words, found.match.start()):
        return
    since = {"since": days[0].year} if days and not days[0].window and sentence.has(pattern("guards.began")) else {}
    if days and not since:
        return
    state = " ".join(word.capitalize() for word in found.match["state"].split())
    yield found.draft(
        "guard_partner", "its partner in the State Partnership Program", country=code, state=state, **since
    )


def speaks_of_guards(sentence: Masked) -> bool:
    """Return whether a sentence names the National Guard of a State."""
    return sentence.has(pattern("guards.guard"))
