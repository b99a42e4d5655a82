"""The index of what cites which place is true, and finds what a search through all of the law finds."""

from __future__ import annotations

import os

import pytest

from mnna.answers.law import law
from mnna.errors import RuleError
from mnna.statutes import catalog
from mnna.statutes.cited_places import TABLE, TEXT, cited_places, citing, reckoned, stating
from mnna.statutes.texts import texts


def test_the_index_is_true() -> None:
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        TABLE.write_text(reckoned(), encoding="utf-8")
        cited_places.cache_clear()
    assert TABLE.read_text(encoding="utf-8") == reckoned(), "run ./run golden"


def test_every_question_and_text_has_a_line() -> None:
    owners = [*catalog.AUTHORITIES, *catalog.CHANNELS, *(f"{TEXT}{text.id}" for text in texts())]
    assert list(cited_places()) == owners


@pytest.mark.parametrize("asked", ["22 USC 2776(b)", "22 USC 2378a", "10 USC 2350a(i)", "22 CFR 126.1"])
def test_a_citation_is_found_by_it(asked: str) -> None:
    found = law(asked)
    ids = {entry["id"].removeprefix("notify-") for entry in found.entries}
    places = [link["id"] for entry in found.entries for one in entry["citations"] for link in one["links"]]
    assert ids and ids <= {owner for owner in citing(places) if not owner.startswith(TEXT)}


def test_a_part_is_found_by_its_whole_and_not_the_reverse() -> None:
    whole, part = citing(["/us/usc/t22/s2776"]), citing(["/us/usc/t22/s2776/b/1"])
    assert set(part) < set(whole) and citing(["/us/usc/t22/s277"]) == ()


def test_what_is_newer_than_the_index_is_told_in_a_sentence() -> None:
    with pytest.raises(RuleError, match=r"there is no line for 'new-boats'\. Write it with \./run golden\."):
        stating(["new-boats"], ["22-2321k"])
