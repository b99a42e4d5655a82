"""Grammar of sentences on notices of arms sales: thresholds, whether a sale must be notified, days of review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mnna.article_claims.reading import sales
from mnna.article_claims.reading.benefits import unnamed
from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.article_claims.reading.patterns import pairs, pattern, patterns
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL

ALLIANCE, PLUS = "nato", "nato-plus"
SHORT, LONG = 15, 30
"""The days of review of sales to NATO members and the countries named beside them, and of sales to others."""
LARGE = 1e9
"""US dollars of a sale above every threshold, used for claims on the days of review."""
Buyer = dict[str, str]
"""The argument `country` of a claim."""


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on thresholds, on one sale and on days of review in a sentence."""
    cut = [pattern("notices.and_not"), pattern("notices.as_others"), pattern("notices.others_too")]
    sentence, said = _without(sentence, *cut), sentence
    buyers = _buyers(sentence)
    if terms := list(_terms(said)):
        yield from terms
    elif buyers is not None:
        yield from (
            list(_sale(sentence, buyers)) or list(_below(sentence, buyers)) or list(_thresholds(sentence, buyers))
        )
        yield from _review(sentence, buyers or _spoken_of(sentence), said)


def _without(sentence: Masked, *forms: str) -> Masked:
    """Return the sentence without what it only compares: “rather than the 15 days that apply to NATO members”."""
    for form in forms:
        while at := compiled(form).search(sentence.words):
            words = sentence.words[: at.start()] + sentence.words[at.end() :]
            places = [*sentence.places[: at.start()], *sentence.places[at.end() :]]
            sentence = replace(sentence, words=words, places=places)
    return sentence


def _terms(sentence: Masked) -> Iterator[Draft]:
    """Yield the threshold and the days of one country: “For Taiwan it's $14 million and 30 days, same as for Kenya”."""
    if (found := sentence.first(pattern("notices.terms"))) and sentence.context.after_sale:
        usd, days = found.value("m"), found.value("n")
        measure = "mde" if usd < _LEAST_TOTAL else "total"
        for code in (*found.value("c"), *(found.value("d") or ())):
            threshold = {"channel": "fms", "measure": measure, "usd": usd, "country": code}
            review = {"channel": "fms", "days": days, "total": LARGE, "mde": LARGE, "country": code}
            yield found.drafts(
                "threshold and days of review", ("threshold_is", threshold), ("sale_review_days", review)
            )


_LEAST_TOTAL = 30e6
"""US dollars: a threshold told alone is of major defense equipment below it, else of all articles and services."""


def _below(sentence: Masked, buyers: list[Buyer]) -> Iterator[Draft]:
    """Yield that a sale just below an amount need not be notified: “require no notification below $100 million”."""
    found = sentence.first(*patterns("notices.below"))
    if found is None or len(sentence.of("M")) != 1 or sentence.of(DAY) or sentence.has(pattern("notices.of_some")):
        return
    usd, measure = found.value("m") - 1, _measure(sentence.words)
    args: dict[str, Any] = {"channel": _channel(sentence), "total": usd, "notified": "no"}
    args |= {"mde": usd} if measure == "mde" or usd < LEAST else {}
    codes = buyers or _spoken_of(sentence) or [{"country": unnamed()}]
    if measure != "construction":
        yield found.drafts("a sale just below need not be notified", *[("sale_notified", one | args) for one in codes])


LEAST = 14e6
"""US dollars: the lowest threshold."""


def speaks_of_sales(sentence: Masked) -> bool:
    """Return whether a sentence is about arms sales and their notification to Congress."""
    of_sales = sentence.has(pattern("notices.of_sales")) and sentence.has(pattern("notices.told_of"))
    return of_sales or (bool(sentence.of("M")) and (sentence.has("threshold") or sentence.context.after_sale))


