"""Errors as statuses of HTTP."""

from __future__ import annotations

import pickle

import pytest

from mnna import errors
from mnna.interfaces.http import problems
from mnna.interfaces.http.problems import CODES, code, our_mistake


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (problems.NoPage, 404), (problems.UnknownScreening, 404), (problems.WrongMethod, 405),
        (problems.TooSlow, 408), (problems.TooLarge, 413), (problems.Busy, 503), (problems.Refused, 400),
        (errors.UnknownCountry, 404), (errors.UnknownWord, 404), (errors.BadDate, 422), (errors.BadCase, 422),
        (errors.BadFacts, 422), (errors.BadQuestion, 400), (errors.CannotAnswer, 409), (errors.RuleError, 500),
        (problems.OurMistake, 500),
    ],
)  # fmt: skip
def test_every_error_has_its_status(kind: type[errors.MnnaError], status: int) -> None:
    assert code(kind("the question", "is wrong")) == status


def test_a_special_error_stands_before_the_kind_it_is_of() -> None:
    for place, (kind, _) in enumerate(CODES):
        assert not any(issubclass(kind, earlier) for earlier, _ in CODES[:place]), kind


def test_an_error_of_another_process_is_told_as_it_was() -> None:
    error = errors.UnknownCountry("Atlantis", "there is none", ("Austria",), "Ask again.")
    again, told = pickle.loads(pickle.dumps(error)), error.to_dict()
    assert again.to_dict() == told and code(again) == 404 and str(again) == str(error)
    assert problems.Problem(**told).model_dump() == told  # type: ignore[arg-type]


def test_a_mistake_of_ours_shows_nothing_of_what_broke() -> None:
    found = our_mistake("the question")
    assert code(found) == 500 and "This is a mistake in mnna" in str(found) and found.near == ()
