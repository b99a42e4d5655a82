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


def test_the_equipment_cannot_be_worth_more_than_the_whole() -> None:
    with pytest.raises(BadCase):
        check({"mde": Decimal(2), "total": Decimal(1)})
    assert check({"mde": Decimal(1), "total": Decimal(1)}) == {"mde": 1, "total": 1}
    assert check({"construction": Decimal(2), "total": Decimal(1)})["construction"] == 2


def test_the_united_states_are_no_recipient() -> None:
    with pytest.raises(BadQuestion, match="foreign countries"):
        case("USA", "fms", "2024-06-01")
