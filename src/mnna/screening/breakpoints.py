"""The facts of a row that still decide the answer once its day, country and channel are known, as one number per row.

A residue lists, for each such field, the values at which an answer or its reason can change (its bounds). A row's
pattern is one number that encodes, for each field, the interval of its value, or that the value is unknown. Rows with
the same residue and pattern get the same answer for the same reasons, so the evaluator of single cases runs once for
all of them.
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
from mnna.rules.nodes import Compare, Expr, Field, Kind, Known, Value, statuses_asked
from mnna.rules.partial import ON, Ground, asked, days_of_change, settled, settled_value
from mnna.statutes.provision import CaseProvision

STEP: dict[Kind, Decimal | int | timedelta] = {Kind.MONEY: Decimal("0.01"), Kind.COUNT: 1, Kind.DATE: timedelta(days=1)}
"""The smallest difference between two values of a kind: a cent, one, or a day."""

LOWEST: dict[Kind, Value] = {Kind.MONEY: Decimal("0.00"), Kind.COUNT: 0, Kind.DATE: date.min}
"""The lowest value of each kind. It is the only bound of a field of which a rule asks only whether it is given."""

Bounds = tuple[Value, ...]
"""The first value of each interval but the lowest, in ascending order; for a text field, its domain."""


@dataclass(frozen=True, slots=True)
class Residue:
    """The fields that still decide an answer under one provision (None: no law in force), each with its bounds."""

    channel: str
    provision: CaseProvision | None
    bounds: Mapping[str, Bounds]


def outputs(provision: CaseProvision, whole: bool) -> list[Expr]:
    """Return the rules that make up the answer of a provision; `whole` adds the conditions of its steps and caveats."""
    rules = [provision.notify, provision.review_days, provision.group]
    rules += [measure.met for measure in provision.measures]
    rules += [measure.usd for measure in provision.measures if measure.usd is not None]
    return rules + ([act.when for act in (*provision.steps, *provision.caveats)] if whole else [])


def residue(channel: str, provision: CaseProvision | None, ground: Ground, whole: bool) -> Residue:
    """Return the fields, with bounds, that still decide the answer on `ground` (a day and the statuses held)."""
    if provision is None:
        return Residue(channel, None, {})
    turns: dict[str, set[Value]] = {}
    for rule in outputs(provision, whole):
        for name, values in _turns_on(rule, ground):
            turns.setdefault(name, set()).update(values)
    return Residue(channel, provision, {name: _ordered(values) for name, values in sorted(turns.items())})


def _turns_on(rule: Expr, ground: Ground) -> tuple[tuple[str, frozenset[Value]], ...]:
    """Return the fields that a rule still depends on, on that ground, each with the values at which it changes."""
    days, names = _may_change(rule)
    statuses = tuple((name, ground.statuses[name]) for name in names)
    return _turns_between(rule, bisect_right(days, ground.on), statuses)


@lru_cache(maxsize=20_000)
def _may_change(rule: Expr) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Return the days on which a rule changes, in ascending order, and the statuses that it depends on, by id."""
    return tuple(sorted(days_of_change(rule))), tuple(sorted(statuses_asked(rule)))


@lru_cache(maxsize=200_000)
def _turns_between(
    rule: Expr, place: int, statuses: tuple[tuple[str, bool | None], ...]
) -> tuple[tuple[str, frozenset[Value]], ...]:
    """Return the same as `_turns_on`, for the interval number `place` between the days on which the rule changes.

    Interval 0 is before the first of those days. The result is cached, because many stretches differ only in days and
    statuses that the rule does not depend on.
    """
    days, _ = _may_change(rule)
    on = days[place - 1] if place else min(days, default=date.max) - timedelta(days=1)
    found: dict[str, frozenset[Value]] = {}
    for leaf in asked(rule, Ground(on, dict(statuses))):
        for field, values in _turns(leaf):
            found[field.name] = found.get(field.name, frozenset()) | values
    return tuple(found.items())


def _ordered(values: set[Value]) -> Bounds:
    """Return the bounds in ascending order, without the lowest value of the kind if there is any other bound."""
    ordered = sorted(values)
    lowest = ordered[0] in LOWEST.values() and not isinstance(ordered[0], bool)
    return tuple(ordered[1:] if lowest and len(ordered) > 1 else ordered)


