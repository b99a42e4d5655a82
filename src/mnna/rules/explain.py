"""Explain the value of a rule: the tree of what decided it and, for an unknown, the facts that would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter

from mnna.quick import QuickDict, QuickTuple
from mnna.rules import nodes
from mnna.rules.english import comparing, phrase, spoken
from mnna.rules.evaluate import Holding, Trace

Told = Callable[[Trace], Holding]
"""A function from a decided status to its sentence, citation and needs, for the country of the answer.

The country may be another one than the rule was decided for, if its status has the same value.
"""
AS_DECIDED: Told = attrgetter("holding")
"""The `Told` for the country that the rule was decided for."""

Part = str | Trace
"""A text, or the trace of a status whose text is filled in later."""


class Tree(QuickDict):
    """The contract's explanation node; `of` holds nodes of the same shape."""

    says: str
    value: bool | int | float | str | None
    citation: str | None
    of: list[Tree]


class Sketch(QuickTuple):
    """An explanation node without the sentences on statuses, the same for all countries with the same status values."""

    says: Part
    value: bool | int | float | str | None
    citation: str | None
    of: tuple[Sketch, ...]


def tree(trace: Trace, citation: str | None = None) -> Tree:
    """Return the explanation of a decided rule, which has only the nodes that decided the answer."""
    return drawn(sketch(trace, citation), AS_DECIDED)


def sketch(trace: Trace, citation: str | None = None) -> Sketch:
    """Return the explanation with the text of each status left open."""
    node = trace.node
    if isinstance(node, nodes.Cited):
        return sketch(trace.of[0], node.citation)
    if isinstance(node, nodes.Named) and not node.spelled:
        tests = tuple(_comparisons(trace))
        alone = len(tests) == 1 and tests[0].value is trace.value
        return sketch(tests[0], citation) if alone else _node(trace, citation, tests)
    if isinstance(node, nodes.Named) and isinstance(node.of, nodes.Cited) and citation is None:
        return _node(trace, node.of.citation, trace.of[0].of)
    if isinstance(node, (nodes.All, nodes.Any)) and len(trace.of) == 1:
        return sketch(trace.of[0], citation)
    return _node(trace, citation, trace.of)


def drawn(one: Sketch, told: Told) -> Tree:
    """Return the explanation with the texts of statuses filled in from `told`."""
    says, value, citation, of = one
    if isinstance(says, str):
        return {"says": says, "value": value, "citation": citation, "of": [drawn(below, told) for below in of]}
    holding = told(says)
    return {"says": holding.says, "value": value, "citation": citation or holding.citation, "of": []}


def _comparisons(trace: Trace) -> Iterator[Trace]:
    """Yield the topmost comparisons below a sub-result whose phrase already describes the nodes between."""
    if isinstance(trace.node, nodes.Compare):
        yield trace
    else:
        for below in trace.of:
            yield from _comparisons(below)


def _node(trace: Trace, citation: str | None, below: tuple[Trace, ...]) -> Sketch:
    return Sketch(
        trace if isinstance(trace.node, nodes.Status) else says(trace),
        plain(trace.value),
        citation or (None if trace.dated is None else trace.dated.citation),
        tuple(sketch(child) for child in below if not isinstance(child.node, nodes.Literal)),
    )


