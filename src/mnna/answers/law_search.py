"""The search of the questions of law: it covers their text, rules, steps, notes and citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from mnna.answers.law_entries import Entry
from mnna.errors import UnknownWord, alike
from mnna.quick import QuickTuple
from mnna.registry.countries import fold
from mnna.statutes.listing import TOPICS


class Searched(QuickTuple):
    """A part of the law for the search: its id, its topic, and all its words folded."""

    id: str
    topic: str
    text: str


def searched_entries(entries: Iterable[Entry]) -> tuple[Searched, ...]:
    """Return the entries of `law` in the form for the search."""
    return tuple(Searched(entry["id"], entry["topic"], fold(_text(entry))) for entry in entries)


def searched_texts(texts: Iterable[Mapping[str, Any]]) -> tuple[Searched, ...]:
    """Return the texts beside the questions in the form for the search; they have no topic."""
    names = ("id", "title", "kind_in_words", "citation", "says")
    return tuple(Searched(text["id"], "", fold(" ".join(text[name] for name in names))) for text in texts)


def matching(rows: tuple[Searched, ...], words: str, topic: str = "") -> list[str]:
    """Return the ids of rows that contain every word, also inside a word; raises `UnknownWord` for an unknown topic."""
    if topic and topic not in TOPICS:
        near = alike(topic, TOPICS) or tuple(TOPICS)
        raise UnknownWord(f"the topic {topic!r}", "there is no such topic of law", tuple(near), "")
    found = frozenset(row.id for row in rows if topic in ("", row.topic))
    found = found.intersection(*(_holding(rows, word) for word in fold(words).split()))
    return [row.id for row in rows if row.id in found]


@lru_cache(maxsize=4096)
def _holding(rows: tuple[Searched, ...], word: str) -> frozenset[str]:
    """Return the ids of the rows that contain a word; cached, because words are searched for repeatedly."""
    return frozenset(row.id for row in rows if word in row.text)


def _text(entry: Mapping[str, Any]) -> str:
    """Return all the words of an entry."""
    texts = [entry["id"], entry["id"].replace("-", " "), entry["question"], entry["note"]]
    for provision in entry["provisions"]:
        texts += [provision[name] for name in ("citation", "says", "rule", "note")]
        texts += [act["text"] for act in [*provision["steps"], *provision.get("routes", [])]]
    texts += [cited["text"] for cited in entry["citations"]]
    texts += [link["text"] for cited in entry["citations"] for link in cited["links"]]
    return " ".join(texts)
