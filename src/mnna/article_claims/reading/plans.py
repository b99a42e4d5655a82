"""Sentences of what is to come and of what ended: a decision announced, Congress told, a designation rescinded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.spoken_days import SpokenDay

_ENDS = (
    r"\b(?:rescind(?:ed|s)|revok(?:ed|es)|terminat(?:ed|es)|cancel(?:led|s|ed)|stripp(?:ed)|strips"
    r"|withdr(?:ew|awn)|remov(?:ed|es)|ended|ends)"
)
_TELLS = (
    r"(?:inform(?:ed|s|ing)|notif(?:ied|ies|ying)|told|letter to|message to|memo(?:randum)? to|wrote to"
    r"|writing to|notice to|notification to"
    r"|notifying) (?:the )?(?:{US} )?(?:house and senate|congress|senate|lawmakers|house speaker|congressional leaders)"
)


def read(sentence: Masked) -> Iterator[Draft]:
    """The claims of the family in a sentence."""
    yield from list(_ended(sentence)) or _intended(sentence)


def one_country(sentence: Masked) -> str | None:
    """The one country that the sentence names, or that the context settles."""
    named = {code for one in sentence.entities if one.kind in "CL" for code in one.value}
    if len(named) > 1:
        return None
    return named.pop() if named else sentence.context.subject


def _intended(sentence: Masked) -> Iterator[Draft]:
    """“announced his intention to designate Kenya”, “has notified Congress of its intention”."""
    status = next((one.value for one in sentence.of("S")), None) or sentence.context.status
    gives_to = next(sentence.find(r"\b(?:designat|nam|mak|elevat)\w+ (?:of )?(?:the )?<C(?P<c>\d+)>"), None)
    code = gives_to.value("c")[0] if gives_to else one_country(sentence)
    if status is None or code is None or sentence.has(r"<A\d+> (?:congress|parliament)"):
        return
    will = (
        r"(?:decision|intention|intent|plans?|will|would|going to|designation|designating|intends?|was"
        r"|is|had|has) ?(?:to )?(?:now )?(?:be |been )?"
    )
    gives = r"(?:designat\w+|nam\w+|mak\w+|elevat\w+|grant\w*|upgrad\w+)?"
    gives_it = r"(?:designat|nam|mak|elevat|grant|upgrad)\w*"
    forms = (
        ("notified_on", rf"{_TELLS}[^.;]{{0,120}}?(?:designat\w+|intent\w*|decision|{will}{gives_it})"),
        (
            "notified_on",
            r"(?:notice|notification) (?:of (?:his|its|the) (?:intent|intention|decision) )?"
            r"(?:was )?(?:sent )?to (?:the )?(?:{US} )?congress(?! (?:is|are|was|were) (?:required|needed|"
            r"necessary|due))",
        ),
        (
            "announced_on",
            rf"(?:announc(?:ed|es|ing)|(?:pleased|proud|happy|honou?red|delighted) to announce|declar(?:ed|es) that)"
            rf"[^.;]{{0,80}}?{will}[^.;]{{0,60}}?{gives}[^.;]{{0,40}}?"
            rf"(?:<C\d+>|<S\d+>)",
        ),
        (
            "notified_on",
            r"(?:congress(?: in <U\d+>)?|lawmakers) (?:was|were|has been|had been) (?:notified|informed"
            r"|told)[^.;]{0,40}? on {D}",
        ),
        (
            "announced_on",
            r"announc(?:ed|es|ing) (?:(?:the|his|its) (?:decision|designation|move|step|intention|intent|plan"
            r"|upgrade)|{S})"
            r"[^.;]{0,60}? on {D}",
        ),
        (
            "intended",
            r"(?:<[UP]\d+>|he|president|administration)[^.;]{0,40}? (?:intends|plans|plan"
            r"|planned|intended) to (?:designate|name|make|elevate)",
        ),
        (
            "announced_on",
            r"(?:said|says)(?: (?:on )?<D\d+>)?(?: that)? (?:he|it|she|they|<[UP]\d+>) (?:is|was|were|are) (?:\w+ly )?"
            r"(?:designating|naming|making|elevating)",
        ),
        (
            "announced_on",
            r"<[PU]\d+> (?:said|announced|confirmed|declared)(?: (?:on |in )?<D\d+>)?(?: that)? (?:the "
            r")?<C\d+> (?:would|will) "
            r"(?:soon |now |formally )?(?:get|receive|be|become|join|obtain)\b",
        ),
        ("intended", r"<[UP]\d+> will (?:soon |now |formally |officially )?(?:designate|name|make|elevate)\b"),
        (
            "intended",
            r"<P\d+> (?:has |had )?(?:said|says|stated|confirmed|told reporters)[^.;]{0,30}? (?:he|it) "
            r"(?:will|would|plans to|intends to) (?:soon |now )?(?:designate|name|make|elevate)",
        ),
    )
    if sentence.has(
        r"\b(?:rescind|revok|terminat|cancel|strip|remov)\w*|\b(?:can|may|to) (?:also )?end\b|\b(?:after|once"
        r"|when) (?:the |a )?president \w+s congress"
    ):
        return
    for type_, form in forms:
        for found in sentence.find(form):
            if (plan := _plan(found, type_, code, status)) is not None:
                yield plan
            return


def _plan(found: Found, type_: str, code: str, status: str) -> Draft | None:
    """The plan with its day; None where it is told of some other time."""
    day = _only_day(found.masked)
    how = f"“{found.said}”"
    if (day is None and found.masked.of(DAY)) or (day is not None and day.date is None):
        return None
    if type_ != "intended" and day is not None and day.date is not None:
        return found.draft(
            type_, f"{how}: {type_.removesuffix('_on')} on {day.said}", country=code, status=status, day=day.date
        )
    return found.draft(
        "intention_announced", f"{how}: announced or notified, not yet given", country=code, status=status
    )


def _only_day(sentence: Masked) -> SpokenDay | None:
    """The one day that a sentence names; None where it names none or several."""
    days = {one.value for one in sentence.of(DAY)}
    return days.pop() if len(days) == 1 else None


def _ended(sentence: Masked) -> Iterator[Draft]:
    """“rescinded Afghanistan's designation as a major non-NATO ally”, with a day or a year."""
    status = next((one.value for one in sentence.of("S")), None) or sentence.context.status
    code = one_country(sentence)
    if status is None or code is None:
        return
    if sentence.has(r"\b(?:rescind|revok|terminat|cancel|strip|remov|withdraw)\w*|\bwould lose\b") and sentence.has(
        rf"(?:{_TELLS}|notice of|letter|intention|intends|intent\b|announced (?:his|the|its|a) (?:plan|decision)|will )"
    ):
        day = _only_day(sentence)
        for found in sentence.find(
            r"\b(?:rescind|revok|terminat|cancel|strip|remov|withdraw|lose)\w*[^.;]{0,80}?(?:<S\d+>|designation)"
        ):
            if day is not None and day.date is not None:
                how = f"“{found.said}”: Congress was told on {day.said}"
                yield found.draft("notified_end_on", how, country=code, status=status, day=day.date)
            return
        return
    if wished(sentence) or (planned(sentence) and not sentence.has(r"\b(?:ceased|stopped) to be\b")):
        return
    for found in sentence.find(r"{C} (?:was|remained|had been) {S} until {D}"):
        if (day := found.value("d")) is not None and len(found.value("c")) == 1:
            yield found.draft(
                "status_ended_in", f"“{found.said}”: ended in {day.year}", country=code, status=status, year=day.year
            )
            return
    for found in sentence.find(
        r"{C} (?:held|had|enjoyed|carried) {S} (?:from|between) {D} (?:to|until|till|and) {D:e}"
    ):
        first, last = found.value("d"), found.value("e")
        if first is not None and last is not None:
            parts = (
                ("status_began_in", {"country": code, "status": status, "year": first.year}),
                ("status_ended_in", {"country": code, "status": status, "year": last.year}),
            )
            yield found.drafts(f"“{found.said}”: began in {first.year}, ended in {last.year}", *parts)
        return
    ended = (
        rf"(?:{_ENDS} [^.;]{{0,80}}?{{S}}|{{S:t}} (?:was|has been) (?:{_ENDS})|<C\d+>,? (?:has |had )?(?:lost"
        rf"|forfeited) {{S:u}}"
        rf"|<C\d+>,? (?:has |had )?(?:ceased|stopped) (?:to be|being) {{S:w}}"
        rf"|{_ENDS} the (?:status|designation|title) of <C\d+>(?= (?:on|in) <D|[.,;]|$)"
        rf"|\bhereby (?:terminate|rescind|revoke|withdraw|cancel)\b[^.;]{{0,80}}?{{S:v}}"
        rf"|designation of <C\d+>(?: as <S\d+>)? (?:was|has been) (?:{_ENDS})|<C\d+> (?:designation|status) (?:was"
        rf"|has been) {_ENDS})"
    )
    for found in sentence.find(ended):
        if negated(sentence.words, found.match.start()):
            continue
        day = found.day()
        how = f"“{found.said}”"
        if day is not None and len(sentence.of(DAY)) == 1 and "hereby" not in found.match[0]:
            args: dict[str, Any] = {"country": code, "status": status, "year": day.year}
            yield found.draft(
                "status_ended_in", f"{how}: ended in {day.said}", **args | ({"month": day.month} if day.month else {})
            )
        elif not sentence.of(DAY) or "hereby" in found.match[0]:
            yield found.draft(
                "status_on", f"{how}: does not hold the status any more", country=code, status=status, holds=False
            )
        return
