"""The formulas say what the evaluator says of random rules in random worlds, and SQL text is read as SQL."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
import z3
from hypothesis import HealthCheck, given, settings

from mnna.rules.nodes import Compare, Exceptions, Expr, Field, Kind, Special
from tests.proofs import sql_text
from tests.proofs.translate import Pair, World, number, settled, symbol
from tests.rules import strategies as drawn

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(drawn.truths(), drawn.worlds())
def test_a_formula_has_the_value_that_the_evaluator_gives(rule: Expr, here: drawn.World) -> None:
    assert said_alike(rule, here)


def said_alike(rule: Expr, here: drawn.World) -> bool:
    facts = {field.name: settled(here.fields.get(field.name), field.kind) for field in (*drawn.FIELDS, drawn.PRESUMED)}
    statuses = {one.id: settled(here.statuses.get(one.id), Kind.TRUTH) for one in drawn.STATUSES}
    world = World(here.on, statuses, facts)
    known, value = (z3.is_true(z3.simplify(part)) for part in world.of(rule))
    expected = drawn.decide(rule, here)
    if expected is None:
        return any(z3.is_true(z3.simplify(one)) for one in world.conflicts)
    return (value if known else None) is expected.value


def test_exceptions_are_decided_alike_whatever_holds() -> None:
    red, green, blue = drawn.STATUSES
    rule = Exceptions(drawn.FIELDS[3], (Special(red, blue, "a"), Special(green, blue, "b")))
    for *held, exempt in product((None, False, True), repeat=4):
        here = drawn.World(drawn.DAYS[0], dict(zip(("red", "green", "blue"), held, strict=True)), {"exempt": exempt})
        assert said_alike(rule, here), here


def test_what_is_left_of_an_amount_is_worked_out_alike() -> None:
    part, whole, *_ = drawn.FIELDS
    left = Field("left", Kind.MONEY, "what is left", remainder=(whole, part))
    rule = Compare(">=", left, drawn.PARAMS[Kind.MONEY][0])
    for amounts in product((None, *drawn.AMOUNTS), repeat=2):
        assert said_alike(rule, drawn.World(drawn.DAYS[1], {}, dict(zip(("mde", "total"), amounts, strict=True))))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(a AND FALSE)", False),
        ("(a OR TRUE)", True),
        ("(NOT a)", None),
        ("(a IS NOT NULL)", False),
        ("(CASE WHEN a THEN TRUE WHEN NOT a THEN FALSE END)", None),
        ("(CASE WHEN a THEN TRUE WHEN TRUE THEN FALSE END)", False),
        ("(COALESCE(a, TRUE))", True),
        ("(m >= CAST(14000000.00 AS DECIMAL(18,2)))", True),
        ("((m - CAST(0.01 AS DECIMAL(18,2))) >= CAST(14000000.00 AS DECIMAL(18,2)))", False),
        ("(CAST(NULL AS BIGINT) = CAST(1 AS BIGINT))", None),
        ("(d < DATE '2026-11-28')", True),
        ("(t = 'it''s')", True),
    ],
)
def test_sql_is_read_as_the_standard_has_it(text: str, value: bool | None) -> None:
    known = {"m": 1_400_000_000, "d": date(2026, 11, 27).toordinal(), "t": number("it's")}
    columns = {name: Pair(z3.BoolVal(True), z3.IntVal(one)) for name, one in known.items()}
    pair = sql_text.read(text, columns | {"a": settled(None, Kind.TRUTH)})
    told, said = (z3.is_true(z3.simplify(part)) for part in pair)
    assert (said if told else None) is value


def test_a_symbol_may_be_unknown_or_anything() -> None:
    pair = symbol("x", Kind.MONEY)
    assert (str(pair.known), str(pair.value)) == ("x is known", "x")
