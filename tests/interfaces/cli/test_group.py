"""`mnna` itself: help, groups, and a country in the place of a command."""

from __future__ import annotations

import re

import pytest

from mnna.interfaces import listing
from tests.interfaces.checks import readable
from tests.terminal import document, refused, run


@pytest.mark.parametrize("asked", ["MEX", "mex", "South Korea", "Burma"])
def test_a_country_gives_the_memo(asked: str) -> None:
    told = document(asked, "--on", "2026-06-01")
    assert told == document("next", asked, "--on", "2026-06-01")
    ran = run(asked, "--on", "2026-06-01")
    readable(ran)
    printed = " ".join(ran.out.split())
    assert all(f"{sentence} [" in printed for sentence in re.split(r"(?<=\.) (?=[A-Z])", told["answer"]))


def test_another_word_is_refused_with_what_is_near() -> None:
    assert "status" in refused("statsu", "COL")
    assert "no such command or country" in refused("zzz") and "Did you mean Mexico (MEX)" in refused("Mexic")
    assert "Did you mean South Korea (KOR)" in refused("south kore") and "Mexico (MEX)" in refused("MEXX")


def test_what_is_no_number_is_said_in_plain_words() -> None:
    assert "'abc' is not a valid whole number" in refused("panel", "--from", "abc")


@pytest.mark.parametrize("shelf", ["models", "data"])
def test_a_group_lists_its_words_and_runs_them(shelf: str) -> None:
    below = listing.below(shelf)
    ran = run(shelf)
    assert below and all(f"  {one.word} " in ran.out + ran.err for one in below)
    word = below[0].word
    assert f"mnna {shelf} {word}" in run(shelf, word, "--help").out


def test_the_help_of_a_word_lists_those_below_it() -> None:
    told = run("status", "--help").out
    assert "See also:" in told and all(f"  {one.word} " in told for one in listing.below("status"))
