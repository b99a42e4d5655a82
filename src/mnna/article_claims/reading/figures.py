"""Grammar of sentences with figures: rank, total and share of trade, and notices of sales."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mnna.article_claims.reading import notices
from mnna.article_claims.reading.doubts import planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pairs, pattern, patterns


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on figures in a sentence."""
    yield from notices.read(sentence)
    if not planned(sentence) and not wished(sentence):
        yield from _rank(sentence)
        yield from list(_total(sentence)) or _flows(sentence)
        yield from _share(sentence)
        yield from _balance(sentence)


def told_trade(before: Sequence[Draft]) -> str | None:
    """Return the country whose trade with the United States the drafts of a sentence tell; None if there is none."""
    of = (args["country"] for one in before for type_, args in one.parts if type_.startswith("trade_"))
    return next(of, None)


def _partner(sentence: Masked) -> str | None:
    """Return the country whose trade a sentence tells: the one named, else the one told of before."""
    codes = set(sentence.codes)
    context = sentence.context
    if sentence.has(r"\b(?:both|all|each|either) (?:of|three|four|five|countries|nations|states|[.,;]|$)|\bboth\b"):
        return None
    return codes.pop() if len(codes) == 1 else None if codes else context.trade or context.it or context.last


def _flows(sentence: Masked) -> Iterator[Draft]:
    """Yield goods trade both ways, and what was sold and bought: “$7.4 billion, with exports of $5.5 billion”."""
    known, year = _year(sentence)
    country = _partner(sentence)
    goods = sentence.has(r"\b(?:goods|merchandise)\b") or sentence.context.trade is not None
    if country is None or not known or sentence.has(r"\bservices\b") or not goods:
        return
    if sentence.has(pattern("figures.not_ours")):
        return
    found = {}
    for name, form in pairs("figures.flows"):
        if name not in found and (one := sentence.first(form)) and _certain(one):
            found[name] = one
    if not found and sentence.context.trade and (one := sentence.first(pattern("figures.went"))) and year:
        found = {"total": one}
    if len({one.match["m"] for one in found.values()}) != len(sentence.of("M")):
        return
    for name, one in found.items():
        usd, about = one.value("m"), _tolerance(one)
        if name == "total":
            args = {"country": country, "usd": usd, "scope": "goods", "tolerance_percent": about, **year}
            yield one.draft("trade_total_is", "goods trade with the United States", **args)
        else:
            args = {"country": country, "indicator": f"us_goods_{name}", "value": usd / 1e6}
            yield one.draft("figure_is", f"{name} of goods", **args, tolerance_percent=about, **year)


def _certain(found: Found) -> bool:
    """Return whether an amount is told as such, and not as a bound."""
    return not re.search(pattern("figures.bound"), found.match[0])


def _tolerance(found: Found) -> float:
    """Return by how many percent an amount may be off: half of its last digit, and what revisions may change."""
    said = found.entity("m")
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", said.said if said else "")
    number = float(digits[0].replace(",", "")) if digits else 0.0
    step = 10.0 ** -len(digits[1] or "") if digits else 0.0
    about = 3.0 if re.search(r"\b(?:about|some|around|roughly) <M\d+>$", found.match[0]) else 0.0
    return round(max(2.0, 50 * step / number + 1.0 + about), 1) if number else 2.0


def _balance(sentence: Masked) -> Iterator[Draft]:
    """Yield a deficit or surplus of goods trade: “The United States ran a deficit in that trade”."""
    found = sentence.first(*patterns("figures.balance"))
    country, (known, year) = _partner(sentence), _year(sentence)
    goods = sentence.has(r"\b(?:trade|goods|merchandise)\b") or sentence.context.trade is not None
    if found is None or country is None or not known or not goods or sentence.has(r"\b(?:budget|services|fiscal)\b"):
        return
    usd = {"usd": found.value("m"), "tolerance_percent": _tolerance(found)} if found.value("m") else {}
    side = found.match["side"]
    yield found.draft("trade_balance_is", f"a {side} of the United States", country=country, side=side, **usd, **year)


def _year(sentence: Masked) -> tuple[bool, dict[str, Any]]:
    """Return whether the sentence names at most one certain year, and that year as an argument ({} if none)."""
    years = {one.value.year if one.value and not one.value.window else None for one in sentence.of(DAY)}
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
