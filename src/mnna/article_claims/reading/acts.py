"""Grammar of sentences that a status was given, is held or is not held: on a day, in a year, by a President."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mnna.article_claims.reading import instruments, plans
from mnna.article_claims.reading.beginnings import ADVERBS, began, lacks, pairs, since, under
from mnna.article_claims.reading.doubts import PLAN, planned, wished
from mnna.article_claims.reading.entities import DAY, STATUS
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.load import load_registry

ALLIANCE = "nato"
_NATO, _SO = pattern("acts.alliance"), pattern("acts.so_joined")
_GIVES = pattern("acts.gives")
_ACTOR = pattern("acts.actor")
_OTHER = pattern("acts.other")
"""Another country as the actor, directly before the verb."""


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence; none if the family `plans` reads the sentence."""
    if next(plans.read(sentence), None) is not None:
        return
    if not wished(sentence) and not planned(sentence) and (several := list(pairs(sentence))):
        yield from several
        return
    yield from instruments.read(sentence)
    yield from _history(sentence)
    if planned(sentence) and not sentence.has(r"<D\d+>") and not _followed_by_plans(sentence):
        return
    if not wished(sentence):
        yield from _denied(sentence)
        yield from since(sentence)
    yield from _given(sentence)


def _followed_by_plans(sentence: Masked) -> bool:
    """Return whether only an aside at the end is about the future: “…, with Colombia soon to follow”."""
    aside = re.search(pattern("acts.followed_by_plans"), sentence.words)
    return aside is not None and re.search(PLAN, sentence.words[: aside.start()]) is None


def _given(sentence: Masked) -> Iterator[Draft]:
    """Yield acts: “Biden designated Qatar a major non-NATO ally”, “Kenya was named …”, “Peru obtained it”."""
    told = re.sub(pattern("acts.done_since"), "", re.sub(r",[^,]*since <D\d+>[^,]*,", ",", sentence.words))
    if re.search(r"\bpublish\w+|\bfederal register\b|\buntil\b|since <D\d+>", told):
        return
    for name, held in (("acts.acts", False), ("acts.held", True)):
        for found in sentence.find(*patterns(name)):
            if _another_actor(found) or _no_longer_said(found) or _relative_day(found) or _only_mentioned(found):
                continue
            if not (found.value("s") or sentence.context.status):
                continue
            if _only_object(found) or _in_future(found) or _of_another_clause(found):
                continue
            if wished(sentence, None if held else found.match.end()) or (not held and found.other_day()):
                continue
            yield _as_dated(found, held=held)
            return
    yield from _bare(sentence)
    yield from _member(sentence)


def _member(sentence: Masked) -> Iterator[Draft]:
    """Yield membership of the alliance by its own name: “Colombia has joined NATO”."""
    for found in sentence.find(rf"{{C}} (?:has |have )?{ADVERBS}(?:thereby )?joined {_NATO}(?={_SO})"):
        if found.value("c") and not _no_longer_said(found):
            yield _with_rank(found, _as_dated(found, held=False, status=ALLIANCE))
            return
    if became := sentence.first(r"{C} (?:\w+ly )?(?:became|becomes|has become) nato's (?:<O\d+>|newest|latest) member"):
        yield _with_rank(became, _as_dated(became, held=False, status=ALLIANCE))


def _with_rank(found: Found, draft: Draft) -> Draft:
    """Return the draft with the rank that the sentence gives the one country, if any: “as its 31st member”."""
    countries = found.value("c")
    told = re.search(pattern("acts.rank"), found.match[0]) or re.match(pattern("acts.rank_after"), found.after)
    if told is None or len(countries) != 1:
        return draft
    number = found.masked.entities[int(told[1])].value
    rank = ("nth_to_hold", {"country": countries[0], "status": ALLIANCE, "n": number})
    return found.drafts(f"{draft.how}, number {number}", *draft.parts, rank)


