"""Where an answer can turn: the bounds of each field, and one value of every interval between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.errors import RuleError
from mnna.registry.load import Registry
from mnna.rules.nodes import Compare, Dated, Field, Kind, Param
from mnna.rules.partial import Ground
from mnna.screening.breakpoints import (
    MOST_PLACES,
    Axis,
    Residue,
    _ordered,
    _turns,
    axes,
    patterns,
    representative,
    residue,
    shelves,
)
from mnna.statutes import catalog

TOTAL = Field("total", Kind.MONEY, "total value")
OTHER = Field("mde", Kind.MONEY, "equipment")
MONTHS = Field("months", Kind.COUNT, "months")
CENT = Decimal("0.01")


@pytest.mark.parametrize(
    ("operator", "turns"),
    [(">=", {Decimal(5)}), ("<", {Decimal(5)}), (">", {5 + CENT}), ("<=", {5 + CENT}), ("=", {Decimal(5), 5 + CENT})],
)
def test_a_comparison_turns_at_the_first_value_of_the_next_interval(operator: str, turns: set[Decimal]) -> None:
    five = Param("five", Kind.MONEY, "five", (Dated(Decimal(5), date(2000, 1, 1), None, "22 USC 1"),))
    assert list(_turns(Compare(operator, TOTAL, five))) == [(TOTAL, turns)]
    flipped = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "="}[operator]
    assert list(_turns(Compare(flipped, five, TOTAL))) == [(TOTAL, turns)]


def test_two_facts_of_a_case_cannot_be_compared() -> None:
    with pytest.raises(RuleError, match="two facts of a case are compared"):
        list(_turns(Compare(">=", TOTAL, OTHER)))


def test_presence_needs_a_bound_only_where_nothing_else_is_asked() -> None:
    assert _ordered({Decimal("0.00")}) == (Decimal("0.00"),)
    assert _ordered({Decimal("0.00"), Decimal(7)}) == (Decimal(7),)
    assert _ordered({False, True}) == (False, True)


def test_a_digit_stands_for_a_value_of_its_interval() -> None:
    axis = Axis("total", Kind.MONEY, 2, 1)
    bounds = (Decimal(7), Decimal(25))
    assert [axis.representative(bounds, digit) for digit in range(axis.size)] == [7 - CENT, 7, 25, None]
    assert axis.representative((Decimal(7),), 2) == 7
    truth, text = Axis("a", Kind.TRUTH, 2, 1), Axis("b", Kind.TEXT, 2, 1, ("x", "y"))
    assert [truth.representative((False, True), digit) for digit in range(truth.size)] == [False, True, None]
    assert [text.representative(("x", "y"), digit) for digit in range(text.size)] == ["x", "y", None]


def test_a_pattern_is_one_number_over_all_fields() -> None:
    one = Residue("fms", None, {"months": (12,), "total": (Decimal(7), Decimal(25))})
    other = Residue("fms", None, {"total": (Decimal(50),)})
    found = axes([one, other], {"total": TOTAL, "months": MONTHS}, ["total", "months", "unasked"])
    assert [(axis.field, axis.cuts, axis.weight) for axis in found] == [("months", 1, 1), ("total", 2, 3)]
    assert patterns(found) == 12 and patterns(()) == 1
    cases = [representative(one, found, pattern) for pattern in range(12)]
    assert len({tuple(sorted(case.items())) for case in cases}) == 12
    assert cases[0] == {"months": 11, "total": 7 - CENT} and cases[-1] == {}
    assert representative(other, found, 0) == {"total": 50 - CENT}


def test_a_place_between_all_turns_has_the_digit_of_the_interval_around_it() -> None:
    axis = Axis("total", Kind.MONEY, 2, 1, (), (Decimal(7), Decimal(25), Decimal(50)))
    assert axis.digits((Decimal(7), Decimal(50))) == [0, 1, 1, 2, 3] and axis.digits((Decimal(25),)) == [0, 0, 1, 1, 3]
    assert axis.digits(()) == [3] * axis.places
    text = Axis("b", Kind.TEXT, 2, 1, ("x", "y"))
    assert text.digits(("x", "y")) == [0, 1, 2] and text.digits(()) == [2, 2, 2]


def test_a_shelf_holds_no_more_places_than_a_table_may_have() -> None:
    one, other = Axis("a", Kind.TRUTH, 2, 1), Axis("b", Kind.TRUTH, 2, 3)
    assert shelves((one, other), MOST_PLACES // 9) == ((one, other),)
    assert shelves((one, other), MOST_PLACES // 9 + 1) == ((one,), (other,)) and shelves((), 5) == ()


def test_what_is_left_to_ask_of_a_sale_is_its_amounts(registry: Registry) -> None:
    law = catalog.case_law("fms")
    on = date(2024, 1, 2)
    statuses = ("nato", "nato-organization", "nato-plus", "nato-plus-36b-thresholds")
    ground = Ground(on, {name: registry.holds("MEX", name, on) for name in statuses})
    bounds = residue("fms", law.at(on), ground, False).bounds
    assert Decimal(14_000_000) in bounds["mde"] and Decimal(25_000_000) not in bounds["mde"]
    assert residue("fms", None, ground, False).bounds == {}
