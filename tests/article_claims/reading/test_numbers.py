"""Numbers in words and in figures."""

from __future__ import annotations

import pytest

from mnna.article_claims.reading.numbers import MONEY, NUMBER, ORDINAL, dollars, number, ordinal


@pytest.mark.parametrize(
    ("text", "found"),
    [("twenty-one countries", [21]), ("16 other", [16]), ("20% of", []), ("$20", []), ("2,019 men", []),
     ("Ten or 11", [10, 11])],
)  # fmt: skip
def test_numbers(text: str, found: list[int]) -> None:
    assert [number(at) for at in NUMBER.finditer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"), [("the Twenty-first", [21]), ("18th", [18]), ("the 3rd and second", [3, 2])]
)
def test_ordinals(text: str, found: list[int]) -> None:
    assert [ordinal(at) for at in ORDINAL.finditer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("$14 million", 14e6), ("US$1.2bn", 1.2e9), ("40 billion dollars", 40e9), ("$50,000,000", 50e6),
     ("$142 billion", 142e9)],
)  # fmt: skip
def test_money(text: str, found: float) -> None:
    assert [dollars(at) for at in MONEY.finditer(text)] == [found]