def _bare(sentence: Masked) -> Iterator[Draft]:
    """Yield acts without a status name if the context gives it: “Thailand was designated on December 30, 2003”."""
    if sentence.context.status is None or sentence.of(STATUS):
        return
    if sentence.context.counted and (
        admitted := sentence.first(pattern("acts.bare_admitted"), pattern("acts.bare_one"))
    ):
        yield _as_dated(admitted, held=True)
        return
    by_name = (pattern("acts.bare_by"),) if sentence.context.counted else ()
    for found in sentence.find(*patterns("acts.bare"), *by_name):
        if not _another_actor(found) and not _relative_day(found) and len(sentence.of(DAY)) <= 1:
            yield _as_dated(found, held=False)
            return


def _another_actor(found: Found) -> bool:
    """Return whether another country is the actor, directly before the verb."""
    before = found.before
    return bool(re.search(rf"{_OTHER}$", before)) and not found.match[0].startswith("<")


def _only_mentioned(found: Found) -> bool:
    """Return whether the act is only mentioned: “Designating Taiwan would …”, “the idea of naming Taiwan …”."""
    before, act = found.before, re.match(rf"{ADVERBS}\w+ing\b", found.match[0])
    return act is not None and re.search(pattern("acts.spoken_of"), before) is not None


def _only_object(found: Found) -> bool:
    """Return whether the words are only the object of something else: a designation that is announced or ended, a
    list in a text, excepted countries."""
    before = ("acts.only_object", "lists.besides")
    excepted = any(re.search(pattern(name), found.before) for name in before)
    owner = found.match[0].endswith("'") and found.after.startswith("s ")  # “a major non-NATO ally's neighbor”
    text = re.match(pattern("acts.in_a_text"), found.after)
    law = re.search(r"<X(\d+)>", text[0]) if text else None
    by_its_law = (
        law is not None and re.search(r"\b(?:517|2321k)\b", found.masked.entities[int(law[1])].said) is not None
    )
    return excepted or owner or (text is not None and not by_its_law)


def _of_another_clause(found: Found) -> bool:
    """Return whether the days belong to other clauses: one for each of several countries, or a day of an act that is
    dated by this one, as in “ten years after Kenya was named …”."""
    days = len(found.masked.of(DAY))
    then = re.search(r"\b(?:after|before|until)\b[^,;]*$", found.before)
    only_dates = then is not None and days > 0 and found.day() is None
    return only_dates or (len(found.value("c") or ()) > 1 and days > 1)


def _in_future(found: Found) -> bool:
    """Return whether the status is yet to begin: on a day after the article's, or by a bill that is not law."""
    day, dated = found.day(), found.masked.context.dated
    later = day is not None and dated is not None and date(day.year, day.month or 1, day.day or 1) > dated
    return later or found.masked.has(pattern("acts.by_no_law"))


def _relative_day(found: Found) -> bool:
    """Return whether the day of the act is given relative to another day."""
    words, end = found.masked.words, found.match.end()
    told = words[:end] + re.split(r"[,;]", words[end:])[0]
    return re.search(pattern("acts.some_time"), re.sub(pattern("acts.told_twice"), "", told)) is not None


def _no_longer_said(found: Found) -> bool:
    near = found.masked.words[max(found.match.start() - 12, 0) : found.match.end()]
    return any(word in near for word in (" not ", "never ", "n't ", "no longer", "nor ", "rather than", "without "))


def _as_dated(found: Found, held: bool, status: str | None = None) -> Draft:
    """Return the claim with the day, month or year and the President that the sentence gives, if any."""
    countries, day = found.value("c"), found.day()
    if not held and (beside := re.match(pattern("acts.together_with"), found.after)):
        countries = (*countries, *found.masked.entities[int(beside[1])].value)
    if len(countries) > 1 and found.masked.has(pattern("acts.days_of_each")):
        day = None
    status = str(status or found.value("s") or found.masked.context.status)
    by = [] if held else _by(found)
    if day is not None and not held:
        parts = [began(code, status, day) for code in countries]
        by_them = [under(args["country"], args["status"], one) for one in by for _, args in parts]
        return found.drafts(f"began {day.when}{f', under {by[0]}' if by else ''}", *parts, *by_them)
    if by:
        return found.drafts(f"given under {by[0]}", *[under(code, status, by[0]) for code in countries])
    if len(countries) > 1:
        return found.draft("list_includes", "holds the status", status=status, countries=list(countries))
    return found.draft("status_on", "holds the status", country=countries[0], status=status)


