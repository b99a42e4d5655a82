"""What keeps a sentence from being drafted: a condition, a plan, a question, doubt, irony, other people's law."""

from __future__ import annotations

import re
from bisect import bisect_left

from mnna.article_claims.reading.grammar import Masked
from mnna.article_claims.reading.patterns import pairs, pattern

PLAN = pattern("doubts.plan")
_OTHERS = re.compile(pattern("doubts.others"))
_OF_LAW = re.compile(pattern("doubts.of_law"))
"""A condition that the law itself sets, or a likeness that it makes."""


NOT = pattern("doubts.not")


def negated(words: str, place: int) -> bool:
    """Whether a negation governs the words at a place: in the same clause, before them."""
    words = clause(words, place)
    return bool(re.search(NOT, words)) and not re.search(r"\bnot only\b", words)


def clause(words: str, place: int) -> str:
    """The words of the clause before a place."""
    plain = re.sub(pattern("doubts.aside"), "", words[:place])
    return re.split(r"[;:]|,? but (?:also )?|, (?:although|though|while|however)", plain)[-1]


_ASIDE_TO_COME = re.compile(pattern("doubts.aside_to_come"))


def told(sentence: Masked) -> int:
    """Where what a sentence tells as a fact ends: before an aside on what may come of it, else at its end."""
    aside = _ASIDE_TO_COME.search(sentence.words)
    return sentence.places[aside.start()] if aside and aside.start() else len(sentence.text)


def open_because(sentence: Masked) -> str | None:
    """Why nothing that the sentence says is drafted; None where it may be."""
    words = _OF_LAW.sub("", _ASIDE_TO_COME.sub("", sentence.words))
    why = next((why for form, why in pairs("doubts.open") if re.search(form, words)), None)
    return why or ("other countries' law" if _OTHERS.search(words) else None)


_CLAUSE = re.compile(pattern("doubts.clause"))


def under_another(sentence: Masked, place: int) -> bool:
    """Whether the words at a place depend on something that is not told as a fact, such as “pretends that …”."""
    before = sentence.words[: bisect_left(sentence.places, place)]
    heads = (at["head"] for at in _CLAUSE.finditer(before.rstrip() + " the"))
    return any(not re.fullmatch(pattern("doubts.heads"), head) for head in heads)


def denied(sentence: Masked, start: int, end: int) -> bool:
    """Whether the words at a place of the text are denied, or said to be only nearly so: after the last mark before
    them, or among them."""
    first, last = (bisect_left(sentence.places, place) for place in (start, end))
    before = "" if sentence.words[first:].startswith("but ") else re.split(r"[,;:(—–]", sentence.words[:first])[-1]
    if re.match(r"\w+ing\b", sentence.words[first:]) or sentence.has(r"^it (?:is|was) (?:not|never)\b"):
        before = sentence.words[:first]
    near = before + sentence.words[first:last]
    return re.search(pattern("doubts.denied"), near) is not None


def denied_then(sentence: Masked, end: int) -> bool:
    """Whether what is denied follows the words that end at a place: “the newest ally is not Kenya”."""
    return re.match(pattern("doubts.denied_then"), sentence.words[bisect_left(sentence.places, end) :]) is not None


def wished(sentence: Masked, until: int | None = None) -> bool:
    """Whether the sentence, or its words up to a place, speaks of what somebody asks for or proposes."""
    words = re.sub(pattern("doubts.made_law"), "made law", sentence.words[:until])
    return re.search(pattern("doubts.wish"), words) is not None


def planned(sentence: Masked) -> bool:
    """Whether the sentence speaks of what is to come."""
    return sentence.has(PLAN)


def past(sentence: Masked) -> bool:
    """Whether the sentence speaks of how things once were."""
    return sentence.has(pattern("doubts.past"))
