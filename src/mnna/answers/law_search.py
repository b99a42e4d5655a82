"""Which questions of law speak of some words: their text, rules, steps, notes and citations are searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from mnna.answers.law_shapes import Entry, TextBeside
from mnna.errors import UnknownWord, alike
from mnna.quick import QuickTuple
from mnna.registry.countries import fold
from mnna.statutes.listing import TOPICS


class Searched(QuickTuple):
    """A part of the law as it is searched: its id, its topic, and all its words folded."""

    id: str
    topic: str
    text: str


def searched_entries(entries: Iterable[Entry]) -> tuple[Searched, ...]:
    """The entries of `law`, to be searched again and again."""
    return tuple(Searched(entry["id"], entry["topic"], fold(_text(entry))) for entry in entries)


def searched_texts(texts: Iterable[TextBeside]) -> tuple[Searched, ...]:
    """The texts beside the questions, which belong to no topic."""
    return tuple(Searched(text["id"], "", fold(_spoken(text))) for text in texts)


def matching(rows: tuple[Searched, ...], words: str, topic: str = "") -> list[str]:
    """The ids of what holds all of the words as parts of words; raises `UnknownWord` for a topic there is not."""
    if topic and topic not in TOPICS:
        near = alike(topic, TOPICS, 3, 0.4) or tuple(TOPICS)
        raise UnknownWord(f"the topic {topic!r}", "there is no such topic of law", tuple(near), "")
    found = frozenset(row.id for row in rows if topic in ("", row.topic))
    found = found.intersection(*(_holding(rows, word) for word in fold(words).split()))
    return [row.id for row in rows if row.id in found]


@lru_cache(maxsize=4096)
def _holding(rows: tuple[Searched, ...], word: str) -> frozenset[str]:
    """The ids of what holds a word: the same words are searched for again and again."""
    return frozenset(row.id for row in rows if word in row.text)


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
