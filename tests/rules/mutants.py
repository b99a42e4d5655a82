"""Every small mistake a rule could hold, one at a time: the law with one comparison, status, arm, branch or date wrong.

A test suite that cannot tell a rule from its mutants does not hold the rule. A part of a rule that is used in several
places is one part, so it is changed in all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from mnna.errors import RuleError
from mnna.rules import nodes
from mnna.rules.canonical import canonical
from mnna.rules.english import phrase, spoken

FLIPS = {">=": (">", "<"), ">": (">=", "<="), "<=": ("<", ">"), "<": ("<=", ">="), "=": ()}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """Rules with one mistake: what was done, its kind, and the rules."""

    what: str
    kind: str
    rules: tuple[nodes.Expr, ...]

    @property
    def rule(self) -> nodes.Expr:
        """The only rule."""
        (rule,) = self.rules
        return rule


def mutants(*rules: nodes.Expr) -> Iterator[Mutant]:
    """The rules with each mistake in turn; a part they share is wrong in all of them at once."""
    met = {id(node): node for rule in rules for node in rule.walk()}
    for node in met.values():
        for what, kind, wrong in _mistakes(node):
            yield Mutant(what, kind, tuple(replaced(rule, node, wrong) for rule in rules))


def replaced(rule: nodes.Expr, old: nodes.Expr, new: nodes.Expr) -> nodes.Expr:
    """The rule with one part, wherever it stands, replaced by another."""
    if rule is old:
        return new
    return rule.rebuilt(lambda child: replaced(child, old, new))


def _mistakes(node: nodes.Expr) -> Iterator[tuple[str, str, nodes.Expr]]:
    name = phrase(node)
    match node:
        case nodes.Compare():
            for operator in FLIPS[node.operator]:
                yield (
                    f"{name}: {node.operator} for {operator}",
                    "comparison",
                    nodes.Compare(operator, node.left, node.right),
                )
            yield f"{name}: the opposite", "comparison", nodes.Not(node)
        case nodes.Status() | nodes.Field(kind=nodes.Kind.TRUTH):
            yield f"{name}: the opposite", "status", nodes.Not(node)
            yield f"{name}: always", "status", nodes.YES
            yield f"{name}: never", "status", nodes.NO
        case nodes.Literal(value=bool()):
            yield f"{name}: the opposite", "constant", nodes.NO if node.value else nodes.YES
        case nodes.All() | nodes.Any():
            yield from _several(node, name)
        case nodes.Not():
            yield f"{name}: without the not", "not", node.of
        case nodes.Known():
            yield f"{name}: the opposite", "known", nodes.Not(node)
        case nodes.If() if canonical(node.then) != canonical(node.otherwise):
            yield f"{name}: branches swapped", "choice", nodes.If(node.condition, node.otherwise, node.then)
        case nodes.Exceptions():
            for index, special in enumerate(node.special):
                others = node.special[:index] + node.special[index + 1 :]
                yield (
                    f"without the exception of {special.citation}",
                    "exception",
                    nodes.Exceptions(node.general, others),
                )
        case nodes.Param():
            yield from _figures(node)


def _several(node: nodes.All | nodes.Any, name: str) -> Iterator[tuple[str, str, nodes.Expr]]:
    if len(node.of) == 1:
        return
    for index, part in enumerate(node.of):
        rest = node.of[:index] + node.of[index + 1 :]
        yield f"{name}: without {phrase(part)}", "arm", rest[0] if len(rest) == 1 else type(node)(rest)
    other = nodes.Any if isinstance(node, nodes.All) else nodes.All
    yield f"{name}: {other.__name__.lower()} for {type(node).__name__.lower()}", "arm", other(node.of)


def _figures(param: nodes.Param) -> Iterator[tuple[str, str, nodes.Expr]]:
    for index, dated in enumerate(param.history):
        for wrong in _near(dated.value):
            yield f"{param.id}: {spoken(wrong)} for {spoken(dated.value)}", "value", _with(param, index, value=wrong)
        for shift in (-DAY, DAY) if dated.since > date.min else ():  # a settled value holds on all days
            yield from _shifted(param, index, "since", dated.since + shift)
            if dated.until is not None:
                yield from _shifted(param, index, "until", dated.until + shift)


def _shifted(param: nodes.Param, index: int, end: str, day: date) -> Iterator[tuple[str, str, nodes.Expr]]:
    """One end of one value moved; a shift that would make two values overlap could not even be built."""
    try:
        yield f"{param.id}: {end} {day}", "date", _with(param, index, **{end: day})
    except RuleError:
        return


def _with(param: nodes.Param, index: int, **change: nodes.Value) -> nodes.Param:
    history: tuple[nodes.Dated, ...] = (
        *param.history[:index],
        replace(param.history[index], **change),  # type: ignore[arg-type]
        *param.history[index + 1 :],
    )
    return nodes.Param(param.id, param.kind, param.phrase, history)


def _near(value: nodes.Value) -> tuple[nodes.Value, ...]:
    """The values next to one: a cent, a day or one more and less."""
    if isinstance(value, Decimal):
        return (value - Decimal("0.01"), value + Decimal("0.01"))
    if isinstance(value, date):
        return (value - DAY, value + DAY)
    return (value - 1, value + 1) if isinstance(value, int) else ()
