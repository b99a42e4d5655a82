"""Rules as formulas of the z3 solver, in three truth values and exact numbers, so that a claim holds for all inputs.

A value is a pair: whether it is known, and what it is. Money is whole cents, a date its ordinal, a text a number of its
own. The day of the question may be a symbol too. This is written from the definition of each node, not from
`rules/evaluate.py`: `test_translate.py` holds the two against each other on random rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any as Formula
from typing import NamedTuple

import z3

from mnna.rules import nodes

MOST = 10**18 - 1
"""The most cents that DECIMAL(18,2) holds, and more than any count."""

_TEXTS: dict[str, int] = {}


class Pair(NamedTuple):
    """A value of three-valued logic: whether it is known, and what it is (of no meaning where it is not)."""

    known: Formula
    value: Formula


UNKNOWN_TRUTH, UNKNOWN_NUMBER = Pair(z3.BoolVal(False), z3.BoolVal(False)), Pair(z3.BoolVal(False), z3.IntVal(0))


def number(value: nodes.Value) -> int:
    """A decided value other than a truth as a whole number."""
    match value:
        case Decimal():
            cents = value * 100
            assert cents == int(cents), f"{value} is no whole number of cents"
            return int(cents)
        case date():
            return value.toordinal()
        case str():
            return _TEXTS.setdefault(value, len(_TEXTS))
    return int(value)


def settled(value: nodes.Value | None, kind: nodes.Kind) -> Pair:
    """A decided value, or an unknown of a kind."""
    if value is None:
        return UNKNOWN_TRUTH if kind is nodes.Kind.TRUTH else UNKNOWN_NUMBER
    formula = z3.BoolVal(value) if isinstance(value, bool) else z3.IntVal(number(value))
    return Pair(z3.BoolVal(True), formula)


def symbol(name: str, kind: nodes.Kind) -> Pair:
    """A fact that may be unknown or anything."""
    value = z3.Bool(name) if kind is nodes.Kind.TRUTH else z3.Int(name)
    return Pair(z3.Bool(f"{name} is known"), value)


def possible(field: nodes.Field, pair: Pair) -> Formula:
    """What the values of a fact can be: a file holds nothing below zero, and a closed text is one of its domain."""
    if field.kind is nodes.Kind.TRUTH:
        return z3.BoolVal(True)
    if field.kind is nodes.Kind.TEXT:
        return z3.Or([pair.value == number(text) for text in field.domain])
    return z3.And(pair.value >= 0, pair.value <= MOST)


class World:
    """What rules are asked on: a day, statuses and facts, each settled or a symbol; keeps every possible conflict.

    `day` is a number or a symbol. A fact or status that is not named is a symbol of its name, if `open_`, or unknown.
    """

    def __init__(
        self,
        day: Formula,
        statuses: Mapping[str, Pair] | None = None,
        facts: Mapping[str, Pair] | None = None,
        open_: bool = True,
    ) -> None:
        self.day = z3.IntVal(day.toordinal()) if isinstance(day, date) else day
        self.statuses, self.facts, self.open = dict(statuses or {}), dict(facts or {}), open_
        self.fields: dict[str, nodes.Field] = {}
        self.conflicts: list[Formula] = []
        self.seen: dict[int, tuple[nodes.Expr, Pair]] = {}

    def of(self, node: nodes.Expr) -> Pair:
        """The value of a rule as a formula."""
        found = self.seen.get(id(node))
        if found is None:
            found = self.seen[id(node)] = (node, _TRANSLATE[type(node)](self, node))
        return found[1]

    def given(self) -> Formula:
        """What is taken for granted of the symbols that the rules asked for so far."""
        return z3.And([possible(field, self.facts[name]) for name, field in self.fields.items()])

    def field(self, node: nodes.Field) -> Pair:
        if node.name == "on":
            return Pair(z3.BoolVal(True), self.day)
        pair = self._fact(node)
        if node.remainder is not None:
            left = _remainder(*(self.of(part) for part in node.remainder))
            pair = Pair(z3.Or(pair.known, left.known), z3.If(pair.known, pair.value, left.value))
        if node.presumed is None:
            return pair
        return Pair(z3.BoolVal(True), z3.If(pair.known, pair.value, settled(node.presumed, node.kind).value))

    def _fact(self, node: nodes.Field) -> Pair:
        if node.name not in self.facts:
            free = self.open and node.remainder is None
            self.facts[node.name] = symbol(node.name, node.kind) if free else settled(None, node.kind)
            if free:
                self.fields[node.name] = node
        return self.facts[node.name]

    def literal(self, node: nodes.Literal) -> Pair:
        return settled(node.value, node.kind)

    def param(self, node: nodes.Param) -> Pair:
        pair = settled(None, node.kind)
        for dated in node.history:
            there = z3.And(self.day >= dated.since.toordinal(), _before(self.day, dated.until))
            pair = chosen(there, settled(dated.value, node.kind), pair)
        return pair

    def status(self, node: nodes.Status) -> Pair:
        if node.id not in self.statuses:
            self.statuses[node.id] = symbol(node.id, nodes.Kind.TRUTH) if self.open else UNKNOWN_TRUTH
        return self.statuses[node.id]

    def compare(self, node: nodes.Compare) -> Pair:
        left, right = self.of(node.left), self.of(node.right)
        return Pair(z3.And(left.known, right.known), _COMPARE[node.operator](left.value, right.value))

    def all(self, node: nodes.All) -> Pair:
        return both([self.of(part) for part in node.of])

    def any(self, node: nodes.Any) -> Pair:
        return negated(both([negated(self.of(part)) for part in node.of]))

    def not_(self, node: nodes.Not) -> Pair:
        return negated(self.of(node.of))

    def if_(self, node: nodes.If) -> Pair:
        condition, then, otherwise = (self.of(child) for child in node.children())
        branch = chosen(condition.value, then, otherwise)
        agree = z3.And(then.known, otherwise.known, then.value == otherwise.value)
        return Pair(
            z3.If(condition.known, branch.known, agree),
            z3.If(condition.known, branch.value, then.value),
        )

    def known(self, node: nodes.Known) -> Pair:
        return Pair(z3.BoolVal(True), self.of(node.of).known)

    def inner(self, node: nodes.Named | nodes.Cited) -> Pair:
        return self.of(node.of)

    def exceptions(self, node: nodes.Exceptions) -> Pair:
        """The general rule, or what the exceptions that apply give; unknown where one that may apply would differ."""
        general = self.of(node.general)
        pairs = [(self.of(special.when), self.of(special.value)) for special in node.special]
        fires = [z3.And(when.known, when.value) for when, _ in pairs]
        base = general
        for fire, (_, value) in reversed(list(zip(fires, pairs, strict=True))):
            base = chosen(fire, value, base)
        agree = [
            z3.Implies(z3.Or(z3.Not(when.known), when.value), z3.And(value.known, value.value == base.value))
            for when, value in pairs
        ]
        self.conflicts += _conflicts(fires, [value for _, value in pairs])
        return Pair(z3.And(base.known, *agree), base.value)


def _conflicts(fires: Sequence[Formula], values: Sequence[Pair]) -> list[Formula]:
    """Two exceptions that apply and differ."""
    return [
        z3.And(fires[i], fires[j], values[i].known, values[j].known, values[i].value != values[j].value)
        for i in range(len(fires))
        for j in range(i)
    ]


def chosen(condition: Formula, then: Pair, otherwise: Pair) -> Pair:
    """One pair or the other, by a formula that is true or false."""
    return Pair(z3.If(condition, then.known, otherwise.known), z3.If(condition, then.value, otherwise.value))


def both(parts: Sequence[Pair]) -> Pair:
    """Kleene's and: one no decides; else one unknown leaves it open."""
    no = z3.Or([z3.And(part.known, z3.Not(part.value)) for part in parts])
    return Pair(z3.Or(no, z3.And([part.known for part in parts])), z3.Not(no))


