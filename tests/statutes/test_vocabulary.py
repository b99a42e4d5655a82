"""The words rules share: a part of a transfer never exceeds the whole, and every group of recipients has its words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.case import case
from mnna.rules.evaluate import Situation, evaluate
from mnna.rules.nodes import Dated, Expr, Kind, Literal, Param, Value
from mnna.statutes.vocabulary import CONSTRUCTION, GROUPS, MDE, TOTAL, at_least, choose, new_sales_territory

ON = date(2024, 6, 1)
LIMIT = Param("limit", Kind.MONEY, "the limit", (Dated(Decimal(14), date(2000, 1, 1), None, "a citation"),))
AMOUNTS = st.none() | st.integers(0, 30)


def decided(rule: Expr, **given: int | None) -> Value | None:
    fields = {name: None if value is None else Decimal(value) for name, value in given.items()}
    return evaluate(rule, Situation(ON, _nobody, fields)).value


def _nobody(status: str) -> NoReturn:
    raise AssertionError(f"no rule here asks for {status}")


@given(part=AMOUNTS, whole=AMOUNTS)
def test_a_part_reaches_a_threshold_only_where_the_whole_may(part: int | None, whole: int | None) -> None:
    found = decided(at_least(MDE, LIMIT), mde=part, total=whole)
    if part is not None:
        assert found is (part >= 14)
    else:
        assert found is (False if whole is not None and whole < 14 else None)


def test_what_is_said_of_a_part_turns_on_the_kind_of_part() -> None:
    equipment, construction = at_least(MDE, LIMIT), at_least(CONSTRUCTION, LIMIT)
    assert equipment.phrase.endswith("is at least the limit (a part never exceeds the whole)")
    assert construction.phrase.endswith("(if not given, a part of the total)")
    assert decided(construction, construction=20, total=3) is True, "a measure apart from the total of the rest"


def test_a_choice_may_be_of_plain_words() -> None:
    rule = choose(TOTAL >= LIMIT, "large", Literal("small"))
    assert [decided(rule, total=value) for value in (14, 13, None)] == ["large", "small", None]


def test_a_new_territory_is_presumed_only_where_a_deed_is_named() -> None:
    plain, presumed = new_sales_territory("sale", "abroad"), new_sales_territory("sale", "abroad", "letter of offer")
    assert plain.phrase == presumed.phrase == "the sale authorizes a new sales territory abroad"
    assert plain.presumed is None and presumed.presumed is False
    assert presumed.presumption == (
        "it is presumed that the letter of offer authorizes no new sales territory outside the favored group"
    )


@pytest.mark.parametrize(
    ("recipient", "group"), [("FRA", "nato"), ("JPN", "nato-plus"), ("NATO", "nato-organization"), ("MEX", "general")]
)
def test_a_recipient_belongs_to_a_group_that_has_words(recipient: str, group: str) -> None:
    notice = case(recipient, "fms", on=date(2024, 6, 1), total=Decimal(10**9), mde=Decimal(10**9)).notice
    assert notice.group == group and GROUPS[group]


def test_no_two_groups_are_told_alike() -> None:
    assert len(set(GROUPS.values())) == len(GROUPS) == 4
