"""Grammar of when a status began and under which President, also for countries only treated as holders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.entities import DAY, STATUS
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.reading.spoken_days import SpokenDay
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL

ADVERBS = pattern("beginnings.adverbs")
GIVEN = pattern("beginnings.given")
"""Patterns of the adverbs beside the verb, and of the verbs that give a status."""


def began(code: str, status: str, day: SpokenDay) -> tuple[str, dict[str, Any]]:
    """Return the claim (type, arguments) that a status began on a day, or in a month or year.

    If the day is in a year before the status existed, the claim is on the list that preceded the status.
    """
    if day.window:
        between = {"first": day.window[0], "last": day.window[1]}
        return "status_began_between", {"country": code, "status": status} | between
    registry = load_registry()
    first = min((span.since.year for span in registry.spans if span.status == status), default=day.year)
    status = (day.year < first and registry.kind(status).preceded_by) or status
    if day.date is not None and status == USUAL:
        return "designated_on", {"country": code, "status": status, "day": day.date}
    args: dict[str, Any] = {"country": code, "status": status, "year": day.year}
    return "status_began_in", args | ({"month": day.month} if day.month else {})


def under(code: str, status: str, president: str) -> tuple[str, dict[str, Any]]:
    """Return the claim (type, arguments) that a status began under a President."""
    return "designated_by", {"country": code, "status": status, "president": president}


def lacks(code: str, status: str) -> tuple[str, dict[str, Any]]:
    """Return the claim (type, arguments) that a country does not hold a status."""
    return "status_on", {"country": code, "status": status, "holds": False}


def denied_too(sentence: Masked, before: Sequence[Draft]) -> Draft | None:
    """Return the draft of “Neither is Vietnam”, “Nor has Armenia”: they lack the status denied in the sentence before.

    None for other sentences.
    """
    found = sentence.first(pattern("beginnings.nor"))
    parts = [part for draft in before for part in draft.parts]
    statuses = {args["status"] if args.get("holds") is False else None for _, args in parts}
    status = next(iter(statuses), None)
    if found is None or len(statuses) != 1 or status is None or any(type_ != "status_on" for type_, _ in parts):
        return None
    codes = [code for group in "cde" for code in found.value(group) or ()]
    return found.drafts("does not hold the status either", *[lacks(code, status) for code in codes])


def likened(status: str) -> str:
    """Return the status of countries that the law only treats as holders of `status`; `status` if there is none."""
    kinds = load_registry().kinds
    return next((kind.id for kind in kinds.values() if kind.treated_as == status), status)


def since(sentence: Masked) -> Iterator[Draft]:
    """Yield the year or day of the start: “Japan has been a major non-NATO ally since 1996”."""
    apart = r"{C}, (?:itself )?an? {S}(?: of (?:the )?<U\d+>)? since {D}(?=,|\.|$)"
    yield from _treated(sentence)
    for found in sentence.find(pattern("beginnings.since"), pattern("beginnings.since_at_head"), apart):
        apposed = re.match(r"<[CL]\d+>, (?:itself )?an? <S", found.match[0].removeprefix("the ")) is not None
        if apposed and found.value("s") != USUAL:
            continue
        if found.value("d") is not None and "not " not in found.match[0]:
            parts = [_in_year(code, found) for code in found.value("c")]
            if sentence.has(r"\bnot (?:\w+ ){0,2}(?:designated|named)\b"):
                parts += [lacks(code, found.value("s")) for code in found.value("c")]
            yield found.drafts(f"began {found.value('d').when}", *parts)


def _treated(sentence: Masked) -> Iterator[Draft]:
    """Yield treatment as a holder: “Taiwan shall be treated as one”, “has treated it as one since 2002”."""
    like = pattern("beginnings.treated_like")
    code = plans.one_country(sentence)
    but = sentence.first(rf"\bbut (?:is|must be|shall be|has been) (?:treated|regarded) {like}") if code else None
    dated = sentence.first(rf"treat(?:s|ed|ing)? {{C}} {like},? since {{D}}")
    as_one = sentence.first(pattern("beginnings.treated_as_one")) if sentence.context.status else None
    if found := but or dated or sentence.first(*patterns("beginnings.treated")) or as_one:
        codes = [code] if found is but else found.value("c")
        status, since_then = likened(found.value("s") or str(sentence.context.status)), sentence.has(r"^since <D\d+>")
        day = None if found is but else found.value("d") if found is dated else since_then and found.day()
        if day:
            args = {"status": status, "year": day.year}
            began_then = [("status_began_in", {"country": code, **args}) for code in codes]
            yield found.drafts(f"treated as a holder since {day.year}", *began_then)
        else:
            holds = [("status_on", {"country": code, "status": status}) for code in codes]
            yield found.drafts("treated as a holder", *holds)


def _in_year(code: str, found: Found) -> tuple[str, dict[str, Any]]:
    status, day = found.value("s"), found.value("d")
    if re.search("de facto|treated|regarded", found.match[0]):
        status = likened(status)
    type_, args = began(code, status, day)
    if day.window:
        return type_, args
    in_year = ("status_began_in", {"country": code, "status": args["status"], "year": day.year})
    return in_year if day.date else (type_, args)


def pairs(sentence: Masked) -> Iterator[Draft]:
    """Yield the start for each: “Bahrain got it in 2002 and Kuwait in 2004”, “Jordan (1996), Egypt (1987)”."""
    status, days = sentence.status(), sentence.of(DAY)
    ours = (
        sentence.of(STATUS) or sentence.context.counted or sentence.has(r"\b(?:designated|named|added|so declared)\b")
    )
    if status is None or len(days) < 2 or not ours:
        return
    for form in (pattern("beginnings.pair"), pattern("beginnings.first_day")):
        found = list(sentence.find(form))
        dated = len(found) == len(days) and all(one.value("d") for one in found)
        if dated and all(_next(*two) for two in pairwise(found)):
            yield _each_began(found, status)
            return
    if those := sentence.first(pattern("beginnings.respectively")):
        each = [sentence.entities[int(at)].value for at in re.findall(r"<D(\d+)>", those.match[0])]
        if len(codes := those.value("c")) == len(each) and all(each):
            parts = [began(code, status, day) for code, day in zip(codes, each, strict=True)]
            yield those.drafts("when each began", *parts)


def _each_began(found: list[Found], status: str) -> Draft:
    """Return one draft with the start of each country, under the President named directly before them, if any."""
    words, entities = found[0].masked.words[: found[0].match.start()], found[0].masked.entities
    parts = [began(code, status, one.value("d")) for one in found for code in one.value("c")]
    if by := re.search(r"<P(\d+)> (?:has |had |also )*(?:designated|named|added|elevated) $", words):
        president = str(entities[int(by[1])].value)
        parts += [under(args["country"], args["status"], president) for _, args in parts]
    start, end = found[0].place[0], found[-1].place[1]
    return Draft(tuple(parts), start, end, f"“{found[0].masked.text[start:end]}”: when each began")


def _next(one: Found, then: Found) -> bool:
    """Return whether only punctuation or a joining word is between the two pairs of country and day."""
    between = one.masked.words[one.match.end() : then.match.start()]
    return re.fullmatch(pattern("beginnings.between"), between) is not None
