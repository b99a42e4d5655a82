"""Tests for words that keep a sentence from being drafted: conditions, plans, questions, doubt, irony, foreign law."""

from __future__ import annotations

import re
from bisect import bisect_left

from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pairs, pattern
from mnna.registry.load import load_registry

PLAN = pattern("doubts.plan")
_OTHERS = re.compile(pattern("doubts.others"))
_OF_LAW = re.compile(pattern("doubts.of_law"))
"""A condition or comparison in the law itself, which does not make a sentence uncertain."""
NOT = pattern("doubts.not")


def negated(words: str, place: int) -> bool:
    """Return whether a negation is before the place in the same clause; “not only” does not count."""
    words = clause(words, place)
    return bool(re.search(NOT, words)) and not re.search(r"\bnot only\b", words)


def clause(words: str, place: int) -> str:
    """Return the words between the start of the clause and the place, without asides."""
    plain = re.sub(pattern("doubts.aside"), "", words[:place])
    return re.split(r"[;:]|,? but (?:also )?|, (?:although|though|while|however)", plain)[-1]


_ASIDE_TO_COME = re.compile(pattern("doubts.aside_to_come"))


def told(sentence: Masked) -> int:
    """Return the place where the factual part of a sentence ends: before an aside on the future, else at its end."""
    aside = _ASIDE_TO_COME.search(sentence.words)
    return sentence.places[aside.start()] if aside and aside.start() else len(sentence.text)


_CONTRARY = re.compile(pattern("doubts.contrary"))
"""What the author sets right at the head of a sentence: “Contrary to a common belief, …”."""


def open_because(sentence: Masked) -> str | None:
    """Return the reason why the sentence must not be drafted, as text for the user; None if it may be."""
    words = _OF_LAW.sub("", _ASIDE_TO_COME.sub("", _CONTRARY.sub("", sentence.words)))
    why = next((why for form, why in pairs("doubts.open") if re.search(form, words)), None)
    return why or ("other countries' law" if _OTHERS.search(words) else None)


def bare_of_others(sentence: Masked, draft: Draft) -> bool:
    """Return whether a sentence that names no status and no designation tells an act of countries that never had one.

    “Uganda waited until 2025”, after a sentence on the status, may be about something else.
    """
    if sentence.of("S") or re.search(pattern("doubts.of_a_designation"), sentence.text.lower()):
        return False
    of = [(args.get("country"), args.get("status")) for type_, args in draft.parts if type_ in _ACTS]
    return len(of) == len(draft.parts) and not any(pair in load_registry().by_key for pair in of)


_ACTS = ("status_began_in", "status_began_between", "designated_on", "designated_by", "status_ended_in", "ended_under")
_CLAUSE = re.compile(pattern("doubts.clause"))


def under_another(sentence: Masked, place: int) -> bool:
    """Return whether the words at a place depend on a clause that is not factual, such as “pretends that …”."""
    before = sentence.words[: bisect_left(sentence.places, place)]
    heads = (at["head"] for at in _CLAUSE.finditer(before.rstrip() + " the"))
    return any(not re.fullmatch(pattern("doubts.heads"), head) for head in heads)


def denied(sentence: Masked, start: int, end: int) -> bool:
    """Return whether a denial (or “nearly”) is between `start` and `end`, or before them since the last punctuation."""
    first, last = (bisect_left(sentence.places, place) for place in (start, end))
    before = "" if sentence.words[first:].startswith("but ") else re.split(r"[,;:(—–]", sentence.words[:first])[-1]
    if re.match(r"\w+ing\b", sentence.words[first:]) or sentence.has(r"^it (?:is|was) (?:not|never)\b"):
        before = sentence.words[:first]
    near = before + sentence.words[first:last]
    return re.search(pattern("doubts.denied"), near) is not None


def denied_then(sentence: Masked, end: int) -> bool:
    """Return whether a denial follows directly after the place `end`: “the newest ally is not Kenya”."""
    return re.match(pattern("doubts.denied_then"), sentence.words[bisect_left(sentence.places, end) :]) is not None


def wished(sentence: Masked, until: int | None = None) -> bool:
    """Return whether the sentence, or its words up to place `until`, is about a request or proposal."""
    words = re.sub(pattern("doubts.made_law"), "made law", sentence.words[:until])
    return re.search(pattern("doubts.wish"), words) is not None


def planned(sentence: Masked) -> bool:
    """Return whether the sentence is about the future."""
    return sentence.has(PLAN)


def past(sentence: Masked) -> bool:
    """Return whether the sentence is about a former state of affairs."""
    return sentence.has(pattern("doubts.past"))
