"""Resolve words such as “the status”, “the country”, “it” and “both” to statuses and countries, where certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mnna.article_claims.reading.entities import COUNTRY, MANY, PEOPLE, REGION, STATUS, Entity
from mnna.article_claims.reading.grammar import Context
from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.sentences import overlaps
from mnna.article_claims.regions import regions
from mnna.tables import table


def with_context(text: str, entities: tuple[Entity, ...], context: Context) -> tuple[Entity, ...]:
    """Return the entities of a sentence plus those that “the status”, “the country”, “it” or “both” certainly mean."""
    found = [_regional(text, one, context) for one in entities]
    it, land = context.status if context.counted else None, (context.country,) if context.country else None
    for form, kind, value in ((_STATUS, STATUS, context.status), (_IT, STATUS, it), (_LAND, COUNTRY, land)):
        for at in form.finditer(text) if value else ():
            word = next((key for key in ("word", "like", "one") if at.groupdict().get(key)), 0)
            if (word in ("one", "like") and not context.counted) or (land and value == land and _not_one(at[0], land)):
                continue
            start, end = at.span(word)
            if word in ("one", "like"):
                found = [one for one in found if one.start != start]
            if not overlaps(start, end, found):
                found.append(Entity(kind, start, end, value, text[start:end]))
    found += _own(text, found)
    found += _by_kind(text, found, context)
    named = {code for one in found if one.kind in (COUNTRY, MANY) for code in one.value}
    if len(named) == 1:
        found += [Entity(COUNTRY, *at.span("it"), tuple(named), at["it"]) for at in _AND_IT.finditer(text)]
    if not named:
        told = list(_pronouns(text, context, any(one.kind == STATUS for one in found) or bool(_TREATY.search(text))))
        found = [one for one in found if not overlaps(one.start, one.end, told)] + told
    return tuple(sorted(found, key=lambda one: one.start))


_TREATY = re.compile(r"\b(?:Rio Treaty|Treaty of Reciprocal Assistance)\b")
_LAND_WORDS = pattern("antecedents.land_words")
_OWN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:(?:own|native) )?(?:country|nation|homeland)(?:['’]s)?\b|" + _LAND_WORDS
)


def _own(text: str, found: list[Entity]) -> list[Entity]:
    """Return entities for “his country” or “the country” if the words before name exactly one country or people."""
    own: list[Entity] = []
    for at in _OWN.finditer(text):
        lands = [one for one in found if one.kind in (COUNTRY, MANY, PEOPLE) and one.start < at.start()]
        codes = {code for one in lands for code in ((one.value,) if one.kind == PEOPLE else one.value)}
        if len(codes) == 1 and not overlaps(*at.span(), found):
            own.append(Entity(COUNTRY, at.start(), at.end(), tuple(codes), at[0]))
    return own


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows = table(Path(__file__).with_name("lands.csv"))
    return {row["word"]: frozenset(row["countries"].split(";")) for row in rows}


def _not_one(said: str, codes: tuple[str, ...]) -> bool:
    """Return whether “the kingdom” or “the emirate” cannot mean a country."""
    return any(word in said and not set(codes) <= lands for word, lands in _kinds().items())


def _by_kind(text: str, found: list[Entity], context: Context) -> Iterator[Entity]:
    """Yield entities for “the kingdom” or “the emirate” if only one of the countries named last is one."""
    for at in re.finditer(rf"\b[Tt]he ({'|'.join(_kinds())})\b(?:['’]s)?(?! of [A-Z])", text):
        kind = _kinds()[at[1]]
        told = (context.both, (context.last,), *context.lists[:1])
        lands = next((those for codes in told if (those := [code for code in codes if code in kind])), [])
        if len(lands) == 1 and not overlaps(*at.span(), found):
            yield Entity(COUNTRY, at.start(), at.end(), tuple(lands), at[0])


def _regional(text: str, one: Entity, context: Context) -> Entity:
    """Return the context's country for words like “the South American nation” if it is in that region; else `one`."""
    if one.kind != REGION or context.country is None or context.country not in regions()[one.value].members:
        return one
    head, tail = _THE.search(text[: one.start]), _NATION.match(text[one.end :])
    if not head or not tail:
        return one
    start, end = head.start(), one.end + tail.end()
    return Entity(COUNTRY, start, end, (context.country,), text[start:end])


