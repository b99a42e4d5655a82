"""Decide as much of a rule as one day and one country's statuses settle; what is left asks only about the case itself.

Tens of millions of cases share a few hundred such grounds, so the law is decided once for each of them and the rows
are left with a handful of comparisons. The residue is exactly Kleene-equivalent: for every case on that ground
`evaluate` gives the same value for the residue as for the whole rule.

`asked` is wider than the residue. An explanation may name a comparison that did not change the answer (a `no` because
the country is no member *and* the value is low), so it lists every leaf that a trace of the whole rule may touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeGuard

from mnna.errors import RuleError
from mnna.rules.evaluate import compared
from mnna.rules.nodes import (
    NO,
    YES,
    All,
    Any,
    Cited,
    Compare,
    Dated,
    Exceptions,
    Expr,
    Field,
    If,
    Kind,
    Known,
    Literal,
    Named,
    Not,
    OneOf,
    Param,
    Special,
    Status,
    Value,
)

ON = "on"
"""The name of the field that stands for the day of the question."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is settled before a case is read: a day, and which statuses the country holds on it (None is unknown)."""

    on: date
    statuses: Mapping[str, bool | None]


def partial(rule: Expr, ground: Ground) -> Expr:
    """The residue of `rule` on that ground: a rule over the case's own fields, or a settled value.

    A settled truth value is the literal yes or no; any other settled value is a parameter pinned to it, and an unknown
    is a parameter without values.
    """
    return _Folding(ground).fold(rule)


def settled(node: Expr) -> TypeGuard[Literal | Param]:
    """Whether a residue is a value that no case can change (an unknown that no case can change is one too)."""
    return isinstance(node, (Literal, Param))


def settled_value(node: Literal | Param) -> Value | None:
    """The value of a settled residue; None is unknown."""
    if isinstance(node, Literal):
        return node.value
    return node.history[0].value if node.history else None


def pinned(kind: Kind, value: Value | None) -> Literal | Param:
    """A settled value as a node."""
    if isinstance(value, bool):
        return YES if value else NO
    if value is None:
        return Param("unknown", kind, "unknown", ())
    return Param("settled", kind, "settled", (Dated(value, date.min, None, ""),))


def statuses_asked(rule: Expr) -> set[str]:
    """The ids of every status the rule may ask about."""
    return {node.id for node in rule.walk() if isinstance(node, Status)}


def days_of_change(rule: Expr) -> set[date]:
    """Every day from which a parameter of the rule, or a comparison of the day itself, may come out otherwise."""
    days: set[date] = set()
    for node in rule.walk():
        if isinstance(node, Param):
            days |= {day for dated in node.history for day in (dated.since, dated.until) if day is not None}
        elif isinstance(node, Compare) and node.left.kind is Kind.DATE:
            days |= {day for side in (node.left, node.right) for day in _bounds(side)}
    return days


def _bounds(side: Expr) -> Iterator[date]:
    """The days a date may be compared with, each with the day after, where `is after` turns."""
    for node in side.walk():
        if isinstance(node, Param) and node.kind is Kind.DATE:
            for dated in node.history:
                assert isinstance(dated.value, date)
                yield from (dated.value, dated.value + timedelta(days=1))