def _thresholds(sentence: Masked, buyers: list[Buyer]) -> Iterator[Draft]:
    """Yield thresholds: “sales of major defense equipment of $14 million or more must be notified to Congress”."""
    if row := _in_a_row(sentence):
        parts = [("threshold_is", args | buyer) for buyer in buyers or [{}] for args in row[1]]
        yield row[0].drafts(f"the thresholds of government sales{_put(sentence, buyers)}", *parts)
        return
    must = all(sentence.has(form) for form in patterns("notices.must_notify"))
    if not must or sentence.has(pattern("notices.of_some")):
        return
    amounts, channel = len(sentence.of("M")), _channel(sentence)
    measured = {}
    if amounts == 1 and (found := sentence.first(pattern("notices.threshold"))):
        measure = _measure(sentence.words)
        of_all = measure != "total" or sentence.has(r"\b(?:total|overall|in all|articles|services|thresholds?)\b")
        measured = {measure if of_all or found.value("m") >= _LEAST_TOTAL else "mde": found}
    elif amounts:
        by_amount: dict[str, Found] = {}
        for one in sentence.find(*patterns("notices.each_threshold")):
            by_amount.setdefault(one.match["m"], one)
        measured = {_measure(one.match["of"]): one for one in by_amount.values()}
    of_all = sentence.has(pattern("notices.of_all_sales")) and not sentence.has("equipment")
    if len(measured) != amounts or ("total" in measured and amounts == 1 and not of_all):
        return  # a “threshold” alone could be of any measure
    said = dict(pairs("notices.said"))
    for measure, found in measured.items():
        args = {"channel": channel, "measure": measure, "usd": found.value("m")}
        means = f"the threshold of {said[measure]} {said[channel]}{_put(sentence, buyers)}"
        yield found.drafts(means, *[("threshold_is", args | buyer) for buyer in buyers or [{}]])


def _in_a_row(sentence: Masked) -> tuple[Found, list[dict[str, Any]]] | None:
    """Return two or three thresholds told in a row, of equipment, of all articles and services, and of construction."""
    found = sentence.first(pattern("notices.in_a_row"))
    if found is None or sentence.of(DAY) or planned(sentence) or negated(sentence.words, found.match.start()):
        return None
    if not sentence.context.after_sale and not sentence.has(r"congress|notif|\bsales?\b|\barms\b|nato|<[SCL]\d"):
        return None
    numbers = [int(found.match["m"]), *map(int, re.findall(r"\d+", found.match["more"]))]
    amounts = [sentence.entities[number].value for number in numbers]
    if len(amounts) > 3 or len(amounts) != len(sentence.of("M")) or sorted(amounts) != amounts:
        return None
    if any(sentence.has(form) for form, id_ in pairs("notices.measures") if id_ != "total"):
        return None
    measures = zip(("mde", "total", "construction"), amounts, strict=False)
    return found, [{"channel": _channel(sentence), "measure": measure, "usd": usd} for measure, usd in measures]


def _sale(sentence: Masked, buyers: list[Buyer]) -> Iterator[Draft]:
    """Yield the claim on one sale, not a rule: “A $20 million sale to Brazil must be notified to Congress”."""
    found = sentence.first(*patterns("notices.one_sale"))
    if not buyers or found is None or len(sentence.of("M")) != 1 or sentence.of(DAY) or wished(sentence):
        return
    need = next((need for form, need in pairs("notices.need") if re.search(form, found.after)), None)
    if need is None or sentence.has(pattern("notices.or_more")) or sentence.has(pattern("notices.of_some")):
        return
    measure, usd = _measure(sentence.words), found.value("m")
    args: dict[str, Any] = {"channel": _channel(sentence), "total": usd, "notified": need}
    if measure != "construction":
        only_services = measure == "total" and sentence.has(pattern("notices.only_services"))
        args |= {"mde": usd} if measure == "mde" else {"mde": 0.0} if only_services else {}
        means = f"a sale of that value {'must' if need == 'yes' else 'need not'} be notified"
        yield found.drafts(f"{means}{_put(sentence, buyers)}", *[("sale_notified", buyer | args) for buyer in buyers])