def negated(pair: Pair) -> Pair:
    """The opposite; unknown stays unknown."""
    return Pair(pair.known, z3.Not(pair.value))


def same(one: Pair, other: Pair) -> Formula:
    """Both unknown, or both known and equal."""
    return z3.And(one.known == other.known, z3.Implies(one.known, one.value == other.value))


def _remainder(whole: Pair, part: Pair) -> Pair:
    taken = z3.And(part.known, whole.known, part.value <= whole.value)
    return Pair(whole.known, z3.If(taken, whole.value - part.value, whole.value))


def _before(day: Formula, until: date | None) -> Formula:
    return z3.BoolVal(True) if until is None else day < until.toordinal()


_COMPARE: dict[str, Callable[[Formula, Formula], Formula]] = {
    "=": lambda left, right: left == right,
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
}
_TRANSLATE: dict[type[nodes.Expr], Callable[..., Pair]] = {
    nodes.Field: World.field,
    nodes.Literal: World.literal,
    nodes.Param: World.param,
    nodes.Status: World.status,
    nodes.Compare: World.compare,
    nodes.All: World.all,
    nodes.Any: World.any,
    nodes.Not: World.not_,
    nodes.If: World.if_,
    nodes.Known: World.known,
    nodes.Named: World.inner,
    nodes.Cited: World.inner,
    nodes.Exceptions: World.exceptions,
}