class _Folding:
    """One ground; a node shared by several rules of a provision is folded once."""

    __slots__ = ("ground", "seen")

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.seen: dict[int, tuple[Expr, Expr]] = {}

    def fold(self, node: Expr) -> Expr:
        found = self.seen.get(id(node))
        if found is None:
            found = self.seen[id(node)] = (node, _FOLD[type(node)](self, node))
        return found[1]

    def same(self, node: Expr) -> Expr:
        return node

    def param(self, node: Param) -> Expr:
        dated = node.at(self.ground.on)
        return pinned(node.kind, None if dated is None else dated.value)

    def status(self, node: Status) -> Expr:
        return pinned(Kind.TRUTH, self.ground.statuses.get(node.id))

    def inner(self, node: Named | Cited) -> Expr:
        return self.fold(node.of)

    def compare(self, node: Compare) -> Expr:
        left, right = self.fold(node.left), self.fold(node.right)
        sides = [self._day(left, right), self._day(right, left)]
        if settled(sides[0]) and settled(sides[1]):
            return pinned(Kind.TRUTH, compared(node.operator, settled_value(sides[0]), settled_value(sides[1])))
        if any(settled(side) and settled_value(side) is None for side in sides):
            return pinned(Kind.TRUTH, None)
        return Compare(node.operator, left, right)

    def _day(self, side: Expr, other: Expr) -> Expr:
        """The day itself where it meets a settled date; against a date of the case it stays the row's own."""
        is_day = isinstance(side, Field) and side.name == ON
        return pinned(Kind.DATE, self.ground.on) if is_day and settled(other) else side

    def one_of(self, node: OneOf) -> Expr:
        inner = self.fold(node.of)
        if not settled(inner):
            return OneOf(inner, node.values)
        value = settled_value(inner)
        return pinned(Kind.TRUTH, None if value is None else value in node.values)

    def several(self, node: All | Any) -> Expr:
        decisive = isinstance(node, Any)
        parts = [self.fold(part) for part in node.of]
        values = [settled_value(part) for part in parts if settled(part)]
        rest = [part for part in parts if not settled(part)]
        if decisive in values:
            return pinned(Kind.TRUTH, decisive)
        unknown = [pinned(Kind.TRUTH, None)] if None in values else []
        left = [*unknown, *rest]
        if not left:
            return pinned(Kind.TRUTH, not decisive)
        return left[0] if len(left) == 1 else type(node)(tuple(left))

    def not_(self, node: Not) -> Expr:
        inner = self.fold(node.of)
        if isinstance(inner, Not):
            return inner.of
        if not settled(inner):
            return Not(inner)
        value = settled_value(inner)
        return pinned(Kind.TRUTH, None if value is None else not value)

    def if_(self, node: If) -> Expr:
        condition = self.fold(node.condition)
        if settled(condition) and settled_value(condition) is not None:
            return self.fold(node.then if settled_value(condition) else node.otherwise)
        then, otherwise = self.fold(node.then), self.fold(node.otherwise)
        if settled(then) and settled(otherwise):
            if settled_value(then) == settled_value(otherwise):
                return then
            if settled(condition):
                return pinned(node.kind, None)
        return If(condition, then, otherwise)

    def known(self, node: Known) -> Expr:
        inner = self.fold(node.of)
        if isinstance(inner, Field) and inner.presumed is not None:
            return YES
        return pinned(Kind.TRUTH, settled_value(inner) is not None) if settled(inner) else Known(inner)

    def exceptions(self, node: Exceptions) -> Expr:
        special = [Special(self.fold(s.when), self.fold(s.value), s.citation) for s in node.special]
        live = tuple(s for s in special if not (settled(s.when) and settled_value(s.when) is False))
        general = self.fold(node.general)
        if not live:
            return general
        if len(live) == 1 and settled(live[0].when) and settled_value(live[0].when) is True:
            return live[0].value
        return Exceptions(general, live)


_FOLD: dict[type[Expr], Callable[..., Expr]] = {
    Field: _Folding.same,
    Literal: _Folding.same,
    Param: _Folding.param,
    Status: _Folding.status,
    Compare: _Folding.compare,
    OneOf: _Folding.one_of,
    All: _Folding.several,
    Any: _Folding.several,
    Not: _Folding.not_,
    If: _Folding.if_,
    Known: _Folding.known,
    Named: _Folding.inner,
    Cited: _Folding.inner,
    Exceptions: _Folding.exceptions,
}


def asked(rule: Expr, ground: Ground) -> tuple[Expr, ...]:
    """The leaves over the case's fields that a trace of the whole rule may touch on that ground.

    Each is a comparison of a field with a settled value or another field, a membership, a truth field, or whether a
    field is known; the truth values of these decide the value of the rule and every sentence of its explanation.
    """
    folding = _Folding(ground)
    return tuple(_asked(rule, folding))


