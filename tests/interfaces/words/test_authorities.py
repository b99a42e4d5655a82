"""`authorities` as people read it: all questions in short, some in full, and facts that are given."""

from __future__ import annotations

from collections import Counter

import pytest

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.words.authorities import given_facts
from tests.interfaces.checks import fits
from tests.terminal import document, refused, said


@pytest.mark.parametrize(
    "words",
    [["MEX"], ["JPN", "--on", "1990-01-01"], ["NATO"], ["COL", "depleted-uranium-rounds", "--on", "2024-06-01"]],
)
def test_questions(words: list[str]) -> None:
    fits("authorities", *words)


def test_the_title_counts_what_the_law_gives_and_not_what_it_forbids() -> None:
    found = document("authorities", "MEX", "--on", "2026-06-01")["findings"]
    grants = [one for one in found if one["topic"] != "restrictions"]
    counts = Counter(one["verdict"] for one in grants)
    assert len(grants) < len(found)
    told = said("authorities", "MEX", "--on", "2026-06-01")
    assert f"Mexico: of {len(grants)} questions, the law says yes to {counts['yes']}, no to {counts['no']}" in told


def test_one_question_is_shown_whole() -> None:
    told = said("authorities", "MEX", "depleted-uranium-rounds", "--on", "2026-06-01")
    assert told.startswith("Mexico, depleted-uranium anti-tank rounds: not allowed")
    assert "Why, step by step" in told and "[22 USC 2378a(b)]" in told
    assert "Why, step by step" not in said("authorities", "MEX", "--on", "2026-06-01")


def test_a_bar_is_barred_or_not() -> None:
    told = said("authorities", "MEX", "restriction-police", "restriction-itar-126-1", "--on", "2026-06-01")
    assert "what restricts it" in told and "Barred:" in told and "Not barred:" in told


def test_a_fact_can_be_given() -> None:
    asked = ["MEX", "icc-protected-persons", "--on", "2026-06-01"]
    assert document("authorities", *asked, "--given", "icc_consent=no") != document("authorities", *asked)
    assert "neither yes nor no" in refused("authorities", *asked, "--given", "icc_consent=maybe")
    assert "no provision turns on" in refused("authorities", *asked, "--given", "blue=yes")


def test_the_words_of_what_decided_the_answer_are_added_when_asked_for() -> None:
    asked = ("authorities", "MEX", "depleted-uranium-rounds", "--on", "2026-06-01")
    assert "words" not in document(*asked)
    words = document(*asked, "--words")["words"]
    assert words[0]["uslm"] == "/us/usc/t22/s2378a" and words[0]["release"] == "119-73"
    told = " ".join(said(*asked, "--words").replace("|", "").split())
    assert "a country that has been designated as a major non-NATO ally" in told
    before = said("authorities", "MEX", "depleted-uranium-rounds", "--on", "2000-06-01", "--words")
    assert "words of 26 March 2026, not of the day asked" in " ".join(before.replace("|", "").split())


def test_where_no_words_are_held_that_is_said() -> None:
    told = said("authorities", "CAN", "canada-exemption", "--on", "2026-06-01", "--words")
    assert "stands outside the sections held" in told


def test_a_truth_is_yes_or_no() -> None:
    assert given_facts(["acsa=yes", "friendly=no"]) == {"acsa": True, "friendly": False}
    assert given_facts([]) == {}


@pytest.mark.parametrize("text", ["acsa", "acsa=", "acsa=true", "acsa=Yes"])
def test_another_value_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion, match=f"given {text}: the value is neither yes nor no"):
        given_facts([text])


@pytest.mark.parametrize("text", ["ascsa=yes", "on=2024-01-01", "=yes"])
def test_a_fact_on_which_nothing_turns_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(UnknownWord, match="no provision turns on") as told:
        given_facts([text])
    assert "acsa" in told.value.near
