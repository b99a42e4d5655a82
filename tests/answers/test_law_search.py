"""Searching the law: every word must be there, in any order, and a topic narrows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from mnna.answers.law import law
from mnna.answers.law_search import matching, searched_entries, searched_texts
from mnna.errors import UnknownWord

ENTRIES = searched_entries(law().entries)
TEXTS = searched_texts(law().texts)


def ids(entries: Iterable[Mapping[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_every_word_must_be_there_in_any_order() -> None:
    found = matching(ENTRIES, "reserve stocks war", "")
    assert "war-reserve-stockpile-site" in found and "rdte-loans" not in found
    assert found == matching(ENTRIES, "WAR stocks Reserve", "")
    assert matching(ENTRIES, "war reserve zebra", "") == []


def test_a_topic_narrows_and_none_leaves_all() -> None:
    assert matching(ENTRIES, "", "") == ids(law().entries)
    bars = matching(ENTRIES, "", "restrictions")
    assert bars and all(id_.startswith("restriction-") for id_ in bars)


def test_a_topic_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownWord, match=r"the topic 'restriction'.*restrictions") as near:
        matching(ENTRIES, "", "restriction")
    with pytest.raises(UnknownWord, match=r"the topic 'zzz'.*equipment.*restrictions"):
        matching(ENTRIES, "", "zzz")
    assert "equipment" not in str(near.value)


def test_texts_are_searched_by_what_they_say_and_cite() -> None:
    one = law().texts[0]
    assert one["id"] in matching(TEXTS, f"{one['citation']} {one['title']}".lower())
    assert matching(TEXTS, "zebra crossing") == [] and matching(TEXTS, "") == ids(law().texts)


def test_a_search_is_made_once_a_day_and_nobody_can_change_what_the_next_finds() -> None:
    first = law(search="stockpile")
    first.entries[0]["provisions"].clear()
    again = law(search="stockpile")
    assert again.entries[0]["provisions"] and [one["id"] for one in first.entries] == ids(again.entries)
