"""The base class of all nodes of a rule, the operators that build rules, and the nodes that those operators make.

`nodes` has the other nodes and exports these too: rules are written with `from mnna.rules.nodes import ...`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NoReturn

from mnna.errors import RuleError
from mnna.quick import quick_dataclass

Value = bool | int | Decimal | date | str
"""A decided value; `None` means unknown everywhere in this package."""


class Kind(Enum):
    """The type of a node's value; nodes of different kinds are never compared."""

    TRUTH = "truth"
    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    TEXT = "text"


ORDERED = frozenset({Kind.MONEY, Kind.COUNT, Kind.DATE})


class Expr:
    """The base class of all nodes, with the operators that build rules; other operators raise `RuleError`."""

    __slots__ = ()
    kind: Kind = Kind.TRUTH
    """The kind of the node's value; a node of another kind sets it when it is built."""

    def children(self) -> tuple[Expr, ...]:
        """Return the nodes directly below this one, in reading order."""
        return ()

    def rebuilt(self, change: Callable[[Expr], Expr]) -> Expr:
        """Return this node with each child replaced by `change(child)`; the node itself if no child differs."""
        old = self.children()
        new = tuple(change(child) for child in old)
        return self if all(a is b for a, b in zip(old, new, strict=True)) else self._with(new)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        """Return a node like this one with other children, in reading order; here for a node that is only these."""
        made: Callable[..., Expr] = type(self)
        return made(*children)

    def walk(self) -> Iterator[Expr]:
        """Yield this node and every node below it, depth first."""
        left: list[Expr] = [self]
        while left:
            node = left.pop()
            yield node
            left += reversed(node.children())

    def __and__(self, other: Expr) -> All:
        return All((self, _expr(other, "&")))

    def __or__(self, other: Expr) -> Any:
        return Any((self, _expr(other, "|")))

    def __invert__(self) -> Not:
        return Not(self)

    def __ge__(self, other: object) -> Compare:
        return Compare(">=", self, _operand(self, other))

    def __gt__(self, other: object) -> Compare:
        return Compare(">", self, _operand(self, other))

    def __le__(self, other: object) -> Compare:
        return Compare("<=", self, _operand(self, other))

    def __lt__(self, other: object) -> Compare:
        return Compare("<", self, _operand(self, other))

    def equals(self, other: object) -> Compare:
        """Return a rule that is true if both sides are known and equal, and unknown if either is unknown."""
        return Compare("=", self, _operand(self, other))

    def __bool__(self) -> NoReturn:
        raise RuleError(
            "a rule used as a Python truth value",
            "`and`, `or`, `not`, `if` and chained comparisons would decide it before any fact is known",
            ("&", "|", "~", "If"),
            "Write `a & b`, `a | b`, `~a`, `If(a, x, y)`, and `(a <= b) & (b <= c)`.",
        )

    def __contains__(self, item: object) -> NoReturn:
        raise RuleError(
            "`in` on a rule", "membership is itself a rule", (".equals()", "|"), "Write `a.equals(x) | a.equals(y)`."
        )

    def __iter__(self) -> NoReturn:
        raise RuleError("a rule used as a sequence", "a rule has no items", (".children()",), "")

    def __eq__(self, other: object) -> NoReturn:
        raise RuleError(
            "`==` on a rule",
            "it would compare the rules, not the facts",
            (".equals()",),
            "Write `a.equals(b)`; to compare rules themselves use `canonical(rule)`.",
        )

    def __ne__(self, other: object) -> NoReturn:
        raise RuleError("`!=` on a rule", "it would compare the rules, not the facts", ("~a.equals(b)",), "")

    __hash__ = object.__hash__


class Over(Expr):
    """A node over one other node, `of`."""

    __slots__ = ()
    of: Expr

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)


def _expr(other: object, sign: str) -> Expr:
    if isinstance(other, Expr):
        return other
    raise RuleError(
        f"`{sign}` with {other!r}",
        "the other side is not a rule",
        (),
        "`&` and `|` bind tighter than `>=`: put each comparison in brackets.",
    )


def _operand(left: Expr, other: object) -> Expr:
    """Return the other side of a comparison as a node; numbers other than 0 and 1 must be dated parameters."""
    if isinstance(other, Expr):
        return other
    if isinstance(other, str) and left.kind is Kind.TEXT:
        if isinstance(left, Field) and left.domain and other not in left.domain:
            raise RuleError(f"a comparison with {other!r}", "it is not in the field's domain", left.domain, "")
        return Literal(other)
    if isinstance(other, int) and not isinstance(other, bool) and other in (0, 1) and left.kind in ORDERED:
        return Literal(Decimal(other) if left.kind is Kind.MONEY else other)
    raise RuleError(
        f"a comparison with {other!r}",
        "amounts, days and dates change by statute, so none stands in a rule",
        ("a dated parameter",),
        "Put the value in the parameter table with its dates and citation.",
    )


