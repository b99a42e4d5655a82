"""Grammar of sentences on notices of arms sales: thresholds, whether a sale must be notified, days of review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY, STATUS
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pairs, pattern, patterns
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

ALLIANCE = "nato"
LARGE = 1e9
"""US dollars of a sale above every threshold, used for claims on the days of review."""
_MEASURES = ((r"major defen[sc]e equipment", "mde"), (r"(?:design and )?construction", "construction"), (r"", "total"))


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on thresholds, on one sale and on days of review in a sentence."""
    buyer = _buyer(sentence)
    if buyer is not None:
        yield from list(_sale(sentence, buyer)) or _thresholds(sentence, buyer)
        yield from _review(sentence, buyer)


def speaks_of_sales(sentence: Masked) -> bool:
    """Return whether a sentence is about arms sales and their notification to Congress."""
    return sentence.has(pattern("notices.of_sales")) and sentence.has(pattern("notices.told_of"))


def _thresholds(sentence: Masked, buyer: dict[str, str]) -> Iterator[Draft]:
    """Yield thresholds: “sales of major defense equipment of $14 million or more must be notified to Congress”."""
    must = all(sentence.has(form) for form in patterns("notices.must_notify"))
    if not must or sentence.has(pattern("notices.of_some")):
        return
    amounts, channel = len(sentence.of("M")), _channel(sentence)
    measured = {}
    if amounts == 1 and (found := sentence.first(pattern("notices.threshold"))):
        measured = {_measure(sentence.words): found}
    elif amounts > 1:
        each = max((list(sentence.find(form)) for form in patterns("notices.each_threshold")), key=len)
        measured = {_measure(one.match["of"]): one for one in each}
    if len(measured) != amounts or ("total" in measured and amounts == 1 and not _says_total(sentence)):
        return
    for measure, found in measured.items():
        args = {"channel": channel, "measure": measure, "usd": found.value("m"), **buyer}
        yield found.draft("threshold_is", f"the threshold of {measure} by {channel}{_put(sentence, buyer)}", **args)


def _sale(sentence: Masked, buyer: dict[str, str]) -> Iterator[Draft]:
    """Yield the claim on one sale, not a rule: “A $20 million sale to Brazil must be notified to Congress”."""
    found = sentence.first(*patterns("notices.one_sale"))
    if not buyer or found is None or len(sentence.of("M")) != 1 or sentence.of(DAY) or wished(sentence):
        return
    need = next((need for form, need in pairs("notices.need") if re.search(form, found.after)), None)
    if need is None or sentence.has(pattern("notices.or_more")):
        return
    measure, usd = _measure(sentence.words), found.value("m")
    args: dict[str, Any] = {**buyer, "channel": _channel(sentence), "total": usd, "notified": need}
    if measure != "construction":
        args |= {"mde": usd} if measure == "mde" else {}
        means = f"a sale of that value {'must' if need == 'yes' else 'need not'} be notified"
        yield found.draft("sale_notified", f"{means}{_put(sentence, buyer)}", **args)


def _review(sentence: Masked, buyer: dict[str, str]) -> Iterator[Draft]:
    """Yield days of review, for a sale above every threshold: “Congress has 30 days to review arms sales to Kenya”."""
    if not buyer or not sentence.has(pattern("notices.of_sales")) or sentence.has(pattern("notices.not_of_sales")):
        return
    if planned(sentence) or wished(sentence) or sentence.of(DAY) or len(sentence.of("N")) != 1:
        return
    found = sentence.first(*patterns("notices.review"))
    if found is not None and not negated(sentence.words, found.match.start()):
        args = {**buyer, "channel": _channel(sentence), "days": found.value("n"), "total": LARGE, "mde": LARGE}
        means = f"the days of review of a sale above every threshold{_put(sentence, buyer)}"
        yield found.draft("sale_review_days", means, **args)


def _buyer(sentence: Masked) -> dict[str, str] | None:
    """Return the buyer as an argument: the one country named, or any NATO member for the alliance.

    Returns an empty dict if the sentence names no buyer, and None if it names several countries or another group.
    """
    if codes := set(sentence.codes):
        return {"country": codes.pop()} if len(codes) == 1 else None
    groups = {one.value for one in sentence.of(STATUS)}
    if groups <= {ALLIANCE} and sentence.has(pattern("notices.to_the_alliance")):
        return {"country": min(code for code, status in load_registry().by_key if status == ALLIANCE)}
    return None if groups or "nato" in sentence.words or sentence.has(pattern("notices.some_group")) else {}


def _put(sentence: Masked, buyer: dict[str, str]) -> str:
    return f" (put to {countries()[buyer['country']].name}, a member)" if buyer and not sentence.codes else ""


def _says_total(sentence: Masked) -> bool:
    """Return whether the amount is of all articles and services; “threshold” alone could be of any measure."""
    return sentence.has(pattern("notices.of_all_sales")) and not sentence.has("equipment")


def _measure(words: str) -> str:
    return next(id_ for form, id_ in _MEASURES if re.search(form, words))


def _channel(sentence: Masked) -> str:
    return "dcs" if sentence.has(r"\b(?:commercial|direct|licen[sc]\w+)\b") else "fms"
