"""Grammar of plans and ends: an announced intention, a notice to Congress, a rescinded designation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.article_claims.reading.patterns import pairs, pattern, patterns
from mnna.article_claims.reading.spoken_days import SpokenDay


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence."""
    yield from list(_ended(sentence)) or _intended(sentence)


def one_country(sentence: Masked) -> str | None:
    """Return the one country that the sentence names, else the one that its “its” or the article is about.

    None if it names several, if “its” is not certain to mean the article's, or if the last sentence with a country is
    about another one.
    """
    named = set(sentence.codes)
    if named:
        return named.pop() if len(named) == 1 else None
    found = meant(sentence, r"\bits\b(?! (?:intent|decision|plan))")
    return found if sentence.context.last in (None, found) else None


def meant(sentence: Masked, pronoun: str) -> str | None:
    """Return the country of the article; where a sentence has the pronoun (a pattern), the one before it if that is
    certain: “Only Afghanistan lost it. Its designation was terminated in 2022.”"""
    context = sentence.context
    if not compiled(pronoun).search(sentence.text.lower()) or context.subject in (None, context.it, context.country):
        return context.subject
    return context.it


def _intended(sentence: Masked) -> Iterator[Draft]:
    """Yield a plan: “announced his intention to designate Kenya”, “has notified Congress of its intention”."""
    status = sentence.status()
    gives_to = sentence.first(r"\b(?:designat|nam|mak|elevat)\w+ (?:of )?(?:the )?<C(?P<c>\d+)>")
    code = gives_to.value("c")[0] if gives_to else one_country(sentence)
    if status is None or code is None or sentence.has(pattern("plans.not_intended")):
        return
    for type_, form in pairs("plans.intended"):
        for found in sentence.find(form):
            if (plan := _plan(found, type_, code, status)) is not None:
                yield plan
            return


def _plan(found: Found, type_: str, code: str, status: str) -> Draft | None:
    """Return the claim on the plan with its day; None if it is not about a status or its day is not certain."""
    of = {"country": code, "status": status}
    told_before = re.search(pattern("plans.told_on"), found.before)
    day = None if told_before else _day_of(found)
    if not _about_it(found) or (day is None and _long_done(found.masked, code, status)):
        return None
    if not told_before and found.masked.of(DAY) and (day is None or day.date is None):
        return None
    if type_ != "intended" and day is not None:
        return found.draft(type_, f"{type_.removesuffix('_on')} {day.when}", **of, day=day.date)
    return found.draft("intention_announced", "announced or notified, not yet given", **of)


def _about_it(found: Found) -> bool:
    """Return whether the announcement is about a status, named here or in the sentence before."""
    told = re.sub(pattern("plans.beside"), "", re.split(r"[.;]", found.match[0] + found.after)[0])
    if compiled(pattern("plans.about_it")).search(told):
        return True
    if not found.masked.context.counted or found.masked.has(pattern("plans.of_a_sale")):
        return False
    return re.match(pattern("plans.about_what_was_told"), told) is not None


def _long_done(sentence: Masked, code: str, status: str) -> bool:
    """Return whether the country already held the status on the article's day, so that the plan is a past one."""
    return sentence.held(code, status) is True and not sentence.has(r"\b(?:intends?|plans?|will)\b")


def _day_of(found: Found) -> SpokenDay | None:
    """Return the one day of the sentence if it belongs to the match, unlike “a month after he told Congress”."""
    words, start, days = found.words, found.match.start(), {one.value for one in found.masked.of(DAY)}
    at = re.search(r"<D\d+>", words)
    between = (words[at.end() : start] if at.start() < start else words[start : at.start()]) if at else ""
    apart = len(days) != 1 or re.search(pattern("grammar.of_another_clause"), between)
    return None if apart else days.pop()


def _ended(sentence: Masked) -> Iterator[Draft]:
    """Yield an end, with its day if given: “rescinded Afghanistan's designation as a major non-NATO ally”."""
    status, code = sentence.status(), one_country(sentence)
    if status is None or code is None:
        return
    of: dict[str, Any] = {"country": code, "status": status}
    if sentence.has(pattern("plans.takes_away")) and sentence.has(pattern("plans.told_of_end")):
        found = sentence.first(pattern("plans.told_of_end"))
        day = _day_of(found) if found else None
        if (found := sentence.first(pattern("plans.end_told"))) and day is not None and day.date is not None:
            yield found.draft("notified_end_on", f"Congress was told {day.when}", **of, day=day.date)
        elif found and not sentence.of(DAY) and sentence.has(pattern("plans.notice_of_end")):
            yield found.draft("notified_end_on", "Congress was told", **of)
        if day is not None or not sentence.of(DAY):
            return
    if wished(sentence) or (planned(sentence) and not sentence.has(r"\b(?:ceased|stopped) to be\b")):
        return
    for found in sentence.find(r"{C} (?:was|remained|had been) {S} until {D}"):
        if (day := found.value("d")) is not None and len(found.value("c")) == 1:
            yield found.draft("status_ended_in", f"ended in {day.year}", **of, year=day.year)
            return
    if found := sentence.first(*patterns("plans.held_from_to")):
        first, last = found.value("d"), found.value("e")
        if first is not None and last is not None:
            ends = (("status_began_in", of | {"year": first.year}), ("status_ended_in", of | {"year": last.year}))
            yield found.drafts(f"began in {first.year}, ended in {last.year}", *ends)
        return
    for found in sentence.find(pattern("plans.ended")):
        if negated(sentence.words, found.match.start()):
            continue
        day = found.day()
        if day is not None and day.window:
            return
        if day is not None and len(sentence.of(DAY)) == 1 and "hereby" not in found.match[0]:
            month = {"month": day.month} if day.month else {}
            yield found.draft("status_ended_in", f"ended {day.when}", **of, year=day.year, **month)
        elif not sentence.of(DAY) or "hereby" in found.match[0]:
            yield found.draft("status_on", "does not hold the status any more", **of, holds=False)
        return