def _asked(node: Expr, folding: _Folding) -> Iterator[Expr]:
    match node:
        case Field(kind=Kind.TRUTH):
            yield node
            if node.presumed is not None:  # an answer discloses a presumption only where nobody stated the fact
                yield Known(Field(node.name, node.kind, node.phrase))
        case Compare():
            folded = Compare(node.operator, folding.fold(node.left), folding.fold(node.right))
            yield from _conditions(node.left, folding)
            yield from _conditions(node.right, folding)
            for left in _atoms(folded.left):
                for right in _atoms(folded.right):
                    yield from _comparison(Compare(node.operator, left, right), folding)
        case OneOf():
            yield from _conditions(node.of, folding)
            for atom in _atoms(folding.fold(node.of)):
                yield from _open(folding.one_of(OneOf(atom, node.values)))
        case Known():
            yield from _asked(node.of, folding) if node.of.kind is Kind.TRUTH else _conditions(node.of, folding)
            for atom in _atoms(folding.fold(node.of)):
                yield from _open(folding.known(Known(atom)))
        case All() | Any():
            yield from _several(node, folding)
        case If():
            yield from _choice(node, folding)
        case _:
            for child in node.children():
                yield from _asked(child, folding)


def _comparison(leaf: Compare, folding: _Folding) -> Iterator[Expr]:
    """The comparison, and, where an unknown could lie on either side of it, which side that is."""
    sides = (leaf.left, leaf.right)
    yield from _open(folding.compare(leaf))
    if not any(settled(side) and settled_value(side) is not None for side in sides):
        for side in sides:
            yield from _open(folding.known(Known(side)))


def _open(leaf: Expr) -> Iterator[Expr]:
    if not settled(leaf):
        yield leaf


def _several(node: All | Any, folding: _Folding) -> Iterator[Expr]:
    """Where one part decides on every such day, a trace keeps only that part and others that decide alike."""
    decisive = isinstance(node, Any)
    parts = [(part, folding.fold(part)) for part in node.of]
    decided = any(settled(low) and settled_value(low) is decisive for _, low in parts)
    for part, low in parts:
        if not (decided and settled(low) and settled_value(low) is not decisive):
            yield from _asked(part, folding)


def _choice(node: If, folding: _Folding) -> Iterator[Expr]:
    condition = folding.fold(node.condition)
    branches: tuple[Expr, ...] = (node.then, node.otherwise)
    if settled(condition) and settled_value(condition) is not None:
        branches = (node.then,) if settled_value(condition) else (node.otherwise,)
    yield from _asked(node.condition, folding)
    for branch in branches:
        yield from _asked(branch, folding)
    if len(branches) == 2 and node.kind is not Kind.TRUTH:
        yield from _agreement(branches, folding)


def _agreement(branches: tuple[Expr, ...], folding: _Folding) -> Iterator[Expr]:
    """Whether two branches agree decides a choice with an unknown condition, so it is asked too."""
    left, right = (folding.fold(branch) for branch in branches)
    for one in _atoms(left):
        for other in _atoms(right):
            if not (settled(one) and settled(other)):
                yield from _open(folding.compare(Compare("=", one, other)))


def _conditions(side: Expr, folding: _Folding) -> Iterator[Expr]:
    """What is asked to choose between values."""
    if not isinstance(side, (Field, Param, Literal)):
        yield from _asked(side, folding)


def _atoms(residue: Expr) -> Iterator[Expr]:
    """The single values a residue of money, count, date or text may take: fields and settled values."""
    match residue:
        case Field() | Param() | Literal():
            yield residue
        case If():
            yield from _atoms(residue.then)
            yield from _atoms(residue.otherwise)
        case Exceptions():
            yield from _atoms(residue.general)
            for special in residue.special:
                yield from _atoms(special.value)
        case _ if residue.kind is Kind.TRUTH:
            return
        case _:
            raise RuleError(f"{type(residue).__name__} as a value", "no column can carry it", (), "Use fields.")
