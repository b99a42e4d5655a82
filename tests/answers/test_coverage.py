"""The word `coverage` in Python: lists before texts, each with the days of its reading and how it counts on a day."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.coverage import Covered, coverage
from mnna.errors import BadDate
from mnna.registry.load import load_registry
from mnna.registry.readings import laws, readings


def covered(id_: str, on: str | None = None) -> Covered:
    return next(one for one in coverage(on).covered if one.id == id_)


def test_lists_come_first_then_every_text_of_law() -> None:
    kinds = load_registry().kinds
    found = coverage("2026-11-28").covered
    lists, texts = ([one.id for one in found if one.kind == kind] for kind in ("list", "text"))
    assert [one.id for one in found] == [*lists, *texts]
    assert lists == [id_ for id_ in kinds if load_registry().trust(id_) is not None] and texts == list(laws())
    assert covered("mnna").title == kinds["mnna"].title


@pytest.mark.parametrize("id_", laws())
def test_a_text_has_the_days_of_its_reading(id_: str) -> None:
    one, read = covered(id_, "2026-11-28"), readings()[id_]
    assert (one.what, one.text_as_of, one.read_on, one.because) == (
        read.what, read.text_as_of, read.read_on, read.because,
    )  # fmt: skip
    assert one.title == read.what and one.expires == (None if read.trusted_to == date.max else read.trusted_to)


@pytest.mark.parametrize(
    ("id_", "on", "state"),
    [
        ("us-code", "2026-03-26", "flat"),
        ("us-code", "2026-03-27", "as of"),
        ("sosa", "2024-06-30", "flat"),
        ("sosa", "2024-12-27", "as of"),
        ("sosa", "2024-12-28", "expired"),
    ],
)
def test_a_list_or_text_counts_up_to_its_day_and_then_to_its_budget(id_: str, on: str, state: str) -> None:
    assert covered(id_, on).state == state


def test_the_answer_counts_the_expired_and_is_of_a_day() -> None:
    found = coverage("2024-12-28")
    expired = sum(one.state == "expired" for one in found.covered)
    assert found.on == date(2024, 12, 28) and expired
    assert found.summary() == f"{len(found.covered)} lists and texts on 2024-12-28, {expired} of them expired"
    assert "registry" not in found.to_dict() and len(found.to_dict()["covered"]) == len(found.covered)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(BadDate):
        coverage("yesterday")
