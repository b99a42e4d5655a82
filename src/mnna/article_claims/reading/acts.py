"""Grammar of sentences that a status was given, is held or is not held: on a day, in a year, by a President."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.beginnings import ADVERBS, began, lacks, pairs, since, under
from mnna.article_claims.reading.doubts import PLAN, planned, wished
from mnna.article_claims.reading.entities import DAY, STATUS
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL

ALLIANCE = "nato"
_NATO, _SO = pattern("acts.alliance"), pattern("acts.so_joined")
_GIVES = pattern("acts.gives")
_OTHER = pattern("acts.other")


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence; none if the family `plans` reads the sentence."""
    if next(plans.read(sentence), None) is not None:
        return
    if not wished(sentence) and not planned(sentence) and (several := list(pairs(sentence))):
        yield from several
        return
    yield from _of_an_instrument(sentence)
    yield from _of_the_subject(sentence)
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
    unfit = (_another_actor, _no_longer_said, _relative_day, _only_mentioned, _only_object, _in_future)
    for name, held in (("acts.acts", False), ("acts.held", True)):
        for found in sentence.find(*patterns(name)):
            settled = found.value("s") or sentence.context.status
            if not settled or any(test(found) for test in unfit) or _of_another_clause(found):
                continue
            if not wished(sentence, None if held else found.match.end()) and (held or not found.other_day()):
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
    number = found.masked.named(told)
    rank = ("nth_to_hold", {"country": countries[0], "status": ALLIANCE, "n": number})
    return found.drafts(f"{draft.how}, number {number}", *draft.parts, rank)


def _bare(sentence: Masked) -> Iterator[Draft]:
    """Yield acts without a status name if the context gives it: “Thailand was designated on December 30, 2003”."""
    if sentence.context.status is None or sentence.of(STATUS):
        return
    admitted = sentence.first(pattern("acts.bare_admitted"), pattern("acts.bare_one"))
    if sentence.context.counted and admitted:
        yield _as_dated(admitted, held=True)
        return
    by_name = (pattern("acts.bare_by"),) if sentence.context.counted else ()
    for found in sentence.find(*patterns("acts.bare"), *by_name):
        if not _another_actor(found) and not _relative_day(found) and len(sentence.of(DAY)) <= 1:
            yield _as_dated(found, held=False)
            return


def _another_actor(found: Found) -> bool:
    """Return whether another country is the actor, directly before the verb."""
    return found.match[0][0] != "<" and re.search(rf"{_OTHER}$", found.before) is not None


def _only_mentioned(found: Found) -> bool:
    """Return whether the act is only mentioned: “Designating Taiwan would …”, “the idea of naming Taiwan …”."""
    return re.match(rf"{ADVERBS}\w+ing\b", found.match[0]) is not None and found.fits("acts.mentioned")


def _only_object(found: Found) -> bool:
    """Return whether the words are only the object of something else: a designation that is announced or ended, a
    list in a text, excepted countries."""
    text = re.match(pattern("acts.in_a_text"), found.after)
    law = re.search(r"<X(\d+)>", text[0]) if text else None
    by_its_law = law is not None and re.search(r"\b(?:517|2321k)\b", found.masked.named(law)) is not None
    owner = found.match[0].endswith("'") and found.after.startswith("s ")  # “a major non-NATO ally's neighbor”
    return owner or found.fits("acts.object") or (text is not None and not by_its_law)


def _of_another_clause(found: Found) -> bool:
    """Return whether the days belong to other clauses: one for each of several countries, or a day of an act that is
    dated by this one, as in “ten years after Kenya was named …”."""
    days, then = len(found.masked.of(DAY)), re.search(r"\b(?:after|before|until)\b[^,;]*$", found.before)
    only_dates = then is not None and days > 0 and found.day() is None
    return only_dates or (len(found.value("c") or ()) > 1 and days > 1)


def _in_future(found: Found) -> bool:
    """Return whether the status is yet to begin: on a day after the article's, or by a bill that is not law."""
    day, dated = found.day(), found.masked.context.dated
    later = day is not None and dated is not None and date(day.year, day.month or 1, day.day or 1) > dated
    return later or found.masked.has(pattern("acts.by_no_law"))


def _relative_day(found: Found) -> bool:
    """Return whether the day of the act is given relative to another day."""
    told = found.before + found.match[0] + re.split(r"[,;]", found.after)[0]
    return re.search(pattern("acts.some_time"), re.sub(pattern("acts.told_twice"), "", told)) is not None


def _no_longer_said(found: Found) -> bool:
    near = found.before[-12:] + found.match[0]
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
    if (named := found.value("p")) is not None:
        return [str(named)]
    gives = re.match(rf"{ADVERBS}{_GIVES}\b|signed\b", found.match[0])
    at = re.search(pattern("acts.by"), found.match[0]) or re.match(pattern("acts.by_after"), found.after)
    at = at or (re.search(pattern("acts.by_before"), found.before) if gives else None)
    return [found.masked.named(at)] if at else []


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
    status = sentence.context.status or sentence.status()
    if status is None or wished(sentence):
        return
    for found in sentence.find(*patterns("acts.history")):
        if (day := found.value("d")) is not None and not found.match[0].startswith("<L"):
            began_then = began(code := found.value("c")[0], status, day)
            by = under(code, began_then[1]["status"], found.value("p"))
            yield found.drafts("began then, under that President", began_then, by)


def _of_an_instrument(sentence: Masked) -> Iterator[Draft]:
    """Yield the day of an instrument: “signed a determination designating Peru … on January 14”."""
    status, code = sentence.context.status or sentence.status(), plans.one_country(sentence)
    ours = sentence.of(STATUS) or sentence.has("designat") or sentence.context.counted
    if status != USUAL or code is None or not ours or wished(sentence):
        return
    named = sentence.has(r"\b(?:designat|nam|mak)\w+ (?:of )?(?:the )?<C")
    if sentence.context.subject not in (None, code) and not named:
        return
    for found in sentence.find(*patterns("acts.instruments")):
        if (day := found.value("d")) is not None and day.date is not None and _may_designate(sentence, found):
            yield found.drafts("the act of designation", began(code, status, day))
            return


def _may_designate(sentence: Masked, found: Found) -> bool:
    """Return whether an instrument can give the status: not a statute, and not about other matters."""
    if law := re.match(r"<X(\d+)>", found.match[0]):
        return str(sentence.named(law)).lower().startswith(("presidential", "pd"))
    return re.search("determination|memorandum", found.match[0]) is not None or sentence.has("designat|<S")


def _of_the_subject(sentence: Masked) -> Iterator[Draft]:
    """Yield day and President for the article's subject: “The designation came from George W. Bush on January 15”."""
    code = sentence.context.still
    if code is None or any(sentence.of(kind) for kind in "CLA"):
        return
    if not any(re.search(r"designation|status|title", one.said, re.IGNORECASE) for one in sentence.of(STATUS)):
        return
    for found in sentence.find(*patterns("acts.of_the_subject")):
        day, by, status = found.value("d"), found.value("p"), found.value("s")
        parts = [*([began(code, status, day)] if day else []), *([under(code, status, by)] if by else [])]
        if parts:
            yield found.drafts("of the country that the article is about", *parts)
            return
