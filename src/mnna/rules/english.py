"""Write a rule in plain English from its tree, so that a change of law shows as a change of English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mnna import dates
from mnna.rules import nodes

_WORDS = {">=": "is at least", ">": "is more than", "<=": "is at most", "<": "is less than", "=": "is"}
_DATE_WORDS = {">=": "is on or after", ">": "is after", "<=": "is on or before", "<": "is before", "=": "is"}


def spoken(value: nodes.Value | None) -> str:
    """Return a value in words: `$14,000,000`, `23 May 2022`, `yes`, `unknown`."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"
    return dates.spoken(value) if isinstance(value, date) else f"{value:,}" if isinstance(value, int) else value


def comparing(node: nodes.Compare) -> str:
    """Return the verb of a comparison: "is at least", or "is on or after" for dates."""
    return (_DATE_WORDS if node.left.kind is nodes.Kind.DATE else _WORDS)[node.operator]


def phrase(node: nodes.Expr) -> str:
    """Return one node in a few words, without the nodes below it if they would make it long."""
    match node:
        case nodes.Literal():
            return spoken(node.value)
        case nodes.Field():
            if node.kind is nodes.Kind.TRUTH:
                return node.phrase
            return f"the {node.phrase}"
        case nodes.Param():
            return node.phrase
        case nodes.Status():
            return f"the country is {node.phrase}"
        case nodes.Compare():
            return f"{phrase(node.left)} {comparing(node)} {phrase(node.right)}"
        case nodes.Not(of=nodes.Status() as status):
            return f"the country is not {status.phrase}"
        case nodes.Not():
            return f"it is not so that {phrase(node.of)}"
        case nodes.Known():
            return f"{phrase(node.of)} is known"
        case nodes.Named():
            return node.phrase
        case nodes.Cited():
            return phrase(node.of)
        case nodes.All():
            return "all of these hold"
        case nodes.Any():
            return "at least one of these holds"
        case _:
            return _THAT_APPLIES[node.kind]


_THAT_APPLIES = {
    nodes.Kind.TRUTH: "what applies holds",
    nodes.Kind.MONEY: "the amount that applies",
    nodes.Kind.COUNT: "the number that applies",
    nodes.Kind.DATE: "the day that applies",
    nodes.Kind.TEXT: "the word that applies",
}
"""The phrase for a choice, or a general rule with exceptions, by kind of value."""


def english(rule: nodes.Expr) -> str:
    """Return the whole rule as indented lines with citations in brackets; `history` gives the parameters' values."""
    return "\n".join(_lines(_once(rule, set()), 0, ""))


def _once(node: nodes.Expr, met: set[int]) -> nodes.Expr:
    """Return the rule with each named sub-result spelled out where it first occurs, and only named after that."""
    if isinstance(node, nodes.Named):
        if id(node) in met:
            return nodes.Named(node.name, f"{node.phrase} (as above)", node.of, spelled=False) if node.spelled else node
        met.add(id(node))
        return nodes.Named(node.name, node.phrase, _once(node.of, met), node.spelled)
    return node.rebuilt(lambda below: _once(below, met))


def _lines(node: nodes.Expr, depth: int, citation: str) -> list[str]:
    """Return the indented lines of a node; `citation` is that of the nodes above it."""
    match node:
        case nodes.Cited():
            return _lines(node.of, depth, node.citation)
        case nodes.Named(spelled=False):
            return [_line(node.phrase, depth, citation)]
        case nodes.Named():
            return _headed(depth, (f"{node.phrase}, that is:", node.of, citation))
        case nodes.All() | nodes.Any():
            word = "all of these hold:" if isinstance(node, nodes.All) else "at least one of these holds:"
            return [_line(word, depth, citation), *(line for part in node.of for line in _lines(part, depth + 1, ""))]
        case nodes.Not() if not _complete(node.of):
            return _headed(depth, ("it is not so that:", node.of, citation))
        case nodes.Known() if not _complete(node.of):
            return _headed(depth, ("this is known:", node.of, citation))
        case nodes.Compare() if not (_complete(node.left) and _complete(node.right)):
            return _compared(node, depth, citation)
        case nodes.If(condition=nodes.Known(of=nodes.Field(kind=nodes.Kind.TRUTH) as fact), then=then) if then is fact:
            known = _line(f"where the question states whether {fact.phrase}, that decides", depth, citation)
            return [known, *_headed(depth, ("otherwise:", node.otherwise, ""))]
        case nodes.If():
            branches = ("then:", node.then, ""), ("otherwise:", node.otherwise, "")
            return _headed(depth, ("if:", node.condition, citation), *branches)
        case nodes.Exceptions():
            parts: list[Part] = [("in general:", node.general, citation)]
            for special in node.special:
                parts += [("except where:", special.when, special.citation), ("there:", special.value, "")]
            return _headed(depth, *parts)
        case _:
            return [_line(phrase(node), depth, citation)]


Part = tuple[str, nodes.Expr, str]
"""A heading, the node below it, and the citation of the heading."""


def _headed(depth: int, *parts: Part) -> list[str]:
    """Return for each part its heading, and the lines of its node one step further in."""
    found = ((_line(heading, depth, citation), _lines(node, depth + 1, "")) for heading, node, citation in parts)
    return [line for heading, below in found for line in (heading, *below)]


def _complete(node: nodes.Expr) -> bool:
    """Return whether `phrase` says everything about the node."""
    if isinstance(node, (nodes.Compare, nodes.Not, nodes.Known)):
        return all(_complete(below) for below in node.children())
    return isinstance(node, (nodes.Field, nodes.Literal, nodes.Param, nodes.Status)) or (
        isinstance(node, nodes.Named) and not node.spelled
    )


def _compared(node: nodes.Compare, depth: int, citation: str) -> list[str]:
    """Return the lines of a comparison with a long side, which is spelled out below the comparison."""
    long = [side for side in (node.left, node.right) if not _complete(side)]
    words = ("the first of these", "the second") if len(long) == 2 else ("this", "this")
    left, right = (phrase(side) if _complete(side) else word for side, word in zip(node.children(), words, strict=True))
    below = [line for side in long for line in _lines(side, depth + 1, "")]
    return [_line(f"{left} {comparing(node)} {right}:", depth, citation), *below]


def _line(text: str, depth: int, citation: str) -> str:
    return f"{'  ' * depth}- {text}{f' [{citation}]' if citation else ''}"


def history(param: nodes.Param) -> list[str]:
    """Return a parameter's dated values, one line each: value, from, until, citation."""
    return [_dated(dated) for dated in param.history]


def _dated(dated: nodes.Dated) -> str:
    until = f"until {dates.spoken(dated.until)}" if dated.until else "and still"
    return f"{spoken(dated.value)} from {dates.spoken(dated.since)} {until} [{'; '.join(dated.cited())}]"
