"""The arguments of claim types: what they may be, and what is said of those that may not."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from mnna.article_claims import arguments as arg
from mnna.errors import MnnaError, UnknownWord


def kind(annotated: Any) -> arg.Kind:
    (found,) = (one for one in get_args(annotated) if isinstance(one, arg.Kind))
    return found


@pytest.mark.parametrize(
    ("annotated", "given", "read"),
    [
        (arg.Country, "South Korea", "KOR"), (arg.Day, "2022-05-23", date(2022, 5, 23)), (arg.Year, 2021, 2021),
        (arg.Count, 0, 0), (arg.Number, -2, -2.0), (arg.Tolerance, 0, 0.0), (arg.Money, "615 billion", 615e9),
        (arg.Truth, False, False),
    ],
)  # fmt: skip
def test_what_is_read(annotated: Any, given: object, read: object) -> None:
    assert kind(annotated).read("x", given) == read


@pytest.mark.parametrize(
    ("annotated", "given", "said"),
    [
        (arg.Country, "Atlantis", "Atlantis"), (arg.Country, "USA", "foreign countries"),
        (arg.Day, 2022, "it is not a day"),
        (arg.Year, 1899, "1900 to 2200"), (arg.Year, True, "in range"), (arg.Year, 2021.0, "in range"),
        (arg.Count, -1, "in range"), (arg.Number, "3", "it is not a number"), (arg.Number, True, "it is not a number"),
        (arg.Number, float("nan"), "it is not a number"), (arg.Tolerance, -1, "it is below zero"),
        (arg.Money, "much", "it is not an amount"), (arg.Truth, "true", "neither true nor false"),
    ],
)  # fmt: skip
def test_what_is_refused(annotated: Any, given: object, said: str) -> None:
    with pytest.raises(MnnaError, match=said):
        kind(annotated).read("x", given)


def test_a_word_that_is_not_allowed_is_told_with_the_nearest() -> None:
    goods = arg.one_of("goods", "services")
    assert goods.read("scope", "goods") == "goods" and goods.says == "one of goods, services"
    with pytest.raises(UnknownWord, match=r"scope = 'good'.*goods"):
        goods.read("scope", "good")
