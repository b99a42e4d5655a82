"""Decide a rule for one situation in Kleene's three values, and record what decided it.

This is the reference implementation: the SQL engines must agree with it row by row. `None` is unknown. Kleene,
"Introduction to Metamathematics" (1952), section 64: unknown AND no = no; unknown OR yes = yes. A choice with an
unknown condition has a value if every branch that could still apply gives that value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from mnna.errors import Conflict
from mnna.quick import QuickTuple
from mnna.rules import nodes


class Holding(NamedTuple):
    """Whether a status is held on a day: the value, a sentence that gives the reason, its citation, and its needs.

    `sure` is false if the row behind a yes is not of the highest confidence.
    """

    value: bool | None
    says: str
    citation: str | None = None
    needs: str | None = None
    sure: bool = True


class Situation(QuickTuple):
    """Everything a rule depends on: the day, the facts of the case, and which statuses the country holds on that day.

    `decided` caches the traces of nodes by id for all rules decided in this situation; None caches nothing.
    """

    on: date
    holding: Callable[[str], Holding]
    fields: Mapping[str, nodes.Value | None] = {}
    decided: dict[int, Trace] | None = None


class Trace:
    """A decided node: its value, and the traces of only those nodes that decided it.

    `holding` is the reason for a status, `dated` the parameter's row in force. `presumed` is true for a fact that was
    not given.
    """

    __slots__ = ("dated", "holding", "node", "of", "presumed", "value")

    def __init__(
        self,
        node: nodes.Expr,
        value: nodes.Value | None,
        of: tuple[Trace, ...] = (),
        holding: Holding | None = None,
        dated: nodes.Dated | None = None,
        presumed: bool = False,
    ) -> None:
        self.node, self.value, self.of = node, value, of
        self.holding, self.dated, self.presumed = holding, dated, presumed


def evaluate(rule: nodes.Expr, situation: Situation) -> Trace:
    """Return the trace of a rule with its value; raises `Conflict` if two exceptions that apply differ."""
    return _Run(situation).trace(rule)


class _Run:
    """One evaluation. A shared node is decided once; its trace keeps the node alive, so that its id stays unique."""

    __slots__ = ("seen", "situation")

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.seen: dict[int, Trace] = {} if situation.decided is None else situation.decided

    def trace(self, node: nodes.Expr) -> Trace:
        found = self.seen.get(id(node))
        if found is None:
            found = self.seen[id(node)] = _DECIDE[type(node)](self, node)
        return found

    def field(self, node: nodes.Field) -> Trace:
        value = self.situation.on if node.name == "on" else self.situation.fields.get(node.name)
        if value is None and node.remainder is not None:
            value = remainder(*(self.trace(part).value for part in node.remainder))
        if value is None and node.presumed is not None:
            return Trace(node, node.presumed, presumed=True)
        return Trace(node, value)

    def literal(self, node: nodes.Literal) -> Trace:
        return Trace(node, node.value)

    def param(self, node: nodes.Param) -> Trace:
        dated = node.at(self.situation.on)
        return Trace(node, None if dated is None else dated.value, dated=dated)

    def status(self, node: nodes.Status) -> Trace:
        holding = self.situation.holding(node.id)
        return Trace(node, holding.value, (), holding)

    def compare(self, node: nodes.Compare) -> Trace:
        sides = (self.trace(node.left), self.trace(node.right))
        return Trace(node, compared(node.operator, sides[0].value, sides[1].value), sides)

    def several(self, node: nodes.All | nodes.Any) -> Trace:
        decisive = isinstance(node, nodes.Any)
        traces = tuple(self.trace(part) for part in node.of)
        deciding = tuple(t for t in traces if t.value is decisive)
        if deciding:
            return Trace(node, decisive, deciding)
        open_ = tuple(t for t in traces if t.value is None)
        return Trace(node, None, open_) if open_ else Trace(node, not decisive, traces)

    def not_(self, node: nodes.Not) -> Trace:
        inner = self.trace(node.of)
        return Trace(node, None if inner.value is None else not inner.value, (inner,))

    def if_(self, node: nodes.If) -> Trace:
        condition = self.trace(node.condition)
        if condition.value is not None:
            branch = self.trace(node.then if condition.value else node.otherwise)
            return Trace(node, branch.value, (condition, branch))
        then, otherwise = self.trace(node.then), self.trace(node.otherwise)
        if then.value is not None and then.value == otherwise.value:
            return Trace(node, then.value, (then, otherwise))
        return Trace(node, None, (condition, *(t for t in (then, otherwise) if t.value is None)))

    def known(self, node: nodes.Known) -> Trace:
        inner = self.trace(node.of)
        return Trace(node, inner.value is not None, (inner,))

    def inner(self, node: nodes.Named | nodes.Cited) -> Trace:
        inner = self.trace(node.of)
        return Trace(node, inner.value, (inner,))

    def exceptions(self, node: nodes.Exceptions) -> Trace:
        """Decide a general rule with exceptions; raise `Conflict` if two exceptions that apply differ."""
        whens = [self.trace(special.when) for special in node.special]
        values = [self.trace(special.value) for special in node.special]
        firing = [(w, v) for w, v in zip(whens, values, strict=True) if w.value is True]
        doubtful = [(w, v) for w, v in zip(whens, values, strict=True) if w.value is None]
        if len({v.value for _, v in firing if v.value is not None}) > 1:
            cites = [s.citation for s, w in zip(node.special, whens, strict=True) if w.value is True]
            raise Conflict(
                "a general rule with exceptions",
                f"exceptions apply and differ: {', '.join(cites)}",
                cites,
                "Say in the rule which of them yields.",
            )
        ruled_out = tuple(w for w in whens if w.value is False)
        if firing:
            return self.agreed(node, firing[0], doubtful + firing[1:], ruled_out)
        general = self.trace(node.general)
        if not doubtful:
            return Trace(node, general.value, (general, *whens))
        return self.agreed(node, (general, general), doubtful, ruled_out)

    def agreed(
        self,
        node: nodes.Exceptions,
        base: tuple[Trace, Trace],
        others: list[tuple[Trace, Trace]],
        ruled_out: tuple[Trace, ...],
    ) -> Trace:
        """Return the base value if every exception that may still apply gives the same value, else unknown."""
        (when, value), rest = base, tuple(t for pair in others for t in pair)
        if all(v.value is not None and v.value == value.value for _, v in others):
            return Trace(node, value.value, _once((when, value, *(v for _, v in others), *ruled_out)))
        return Trace(node, None, tuple(t for t in _once((when, value, *rest)) if t.value is None))


def remainder(whole: nodes.Value | None, part: nodes.Value | None) -> nodes.Value | None:
    """Return an amount less a part of it; the whole amount if the part is not given or exceeds it."""
    if not isinstance(whole, Decimal) or not isinstance(part, Decimal) or part > whole:
        return whole
    return whole - part


def compared(operator: str, left: nodes.Value | None, right: nodes.Value | None) -> bool | None:
    """Return the result of a comparison by `=`, `>=`, `>`, `<=` or `<`; None if either value is unknown."""
    if left is None or right is None:
        return None
    return _COMPARED[operator](left, right)


_COMPARED: dict[str, Callable[[nodes.Value, nodes.Value], bool]] = {"=": eq, ">=": ge, ">": gt, "<=": le, "<": lt}


def _once(traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    return tuple({id(trace): trace for trace in traces}.values())


_DECIDE: dict[type[nodes.Expr], Callable[..., Trace]] = nodes.methods_of(_Run)
