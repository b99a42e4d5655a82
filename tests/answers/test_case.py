"""`case`: what is given is read and checked before the law is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mnna.answers.case import case, check, fields_of, read_fields
from mnna.errors import BadCase, BadQuestion, UnknownWord
from mnna.statutes import catalog

FMS, LEASE = catalog.case_law("fms"), catalog.case_law("lease")


def test_what_is_given_is_what_is_answered() -> None:
    told = case("MEX", "fms", "2024-06-01", total="60 million").to_dict()
    assert told["given"] == {"total": 60e6} and told["recipient"] == "MEX" and told["on"] == "2024-06-01"
    assert told["notify"]["verdict"] == "yes" and told["findings"][0]["verdict"] == "yes"
    assert told["notify"]["threshold"] == {"measure": "total", "usd": 50_000_000}


def test_amounts_are_read_to_the_cent_and_truths_as_truths() -> None:
    assert read_fields(FMS, {"total": "$20 million", "mde": 1.005}) == {
        "total": Decimal("20000000.00"), "mde": Decimal("1.00"),
    }  # fmt: skip
    assert "lease_months" in fields_of(LEASE) and "lease_months" not in fields_of(FMS)


def test_a_fact_on_which_the_channel_does_not_turn_is_refused() -> None:
    with pytest.raises(UnknownWord, match="lease_months"):
        read_fields(FMS, {"lease_months": 12})


@pytest.mark.parametrize(("asked", "count"), [(0, 0), ("9999", 9999), (12.0, 12), (" 60 ", 60)])
def test_a_count_is_a_whole_number_within_limits(asked: object, count: int) -> None:
    assert read_fields(LEASE, {"lease_months": asked}) == {"lease_months": count}


@pytest.mark.parametrize("asked", [-1, 10000, 1.5, "nan", "inf", "many", ""])
def test_another_count_is_refused_with_the_limits(asked: object) -> None:
    with pytest.raises(BadQuestion, match="it is not a whole number from 0 to 9999"):
        read_fields(LEASE, {"lease_months": asked})


@pytest.mark.parametrize("part", ["mde", "firearms"])
def test_a_part_is_compared_with_the_whole_only_where_both_are_given(part: str) -> None:
    with pytest.raises(BadCase, match=f"{part} is part of the total"):
        check({part: Decimal(2), "total": Decimal(1)})
    for good in ({part: Decimal(2)}, {"total": Decimal(1)}, {part: None, "total": Decimal(1)}, {part: Decimal(0)}):
        assert check(good) == good  # type: ignore[arg-type]


def test_the_equipment_cannot_be_worth_more_than_the_whole() -> None:
    with pytest.raises(BadCase):
        check({"mde": Decimal(2), "total": Decimal(1)})
    assert check({"mde": Decimal(1), "total": Decimal(1)}) == {"mde": 1, "total": 1}
    assert check({"construction": Decimal(2), "total": Decimal(1)})["construction"] == 2


def test_the_united_states_are_no_recipient() -> None:
    with pytest.raises(BadQuestion, match="foreign countries"):
        case("USA", "fms", "2024-06-01")