def plain(value: nodes.Value | None) -> bool | int | float | str | None:
    """Return a value as JSON: money as a number, a date as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def says(trace: Trace) -> str:
    """Return one decided node in a sentence."""
    node, value = trace.node, trace.value
    match node:
        case nodes.Status():
            return trace.holding.says if trace.holding else phrase(node)
        case nodes.Field():
            if value is None:
                return f"{phrase(node)}: not known"
            return node.presumption if trace.presumed else f"{phrase(node)}: {spoken(value)}"
        case nodes.Param():
            return f"{node.phrase}: {spoken(value)}"
        case nodes.Compare():
            return f"{phrase(node.left)} {comparing(node)} {phrase(node.right)}: {spoken(value)}"
        case nodes.All():
            if value is None:
                return "a condition is open"
            return "every condition is met" if value else "a condition is not met"
        case nodes.Any():
            if value is None:
                return "no alternative is met, and at least one is open"
            return "one of the alternatives is met" if value else "none of the alternatives is met"
        case nodes.If():
            return "the branch that applies" if value is not None else "which branch applies is open"
        case nodes.Exceptions():
            return "the general rule and its exceptions"
        case nodes.Named() | nodes.Not() | nodes.Known() | nodes.Literal() | _:
            return f"{phrase(node)}: {spoken(value)}"


_OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def stated(trace: Trace) -> list[str]:
    """Return what decided the answer, one sentence each, without the amounts of the case.

    Two cases that the same law decides alike get the same sentences, whatever their amounts.
    """
    return told_once(stated_parts(trace), AS_DECIDED)


def told_once(parts: Iterable[Part], told: Told) -> list[str]:
    """Return the texts once each, with the sentences on statuses filled in."""
    return list(dict.fromkeys([part if isinstance(part, str) else told(part).says for part in parts]))


def stated_parts(trace: Trace) -> Iterator[Part]:
    """Yield the sentences of `stated`, with the text of each status left open."""
    node = trace.node
    if isinstance(node, nodes.Compare):
        if (sentence := _compared(trace)) is not None:
            yield sentence
    elif isinstance(node, nodes.Status):
        yield trace
    elif isinstance(node, nodes.Field):
        if node.kind is nodes.Kind.TRUTH and trace.value is not None:
            known = node.phrase if trace.value else f"it is not so that {node.phrase}"
            yield node.presumption if trace.presumed else known
    elif not isinstance(node, nodes.Known):
        for below in trace.of:
            yield from stated_parts(below)


def _compared(trace: Trace) -> str | None:
    """Return a decided comparison as a sentence that is true; None if it is unknown."""
    node, value = trace.node, trace.value
    assert isinstance(node, nodes.Compare)
    right = spoken(trace.of[1].value) if trace.of[1].value is not None else phrase(node.right)
    if value is None:
        return None
    if node.operator == "=":
        return f"{phrase(node.left)} is {'' if value else 'not '}{right}"
    fitting = node if value else nodes.Compare(_OPPOSITE[node.operator], node.left, node.right)
    return f"{phrase(node.left)} {comparing(fitting)} {right}"


def leaves(trace: Trace) -> Iterator[Trace]:
    """Yield the deciding facts below a trace, in reading order, each node once."""
    seen: set[int] = set()
    stack = [trace]
    while stack:
        here = stack.pop()
        if here.of:
            stack.extend(reversed(here.of))
        elif id(here.node) not in seen:
            seen.add(id(here.node))
            yield here


def needs(trace: Trace) -> list[str]:
    """Return the facts that would settle an unknown, in words; empty if the value is decided."""
    return needed_once(need_parts(trace), AS_DECIDED)


def needed_once(parts: Iterable[Part], told: Told) -> list[str]:
    """Return the needs once each, with those of statuses filled in."""
    found = [part if isinstance(part, str) else told(part) for part in parts]
    return list(dict.fromkeys([one if isinstance(one, str) else one.needs or one.says for one in found]))


def need_parts(trace: Trace) -> Iterator[Part]:
    """Return an iterator over the needs, with the text of each status left open."""
    return map(_need, _open(trace)) if trace.value is None else iter(())


def _open(trace: Trace) -> Iterator[Trace]:
    """Yield the unknown facts below an unknown trace. Whether a fact is known is always decided, so it is no need."""
    if not trace.of:
        yield trace
    for below in trace.of:
        if below.value is None:
            yield from _open(below)


def _need(leaf: Trace) -> Part:
    if isinstance(leaf.node, nodes.Status):
        return leaf
    if isinstance(leaf.node, nodes.Param):
        return f"{leaf.node.phrase}: no value is recorded for that day"
    if isinstance(leaf.node, nodes.Field) and leaf.node.kind is nodes.Kind.TRUTH:
        return f"whether {phrase(leaf.node)}"
    return phrase(leaf.node)


def presumptions(trace: Trace) -> list[str]:
    """Return the sentences that disclose the presumed facts among those that decided."""
    found = (leaf for leaf in leaves(trace) if leaf.presumed)
    return list(dict.fromkeys(leaf.node.presumption for leaf in found if isinstance(leaf.node, nodes.Field)))
