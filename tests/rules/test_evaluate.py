"""The algebra of the three values: what holds for every rule and every state of knowledge."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.errors import Conflict
from mnna.rules.evaluate import evaluate
from mnna.rules.explain import leaves, needs, presumptions, tree
from mnna.rules.nodes import (
    NO,
    YES,
    All,
    Any,
    Exceptions,
    Expr,
    Field,
    If,
    Kind,
    Known,
    Literal,
    Not,
    Special,
    Status,
)
from tests.rules.strategies import FIELDS, PARAMS, PRESUMED, STATUSES, World, decide, truths, value, worlds

A, B, C = STATUSES
PLAIN = truths(known=False, presumed=False)
SAFE = truths(known=False, presumed=False, exceptions=False)
MANY = settings(max_examples=300)
VALUES: tuple[bool | None, ...] = (True, False, None)
DAY = date(2005, 1, 1)


def world(a: bool | None, b: bool | None = None, c: bool | None = None) -> World:
    return World(DAY, {A.id: a, B.id: b, C.id: c}, {})


KLEENE_AND = {True: {True: True, False: False, None: None}, False: {True: False, False: False, None: False}}
KLEENE_AND[None] = {True: None, False: False, None: None}  # type: ignore[index]


@pytest.mark.parametrize(("a", "b"), list(product(VALUES, VALUES)))
def test_the_truth_tables_are_kleenes(a: bool | None, b: bool | None) -> None:
    both = KLEENE_AND[a][b]  # type: ignore[index]
    assert value(A & B, world(a, b)) is both
    negated = {True: False, False: True, None: None}
    assert value(A | B, world(a, b)) is negated[KLEENE_AND[negated[a]][negated[b]]]  # type: ignore[index]
    assert value(~A, world(a)) is negated[a]


@MANY
@given(SAFE, SAFE, worlds())
def test_de_morgan(x: Expr, y: Expr, here: World) -> None:
    assert value(~(x & y), here) is value(~x | ~y, here)
    assert value(~(x | y), here) is value(~x & ~y, here)


@MANY
@given(SAFE, worlds())
def test_double_negation_and_repetition_change_nothing(x: Expr, here: World) -> None:
    assert value(~~x, here) is value(x, here)
    assert value(All((x, x)), here) is value(Any((x, x)), here) is value(x, here)


@MANY
@given(SAFE, SAFE, SAFE, worlds())
def test_absorption_order_and_distribution(x: Expr, y: Expr, z: Expr, here: World) -> None:
    assert value(x & (x | y), here) is value(x | (x & y), here) is value(x, here)
    assert value(x & y, here) is value(y & x, here)
    assert value(x & (y | z), here) is value((x & y) | (x & z), here)


def test_the_excluded_middle_is_not_assumed() -> None:
    """Nobody knows it, so neither it nor its opposite may be asserted."""
    assert value(A | ~A, world(None)) is None
    assert value(A & ~A, world(None)) is None


@MANY
@given(PLAIN, worlds(), worlds(unknown=False))
def test_learning_more_never_overturns_an_answer(rule: Expr, here: World, rest: World) -> None:
    now, later = value(rule, here), value(rule, here.completed(rest))
    assert now is None or later in (now, "conflict") or now == "conflict"


@MANY
@given(PLAIN, worlds(unknown=False))
def test_where_all_is_known_only_a_figure_out_of_date_is_unknown(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is not None and trace.value is None:
        assert all("no value is recorded" in need for need in needs(trace))


@MANY
@given(SAFE, SAFE, SAFE, worlds())
def test_a_choice_is_its_consensus(x: Expr, y: Expr, z: Expr, here: World) -> None:
    """Either branch by the condition, or both alike: `c ? x : y` is `(c & x) | (~c & y) | (x & y)`, where it is a yes.

    For a no the same holds of the opposites, and with `Known` left out these two are all of it.
    """
    choice = value(If(x, y, z), here)
    assert (choice is True) is (value((x & y) | (~x & z) | (y & z), here) is True)
    assert (choice is False) is (value((x & ~y) | (~x & ~z) | (~y & ~z), here) is True)


@MANY
@given(SAFE, worlds(), worlds(unknown=False))
def test_branches_that_agree_decide_whatever_the_condition(x: Expr, here: World, rest: World) -> None:
    full = here.completed(rest)
    assert value(If(A, x, x), World(full.on, {**full.statuses, A.id: None}, full.fields)) == value(
        x, World(full.on, {**full.statuses, A.id: None}, full.fields)
    )


@MANY
@given(SAFE, worlds(), st.data())
def test_naming_and_citing_change_nothing(rule: Expr, here: World, data: st.DataObject) -> None:
    from mnna.rules.nodes import Cited, Named

    assert value(Named("n", "n holds", Cited("22 USC 1", rule)), here) is value(rule, here)


@MANY
@given(truths(), worlds())
def test_whether_something_is_known_is_always_known(rule: Expr, here: World) -> None:
    found = value(Known(rule), here)
    assert found == "conflict" or found is (value(rule, here) is not None)


def _grows(rule: Expr) -> bool:
    """Whether taking away facts can only leave the rule open, never turn it over or into a conflict.

    A rule that asks whether a fact is known turns over where the fact is taken away; within the same question asked of
    a larger part, or beside exceptions that may then run into one another, that reaches what no explanation shows.
    """
    asked = [node for node in rule.walk() if isinstance(node, Known)]
    nested = any(isinstance(below, Known) for node in asked for below in node.of.walk())
    return not nested and not (asked and any(isinstance(node, Exceptions) for node in rule.walk()))


@settings(max_examples=600)
@given(truths(presumed=False).filter(_grows), worlds())
def test_the_leaves_of_an_explanation_reproduce_the_verdict(rule: Expr, here: World) -> None:
    """Take away every fact the explanation does not show: the answer must stand on those that it shows."""
    trace = decide(rule, here)
    if trace is not None and trace.value is not None:
        assert value(rule, here.told(_names(trace))) is trace.value


@MANY
@given(PLAIN, worlds())
def test_an_unknown_stays_unknown_on_what_its_explanation_shows(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is not None and trace.value is None:
        assert value(rule, here.told(_names(trace))) is None


def _names(trace: object) -> set[str]:
    nodes = [leaf.node for leaf in leaves(trace)]  # type: ignore[arg-type]
    return {node.id for node in nodes if isinstance(node, Status)} | {n.name for n in nodes if isinstance(n, Field)}


@MANY
@given(truths(), worlds())
def test_an_answer_needs_nothing_and_an_unknown_names_its_need(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is not None:
        assert bool(needs(trace)) is (trace.value is None)


@MANY
@given(PLAIN, worlds(), worlds(unknown=False))
def test_what_an_unknown_needs_would_settle_it(rule: Expr, here: World, rest: World) -> None:
    """Learning the facts under `needs`, and no others, decides, unless a figure has no value on that day."""
    trace = decide(rule, here)
    if trace is None or trace.value is not None or any("no value is recorded" in need for need in needs(trace)):
        return
    learnt = rest.told({n for leaf in leaves(trace) if leaf.value is None for n in _names(leaf)})
    again = decide(rule, here.completed(learnt))
    assert again is None or again.value is not None or all("no value is recorded" in n for n in needs(again))


@MANY
@given(truths(), worlds(), st.booleans())
def test_a_presumption_that_matters_is_owned_up_to(rule: Expr, here: World, other: bool) -> None:
    silent = World(here.on, here.statuses, {**here.fields, PRESUMED.name: None})
    told = World(here.on, here.statuses, {**here.fields, PRESUMED.name: other})
    before, after = decide(rule, silent), decide(rule, told)
    if before is None or after is None or before.value is after.value:
        return
    if before.value is not None:
        assert PRESUMED.presumption in presumptions(before)


@MANY
@given(truths(), worlds())
def test_every_tree_has_the_shape_of_the_contract(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is None:
        return
    stack = [tree(trace)]
    assert stack[0]["value"] is trace.value
    while stack:
        node = stack.pop()
        assert set(node) == {"says", "value", "citation", "of"} and node["says"].strip()
        assert node["value"] is None or isinstance(node["value"], (bool, int, float, str))
        stack += node["of"]


def exceptions(*special: tuple[Expr, Expr]) -> Exceptions:
    return Exceptions(C, tuple(Special(when, gives, f"22 USC {i}") for i, (when, gives) in enumerate(special)))


@pytest.mark.parametrize(
    ("a", "b", "c", "expected"),
    [
        (False, False, True, True),  # the general rule
        (True, False, True, False),  # the exception
        (None, False, True, None),  # which of them is open
        (None, False, False, False),  # open, but both say no
        (False, True, False, True),  # the other exception
        (True, None, True, None),  # a second that may apply and differs
    ],
)
def test_a_general_rule_and_its_exceptions(a: bool | None, b: bool | None, c: bool | None, expected: object) -> None:
    assert value(exceptions((A, NO), (B, YES)), world(a, b, c)) is expected


def test_the_explanation_of_an_exception_shows_that_the_others_are_ruled_out() -> None:
    trace = evaluate(exceptions((A, NO), (B, YES)), world(True, False, True).situation())
    assert _names(trace) == {A.id, B.id}


def test_two_exceptions_that_apply_and_differ_are_a_conflict_that_names_both() -> None:
    with pytest.raises(Conflict, match="22 USC 0, 22 USC 1"):
        evaluate(exceptions((A, NO), (B, YES)), world(True, True, True).situation())


def test_two_exceptions_that_apply_and_agree_are_no_conflict() -> None:
    assert value(exceptions((A, NO), (B, NO)), world(True, True, True)) is False


def test_one_cent_decides() -> None:
    mde, low = FIELDS[0], PARAMS[Kind.MONEY][0]
    for cents, reached in (("13999999.99", False), ("14000000.00", True), ("14000000.01", True)):
        from decimal import Decimal

        here = World(date(1995, 1, 1), {}, {"mde": Decimal(cents)})
        assert value(mde >= low, here) is reached
        assert value(Not(mde < low), here) is reached


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1989-12-31", None),
        ("1990-01-01", 15),
        ("1999-12-31", 15),
        ("2010-06-29", 15),
        ("2010-06-30", 30),
        ("2019-12-31", 30),
        ("2020-01-01", None),
    ],
)
def test_a_figure_holds_from_its_first_day_until_the_day_before_its_last(on: str, expected: int | None) -> None:
    short = PARAMS[Kind.COUNT][0]
    assert value(short, World(date.fromisoformat(on), {}, {})) == expected


def test_a_shared_part_is_decided_once() -> None:
    asked: list[str] = []
    here = world(None, True)

    def holding(id_: str) -> object:
        asked.append(id_)
        return here._holding(id_)

    from mnna.rules.evaluate import Situation

    part = A | B
    evaluate(part & (part | C) & ~Not(part), Situation(DAY, holding, {}))  # type: ignore[arg-type]
    assert asked.count(A.id) == 1


def test_a_constant_text_can_be_an_answer() -> None:
    assert value(If(A, Literal("nato"), Literal("general")), world(False)) == "general"
    assert value(If(A, Literal("nato"), Literal("general")), world(None)) is None
