"""Two texts word by word: what only one has is marked, and lines stay lines."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.statutes.word_diff import word_diff


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
