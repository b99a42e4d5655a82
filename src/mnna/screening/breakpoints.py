"""What is left to ask of a row once the day, the country and the channel are known, as a small number per row.

A residue lists, field by field, the values at which an answer or its reason can turn. A row's pattern is one number:
for each field the interval its value lies in, or that it is unknown. Rows with the same residue and pattern get the
same answer for the same reasons, so the evaluator of single cases is asked once for all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from math import prod

from mnna.errors import RuleError
from mnna.rules.nodes import Compare, Expr, Field, Kind, Known, OneOf, Value, statuses_asked
from mnna.rules.partial import ON, Ground, asked, days_of_change, settled, settled_value
from mnna.statutes.provision import CaseProvision

STEP: dict[Kind, Decimal | int | timedelta] = {Kind.MONEY: Decimal("0.01"), Kind.COUNT: 1, Kind.DATE: timedelta(days=1)}
"""The smallest difference between two values of a kind: a cent, one, a day."""

LOWEST: dict[Kind, Value] = {Kind.MONEY: Decimal("0.00"), Kind.COUNT: 0, Kind.DATE: date(1, 1, 1)}
"""The lowest value a row may carry; a field of which only presence is asked turns there and nowhere else."""

Bounds = tuple[Value, ...]
"""Where a field turns: the first value of each interval but the lowest, in order; for text its domain."""


@dataclass(frozen=True, slots=True)
class Residue:
    """The fields still asked on one ground of one provision, each with its bounds; `key` says which provision."""

    channel: str
    provision: CaseProvision | None
    bounds: Mapping[str, Bounds]


def outputs(provision: CaseProvision, whole: bool) -> list[Expr]:
    """The rules that make up the answer of a provision; `whole` adds when its steps and caveats apply."""
    rules = [provision.notify, provision.review_days, provision.group]
    rules += [measure.met for measure in provision.measures]
    rules += [measure.usd for measure in provision.measures if measure.usd is not None]
    return rules + ([act.when for act in (*provision.steps, *provision.caveats)] if whole else [])


def residue(channel: str, provision: CaseProvision | None, ground: Ground, whole: bool) -> Residue:
    """What is still asked of a row on that ground."""
    if provision is None:
        return Residue(channel, None, {})
    turns: dict[str, set[Value]] = {}
    for rule in outputs(provision, whole):
        for name, values in _turns_on(rule, ground):
            turns.setdefault(name, set()).update(values)
    return Residue(channel, provision, {name: _ordered(values) for name, values in sorted(turns.items())})


def _turns_on(rule: Expr, ground: Ground) -> tuple[tuple[str, frozenset[Value]], ...]:
    """The fields a rule asks about on that ground, each with the values at which it turns."""
    days, names = _may_change(rule)
    statuses = tuple((name, ground.statuses[name]) for name in names)
    return _turns_between(rule, bisect_right(days, ground.on), statuses)


@lru_cache(maxsize=20_000)
def _may_change(rule: Expr) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The days and statuses by which a rule may come out otherwise."""
    return tuple(sorted(days_of_change(rule))), tuple(sorted(statuses_asked(rule)))


@lru_cache(maxsize=200_000)
def _turns_between(
    rule: Expr, place: int, statuses: tuple[tuple[str, bool | None], ...]
) -> tuple[tuple[str, frozenset[Value]], ...]:
    """The same between two days on which the rule may change, of which the first is number `place` from 1.

    Many stretches of many countries differ in days and statuses that the rule does not ask about.
    """
    days, _ = _may_change(rule)
    on = days[place - 1] if place else min(days, default=date.max) - timedelta(days=1)
    found: dict[str, frozenset[Value]] = {}
    for leaf in asked(rule, Ground(on, dict(statuses))):
        for field, values in _turns(leaf):
            found[field.name] = found.get(field.name, frozenset()) | values
    return tuple(found.items())


def _ordered(values: set[Value]) -> Bounds:
    """The bounds in order; that a value is present at all needs no bound of its own where there is another."""
    ordered = sorted(values)
    lowest = ordered[0] in LOWEST.values() and not isinstance(ordered[0], bool)
    return tuple(ordered[1:] if lowest and len(ordered) > 1 else ordered)


def _turns(leaf: Expr) -> Iterable[tuple[Field, set[Value]]]:
    """The fields of a leaf, each with the values at which the leaf turns."""
    match leaf:
        case Field():
            return [(leaf, {False, True})]
        case Known(of=Field() as field):
            return [(field, _presence(field))]
        case OneOf(of=Field() as field):
            return [(field, _presence(field))]
        case Compare(left=Field() as field, right=right) if settled(right):
            return [(field, _compared(field, leaf.operator, settled_value(right)))]
        case Compare(left=left, right=Field() as field) if settled(left):
            return [(field, _compared(field, _FLIPPED[leaf.operator], settled_value(left)))]
    raise RuleError(
        "a rule over many rows",
        f"two facts of a case are compared with each other ({type(leaf).__name__})",
        (),
        "Compare each with a parameter.",
    )


