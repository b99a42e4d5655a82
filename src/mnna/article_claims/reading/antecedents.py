"""Resolve words such as “the status”, “the country”, “it” and “both” to statuses and countries, where certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.entities import COUNTRY, MANY, PEOPLE, REGION, STATUS, Entity
from mnna.article_claims.reading.grammar import Context
from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.sentences import overlaps
from mnna.article_claims.regions import regions


def with_context(text: str, entities: tuple[Entity, ...], context: Context) -> tuple[Entity, ...]:
    """Return the entities of a sentence plus those that “the status”, “the country”, “it” or “both” certainly mean."""
    found = [_regional(text, one, context) for one in entities]
    it, land = context.status if context.counted else None, (context.country,) if context.country else None
    for form, kind, value in ((_STATUS, STATUS, context.status), (_IT, STATUS, it), (_LAND, COUNTRY, land)):
        for at in form.finditer(text) if value else ():
            word = next((key for key in ("word", "like", "one") if at.groupdict().get(key)), 0)
            if word in ("one", "like") and not context.counted:
                continue
            start, end = at.span(word)
            if word in ("one", "like"):
                found = [one for one in found if one.start != start]
            if not overlaps(start, end, found):
                found.append(Entity(kind, start, end, value, text[start:end]))
    found += _own(text, found)
    named = {code for one in found if one.kind in (COUNTRY, MANY) for code in one.value}
    if len(named) == 1:
        found += [Entity(COUNTRY, *at.span("it"), tuple(named), at["it"]) for at in _AND_IT.finditer(text)]
    if not named:
        told = list(_pronouns(text, context, any(one.kind == STATUS for one in found)))
        found = [one for one in found if not overlaps(one.start, one.end, told)] + told
    return tuple(sorted(found, key=lambda one: one.start))


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


def _pronouns(text: str, context: Context, with_status: bool) -> Iterator[Entity]:
    """Yield entities for “it” and “both” if they can only mean the countries of the sentence before."""
    counted = context.counted
    if with_status or counted:
        for at in _BOTH.finditer(text):
            many = len(context.both)
            so_many = NUMBERS.get(at["many"].lower()) == many if at["many"] else many == 2 or at["it"].startswith("All")
            if many and so_many:
                yield Entity(MANY, at.start("it"), at.end(), context.both, text[at.start("it") : at.end()])
    forms = ((_IT_HOLDS, with_status), (_GAVE_IT, counted)) if context.it else ()
    for at in (at for form, told in forms if told for at in form.finditer(text)):
        yield Entity(COUNTRY, *at.span("it"), (context.it,), at["it"])


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
