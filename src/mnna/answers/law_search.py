"""Which questions of law speak of some words: their text, rules, steps, notes and citations are searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from mnna.answers.law_shapes import Entry, TextBeside
from mnna.errors import UnknownWord, alike
from mnna.registry.countries import fold
from mnna.statutes.listing import TOPICS


def matching(entries: Iterable[Entry], words: str, topic: str) -> list[Entry]:
    """The entries of `law` that hold every one of the words, in any order and as parts of words, on the topic if given.

    Raises `UnknownWord` for a topic there is not.
    """
    if topic and topic not in TOPICS:
        near = alike(topic, TOPICS, 3, 0.4) or tuple(TOPICS)
        raise UnknownWord(f"the topic {topic!r}", "there is no such topic of law", tuple(near), "")
    wanted = fold(words).split()
    found = [entry for entry in entries if topic in ("", entry["topic"])]
    return [entry for entry in found if holds(_text(entry), wanted)]


def matching_texts(texts: Iterable[TextBeside], words: str) -> list[TextBeside]:
    """The texts beside the questions that hold every one of the words."""
    wanted = fold(words).split()
    return [text for text in texts if holds(_spoken(text), wanted)]


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Whether a text holds every one of the words, once both are folded."""
    folded = _folded(text)
    return all(word in folded for word in wanted)


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    """A text as it is compared: folding all of the law takes longer than looking through it."""
    return fold(text)


def _spoken(text: TextBeside) -> str:
    return " ".join((text["id"], text["title"], text["kind_in_words"], text["citation"], text["says"]))


def _text(entry: Mapping[str, Any]) -> str:
    """All the words of an entry."""
    texts = [entry["id"], entry["id"].replace("-", " "), entry["question"], entry["note"]]
    for provision in entry["provisions"]:
        texts += [provision[name] for name in ("citation", "says", "rule", "note")]
        texts += [act["text"] for act in [*provision["steps"], *provision.get("routes", [])]]
    texts += [cited["text"] for cited in entry["citations"]]
    texts += [link["text"] for cited in entry["citations"] for link in cited["links"]]
    return " ".join(texts)
