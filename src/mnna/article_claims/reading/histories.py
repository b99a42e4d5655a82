"""Grammar of sentences on enactment, bills and treaties: when a law was made, what a bill would do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.errors import UnknownWord
from mnna.registry.statuses import USUAL
from mnna.statutes.citations import parse

_MADE, _WHOLE = pattern("histories.made"), pattern("histories.of_another")


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims of this family in a sentence."""
    yield from _enacted(sentence)
    yield from _bill(sentence)
    yield from _sets(sentence)
    for found in sentence.find(pattern("histories.treaties")):
        means = "more than half gained such a treaty afterwards"
        yield found.draft("treaties_after_designation", means, status=found.value("s"))


def _enacted(sentence: Masked) -> Iterator[Draft]:
    """Yield the year of enactment: “Public Law 104-164 added section 517 in 1996”."""
    words = re.sub(pattern("histories.name_of_an_act"), lambda named: " act".ljust(len(named[0])), sentence.words)
    sentence = replace(sentence, words=words)
    days = {one.value.year for one in sentence.of(DAY) if one.value and not one.value.window}
    laws = sentence.of("X")
    if len(days) != 1 or not laws or not sentence.has(rf"\b{_MADE}\b") or sentence.has(r"\b(?:amended|repealed|not)\b"):
        return
    for found in sentence.find(rf"(?:{{X}}{_WHOLE}[^.;]{{0,80}}?{_MADE}|{_MADE}[^.;]{{0,80}}?{{X:y}}{_WHOLE})"):
        law = found.entity("x") or found.entity("y")
        if law is not None and _citable(law.said) and not law.said.lower().startswith(("h.", "hr", "s.")):
            year = days.pop()
            yield found.draft("enacted_in", f"made in {year}", law=law.said, year=year)
            return


def _citable(text: str) -> bool:
    try:
        return bool(parse(text))
    except UnknownWord:
        return False


def _bill(sentence: Masked) -> Iterator[Draft]:
    """Yield what a bill would do: “H.R. 80 would terminate Pakistan's designation as a major non-NATO ally”."""
    if sentence.status() != USUAL or not sentence.of("S") or sentence.has(r"\bintroducing\b"):
        return
    number = next((one.said for one in sentence.of("X") if one.said.upper().startswith(("H", "S."))), None)
    found = sentence.first(*patterns("histories.bill"))
    codes = list(dict.fromkeys((found.value("c") if found else None) or sentence.codes))
    if found is None or (len(codes) != 1 and found.value("c") is None):
        return
    if number or sentence.has(pattern("histories.of_a_bill")):
        does = "designate" if re.match(pattern("histories.gives"), found.match["does"]) else "revoke"
        args = {"status": found.value("s"), "does": does} | ({"bill": number} if number else {})
        yield found.drafts(f"a bill to {does}", *[("bill_would", {"country": code} | args) for code in codes])


def _sets(sentence: Masked) -> Iterator[Draft]:
    """Yield to what a bill would set a threshold: “H.R. 3613 would raise the $14 million threshold to $30 million”."""
    found = sentence.first(*patterns("histories.sets"))
    bill = found.entity("x") if found else None
    if found is None or bill is None or not bill.said.upper().startswith(("H", "S")):
        return
    before = found.value("f") or (found.match.groupdict().get("g") and found.value("g"))
    args = {"bill": bill.said, "usd": found.value("m")} | ({"before": before} if before else {})
    yield found.draft("bill_threshold_is", "what the bill would set the threshold to", **args)
