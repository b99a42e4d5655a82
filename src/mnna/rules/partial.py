"""Decide as much of a rule as a day and a country's statuses settle; the residue depends only on the case itself.

Tens of millions of cases share a few hundred such grounds (a day and statuses). So the law is decided once for each
ground, and each row needs only a few comparisons. The residue is exactly Kleene-equivalent: for every case on that
ground `evaluate` gives the same value for the residue as for the whole rule.

`asked` returns more than the residue needs. An explanation may name a comparison that did not change the answer (a `no`
because the country is no member *and* the value is low), so `asked` lists every leaf that a trace of the whole rule may
contain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeGuard

from mnna.errors import RuleError
from mnna.quick import quick_dataclass
from mnna.rules import nodes
from mnna.rules.evaluate import compared

ON = "on"
"""The name of the field for the day of the question."""


@quick_dataclass(frozen=True)
class Ground:
    """What is settled before a case is read: a day, and which statuses the country holds on it (None is unknown)."""

    on: date
    statuses: Mapping[str, bool | None]


def partial(rule: nodes.Expr, ground: Ground) -> nodes.Expr:
    """Return the residue of `rule` on that ground: a rule over the case's own fields, or a settled value.

    A settled truth value is the literal yes or no. Any other settled value is a parameter with that single value, and
    an unknown is a parameter without values.
    """
    return _Folding(ground).fold(rule)


def settled(node: nodes.Expr) -> TypeGuard[nodes.Literal | nodes.Param]:
    """Return whether a residue is a value that no case can change, including an unknown that none can change."""
    return isinstance(node, (nodes.Literal, nodes.Param))


def settled_value(node: nodes.Literal | nodes.Param) -> nodes.Value | None:
    """Return the value of a settled residue; None is unknown."""
    if isinstance(node, nodes.Literal):
        return node.value
    return node.history[0].value if node.history else None


def pinned(kind: nodes.Kind, value: nodes.Value | None) -> nodes.Literal | nodes.Param:
    """Return a settled value as a node."""
    if isinstance(value, bool):
        return nodes.YES if value else nodes.NO
    if value is None:
        return nodes.Param("unknown", kind, "unknown", ())
    return nodes.Param("settled", kind, "settled", (nodes.Dated(value, date.min, None, ""),))


def days_of_change(rule: nodes.Expr) -> set[date]:
    """Return every day from which a parameter of the rule, or a comparison of the day itself, may change."""
    days: set[date] = set()
    for node in rule.walk():
        if isinstance(node, nodes.Param):
            days |= {day for dated in node.history for day in (dated.since, dated.until) if day is not None}
        elif isinstance(node, nodes.Compare) and node.left.kind is nodes.Kind.DATE:
            days |= {day for side in (node.left, node.right) for day in _bounds(side)}
    return days


def _bounds(side: nodes.Expr) -> Iterator[date]:
    """Yield the days that a date may be compared with, each also with the next day, on which `is after` changes."""
    for node in side.walk():
        if isinstance(node, nodes.Param) and node.kind is nodes.Kind.DATE:
            for dated in node.history:
                assert isinstance(dated.value, date)
                yield from (dated.value, dated.value + timedelta(days=1))


class _Folding:
    """The residues on one ground; a node shared by several rules of a provision is folded once."""

    __slots__ = ("ground", "seen")

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.seen: dict[int, tuple[nodes.Expr, nodes.Expr]] = {}

    def fold(self, node: nodes.Expr) -> nodes.Expr:
        found = self.seen.get(id(node))
        if found is None:
            found = self.seen[id(node)] = (node, _FOLD[type(node)](self, node))
        return found[1]

    def field(self, node: nodes.Field) -> nodes.Expr:
        return node

    def literal(self, node: nodes.Literal) -> nodes.Expr:
        return node

    def param(self, node: nodes.Param) -> nodes.Expr:
        dated = node.at(self.ground.on)
        return pinned(node.kind, None if dated is None else dated.value)

    def status(self, node: nodes.Status) -> nodes.Expr:
        return pinned(nodes.Kind.TRUTH, self.ground.statuses.get(node.id))

    def inner(self, node: nodes.Named | nodes.Cited) -> nodes.Expr:
        return self.fold(node.of)

    def compare(self, node: nodes.Compare) -> nodes.Expr:
        left, right = self.fold(node.left), self.fold(node.right)
        sides = [self._day(left, right), self._day(right, left)]
        if settled(sides[0]) and settled(sides[1]):
            return pinned(nodes.Kind.TRUTH, compared(node.operator, settled_value(sides[0]), settled_value(sides[1])))
        if any(settled(side) and settled_value(side) is None for side in sides):
            return pinned(nodes.Kind.TRUTH, None)
        return nodes.Compare(node.operator, left, right)

    def _day(self, side: nodes.Expr, other: nodes.Expr) -> nodes.Expr:
        """Return the day of the ground in place of the day field if the other side is settled, else `side`.

        Against a date of the case the field stays, so that the row's own day is compared.
        """
        is_day = isinstance(side, nodes.Field) and side.name == ON
        return pinned(nodes.Kind.DATE, self.ground.on) if is_day and settled(other) else side

    def several(self, node: nodes.All | nodes.Any) -> nodes.Expr:
        decisive = isinstance(node, nodes.Any)
        parts = [self.fold(part) for part in node.of]
        values = [settled_value(part) for part in parts if settled(part)]
        rest = [part for part in parts if not settled(part)]
        if decisive in values:
            return pinned(nodes.Kind.TRUTH, decisive)
        unknown = [pinned(nodes.Kind.TRUTH, None)] if None in values else []
        left = [*unknown, *rest]
        if not left:
            return pinned(nodes.Kind.TRUTH, not decisive)
        return left[0] if len(left) == 1 else type(node)(tuple(left))

    def not_(self, node: nodes.Not) -> nodes.Expr:
        inner = self.fold(node.of)
        if isinstance(inner, nodes.Not):
            return inner.of
        if not settled(inner):
            return nodes.Not(inner)
        value = settled_value(inner)
        return pinned(nodes.Kind.TRUTH, None if value is None else not value)

    def if_(self, node: nodes.If) -> nodes.Expr:
        condition = self.fold(node.condition)
        if settled(condition) and settled_value(condition) is not None:
            return self.fold(node.then if settled_value(condition) else node.otherwise)
        then, otherwise = self.fold(node.then), self.fold(node.otherwise)
        if settled(then) and settled(otherwise):
            if settled_value(then) == settled_value(otherwise):
                return then
            if settled(condition):
                return pinned(node.kind, None)
        return nodes.If(condition, then, otherwise)

    def known(self, node: nodes.Known) -> nodes.Expr:
        inner = self.fold(node.of)
        if isinstance(inner, nodes.Field) and inner.presumed is not None:
            return nodes.YES
        return pinned(nodes.Kind.TRUTH, settled_value(inner) is not None) if settled(inner) else nodes.Known(inner)

    def exceptions(self, node: nodes.Exceptions) -> nodes.Expr:
        special = [nodes.Special(self.fold(s.when), self.fold(s.value), s.citation) for s in node.special]
        live = tuple(s for s in special if not (settled(s.when) and settled_value(s.when) is False))
        general = self.fold(node.general)
        if not live:
            return general
        if len(live) == 1 and settled(live[0].when) and settled_value(live[0].when) is True:
            return live[0].value
        return nodes.Exceptions(general, live)


_FOLD: dict[type[nodes.Expr], Callable[..., nodes.Expr]] = nodes.methods_of(_Folding)


def asked(rule: nodes.Expr, ground: Ground) -> tuple[nodes.Expr, ...]:
    """Return the leaves over the case's fields that a trace of the whole rule may contain on that ground.

    Each is a comparison of a field with a settled value or another field, a truth field, or whether a field is known.
    Their truth values decide the value of the rule and every sentence of its explanation.
    """
    folding = _Folding(ground)
    return tuple(_asked(rule, folding))


def _asked(node: nodes.Expr, folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the leaves that `asked` returns for a node."""
    match node:
        case nodes.Field(kind=nodes.Kind.TRUTH):
            yield node
            if node.presumed is not None:  # an answer discloses a presumption only if the fact is not given
                yield nodes.Known(nodes.Field(node.name, node.kind, node.phrase))
        case nodes.Compare():
            folded = nodes.Compare(node.operator, folding.fold(node.left), folding.fold(node.right))
            yield from _conditions(node.left, folding)
            yield from _conditions(node.right, folding)
            for left in _atoms(folded.left):
                for right in _atoms(folded.right):
                    yield from _comparison(nodes.Compare(node.operator, left, right), folding)
        case nodes.Known():
            yield from _asked(node.of, folding) if node.of.kind is nodes.Kind.TRUTH else _conditions(node.of, folding)
            for atom in _atoms(folding.fold(node.of)):
                yield from _open(folding.known(nodes.Known(atom)))
        case nodes.All() | nodes.Any():
            yield from _several(node, folding)
        case nodes.If():
            yield from _choice(node, folding)
        case _:
            for child in node.children():
                yield from _asked(child, folding)