def _review(sentence: Masked, buyers: list[Buyer], said: Masked) -> Iterator[Draft]:
    """Yield days of review, for a sale above every threshold: “Congress has 30 days to review arms sales to Kenya”."""
    sentence = _without(sentence, pattern("notices.beside_a_day"), pattern("notices.by_a_status"))
    if not buyers or sentence.has(pattern("notices.not_of_sales")) or planned(sentence) or wished(sentence):
        return
    if sentence.of(DAY):
        return
    found, days = sentence.first(pattern("notices.shorter")), SHORT
    if found is not None and not sentence.of("N") and (said.has("congress|nato|<S|sales") or said.context.after_sale):
        days = LONG if negated(sentence.words, found.match.start()) else SHORT
    elif sentence.has(pattern("notices.of_sales")) and len(sentence.of("N")) == 1:
        found = sentence.first(*patterns("notices.review"))
        days = found.value("n") if found else 0
        sure = days in (SHORT, LONG) or said.has(r"congress|lawmakers|\b(?:sales?|arms|weapons)\b")
        found = None if found and (negated(sentence.words, found.match.start()) or not sure) else found
    else:
        found = None
    if found is not None:
        args = {"channel": _channel(sentence), "days": days, "total": LARGE, "mde": LARGE}
        means = f"the days of review of a sale above every threshold{_put(sentence, buyers)}"
        yield found.drafts(means, *[("sale_review_days", buyer | args) for buyer in buyers])


def _buyers(sentence: Masked) -> list[Buyer] | None:
    """Return the buyers as arguments: the countries of one list, and any NATO member for the alliance.

    Returns an empty list if the sentence names no buyer, and None if it names countries apart or another group.
    """
    codes = list(dict.fromkeys(sentence.codes))
    if len(codes) > 1 and not sentence.has(pattern("notices.list_of_buyers")):
        return None
    apposed = re.sub(pattern("notices.as_holder"), " ", sentence.words) if len(codes) == 1 else sentence.words
    apposed = re.sub(pattern("notices.by_a_status"), " ", apposed)
    groups = {sentence.entities[int(at)].value for at in re.findall(r"<S(\d+)>", apposed)}
    if not groups <= {ALLIANCE, USUAL, PLUS} or (
        not codes and not groups and sentence.has(pattern("notices.some_group"))
    ):
        return None
    if groups - {ALLIANCE} and (codes or not compiled(pattern("notices.told_of")).search(apposed)):
        return None
    holders: list[Buyer] = [{"country": _holder(sentence, group)} for group in sorted(groups - {ALLIANCE})]
    alliance = ALLIANCE in groups or re.search(r"\bnato\b", sentence.words) is not None
    if alliance and not sentence.has(pattern("notices.to_the_alliance")):
        return [{"country": codes[0]}] if len(codes) == 1 else None
    buyers: list[Buyer] = [*({"country": code} for code in codes), *holders]
    return [*buyers, {"country": _holder(sentence, ALLIANCE)}] if alliance else buyers


def _holder(sentence: Masked, status: str) -> str:
    """Return a holder of a status on the day of the article: if it can be, one outside the group beside NATO."""
    held = [code for code in load_registry().named[status] if sentence.held(code, status)]
    return next((code for code in held if status == PLUS or not sentence.held(code, PLUS)), held[0])


def _put(sentence: Masked, buyers: list[Buyer]) -> str:
    of = [one["country"] for one in buyers if one["country"] not in sentence.codes]
    return f" (put to {' and '.join(countries()[code].name for code in of)}, one of the group)" if of else ""


def _spoken_of(sentence: Masked) -> list[Buyer]:
    """Return the article's country as the buyer where a sentence speaks of “the deal”; an empty list elsewhere."""
    context = sentence.context
    if sentence.has(pattern("notices.those")):
        two = next((codes for codes in (context.both, *context.lists) if len(codes) == 2), context.both)
        these = two if sentence.has(r"\b(?:both|either)\b") else context.both
        return [{"country": code} for code in these]
    one = context.it or context.still
    if one and not sentence.codes and sentence.has(pattern("notices.of_it")):
        return [{"country": one}]
    same = sales.of_the_article(sentence)
    return [{"country": same}] if same and sentence.has(pattern("sales.the_sale")) else []


def _measure(words: str) -> str:
    return next(id_ for form, id_ in pairs("notices.measures") if re.search(form, words))


def _channel(sentence: Masked) -> str:
    return "dcs" if sentence.has(r"\b(?:commercial|direct|licen[sc]\w+)\b") else "fms"