def need(node: Expr, kind: Kind, where: str) -> None:
    """Raise `RuleError` unless `node` is a rule of that kind."""
    if not isinstance(node, Expr):
        raise RuleError(where, f"{node!r} is not a rule", (), "")
    if node.kind is not kind:
        raise RuleError(where, f"needs {kind.value}, got {node.kind.value}", (), "")


def set_kind(node: Expr, kind: Kind) -> None:
    """Set the kind of a frozen node while it is built; a truth value is the kind of the class."""
    if kind is not Kind.TRUTH:
        object.__setattr__(node, "kind", kind)


@quick_dataclass(frozen=True, eq=False)
class Field(Expr):
    """A fact of the case, such as the value of the major defense equipment.

    `phrase` reads after "the": "value of the major defense equipment". `domain` lists all values of a text field.
    `presumed` is the value if the fact is not given, and `presumption` the sentence that discloses it. A fact with a
    `remainder` is computed if it is not given: the first of two amounts less the second, or the first amount if the
    second is not given or is greater, and so cannot be part of it.
    """

    name: str
    kind: Kind
    phrase: str
    domain: tuple[str, ...] = ()
    presumed: Value | None = None
    presumption: str = ""
    remainder: tuple[Field, Field] | None = None

    def __post_init__(self) -> None:
        if (self.presumed is None) is bool(self.presumption):
            raise RuleError(
                f"the fact {self.name!r}", "what is presumed and the sentence that discloses it go together", (), ""
            )


_LITERAL_KINDS: dict[type, Kind] = {
    bool: Kind.TRUTH,
    int: Kind.COUNT,
    Decimal: Kind.MONEY,
    date: Kind.DATE,
    str: Kind.TEXT,
}


@quick_dataclass(frozen=True, eq=False)
class Literal(Expr):
    """A constant: a truth value, a text, or the numbers 0 and 1."""

    value: Value

    def __post_init__(self) -> None:
        number = isinstance(self.value, (int, Decimal)) and not isinstance(self.value, bool)
        if (number and self.value not in (0, 1)) or isinstance(self.value, date):
            raise RuleError(
                f"the constant {self.value}",
                "no number or date but 0 and 1 stands in a rule",
                ("a dated parameter",),
                "Put it in the parameter table with its citation.",
            )
        set_kind(self, _LITERAL_KINDS[type(self.value)])


YES, NO = Literal(True), Literal(False)


_OPERATORS = ("=", ">=", ">", "<=", "<")


@quick_dataclass(frozen=True, eq=False)
class Compare(Expr):
    """A comparison of two values of one kind; unknown if either is unknown."""

    operator: str
    left: Expr
    right: Expr

    def __post_init__(self) -> None:
        if self.operator not in _OPERATORS:
            raise RuleError(f"the comparison {self.operator!r}", "there is no such operator", _OPERATORS, "")
        if self.left.kind is not self.right.kind:
            raise RuleError(
                f"a comparison by {self.operator}",
                f"cannot compare {self.left.kind.value} with {self.right.kind.value}",
                (),
                "Both sides must be of one kind.",
            )
        if self.operator != "=" and self.left.kind not in ORDERED:
            raise RuleError(f"a comparison by {self.operator}", f"{self.left.kind.value} has no order", ("=",), "")

    def children(self) -> tuple[Expr, ...]:
        return (self.left, self.right)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Compare(self.operator, *children)


@quick_dataclass(frozen=True, eq=False)
class _Several(Expr):
    """A node over several truth values; parts of the same class are merged into it."""

    of: tuple[Expr, ...]

    def __init__(self, of: tuple[Expr, ...]) -> None:
        kind, flat = type(self), list[Expr]()
        if not of:
            raise RuleError(f"{kind.__name__} of nothing", "it needs at least one rule", (), "")
        for node in of:
            if type(node) is kind:
                flat += node.of
            else:
                need(node, Kind.TRUTH, kind.__name__)
                flat.append(node)
        self.__dict__["of"] = tuple(flat)

    def children(self) -> tuple[Expr, ...]:
        return self.of

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return type(self)(children)


class All(_Several):
    """True if every part holds (Kleene's and: one `no` decides, else one unknown makes it unknown)."""

    __slots__ = ()


class Any(_Several):
    """True if at least one part holds (Kleene's or: one `yes` decides, else one unknown makes it unknown)."""

    __slots__ = ()


@quick_dataclass(frozen=True, eq=False)
class Not(Over):
    """The opposite truth value; unknown stays unknown."""

    of: Expr

    def __post_init__(self) -> None:
        need(self.of, Kind.TRUTH, "Not")
