"""Grammar of sentences with figures: rank, total and share of trade, and notices of sales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mnna.article_claims.reading import notices
from mnna.article_claims.reading.doubts import planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pattern, patterns


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on figures in a sentence."""
    yield from notices.read(sentence)
    if not planned(sentence) and not wished(sentence):
        yield from _rank(sentence)
        yield from _total(sentence)
        yield from _share(sentence)


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