_IT_HOLDS = re.compile(pattern("antecedents.it_holds"))
_AND_IT = re.compile(pattern("antecedents.and_it"))
_GAVE_IT = re.compile(pattern("antecedents.gave_it"))
_BOTH = re.compile(pattern("antecedents.both"))


def _group(text: str, context: Context) -> tuple[str, ...]:
    """Return the countries that “both” or “all four” means: those of the last list of so many, else of the sentence
    before."""
    many = NUMBERS.get(at["many"].lower()) if (at := _BOTH.match(text)) and at["many"] else None
    return next((codes for codes in context.lists if len(codes) == many), context.both)


def _so_many(at: re.Match[str], many: int) -> bool:
    """Return whether “both”, “all five” or “all of them” can mean `many` countries."""
    if at["many"]:
        return NUMBERS.get(at["many"].lower()) == many
    return many == 2 or at["it"].startswith("All")


def _pronouns(text: str, context: Context, with_status: bool) -> Iterator[Entity]:
    """Yield entities for “it” and “both” if they can only mean the countries of the sentence before."""
    forms: list[tuple[re.Pattern[str], tuple[str | None, ...]]] = [(_IT_HOLDS, (context.it,))] if with_status else []
    forms += [(_BOTH, _group(text, context))] if with_status or context.counted else []
    for form, codes in (*forms, *([(_GAVE_IT, (context.it,))] if context.counted else ())):
        for at in form.finditer(text):
            if codes and codes[0] and (form is not _BOTH or _so_many(at, len(codes))):
                start, end = at.start("it"), at.end() if form is _BOTH else at.end("it")
                yield Entity(COUNTRY if len(codes) == 1 else MANY, start, end, codes, text[start:end])


_THE = re.compile(r"\b[Tt]he (?:(?:north|south|east|west)(?:ern)? |small |tiny |large |(?:gas|oil|energy)-rich )?$")
_NATION = re.compile(r"^ (?:countr|nation|state|kingdom|emirate|all)y?\b(?! (?:to|that|which|with|in)\b)")
_STATUS = re.compile(pattern("antecedents.status"))
"""Words that can mean the context's status; if the pattern has a group `word`, only that group is the entity."""
_IT = re.compile(pattern("antecedents.it"))
_LAND = re.compile(_LAND_WORDS)


_BODY = re.compile(pattern("antecedents.body"))
_TITLE_CASE = re.compile(r"(?:\W*\b(?:[A-Z0-9]\S*|a|an|and|as|at|by|for|from|in|of|on|the|to|with)){6,}\W*")


def about_no_country(text: str, entities: tuple[Entity, ...]) -> bool:
    """Return whether a sentence begins with a body that is no country, such as “The European Union can …”.

    What such a sentence says must not be put to the country of the article.
    """
    at = _BODY.match(text)
    if at is None or _TITLE_CASE.fullmatch(text):
        return False
    named = (one for one in entities if one.kind != REGION)
    return not overlaps(*at.span("body"), named)


def goes_on_about(text: str) -> bool:
    """Return whether a sentence refers to “the status” or “the list” without its name."""
    return _STATUS.search(text) is not None


_LIST = re.compile(pattern("antecedents.list"))
_GOES_ON_IN_IT = re.compile(pattern("antecedents.goes_on_in_a_list"))


def _without_names(text: str, entities: tuple[Entity, ...]) -> str:
    """Return a sentence with its statuses as `<S>`."""
    for one in sorted((one for one in entities if one.kind == STATUS), key=lambda one: -one.start):
        text = f"{text[: one.start]}<S>{text[one.end :]}"
    return text


def another_list(text: str, entities: tuple[Entity, ...], before: str) -> str:
    """Return `list` or `group` if that named last, in a sentence or `before`, is not one of holders; else empty."""
    for at in _LIST.finditer(_without_names(text, entities)):
        before = "" if at["ours"] else "list" if at["other"] or before == "list" else "group"
    return before


def goes_on_in_another_list(
    text: str, entities: tuple[Entity, ...], before: str, right_before: str, after_status: bool
) -> bool:
    """Return whether “the list”, “the group” or “they are” may mean another one than that of holders: that named last.

    `after_status` says that the sentence before names a status, which “they are” then goes on about. “Was designated”
    alone means another list only if the sentence `right_before` names one.
    """
    words = _without_names(text, entities)
    if (at := _GOES_ON_IN_IT.search(words)) is None or (at["they"] and after_status):
        return False
    last = another_list(words[: at.start()], (), right_before if at["bare"] else before)
    return last == "list" or (last == "group" and at["group"] is not None)
