"""Cases generated from a rule: where its answer can turn, just before and just after.

Every threshold one cent below, at and above; every day on which a figure changes with the day before and after; every
value of a closed list; every status and truth held, not held and unknown; every fact unknown. Not-a-number and infinity
never reach a rule: `answers.asking.dollars` refuses them at the border, and is tested for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from math import prod
from random import Random

from mnna.rules.nodes import Compare, Expr, Field, Kind, Literal, Param, Status, Value
from tests.rules.strategies import World

DAY, CENT = timedelta(days=1), Decimal("0.01")
STEP: Mapping[Kind, Decimal | int | timedelta] = {Kind.MONEY: CENT, Kind.COUNT: 1, Kind.DATE: DAY}
TRUTHS = (True, False, None)
OPEN_END = date(2027, 1, 1)

Axis = Sequence[Value | None]


def boundaries(rule: Expr, since: date, until: date | None, most: int = 1500) -> Iterator[World]:
    """Worlds around every turning point of the rule on the days from `since` until `until`, in a fixed order.

    All combinations where there are at most `most` of them, else so many, drawn from all of them.
    """
    grounds = [(on, axes(rule, on)) for on in days(rule, since, until)]
    share = max(1, most // len(grounds))
    for on, found in grounds:
        statuses = {node.id for node in rule.walk() if isinstance(node, Status)}
        for values in _combined(list(found.values()), share):
            told = dict(zip(found, values, strict=True))
            held = {id_: told[id_] for id_ in sorted(statuses)}
            yield World(on, held, {k: v for k, v in told.items() if k not in statuses})  # type: ignore[arg-type]


def days(rule: Expr, since: date, until: date | None) -> list[date]:
    """The first and last day, and every day on which a figure of the rule changes, with its neighbours."""
    turns = {since, (until or OPEN_END) - DAY}
    for node in rule.walk():
        for dated in node.history if isinstance(node, Param) else ():
            ends = [dated.since, *([dated.until] if dated.until else [])]
            turns |= set(ends) | ({dated.value} if isinstance(dated.value, date) else set())
    near = {turn + shift for turn in turns for shift in (-DAY, timedelta(0), DAY)}
    return sorted(on for on in near if since <= on and (until is None or on < until))


def axes(rule: Expr, on: date) -> dict[str, Axis]:
    """The values to try for every status and fact the rule asks about on that day, in order of name."""
    found: dict[str, Axis] = {}
    for node in rule.walk():
        if isinstance(node, Status):
            found[node.id] = TRUTHS
        elif isinstance(node, Field) and node.name != "on":
            found[node.name] = _values(node, rule, on)
    return {name: found[name] for name in sorted(found)}


def _values(field: Field, rule: Expr, on: date) -> Axis:
    if field.kind is Kind.TRUTH:
        return TRUTHS
    if field.kind is Kind.TEXT:
        return (*(field.domain or _words(rule)), None)
    turns = {turn for node in rule.walk() if isinstance(node, Compare) for turn in _turns(node, field, on)}
    step = STEP[field.kind]
    near = {turn + shift * step for turn in turns for shift in (-1, 0, 1)}  # type: ignore[operator]
    zero = {Kind.MONEY: Decimal(0), Kind.COUNT: 0}.get(field.kind, on)
    return (*sorted(near or {zero}), None)


def _turns(node: Compare, field: Field, on: date) -> Iterator[Value]:
    """The figures a fact may be compared with in one comparison on that day."""
    if not any(isinstance(below, Field) and below.name == field.name for below in node.walk()):
        return
    for below in node.walk():
        if isinstance(below, Param) and below.kind is field.kind and (dated := below.at(on)) is not None:
            yield dated.value
        if isinstance(below, Literal) and below.kind is field.kind:
            yield below.value


def _words(rule: Expr) -> tuple[str, ...]:
    """The words a rule tells apart, and one it does not know."""
    said = {node.value for node in rule.walk() if isinstance(node, Literal) and isinstance(node.value, str)}
    return (*sorted(said), "some other word")


def _combined(axes: list[Axis], most: int) -> Iterator[tuple[Value | None, ...]]:
    """Every combination of one value from each axis, or `most` drawn by a fixed seed, with unknown drawn oftener."""
    if prod(len(axis) for axis in axes) <= most:
        yield from product(*axes)
        return
    draw = Random(len(axes))
    for _ in range(most):
        yield tuple(None if draw.random() < 0.25 else draw.choice(axis) for axis in axes)