_FLIPPED = {"=": "=", ">=": "<=", "<=": ">=", ">": "<", "<": ">"}


def _presence(field: Field) -> set[Value]:
    if field.kind is Kind.TRUTH:
        return {False, True}
    return set(field.domain) if field.kind is Kind.TEXT else {LOWEST[field.kind]}


def _compared(field: Field, operator: str, value: Value | None) -> set[Value]:
    if field.name == ON or value is None or field.kind in (Kind.TEXT, Kind.TRUTH):
        if field.name == ON or (field.kind is Kind.TEXT and not field.domain):
            raise RuleError(f"a comparison of {field.name}", "it does not settle by date or domain", (), "Close it.")
        return _presence(field)
    above = value + STEP[field.kind]  # type: ignore[operator]
    return {">=": {value}, "<": {value}, ">": {above}, "<=": {above}, "=": {value, above}}[operator]


@dataclass(frozen=True, slots=True)
class Axis:
    """One field over all residues: how many intervals it is cut into at most, and its digit's weight in a pattern.

    `turns` are the bounds of all residues, between which a value lies whatever its residue.
    """

    field: str
    kind: Kind
    cuts: int
    weight: int
    domain: tuple[str, ...] = ()
    turns: Bounds = ()

    @property
    def size(self) -> int:
        """How many digits there are: the intervals, and one for unknown."""
        return self.cuts + 2 if self.kind not in (Kind.TRUTH, Kind.TEXT) else self.cuts + 1

    @property
    def unknown(self) -> int:
        """The digit of an unknown value, also of one that the residue does not ask about."""
        return self.size - 1

    @property
    def places(self) -> int:
        """How many places there are between the turns of all residues, and one for unknown."""
        return len(self.turns) + 2 if self.kind not in (Kind.TRUTH, Kind.TEXT) else self.size

    def digits(self, bounds: Bounds) -> list[int]:
        """The digit that a residue with these bounds has for each place, unknown last."""
        if not bounds:
            return [self.unknown] * self.places
        if self.kind in (Kind.TRUTH, Kind.TEXT):
            return list(range(self.size))
        return [0, *(bisect_right(bounds, turn) for turn in self.turns), self.unknown]

    def representative(self, bounds: Bounds, digit: int) -> Value | None:
        """A value of the interval a digit stands for; None for unknown."""
        if digit == self.unknown or not bounds:
            return None
        if self.kind is Kind.TRUTH:
            return bool(digit)
        if self.kind is Kind.TEXT:
            return self.domain[digit]
        if digit == 0:
            return bounds[0] - STEP[self.kind]  # type: ignore[operator,return-value]
        return bounds[min(digit, len(bounds)) - 1]


def axes(residues: Iterable[Residue], fields: Mapping[str, Field], given: Iterable[str]) -> tuple[Axis, ...]:
    """An axis for each field that some residue asks about and the file gives."""
    most: dict[str, int] = {}
    turns: dict[str, set[Value]] = {}
    for one in residues:
        for name, bounds in one.bounds.items():
            most[name] = max(most.get(name, 0), len(bounds))
            turns.setdefault(name, set()).update(bounds)
    found, weight = [], 1
    for name in sorted(set(given) & set(most)):
        axis = Axis(name, fields[name].kind, most[name], weight, fields[name].domain, tuple(sorted(turns[name])))
        found.append(axis)
        weight *= axis.size
    return tuple(found)


MOST_PLACES = 200_000
"""The most rows of a table of patterns."""


def shelves(axes_: Sequence[Axis], residues: int) -> tuple[tuple[Axis, ...], ...]:
    """The axes in groups, each few enough that all their places for all residues fit into a table."""
    found: list[tuple[Axis, ...]] = []
    for axis in axes_:
        if found and residues * prod(one.places for one in (*found[-1], axis)) <= MOST_PLACES:
            found[-1] += (axis,)
        else:
            found.append((axis,))
    return tuple(found)


def patterns(axes_: tuple[Axis, ...]) -> int:
    """How many patterns there can be; a row's key is its stretch times this, plus its pattern."""
    return axes_[-1].weight * axes_[-1].size if axes_ else 1


def representative(one: Residue, axes_: tuple[Axis, ...], pattern: int) -> dict[str, Value]:
    """The fields of a case that lies where the pattern says; what is unknown is left out."""
    found = {}
    for axis in axes_:
        value = axis.representative(one.bounds.get(axis.field, ()), pattern // axis.weight % axis.size)
        if value is not None:
            found[axis.field] = value
    return found
