"""Grammar of news of one arms sale: “approved a $2 billion sale of aircraft to France”, “notified Congress of it”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mnna.article_claims.reading.entities import DAY, MONEYS, Entity
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.dates import MONTHS


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claim that a sale was notified to Congress, or several for a list of sales."""
    sentence = replace(sentence, words=re.sub(pattern("sales.beside_an_act"), _blank, sentence.words))
    if not speaks_of_a_sale(sentence) or sentence.has(pattern("sales.not_approved")):
        return
    if not speaks_of_arms(sentence.text):
        return
    if bracketed := list(_bracketed(sentence)):
        yield from bracketed
        return
    listed = list(sentence.find(pattern("sales.listed")))
    if len(listed) > 1 and len(listed) == len(sentence.of(MONEYS)):
        sales = [("sale_on_record", {"country": one.value("c")[0], "usd": one.value("m")}) for one in listed]
        yield listed[0].drafts("sales of these values were notified", *sales)
    elif not listed or len(sentence.of(MONEYS)) == 1:
        yield from _one(sentence)


def _blank(at: re.Match[str]) -> str:
    return " " * len(at[0])


def _bracketed(sentence: Masked) -> Iterator[Draft]:
    """Yield each sale of a list with values in brackets: “include 25 F-16 aircraft ($3.8 billion) and …”."""
    amounts = list(re.finditer(pattern("sales.in_brackets"), sentence.words))
    country = _of_sentence(sentence)
    if not amounts or len(amounts) != len(sentence.of(MONEYS)) or country is None:
        return
    at = 0
    for one in amounts:
        end = sentence.places[one.start()]
        told = re.split(r"\binclud\w+|\bcover\w+|:", sentence.text[at:end])[-1]
        args = {"country": country, "usd": sentence.entities[int(one[1])].value} | _things(told)
        found = sentence.first(re.escape(one[0]))
        if found is not None:
            yield found.draft("sale_on_record", "a sale that was notified to Congress", **args)
        at = sentence.places[one.end() - 1]


def _of_sentence(sentence: Masked) -> str | None:
    """Return the only country that a sentence names; where it names none, the one told of last."""
    codes = set(sentence.codes)
    context = sentence.context
    bought = re.findall(pattern("sales.bought_by"), sentence.words)
    if len(codes) > 1 and len(bought) == 1:
        return str(sentence.entities[int(bought[0])].value[0])
    return codes.pop() if len(codes) == 1 else None if codes else context.it or context.last or context.subject


_COUNTED = pattern("sales.item")
_ITEM = re.compile(
    rf"\b(?P<n>(?!(?:19|20)\d\d\b)\d[\d,]*|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}) {_COUNTED}"
)
"""A number and what it counts: “600 Stinger”, “36 AH-64E”."""


_NO_ARMS = ("Congress", "Senate", "House", "State", "Pentagon", "Americans", "Block")


def _things(text: str) -> dict[str, str]:
    """Return the types of arms and the numbers of items of a text as arguments."""
    types = ", ".join(dict.fromkeys(re.findall(pattern("sales.types"), text)))
    counted = [(_number(at["n"]), at["name"]) for at in _ITEM.finditer(text) if at["name"] not in (*MONTHS, *_NO_ARMS)]
    items = ", ".join(f"{many} {name}" for many, name in counted if many)
    return ({"types": types} if types else {}) | ({"items": items} if items else {})


def _number(said: str) -> int:
    return NUMBERS.get(said.lower()) or (int(said.replace(",", "")) if said[0].isdigit() else 0)


def _ranked(sentence: Masked, args: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield that the sale told is the largest, or the latest, of those of the country."""
    country = args["country"]
    if sentence.has(pattern("sales.largest")) and "usd" in args:
        yield "largest_notice", {"country": country, "usd": args["usd"]}
    when: dict[str, Any] = {key: args[key] for key in ("year", "month") if key in args}
    when = when or ({"year": args["on"].year, "month": args["on"].month} if "on" in args else {})
    if sentence.has(pattern("sales.latest")) and when:
        yield "latest_notice", {"country": country, **when}


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
    things = _things(sentence.text)
    if found is None and not amounts and days and "items" in things:
        found, country = sentence.first(r"\bnotif\w+|\bnotices?\b"), _of_sentence(sentence)
    if found is None or country is None or when is None or not (amounts or when):
        return
    of = ({"usd": found.value("m")} if amounts else {}) | things
    args: dict[str, Any] = {"country": country} | of | when
    ranked = list(_ranked(sentence, args))
    yield found.drafts("a sale that was notified to Congress", ("sale_on_record", args), *ranked)


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
    if len(named) > 1 or (not named and (sentence.has(r"\bnotices?\b") or "items" in _things(sentence.text))):
        return _of_sentence(sentence)
    if not named:
        return of_the_article(sentence) if re.search(pattern("sales.the_sale"), found.match[0]) else None
    codes = {code for at in named for code in sentence.named(at)}
    beside = any(re.search(pattern("sales.no_buyer"), sentence.words[: at.start()]) for at in named)
    return codes.pop() if len(codes) == 1 and not beside else None


def of_the_article(sentence: Masked) -> str | None:
    """Return the country that the article is about, where it has spoken of an arms sale; None if it is not certain."""
    context = sentence.context
    return context.subject if context.after_sale and context.it in (None, context.subject) else None
