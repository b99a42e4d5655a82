"""A badly built rule is refused when it is built, and a changed one keeps its shape."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from mnna.rules.canonical import canonical
from mnna.rules.nodes import (
    NO,
    YES,
    Cited,
    Dated,
    Exceptions,
    Expr,
    If,
    Kind,
    Named,
    Param,
    Special,
    Status,
    statuses_asked,
)
from tests.rules.strategies import truths
from tests.rules.test_expressions import LATE, LOW, MDE, MNNA, NATO, refused

DAY = date(2000, 1, 1)

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a choice by an amount": (lambda: If(MDE, YES, NO), "needs truth, got money"),
    "branches of two kinds": (lambda: If(NATO, LOW, LATE), "needs money, got date"),
    "an exception by an amount": (lambda: Exceptions(NATO, (Special(MDE, NO, "x"),)), "needs truth, got money"),
    "an exception of another kind": (lambda: Exceptions(NATO, (Special(MNNA, LOW, "x"),)), "needs truth, got money"),
    "an empty citation": (lambda: Cited(" ", NATO), "empty"),
    "values that overlap": (
        lambda: Param(
            "p", Kind.COUNT, "p", (Dated(1, DAY, date(2001, 1, 2), "a"), Dated(0, date(2001, 1, 1), None, "b"))
        ),
        "overlap at 2001-01-01",
    ),
    "an open value before another": (
        lambda: Param("p", Kind.COUNT, "p", (Dated(1, DAY, None, "a"), Dated(0, date(2001, 1, 1), None, "b"))),
        "overlap",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_refused_when_it_is_built(mistake: str) -> None:
    refused(*REFUSED[mistake])


def test_values_may_follow_one_another_and_may_leave_a_gap() -> None:
    touching = Dated(1, DAY, date(2001, 1, 1), "a"), Dated(0, date(2001, 1, 1), date(2001, 2, 1), "b")
    param = Param("p", Kind.COUNT, "p", (*touching, Dated(1, date(2003, 1, 1), None, "c")))
    found = [param.at(date.fromisoformat(on)) for on in ("2000-12-31", "2001-01-01", "2002-01-01", "2003-01-01")]
    assert [None if one is None else one.citation for one in found] == ["a", "b", None, "c"]
    assert param.at(date(1999, 12, 31)) is None


def test_rules_are_immutable() -> None:
    with pytest.raises(AttributeError):
        NATO.id = "other"  # type: ignore[misc]


@given(truths())
def test_rebuilding_without_a_change_gives_the_same_node(rule: Expr) -> None:
    assert rule.rebuilt(lambda child: child) is rule


@given(truths())
def test_rebuilding_keeps_the_rule_whatever_its_shape(rule: Expr) -> None:
    again = rule.rebuilt(lambda child: Named("n", "n", child))
    stripped = again.rebuilt(lambda child: child.of if isinstance(child, Named) and child.name == "n" else child)
    assert canonical(stripped) == canonical(rule)


@given(truths(), truths())
def test_every_status_that_some_rule_names_is_asked(one: Expr, other: Expr) -> None:
    named = {node.id for rule in (one, other) for node in rule.walk() if isinstance(node, Status)}
    assert statuses_asked(one, other, one & other) == named
