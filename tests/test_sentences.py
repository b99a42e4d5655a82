"""How a sentence begins and ends."""

from __future__ import annotations

import pytest

from mnna.sentences import capital, inside, sentence, spans


@pytest.mark.parametrize(("text", "expected"), [("", ""), ("the NATO body", "The NATO body"), ("é", "É"), ("12", "12")])
def test_only_the_first_letter_changes(text: str, expected: str) -> None:
    assert capital(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("it ends", "It ends."), ("it ends.", "It ends.")])
def test_a_sentence_ends_with_one_full_stop(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", ""), ("GDP per person", "GDP per person"), ("TVs", "TVs"), ("Trade", "trade")]
)
def test_the_text_inside_a_sentence(text: str, expected: str) -> None:
    assert inside(text) == expected


def test_years_in_a_row_are_one_span() -> None:
    assert spans((1999, 2000, 2001, 2003)) == "1999 to 2001 and 2003"
    assert (spans(()), spans((2003,))) == ("", "2003")