def _turns(leaf: Expr) -> Iterable[tuple[Field, set[Value]]]:
    """Return the fields of a condition, each with the values at which the condition changes.

    Raise `RuleError` if the condition compares two facts of a case with each other.
    """
    match leaf:
        case Field():
            return [(leaf, {False, True})]
        case Known(of=Field() as field):
            return [(field, _presence(field))]
        case Compare(left=Field() as field, right=right) if settled(right):
            return [(field, _compared(field, leaf.operator, settled_value(right)))]
        case Compare(left=left, right=Field() as field) if settled(left):
            return [(field, _compared(field, _FLIPPED[leaf.operator], settled_value(left)))]
    wrong = f"two facts of a case are compared with each other ({type(leaf).__name__})"
    raise RuleError("a rule over many rows", wrong, (), "Compare each with a parameter.")


_FLIPPED = {"=": "=", ">=": "<=", "<=": ">=", ">": "<", "<": ">"}


def _presence(field: Field) -> set[Value]:
    if field.kind is Kind.TRUTH:
        return {False, True}
    return set(field.domain) if field.kind is Kind.TEXT else {LOWEST[field.kind]}


def _compared(field: Field, operator: str, value: Value | None) -> set[Value]:
    """Return the values at which a comparison of the field with `value` (None: unknown) changes."""
    if field.name == ON or value is None or field.kind in (Kind.TEXT, Kind.TRUTH):
        if field.name == ON or (field.kind is Kind.TEXT and not field.domain):
            raise RuleError(f"a comparison of {field.name}", "it does not settle by date or domain", (), "Close it.")
        return _presence(field)
    above = value + STEP[field.kind]  # type: ignore[operator]
    return {">=": {value}, "<": {value}, ">": {above}, "<=": {above}, "=": {value, above}}[operator]


@dataclass(frozen=True, slots=True)
class Axis:
    """One field over all residues: the largest number of its bounds (`cuts`), and the weight of its digit in a pattern.

    `turns` are the bounds of all residues together. Between two of them no residue distinguishes values.
    """

    field: str
    kind: Kind
    cuts: int
    weight: int
    domain: tuple[str, ...] = ()
    turns: Bounds = ()

    @property
    def size(self) -> int:
        """Return the number of digits: one for each interval, and one for unknown."""
        return self.cuts + 2 if self.kind not in (Kind.TRUTH, Kind.TEXT) else self.cuts + 1

    @property
    def unknown(self) -> int:
        """Return the digit of an unknown value. A field that the residue does not depend on has it too."""
        return self.size - 1

    @property
    def places(self) -> int:
        """Return the number of intervals between the turns of all residues, plus one for unknown."""
        return len(self.turns) + 2 if self.kind not in (Kind.TRUTH, Kind.TEXT) else self.size

    def digits(self, bounds: Bounds) -> list[int]:
        """Return, for a residue with these bounds, the digit of each place in order; the unknown place is last."""
        if not bounds:
            return [self.unknown] * self.places
        if self.kind in (Kind.TRUTH, Kind.TEXT):
            return list(range(self.size))
        return [0, *(bisect_right(bounds, turn) for turn in self.turns), self.unknown]

    def representative(self, bounds: Bounds, digit: int) -> Value | None:
        """Return one value of the interval that a digit stands for; None for unknown."""
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
    """Return one axis for each field that some residue depends on and that the file gives, ordered by name."""
    named = list(residues)
    found, weight = [], 1
    for name in sorted(set(given) & {name for one in named for name in one.bounds}):
        bounds = [one.bounds[name] for one in named if name in one.bounds]
        turns = tuple(sorted(set().union(*bounds)))
        axis = Axis(name, fields[name].kind, max(map(len, bounds)), weight, fields[name].domain, turns)
        found.append(axis)
        weight *= axis.size
    return tuple(found)


MOST_PLACES = 200_000
"""The most rows of one table of patterns."""


def shelves(axes_: Sequence[Axis], residues: int) -> tuple[tuple[Axis, ...], ...]:
    """Return the axes in groups ("shelves"), in order, each small enough for one table of patterns.

    The table of a group has a row for each of the `residues` and each combination of places.
    """
    found: list[tuple[Axis, ...]] = []
    for axis in axes_:
        if found and residues * prod(one.places for one in (*found[-1], axis)) <= MOST_PLACES:
            found[-1] += (axis,)
        else:
            found.append((axis,))
    return tuple(found)


def patterns(axes_: tuple[Axis, ...]) -> int:
    """Return how many patterns there can be. A row's key is its stretch's number times this, plus its pattern."""
    return axes_[-1].weight * axes_[-1].size if axes_ else 1


def representative(one: Residue, axes_: tuple[Axis, ...], pattern: int) -> dict[str, Value]:
    """Return the fields of one example case with that residue and pattern; unknown fields are left out."""
    found = {}
    for axis in axes_:
        value = axis.representative(one.bounds.get(axis.field, ()), pattern // axis.weight % axis.size)
        if value is not None:
            found[axis.field] = value
    return found
