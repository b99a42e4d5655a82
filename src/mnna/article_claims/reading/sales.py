"""Grammar of news of one arms sale: “approved a $2 billion sale of aircraft to France”, “notified Congress of it”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.entities import DAY, MONEYS, Entity
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claim that a sale was notified to Congress, or several for a list of sales."""
    if not speaks_of_a_sale(sentence) or sentence.has(pattern("sales.not_approved")):
        return
    if not speaks_of_arms(sentence.text):
        return
    listed = list(sentence.find(pattern("sales.listed")))
    if len(listed) > 1 and len(listed) == len(sentence.of(MONEYS)):
        sales = [("sale_on_record", {"country": one.value("c")[0], "usd": one.value("m")}) for one in listed]
        yield listed[0].drafts("sales of these values were notified", *sales)
    elif not listed or len(sentence.of(MONEYS)) == 1:
        yield from _one(sentence)


def speaks_of_a_sale(sentence: Masked) -> bool:
    """Return whether a sentence says that the United States approved a sale of arms, or told Congress of it."""
    return any(sentence.has(form) for form in patterns("sales.approved"))


def speaks_of_arms(text: str) -> bool:
    """Return whether a sentence names a sale or deal and arms, and nothing else that is sold or agreed."""
    text = text.lower()
    ours = re.search(pattern("sales.deal_word"), text) and re.search(pattern("sales.arms"), text)
    return ours is not None and not re.search(pattern("sales.no_arms"), text)


def _one(sentence: Masked) -> Iterator[Draft]:
    amounts, days = sentence.of(MONEYS), sentence.of(DAY)
    if amounts:
        found = sentence.first(*patterns("sales.valued")) if len(amounts) == 1 else None
    else:
        alone = () if sentence.context.status else (pattern("sales.notified"),)
        found = sentence.first(*patterns("sales.without_value"), *alone) if days else None
    country = _buyer(found) if found else None
    when = _when(days)
    if found is None or country is None or when is None or not (amounts or when):
        return
    types = ", ".join(dict.fromkeys(re.findall(pattern("sales.types"), sentence.text)))
    of = ({"usd": found.value("m")} if amounts else {}) | ({"types": types} if types else {})
    args: dict[str, Any] = {"country": country} | of | when
    yield found.draft("sale_on_record", "a sale that was notified to Congress", **args)


def _when(days: list[Entity]) -> dict[str, Any] | None:
    """Return the one day, month or year of a sentence as arguments, empty if it names none; None if not certain."""
    if not days:
        return {}
    told = days[0].value if len({one.value for one in days}) == 1 else None
    if told is None or told.window:
        return None
    if told.date:
        return {"on": told.date}
    return {"year": told.year} | ({"month": told.month} if told.month else {})


def _buyer(found: Found) -> str | None:
    """Return the country after “sale to”, or else the only one named if it can be the buyer; for “the sale” with no
    country in the sentence, the article's."""
    sentence = found.masked
    named = list(re.finditer(r"<[CL](\d+)>", sentence.words))
    if re.match(pattern("sales.notified"), found.match[0]):
        return of_the_article(sentence)
    if (to := sentence.first(pattern("sales.to"))) is not None:
        return str(to.value("c")[0]) if len(to.value("c")) == 1 else None
    if not named:
        return of_the_article(sentence) if re.search(pattern("sales.the_sale"), found.match[0]) else None
    codes = {code for at in named for code in sentence.entities[int(at[1])].value}
    beside = any(re.search(pattern("sales.no_buyer"), sentence.words[: at.start()]) for at in named)
    return codes.pop() if len(codes) == 1 and not beside else None


def of_the_article(sentence: Masked) -> str | None:
    """Return the country that the article is about, where it has spoken of an arms sale; None if it is not certain."""
    context = sentence.context
    return context.subject if context.after_sale and context.it in (None, context.subject) else None
