"""A rule as canonical JSON: the same text for the same rule on any machine, for hashing and comparison."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any as Anything

from mnna.rules import nodes


def canonical(rule: nodes.Expr) -> str:
    """Return the rule's content as one line of JSON with sorted keys."""
    return json.dumps(_plain(rule), sort_keys=True, separators=(",", ":"), default=_text)


def _text(value: object) -> str:
    if isinstance(value, (date, Decimal)):
        return str(value)
    raise TypeError(f"{value!r} has no canonical form")


def _plain(node: nodes.Expr) -> Anything:
    below = _plain
    match node:
        case nodes.Field():
            parts = [[below(part) for part in node.remainder]] if node.remainder else []
            return ["field", node.name, node.kind.value, list(node.domain), node.presumed, *parts]
        case nodes.Literal():
            return ["literal", node.value]
        case nodes.Param():
            return ["param", node.id, [[d.value, d.since, d.until, d.citation] for d in node.history]]
        case nodes.Status():
            return ["status", node.id]
        case nodes.Compare():
            return [node.operator, below(node.left), below(node.right)]
        case nodes.All() | nodes.Any():
            return [type(node).__name__.lower(), [below(part) for part in node.of]]
        case nodes.Not() | nodes.Known():
            return [type(node).__name__.lower(), below(node.of)]
        case nodes.If():
            return ["if", below(node.condition), below(node.then), below(node.otherwise)]
        case nodes.Named():
            return ["named", node.name, below(node.of)]
        case nodes.Cited():
            return ["cited", node.citation, below(node.of), *([node.reading] if node.reading else [])]
        case nodes.Exceptions():
            special = [[below(s.when), below(s.value), s.citation] for s in node.special]
            return ["exceptions", below(node.general), special]
    raise TypeError(f"{node!r} is not a node of the rule language")