def _by(found: Found) -> list[str]:
    """Return the President who gave the status, directly before the verb or after “by” or “under”; at most one."""
    words, (start, end) = found.masked.words, found.match.span()
    if (named := found.value("p")) is not None:
        return [str(named)]
    before = re.search(rf"{_ACTOR}(?:,[^,]{{1,60}},)?(?: (?!not )(?:\w+|<D\d+>))?(?: \w+ly)? ?$", words[:start])
    inside = re.search(rf"\b(?:by|under|from|which|that|whom) {_ACTOR}", found.match[0])
    after = re.match(rf" (?:when|while) {_ACTOR} was (?:the )?(?:<U\d+>(?:'s)? )?president\b", words[end:])
    after = after or re.match(rf"(?:,? (?:back )?(?:on|in) <D\d+>)?,? (?:by|under|from) {_ACTOR}", words[end:])
    at = inside or after or (before if re.match(rf"{ADVERBS}{_GIVES}\b|signed\b", found.match[0]) else None)
    return [found.masked.entities[int(at[1])].value] if at else []


def _denied(sentence: Masked) -> Iterator[Draft]:
    """Yield denials: “Taiwan has never been designated a major non-NATO ally”, “Afghanistan is no longer one”."""
    if found := sentence.first(
        r"neither {C} n?or {C:d} (?:is|are|has|have|holds|hold)(?: \w+ly| yet)?(?: on)?(?: an?| the)? ?{S}"
    ):
        lacking = [lacks(code, found.value("s")) for code in (*found.value("c"), *found.value("d"))]
        yield found.drafts("none of them holds the status", *lacking)
        return
    if found := sentence.first(r"{C} (?:is|was|are) neither {S} n?or {S:t}"):
        lacking = [lacks(code, found.value(group)) for code in found.value("c") for group in "st"]
        yield found.drafts("holds neither status", *lacking)
        return
    if sentence.has(r"\b(?:until|till)\b|\bbefore (?:<D|then\b|now\b|recently\b)"):
        return
    settled = sentence.context.status is not None and not sentence.of(STATUS)
    elliptic = [pattern("acts.bare_denied")] if settled else []
    elliptic += [pattern("acts.does_not")] if settled and sentence.context.counted else []
    if found := sentence.first(*(elliptic or patterns("acts.denied"))):
        status = str(found.value("s") or sentence.context.status)
        codes = [code for group in "cdef" if group in found.match.groupdict() for code in found.value(group) or ()]
        if re.search(r"\b(?:was|were|had)\b", found.match[0]) and _of_an_earlier_year(sentence):
            return
        if "never" not in found.match[0] or not any(_lost(code, status, sentence) for code in codes):
            yield found.drafts("does not hold the status", *[lacks(code, status) for code in codes])


def _of_an_earlier_year(sentence: Masked) -> bool:
    """Return whether a sentence names a day of a year before the article's: “Finland was not a member in 2022”."""
    return any(one.value and one.value.year < sentence.on.year for one in sentence.of(DAY))


def _lost(code: str, status: str, sentence: Masked) -> bool:
    """Return whether a country lost the status by the article's day; then “never” is not a claim about that day."""
    began_then = any(span.since <= sentence.on for span in load_registry().by_key.get((code, status), ()))
    return began_then and sentence.held(code, status) is False


def _history(sentence: Masked) -> Iterator[Draft]:
    """Yield entries in a list of who gave the status to whom: “Morocco by George W. Bush in 2004”."""
    status = sentence.context.status or next((one.value for one in sentence.of("S")), None)
    if status is None or wished(sentence):
        return
    for found in sentence.find(*patterns("acts.history")):
        day = found.value("d")
        if day is not None and not found.match[0].startswith("<L"):
            code = found.value("c")[0]
            began_then = began(code, status, day)
            by = under(code, began_then[1]["status"], found.value("p"))
            yield found.drafts("began then, under that President", began_then, by)
