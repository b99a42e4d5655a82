"""The law of two days: our texts and figures then and now, and the words where they are held."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.answers.law import law
from mnna.answers.law_between import two_days, word_diff
from mnna.errors import BadDate, BadQuestion


def test_a_text_that_changed_is_compared_word_by_word() -> None:
    found = law("22 USC 2321h(b)(2)", between=("2020-01-01", "2024-01-01")).between
    assert found is not None and (found.since, found.until) == (date(2020, 1, 1), date(2024, 1, 1))
    (one,) = found.questions
    assert "{+Taiwan,+}" in one.difference and one.before != one.after
    figures = {row.id: (row.before, row.after) for row in found.figures}
    assert figures["stockpile-cap"] == ("$200,000,000", "$500,000,000")


def test_the_words_are_given_only_where_they_are_those_of_the_day() -> None:
    (both,) = law("22 USC 2776(b)(6)", between=("2015-01-01", "2024-01-01")).between.words  # type: ignore[union-attr]
    assert both.before == both.after and both.before and "the same on both days" in both.note
    (later,) = law("22 USC 2776(b)(6)", between=("1990-01-01", "2024-01-01")).between.words  # type: ignore[union-attr]
    assert later.before is None and later.after and "only the words of the later day" in later.note
    (none,) = law("22 USC 2776(b)(6)", between=("1990-01-01", "1991-01-01")).between.words  # type: ignore[union-attr]
    assert none.after is None and "after both days" in none.note


def test_a_question_that_was_not_there() -> None:
    found = law("aukus-exemption", between=("2000-01-01", "2026-01-01")).between
    assert found is not None and found.questions[0].before is None and found.questions[0].after


def test_without_two_days_the_answer_is_as_it_was() -> None:
    assert law("22 USC 2776(b)").between is None and "between" not in law("22 USC 2776(b)").to_dict()


def test_what_is_refused() -> None:
    with pytest.raises(BadDate, match="the first day is after the last"):
        two_days(("2024-01-01", "2020-01-01"))
    with pytest.raises(BadQuestion, match="between one day"):
        two_days(("2024-01-01",))
    with pytest.raises(BadQuestion, match="which law"):
        law(between=("2020-01-01", "2024-01-01"))


def test_words_that_are_gone_and_new() -> None:
    assert word_diff("at least $14 million", "at least $25 million") == "at least [-$14-] {+$25+} million"
    assert word_diff("- all\n  - a b", "- all\n  - a d\n  - e") == "- all\n  - a [-b-] {+d+}\n  {+- e+}"
    assert (
        word_diff("", "new") == "{+new+}" and word_diff("old", "") == "[-old-]" and word_diff("a\nb", "a\nb") == "a\nb"
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_the_later_text_can_be_read_back(before: list[str], after: list[str]) -> None:
    shown = word_diff(" ".join(before), " ".join(after))
    kept = re.sub(r"\[-.*?-\]", "", shown).replace("{+", "").replace("+}", "")
    assert kept.split() == after
    kept = re.sub(r"\{\+.*?\+\}", "", shown).replace("[-", "").replace("-]", "")
    assert kept.split() == before
