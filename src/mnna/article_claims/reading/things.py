"""Grammar of things that no authority of a status covers: money, tariffs, the pace of sales, the stocks themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import negated
from mnna.article_claims.reading.grammar import Masked, compiled
from mnna.article_claims.reading.patterns import pairs, pattern
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL

Part = tuple[int, int, str, dict[str, Any]]
"""The start and end of words in the masked sentence, the type of their claim, and its arguments."""
SITE = "war-reserve-stockpile-site"
SATELLITES = "satellite-licensing"


def read(sentence: Masked, status: str, country: str, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """Yield the parts of a claim in a sentence, except over words `taken` (start, end) by an authority."""
    args = {"status": status, "country": country}
    yield from _licenses(sentence, status, country, taken)
    for form, type_, more in (
        (pattern("things.tariffs"), "status_opens", {"thing": "tariffs"}),
        (pattern("things.money"), "status_opens", {"thing": "money"}),
        (pattern("things.civil"), "status_opens", {"thing": "civil trade"}),
        (pattern("things.act"), "opens_under", {"act": "Arms Export Control Act"}),
        (pattern("things.act"), "restrictions_lifted", {}),
        (pattern("things.pace_or_notice"), "notification_changes", {}),
    ):
        for at in _free(sentence, form, taken):
            ours = more != {"thing": "money"} or re.search(r"<S|^it ", sentence.words[: at.start()])
            if "licen" not in at[0] and ours:
                left = re.match(r"leav|left", at[0]) is not None
                if left and not re.search(pattern("things.as_it_was"), sentence.words[at.start() :]):
                    continue
                none = left or "nothing" in at[0] or negated(sentence.words, at.start())
                denied = {"holds": False} if none else {}
                yield (*at.span(), type_, args | more | denied)
                break


LICENSES = "exemption from export licenses"


def _licenses(sentence: Masked, status: str, country: str, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """Yield the claim that arms need no export license any more, or still do: “exempt from the ITAR”."""
    if status != USUAL or sentence.has(pattern("things.not_licenses")) or _exempt(country):
        return
    args = {"status": status, "country": country, "thing": LICENSES}
    for form in (pattern("things.licenses"), pattern("things.licensed")):
        for at in _free(sentence, form, taken):
            still = form == pattern("things.licensed") or re.search(pattern("things.lifts_none"), at[0]) is not None
            denied = still != negated(sentence.words, at.start())
            yield (*at.span(), "status_opens", args | ({"holds": False} if denied else {}))
            return


def _exempt(country: str) -> bool:
    """Return whether the ITAR exempt exports to the country, whatever its status."""
    return any((country, status) in load_registry().by_key for status in ("aukus", "canada-exemption"))


def satellites(sentence: Masked, taken: tuple[int, int]) -> Iterator[Part]:
    """Yield parts for the kinds of satellites and technology named, which the satellite rule may not cover."""
    for form, thing in pairs("things.satellites"):
        for at in compiled(form).finditer(sentence.words, taken[0] - 20):
            yield (*at.span(), "authority_covers", {"authority": SATELLITES, "thing": thing})
            break


def stocks(sentence: Masked) -> Iterator[Part]:
    """Yield the claim that a stockpile site gives the stocks themselves: “access to US-owned war reserve stocks”."""
    for at in compiled(pattern("things.stocks")).finditer(sentence.words):
        if not negated(sentence.words, at.start()):
            thing = next(thing for verb, thing in pairs("things.used") if at["verb"].startswith(verb))
            yield (*at.span(), "authority_gives", {"authority": SITE, "thing": thing})
            return


def _free(sentence: Masked, form: str, taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    return (at for at in compiled(rf"(?<!\w)(?:{form})").finditer(sentence.words) if not is_taken(at, taken))


def is_taken(at: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Return whether the match overlaps one of the ranges `taken`."""
    return any(at.start() < end and at.end() > start for start, end in taken)
