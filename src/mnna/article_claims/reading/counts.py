"""Grammar of counts of holders: “20 major non-NATO allies”, “joins 16 other countries”, “four are in Africa”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from mnna.article_claims.reading.doubts import past, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.load import load_registry


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the first count in a sentence, if any."""
    if wished(sentence) or past(sentence):
        return
    yield from islice(_counts(sentence), 1)


def _counts(sentence: Masked) -> Iterator[Draft]:
    of_all = (found for found in sentence.find(*patterns("counts.forms")) if _of_all(found))
    of_them = sentence.find(*patterns("counts.of_them")) if sentence.context.counted else ()
    for found in (*of_all, *of_them):
        if (draft := _count(found)) is not None:
            yield draft
    for found in sentence.find(*patterns("counts.some_in_region")):
        status, many, every = found.value("s"), found.value("m"), found.value("n")
        whole = ("count_of_status_is", {"status": status, "count": every})
        there = ("count_in_region", {"status": status, "region": found.value("r"), "count": many})
        yield found.drafts(f"{every} in all, {many} in the region", whole, there)
    none = sentence.first(pattern("counts.none_in_region"))
    if none is not None and not sentence.has(pattern("counts.but_some")):
        region, status = (next(filter(None, map(none.value, groups)), None) for groups in ("rqu", "stw"))
        yield none.draft("count_in_region", "none in the region", status=status, region=region, count=0)
    yield from _alliance(sentence)


_BOUNDS = {"less": ("count_of_status_at_most", "at most"), "more": ("count_of_status_at_least", "at least")}
_FEWEST = 6
"""The number of holders when the status was created. A smaller number is of some only: “two allies objected”."""


def _of_all(found: Found) -> bool:
    """Return whether a number counts all holders, not only those that do something."""
    said = found.match[0]
    if found.fits("counts.of_some"):
        return False
    if not re.search(pattern("counts.of_holders"), said):
        return True
    if re.search(pattern("counts.holders_that"), said) and not re.search(r"\b(?:that|which|who|with)\b", said):
        return True
    shown = re.search(pattern("counts.exists"), found.before + re.split(r"<N", said)[0])
    some = re.match(pattern("counts.some_that"), found.after)
    return bool(shown) or (found.value("n") >= _FEWEST and not found.before.strip() and not some)


def _count(found: Found) -> Draft | None:
    """Return the claim for a count, from the words around the number; None if the count is not certain or not exact."""
    sentence, said = found.masked, found.match[0]
    before = sentence.words[: found.match.start("n") - 2]
    will = planned(sentence) and "will" in sentence.words
    if will or re.search(pattern("counts.not_exact"), before) or _other_day(sentence):
        return None
    if re.match(pattern("counts.not_counting"), sentence.words) and "other" not in said:
        return None
    status, number = found.value("s") or sentence.context.status, found.value("n")
    among = re.search(r"<N(\d+)> of (?:the |its |all )*$", before)
    if among and (some := sentence.named(among)) > 1:
        number = some
        if not re.search(r"<R\d+>", said):
            return None
    joins = said.startswith("joins") or re.search(pattern("counts.joins"), before) is not None
    others = joins or re.search(r"\bother\b", said) is not None or before.endswith("the other ")
    excluded = _excluded(found)
    if others and (len(excluded) != 1 or re.match(pattern("counts.in_addition"), sentence.words)):
        return None
    exactly = number + (others and (joins or sentence.held(excluded[0], str(status)) is True))
    more = re.search(r"\b(?:over|more than|at least) $", before.rstrip(" ") + " ")
    less = re.search(r"\b(?:fewer than|less than|at most|no more than) $", before)
    region = found.value("r") or found.value("q")
    if (bound := less or more) is not None:
        reached = bound[0].startswith(("at ", "no "))
        many = exactly + (0 if reached else -1 if less else 1)
        type_, how = _BOUNDS["less" if less else "more"]
        return found.draft(type_, f"{how} {many}", status=status, count=many)
    if region is None and "<R" in re.split(r"[,;:(]", found.before)[-1] + said + re.split(r"[,;:)]", found.after)[0]:
        return None  # the count may be of that region only
    of = {"status": status, "count": exactly}
    one = re.search(pattern("counts.is_one_of"), before)
    itself = [("status_on", {"country": sentence.named(one)[0], "status": status})] if one else []
    if region:
        there = ("count_in_region", {"status": status, "region": region, "count": exactly})
        means = f"{exactly} in the region{', and it is one' if itself else ''}"
        return found.drafts(means, there, *itself)
    given = re.search(r"\bhave (?:\w+ )?been (?:\w+ )?(?:designated|named|granted|given|awarded|added)\b", said)
    sure = re.search(r"\b(?:ever|at present|currently|now|today)\b", before + said)
    if given and not sure and len({exactly, *_given(str(status), sentence.on)}) == 2:
        return None
    if re.search(r"\bever\b", said):
        return found.draft("count_ever", f"{exactly} ever", **of)
    means = f"{exactly}{', and it is one' if itself else ' (the others and itself)' if others else ''}"
    return found.drafts(means, ("count_of_status_is", of), *itself)


def _given(status: str, on: date) -> tuple[int, int]:
    """Return how many hold a status on a day and how many ever did; “have been given” can mean either."""
    registry = load_registry()
    ever = {one.country for one in registry.spans if one.status == status and one.since <= on}
    return sum(registry.holds(code, status, on) is True for code in ever), len(ever)


def _excluded(found: Found) -> list[str]:
    """Return the countries that “others” excludes: those named before it, or else the subject of the article."""
    words, entities = found.masked.words[: found.match.end()], found.masked.entities
    named = {code for at in re.findall(r"<[CL](\d+)>", words) for code in entities[int(at)].value}
    return list(named) or [one for one in [found.masked.context.subject] if one]


def _other_day(sentence: Masked) -> bool:
    """Return whether the count is as of a day other than the article's."""
    dated = sentence.context.dated
    days = [one.value for one in sentence.of(DAY)]
    in_year = dated is not None and {day and day.year for day in days} == {dated.year}
    if in_year and sentence.has(r"\bas of (?:early |late |mid-)?<D\d+>"):
        return False
    near = [day for day in days if day and dated and day.year == dated.year and (day.date or day.month)]
    return len(near) < len(days) and sentence.has(r"(?:in|as of|by|until|before|at the end of) (?:the )?<D\d+>")


def _alliance(sentence: Masked) -> Iterator[Draft]:
    """Yield the number of NATO members: “NATO currently consists of 32 member countries”."""
    this_year = all(one.value and one.value.year == sentence.on.year for one in sentence.of(DAY))
    if sentence.has(pattern("counts.alliance_then")) or planned(sentence) or not this_year:
        return
    goes_on = (pattern("counts.alliance_goes_on"),) if sentence.context.after_alliance else ()
    for found in sentence.find(pattern("counts.alliance"), *goes_on):
        if found.value("s") in (None, "nato") and not _of_some(found):
            many = next(filter(None, map(found.value, "nmkl")), None)
            yield found.draft("count_of_status_is", f"{many} members", status="nato", count=many)


def _of_some(found: Found) -> bool:
    """Return whether a number is of some members only: “11 members that …”, “the nine-nation NATO battlegroup”."""
    if found.value("m"):
        return re.match(pattern("counts.alliance_of_some"), found.after) is not None
    return found.value("k") is None and re.match(pattern("counts.alliance_all"), found.after) is None
