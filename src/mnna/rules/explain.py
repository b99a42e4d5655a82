"""Why a rule came out as it did: the tree of what decided it, and, for an unknown, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypedDict

from mnna.rules import nodes
from mnna.rules.english import comparing, phrase, spoken
from mnna.rules.evaluate import Trace


class Tree(TypedDict):
    """The contract's explanation node; `of` holds nodes of the same shape."""

    says: str
    value: bool | int | float | str | None
    citation: str | None
    of: list[Tree]


def tree(trace: Trace, citation: str | None = None) -> Tree:
    """The explanation of a decided rule; every node kept is one that decided the answer above it."""
    node = trace.node
    if isinstance(node, nodes.Cited):
        return tree(trace.of[0], node.citation)
    if isinstance(node, nodes.Named) and not node.spelled:
        tests = tuple(_comparisons(trace))
        alone = len(tests) == 1 and tests[0].value is trace.value
        return tree(tests[0], citation) if alone else _node(trace, citation, tests)
    if isinstance(node, nodes.Named) and isinstance(node.of, nodes.Cited) and citation is None:
        return _node(trace, node.of.citation, trace.of[0].of)
    if isinstance(node, (nodes.All, nodes.Any)) and len(trace.of) == 1:
        return tree(trace.of[0], citation)
    return _node(trace, citation, trace.of)


def _comparisons(trace: Trace) -> Iterator[Trace]:
    """The comparisons nearest below a sub-result whose phrase already says what carries them."""
    if isinstance(trace.node, nodes.Compare):
        yield trace
    else:
        for below in trace.of:
            yield from _comparisons(below)


def _node(trace: Trace, citation: str | None, below: tuple[Trace, ...]) -> Tree:
    return {
        "says": says(trace),
        "value": plain(trace.value),
        "citation": citation or _own_citation(trace),
        "of": [tree(child) for child in below if not isinstance(child.node, nodes.Literal)],
    }


def plain(value: nodes.Value | None) -> bool | int | float | str | None:
    """A value as JSON holds it: money as a number, a date as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _own_citation(trace: Trace) -> str | None:
    if trace.holding is not None:
        return trace.holding.citation
    return None if trace.dated is None else trace.dated.citation


def says(trace: Trace) -> str:
    """One decided node in a sentence."""
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
            return {True: "every condition is met", False: "a condition is not met", None: "a condition is open"}[
                _truth(value)
            ]
        case nodes.Any():
            return {
                True: "one of the alternatives is met",
                False: "none of the alternatives is met",
                None: "no alternative is met, and at least one is open",
            }[_truth(value)]
        case nodes.If():
            return "the branch that applies" if value is not None else "which branch applies is open"
        case nodes.Exceptions():
            return "the general rule and its exceptions"
        case nodes.Named() | nodes.Not() | nodes.OneOf() | nodes.Known() | nodes.Literal() | _:
            return f"{phrase(node)}: {spoken(value)}"


def _truth(value: nodes.Value | None) -> bool | None:
    return value if isinstance(value, bool) else None


_OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def stated(trace: Trace) -> list[str]:
    """What decided the answer, a sentence each, without the amounts of the case.

    Two cases that the same law decides alike get the same sentences, whatever their amounts.
    """
    return list(dict.fromkeys(_stated(trace)))


def _stated(trace: Trace) -> Iterator[str]:
    node = trace.node
    if isinstance(node, (nodes.Compare, nodes.OneOf)):
        if (sentence := _compared(trace)) is not None:
            yield sentence
    elif isinstance(node, nodes.Status):
        yield says(trace)
    elif isinstance(node, nodes.Field):
        if node.kind is nodes.Kind.TRUTH and trace.value is not None:
            known = node.phrase if trace.value else f"it is not so that {node.phrase}"
            yield node.presumption if trace.presumed else known
    elif not isinstance(node, nodes.Known):
        for below in trace.of:
            yield from _stated(below)


def _compared(trace: Trace) -> str | None:
    node, value = trace.node, trace.value
    if isinstance(node, nodes.OneOf):
        words = f"{phrase(node.of)} is {'' if value else 'not '}one of: {', '.join(node.values)}"
        return None if value is None else words
    assert isinstance(node, nodes.Compare)
    right = spoken(trace.of[1].value) if trace.of[1].value is not None else phrase(node.right)
    if value is None:
        return None
    if node.operator == "=":
        return f"{phrase(node.left)} is {'' if value else 'not '}{right}"
    fitting = node if value else nodes.Compare(_OPPOSITE[node.operator], node.left, node.right)
    return f"{phrase(node.left)} {comparing(fitting)} {right}"


def leaves(trace: Trace) -> Iterator[Trace]:
    """The deciding facts below a trace, in reading order, each once by node."""
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
    """The facts that would settle an unknown, in words; empty where the value is decided."""
    if trace.value is not None:
        return []
    return list(dict.fromkeys(_need(leaf) for leaf in _open(trace)))


def _open(trace: Trace) -> Iterator[Trace]:
    """The open facts below an open trace; whether a fact is known at all is decided, and so asks for nothing."""
    if not trace.of:
        yield trace
    for below in trace.of:
        if below.value is None:
            yield from _open(below)


def _need(leaf: Trace) -> str:
    if leaf.holding is not None:
        return leaf.holding.needs or leaf.holding.says
    if isinstance(leaf.node, nodes.Param):
        return f"{leaf.node.phrase}: no value is recorded for that day"
    if isinstance(leaf.node, nodes.Field) and leaf.node.kind is nodes.Kind.TRUTH:
        return f"whether {phrase(leaf.node)}"
    return phrase(leaf.node)


def presumptions(trace: Trace) -> list[str]:
    """What was taken for granted because nobody said otherwise, among the facts that decided."""
    found = (leaf for leaf in leaves(trace) if leaf.presumed)
    return list(dict.fromkeys(leaf.node.presumption for leaf in found if isinstance(leaf.node, nodes.Field)))