def _comparison(leaf: nodes.Compare, folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the comparison and, if either side could be unknown, whether each side is known."""
    sides = (leaf.left, leaf.right)
    yield from _open(folding.compare(leaf))
    if not any(settled(side) and settled_value(side) is not None for side in sides):
        for side in sides:
            yield from _open(folding.known(nodes.Known(side)))


def _open(leaf: nodes.Expr) -> Iterator[nodes.Expr]:
    if not settled(leaf):
        yield leaf


def _several(node: nodes.All | nodes.Any, folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the leaves of the parts; if one part is decisive on the ground, not those of settled parts that are not."""
    decisive = isinstance(node, nodes.Any)
    parts = [(part, folding.fold(part)) for part in node.of]
    decided = any(settled(low) and settled_value(low) is decisive for _, low in parts)
    for part, low in parts:
        if not (decided and settled(low) and settled_value(low) is not decisive):
            yield from _asked(part, folding)


def _choice(node: nodes.If, folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the leaves of a choice: those of its condition and of the branches that may apply."""
    condition = folding.fold(node.condition)
    branches: tuple[nodes.Expr, ...] = (node.then, node.otherwise)
    if settled(condition) and settled_value(condition) is not None:
        branches = (node.then,) if settled_value(condition) else (node.otherwise,)
    yield from _asked(node.condition, folding)
    for branch in branches:
        yield from _asked(branch, folding)
    if len(branches) == 2 and node.kind is not nodes.Kind.TRUTH:
        yield from _agreement(branches, folding)


def _agreement(branches: tuple[nodes.Expr, ...], folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the comparisons of two branches, since branches that agree decide a choice with an unknown condition."""
    left, right = (folding.fold(branch) for branch in branches)
    for one in _atoms(left):
        for other in _atoms(right):
            if not (settled(one) and settled(other)):
                yield from _open(folding.compare(nodes.Compare("=", one, other)))


def _conditions(side: nodes.Expr, folding: _Folding) -> Iterator[nodes.Expr]:
    """Yield the leaves of the conditions that choose between values."""
    if not isinstance(side, (nodes.Field, nodes.Param, nodes.Literal)):
        yield from _asked(side, folding)


def _atoms(residue: nodes.Expr) -> Iterator[nodes.Expr]:
    """Yield the single values that a residue of money, count, date or text may have: fields and settled values."""
    match residue:
        case nodes.Field() | nodes.Param() | nodes.Literal():
            yield residue
        case nodes.If():
            yield from _atoms(residue.then)
            yield from _atoms(residue.otherwise)
        case nodes.Exceptions():
            yield from _atoms(residue.general)
            for special in residue.special:
                yield from _atoms(special.value)
        case _ if residue.kind is nodes.Kind.TRUTH:
            return
        case _:
            raise RuleError(f"{type(residue).__name__} as a value", "no column can carry it", (), "Use fields.")
