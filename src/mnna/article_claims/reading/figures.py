"""Grammar of sentences with figures: rank, total and share of trade, and notices of sales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mnna.article_claims.reading import sales
from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pairs, pattern, patterns
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

ALLIANCE = "nato"
LARGE = 1e9
"""US dollars of a sale above every threshold, used for claims on the days of review."""
Buyer = dict[str, str]
"""The argument `country` of a claim."""


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on figures in a sentence."""
    yield from of_notices(sentence)
    if not planned(sentence) and not wished(sentence):
        yield from _rank(sentence)
        yield from _total(sentence)
        yield from _share(sentence)


def _year(sentence: Masked) -> tuple[bool, dict[str, Any]]:
    """Return whether the sentence names at most one certain year, and that year as an argument ({} if none)."""
    years = {one.value.year if one.value else None for one in sentence.of(DAY)}
    if len(years) > 1 or None in years:
        return False, {}
    return True, {"year": years.pop()} if years else {}


def _rank(sentence: Masked) -> Iterator[Draft]:
    """Yield a rank: “Taiwan is the 10th largest trading partner of the United States”."""
    for found in sentence.find(*patterns("figures.rank")):
        known, year = _year(replace(sentence, words=found.before + found.match[0] + re.split(r"[,;]", found.after)[0]))
        undated = bool(sentence.of(DAY)) and not year
        part = sentence.has(r"\b(?:one of|among)\b") or re.match(pattern("figures.within"), found.after)
        if known and len(found.value("c")) == 1 and not (part or undated):
            rank = found.value("o") or 1
            means = f"rank {rank} in goods trade"
            yield found.draft("trade_rank_is", means, country=found.value("c")[0], rank=rank, **year)
            return


def _total(sentence: Masked) -> Iterator[Draft]:
    """Yield a total (scope "goods" only if said): “trade with Colombia was worth $40 billion in 2019”."""
    codes = set(sentence.codes)
    settled = sentence.context.status and not sentence.of("A")
    ours = sentence.of("U") or (settled and not sentence.has(pattern("figures.not_ours")))
    if len(codes) != 1 or len(sentence.of("M")) != 1 or not ours:
        return
    known, year = _year(sentence)
    both = re.sub(pattern("figures.all_trade"), "", sentence.words)
    if (
        known
        and (found := sentence.first(pattern("figures.total")))
        and not re.search(pattern("figures.not_trade"), both)
    ):
        scope = "goods" if sentence.has(r"\b(?:goods|merchandise)\b") and not sentence.has("services") else "unsaid"
        scope = "goods and services" if sentence.has("goods and services") else scope
        more = sentence.has(r"(?:over|more than|at least|exceed\w+|topped|surpass\w+) (?:a |the )?<M\d+>")
        kind = "trade" if scope == "unsaid" else f"trade in {scope}"
        means = f"{kind} with the United States of {'at least ' * bool(more)}that much"
        args = {"country": codes.pop(), "usd": found.value("m"), "scope": scope, **year}
        yield found.draft("trade_total_at_least" if more else "trade_total_is", means, **args)


def _share(sentence: Masked) -> Iterator[Draft]:
    """Yield a share: “Mexico accounts for 14.5 percent of total US trade”."""
    codes = set(sentence.codes)
    known, year = _year(sentence)
    if found := sentence.first(pattern("figures.share")):
        many = found.match["many"]
        if known and len(codes) == 1:
            percent = float(sentence.entities[int(many[2:-1])].value if many.startswith("<") else many)
            means = "that share of goods trade"
            yield found.draft("trade_share_is", means, country=codes.pop(), percent=percent, **year)


