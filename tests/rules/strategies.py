"""Random rules over a small world, and random worlds to decide them in.

`truths()` draws a rule that is yes, no or unknown; `worlds()` draws a day, statuses and facts, each of which may be
unknown. A `World` can be completed by another, or be told only some of its facts, which is what the laws of the three
values speak of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from mnna.errors import Conflict
from mnna.rules import nodes
from mnna.rules.evaluate import Holding, Situation, Trace, evaluate

CUTS = (date(1990, 1, 1), date(2000, 1, 1), date(2010, 6, 30), date(2020, 1, 1))
DAYS = tuple(cut + timedelta(days=shift) for cut in CUTS for shift in (-1, 0, 1))
CENT = Decimal("0.01")
LOW, HIGH = Decimal("14000000.00"), Decimal("25000000.00")
AMOUNTS = (Decimal("0.00"), *(base + shift for base in (LOW, HIGH) for shift in (-CENT, Decimal(0), CENT)))
STATUSES = tuple(nodes.Status(id_, f"a party to {id_}") for id_ in ("red", "green", "blue"))
FIELDS = (
    nodes.Field("mde", nodes.Kind.MONEY, "value of the equipment"),
    nodes.Field("total", nodes.Kind.MONEY, "value in all"),
    nodes.Field("months", nodes.Kind.COUNT, "length in months"),
    nodes.Field("exempt", nodes.Kind.TRUTH, "the transfer is exempt"),
    nodes.Field("origin", nodes.Kind.TEXT, "origin", ("government", "commercial")),
    nodes.Field("signed", nodes.Kind.DATE, "day of signature"),
)
ON = nodes.Field("on", nodes.Kind.DATE, "day of the question")
PRESUMED = nodes.Field(
    "territory", nodes.Kind.TRUTH, "a new territory is opened", presumed=False, presumption="none is presumed"
)


def _param(id_: str, kind: nodes.Kind, *values: nodes.Value) -> nodes.Param:
    """Three values one after the other, and none before 1990 or from 2020 on."""
    rows = zip(values, CUTS, CUTS[1:], strict=False)
    history = tuple(nodes.Dated(value, since, until, f"law of {since.year}") for value, since, until in rows)
    return nodes.Param(id_, kind, f"the {id_} figure", history)


PARAMS: Mapping[nodes.Kind, tuple[nodes.Expr, ...]] = {
    nodes.Kind.MONEY: (
        _param("low", nodes.Kind.MONEY, LOW, HIGH, LOW),
        _param("high", nodes.Kind.MONEY, HIGH, HIGH, HIGH),
    ),
    nodes.Kind.COUNT: (_param("short", nodes.Kind.COUNT, 15, 15, 30), _param("long", nodes.Kind.COUNT, 20, 30, 30)),
    nodes.Kind.DATE: (_param("start", nodes.Kind.DATE, CUTS[0], CUTS[1], CUTS[2]),),
    nodes.Kind.TEXT: (nodes.Literal("government"), nodes.Literal("commercial")),
}


@dataclass(frozen=True)
class World:
    """A day, who holds what, and the facts of a case; None is unknown."""

    on: date
    statuses: Mapping[str, bool | None]
    fields: Mapping[str, nodes.Value | None]

    def situation(self) -> Situation:
        """The world as a rule asks it."""
        return Situation(self.on, self._holding, self.fields)

    def _holding(self, id_: str) -> Holding:
        value = self.statuses.get(id_)
        return Holding(value, f"{id_}: {value}", f"law of {id_}", f"whether {id_}" if value is None else None)

    def completed(self, by: World) -> World:
        """This world with every unknown taken from another."""
        statuses = {id_: by.statuses.get(id_) if value is None else value for id_, value in self.statuses.items()}
        fields = {name: by.fields.get(name) if value is None else value for name, value in self.fields.items()}
        return World(self.on, statuses, fields)

    def told(self, names: Collection[str]) -> World:
        """This world with everything unknown but the statuses and facts named."""
        statuses = {id_: value if id_ in names else None for id_, value in self.statuses.items()}
        return World(self.on, statuses, {name: v if name in names else None for name, v in self.fields.items()})


def decide(rule: nodes.Expr, world: World) -> Trace | None:
    """The trace of the rule in that world, or None where two exceptions conflict."""
    try:
        return evaluate(rule, world.situation())
    except Conflict:
        return None


def value(rule: nodes.Expr, world: World) -> nodes.Value | str | None:
    """The rule's value in that world, or the word "conflict"."""
    trace = decide(rule, world)
    return "conflict" if trace is None else trace.value


