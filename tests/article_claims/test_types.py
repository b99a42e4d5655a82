"""The types of claim: what their arguments may be, and what is said of those that may not."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from mnna.article_claims import types
from mnna.article_claims.types import (
    CountArg,
    CountryArg,
    DayArg,
    Kind,
    MoneyArg,
    NumberArg,
    ToleranceArg,
    TruthArg,
    YearArg,
    one_of,
)
from mnna.errors import BadQuestion, MnnaError, UnknownWord


def kind(annotated: Any) -> Kind:
    (found,) = (one for one in get_args(annotated) if isinstance(one, Kind))
    return found


@pytest.mark.parametrize(
    ("annotated", "given", "read"),
    [
        (CountryArg, "South Korea", "KOR"), (DayArg, "2022-05-23", date(2022, 5, 23)), (YearArg, 2021, 2021),
        (CountArg, 0, 0), (NumberArg, -2, -2.0), (ToleranceArg, 0, 0.0), (MoneyArg, "615 billion", 615e9),
        (TruthArg, False, False),
    ],
)  # fmt: skip
def test_what_is_read(annotated: Any, given: object, read: object) -> None:
    assert kind(annotated).read("x", given) == read


@pytest.mark.parametrize(
    ("annotated", "given", "said"),
    [
        (CountryArg, "Atlantis", "Atlantis"), (CountryArg, "USA", "foreign countries"),
        (DayArg, 2022, "it is not a day"),
        (YearArg, 1899, "1900 to 2200"), (YearArg, True, "in range"), (YearArg, 2021.0, "in range"),
        (CountArg, -1, "in range"), (NumberArg, "3", "it is not a number"), (NumberArg, True, "it is not a number"),
        (NumberArg, float("nan"), "it is not a number"), (ToleranceArg, -1, "it is below zero"),
        (MoneyArg, "much", "it is not an amount"), (TruthArg, "true", "neither true nor false"),
    ],
)  # fmt: skip
def test_what_is_refused(annotated: Any, given: object, said: str) -> None:
    with pytest.raises(MnnaError, match=said):
        kind(annotated).read("x", given)


def test_a_word_that_is_not_allowed_is_told_with_the_nearest() -> None:
    goods = one_of("goods", "services")
    assert goods.read("scope", "goods") == "goods" and goods.says == "one of goods, services"
    with pytest.raises(UnknownWord, match=r"scope = 'good'.*goods"):
        goods.read("scope", "good")


def test_a_type_says_its_arguments_and_refuses_others() -> None:
    found = types.find("authority_on")
    assert found.subject == "law" and found.to_dict()["type"] == "authority_on"
    (verdict,) = (one for one in found.arguments if one.name == "verdict")
    assert verdict.says() == "verdict: one of yes, no, unknown; yes if not given (optional)"
    with pytest.raises(UnknownWord, match=r"authority_on: 'countri'.*country"):
        found.read({"countri": "MEX"})
    with pytest.raises(BadQuestion, match="it needs authority, country"):
        found.read({"verdict": "yes"})
    read = found.read({"authority": "rdte-loans", "country": "Mexico"})
    assert read == {"authority": "rdte-loans", "country": "MEX"}


def test_a_type_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(MnnaError, match="authority_on"):
        types.find("authority_onn")