def of_notices(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on thresholds, on one sale and on days of review in a sentence."""
    buyers = _buyers(sentence)
    if buyers is not None:
        yield from list(_sale(sentence, buyers)) or _thresholds(sentence, buyers)
        yield from _review(sentence, buyers or _spoken_of(sentence))


def speaks_of_sales(sentence: Masked) -> bool:
    """Return whether a sentence is about arms sales and their notification to Congress."""
    return sentence.has(pattern("notices.of_sales")) and sentence.has(pattern("notices.told_of"))


def _thresholds(sentence: Masked, buyers: list[Buyer]) -> Iterator[Draft]:
    """Yield thresholds: “sales of major defense equipment of $14 million or more must be notified to Congress”."""
    must = all(sentence.has(form) for form in patterns("notices.must_notify"))
    if not must or sentence.has(pattern("notices.of_some")):
        return
    amounts, channel = len(sentence.of("M")), _channel(sentence)
    measured = {}
    if amounts == 1 and (found := sentence.first(pattern("notices.threshold"))):
        measured = {_measure(sentence.words): found}
    elif amounts:
        each = max((list(sentence.find(form)) for form in patterns("notices.each_threshold")), key=len)
        measured = {_measure(one.match["of"]): one for one in each}
    of_all = sentence.has(pattern("notices.of_all_sales")) and not sentence.has("equipment")
    if len(measured) != amounts or ("total" in measured and amounts == 1 and not of_all):
        return  # a “threshold” alone could be of any measure
    for measure, found in measured.items():
        args = {"channel": channel, "measure": measure, "usd": found.value("m")}
        said = dict(pairs("notices.said"))
        means = f"the threshold of {said[measure]} {said[channel]}{_put(sentence, buyers)}"
        yield found.drafts(means, *[("threshold_is", args | buyer) for buyer in buyers or [{}]])


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


def _review(sentence: Masked, buyers: list[Buyer]) -> Iterator[Draft]:
    """Yield days of review, for a sale above every threshold: “Congress has 30 days to review arms sales to Kenya”."""
    plain = re.sub(pattern("notices.and_not"), "", sentence.words)
    if not buyers or not sentence.has(pattern("notices.of_sales")) or re.search(pattern("notices.not_of_sales"), plain):
        return
    if planned(sentence) or wished(sentence) or sentence.of(DAY) or len(re.findall(r"<N\d+>", plain)) != 1:
        return
    found = sentence.first(*patterns("notices.review"))
    if found is not None and not negated(sentence.words, found.match.start()):
        args = {"channel": _channel(sentence), "days": found.value("n"), "total": LARGE, "mde": LARGE}
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
    groups = {sentence.entities[int(at)].value for at in re.findall(r"<S(\d+)>", apposed)}
    if not groups <= {ALLIANCE} or (not codes and sentence.has(pattern("notices.some_group"))):
        return None
    alliance = bool(groups) or re.search(r"\bnato\b", sentence.words) is not None
    if alliance and not sentence.has(pattern("notices.to_the_alliance")):
        return [{"country": codes[0]}] if len(codes) == 1 else None
    buyers: list[Buyer] = [{"country": code} for code in codes]
    return [*buyers, {"country": _member(sentence)}] if alliance else buyers


def _member(sentence: Masked) -> str:
    """Return a member of the alliance on the day of the article: the first by its code."""
    ever = sorted(code for code, status in load_registry().by_key if status == ALLIANCE)
    return next(code for code in ever if sentence.held(code, ALLIANCE))


def _put(sentence: Masked, buyers: list[Buyer]) -> str:
    member = next((one["country"] for one in buyers if one["country"] not in sentence.codes), None)
    return f" (for NATO members put to {countries()[member].name}, one of them)" if member else ""


def _spoken_of(sentence: Masked) -> list[Buyer]:
    """Return the article's country as the buyer where a sentence speaks of “the deal”; an empty list elsewhere."""
    same = sales.of_the_article(sentence)
    return [{"country": same}] if same and sentence.has(pattern("sales.the_sale")) else []


def _measure(words: str) -> str:
    return next(id_ for form, id_ in pairs("notices.measures") if re.search(form, words))


def _channel(sentence: Masked) -> str:
    return "dcs" if sentence.has(r"\b(?:commercial|direct|licen[sc]\w+)\b") else "fms"