def worlds(unknown: bool = True) -> st.SearchStrategy[World]:
    """Worlds; without `unknown`, every status and fact is decided."""
    none: list[None] = [None] if unknown else []
    drawn = {
        "mde": st.sampled_from([*none, *AMOUNTS]),
        "total": st.sampled_from([*none, *AMOUNTS]),
        "months": st.sampled_from([*none, 0, 15, 20, 29, 30, 31]),
        "exempt": st.sampled_from([*none, True, False]),
        "territory": st.sampled_from([*none, True, False]),
        "origin": st.sampled_from([*none, "government", "commercial"]),
        "signed": st.sampled_from([*none, *DAYS]),
    }
    holds = st.sampled_from([*none, True, False])
    statuses = st.fixed_dictionaries({status.id: holds for status in STATUSES})
    return st.builds(World, st.sampled_from(DAYS), statuses, st.fixed_dictionaries(drawn))


def truths(*, known: bool = True, presumed: bool = True, exceptions: bool = True) -> st.SearchStrategy[nodes.Expr]:
    """Rules that are yes, no or unknown.

    Without `known` no rule asks whether a fact is known (such a rule may turn over when a fact is learnt, and rightly);
    without `presumed` no fact is presumed; without `exceptions` no rule can run into a conflict.
    """
    fields = FIELDS + ((PRESUMED,) if presumed else ())
    leaves = _leaves(fields, known)
    return st.recursive(leaves, lambda below: _larger(below, known, exceptions), max_leaves=8)


def _leaves(fields: tuple[nodes.Field, ...], known: bool) -> st.SearchStrategy[nodes.Expr]:
    plain = [nodes.YES, nodes.NO, *STATUSES, *STATUSES, *(field for field in fields if field.kind is nodes.Kind.TRUTH)]
    kinds = [nodes.Kind.MONEY, nodes.Kind.COUNT, nodes.Kind.DATE, nodes.Kind.TEXT]
    some = [st.sampled_from(plain), *(_comparisons(kind, fields) for kind in kinds), _origins()]
    return st.one_of(some + ([st.sampled_from(fields).map(nodes.Known)] if known else []))


def _comparisons(kind: nodes.Kind, fields: tuple[nodes.Field, ...]) -> st.SearchStrategy[nodes.Expr]:
    sides = _values(kind, fields)
    operators = ("=",) if kind is nodes.Kind.TEXT else ("=", ">=", ">", "<=", "<")
    return st.builds(nodes.Compare, st.sampled_from(operators), sides, sides)


def _values(kind: nodes.Kind, fields: tuple[nodes.Field, ...]) -> st.SearchStrategy[nodes.Expr]:
    """Facts, figures, and a choice between two of them by a status."""
    plain = st.sampled_from([field for field in (*fields, ON) if field.kind is kind] + list(PARAMS[kind]))
    return plain | st.builds(nodes.If, st.sampled_from(STATUSES), plain, plain)


def _origins() -> st.SearchStrategy[nodes.Expr]:
    origin = next(field for field in FIELDS if field.name == "origin")
    return st.sampled_from(["government", "commercial"]).map(origin.equals)


@st.composite
def _larger(draw: st.DrawFn, below: st.SearchStrategy[nodes.Expr], known: bool, exceptions: bool) -> nodes.Expr:
    """One node over smaller rules, of a shape drawn first."""
    some = {"known": known, "exceptions": exceptions}
    shape = draw(st.sampled_from([name for name in _SHAPES if some.get(name, True)]))
    return _SHAPES[shape](lambda: draw(below), draw)


def _few(part: Callable[[], nodes.Expr], draw: st.DrawFn) -> tuple[nodes.Expr, ...]:
    return tuple(part() for _ in range(draw(st.integers(1, 4))))


def _exceptions(part: Callable[[], nodes.Expr], draw: st.DrawFn) -> nodes.Exceptions:
    count = draw(st.integers(1, 3))
    return nodes.Exceptions(part(), tuple(nodes.Special(part(), part(), f"22 USC {number}") for number in range(count)))


_SHAPES: dict[str, Callable[[Callable[[], nodes.Expr], st.DrawFn], nodes.Expr]] = {
    "all": lambda part, draw: nodes.All(_few(part, draw)),
    "any": lambda part, draw: nodes.Any(_few(part, draw)),
    "not": lambda part, draw: nodes.Not(part()),
    "if": lambda part, draw: nodes.If(part(), part(), part()),
    "named": lambda part, draw: nodes.Named("part", "the part holds", part(), draw(st.booleans())),
    "cited": lambda part, draw: nodes.Cited("22 USC 1", part()),
    "known": lambda part, draw: nodes.Known(part()),
    "exceptions": _exceptions,
}
