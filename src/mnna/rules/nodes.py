"""The nodes a rule of law is made of.

A rule is an immutable tree of these nodes, typed when it is built. `&`, `|`, `~`, `>=`, `<`, `.equals()` and
`.one_of()` build larger rules from smaller ones; Python's `and`, `or`, `not`, `in`, `==` and `a < b < c` cannot be
overloaded faithfully, so they are refused with a message that says what to write instead.

Why not plain Python functions: a function can be run, but it cannot be read back as English, compiled to SQL, asked
which fact would settle an unknown, or mutated one comparison at a time. Why not an expression library: none has three
truth values throughout, and each would be imported before the first answer.
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
"""A decided value; `None` stands for unknown everywhere in this package."""


class Kind(Enum):
    """What a node yields; nodes of different kinds are never compared."""

    TRUTH = "truth"
    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    TEXT = "text"


ORDERED = frozenset({Kind.MONEY, Kind.COUNT, Kind.DATE})


class Expr:
    """Base of all nodes: operators that build rules, and refusals of those that cannot."""

    __slots__ = ()
    kind: Kind

    def children(self) -> tuple[Expr, ...]:
        """The nodes directly below this one, in reading order."""
        return ()

    def rebuilt(self, change: Callable[[Expr], Expr]) -> Expr:
        """This node with each child replaced by `change(child)`; the same node where none differs."""
        old = self.children()
        new = tuple(change(child) for child in old)
        return self if all(a is b for a, b in zip(old, new, strict=True)) else self._with(new)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        """A node like this one over other children, given in reading order."""
        raise NotImplementedError

    def walk(self) -> Iterator[Expr]:
        """This node and every node below it, depth first."""
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
        """True where both sides are known and the same."""
        return Compare("=", self, _operand(self, other))

    def one_of(self, *values: str) -> OneOf:
        """True where this text field is one of the known literals given."""
        return OneOf(self, values)

    def __bool__(self) -> NoReturn:
        raise RuleError(
            "a rule used as a Python truth value",
            "`and`, `or`, `not`, `if` and chained comparisons would decide it before any fact is known",
            ("&", "|", "~", "If"),
            "Write `a & b`, `a | b`, `~a`, `If(a, x, y)`, and `(a <= b) & (b <= c)`.",
        )

    def __contains__(self, item: object) -> NoReturn:
        raise RuleError("`in` on a rule", "membership is itself a rule", (".one_of()",), "Write `field.one_of(...)`.")

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
    """The other side of a comparison as a node; a number other than 0 and 1 must be a dated parameter."""
    if isinstance(other, Expr):
        return other
    if isinstance(other, str) and left.kind is Kind.TEXT:
        return Literal(other)
    if isinstance(other, int) and not isinstance(other, bool) and other in (0, 1) and left.kind in ORDERED:
        return Literal(Decimal(other) if left.kind is Kind.MONEY else other)
    raise RuleError(
        f"a comparison with {other!r}",
        "amounts, days and dates change by statute, so none stands in a rule",
        ("a dated parameter",),
        "Put the value in the parameter table with its dates and citation.",
    )


def _need(node: Expr, kind: Kind, where: str) -> None:
    if not isinstance(node, Expr):
        raise RuleError(where, f"{node!r} is not a rule", (), "")
    if node.kind is not kind:
        raise RuleError(where, f"needs {kind.value}, got {node.kind.value}", (), "")


def _setkind(node: Expr, kind: Kind) -> None:
    object.__setattr__(node, "kind", kind)


@quick_dataclass(frozen=True, eq=False)
class Field(Expr):
    """A fact of the case, such as the value of the major defense equipment.

    `phrase` reads after "the": "value of the major defense equipment". `domain` closes the values of a text field.
    `presumed` is what holds when nobody says otherwise, and `presumption` the sentence that discloses it. A fact with
    a `remainder` is not given but worked out: the first of two amounts less the second, or the first as it stands where
    the second is not given or is greater, and so cannot be part of it.
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
        _setkind(self, _LITERAL_KINDS[type(self.value)])


YES, NO = Literal(True), Literal(False)


@quick_dataclass(frozen=True)
class Dated:
    """One value of a parameter: from `since` (included) until `until` (excluded; None is open).

    `citation` is the paragraph that sets it, `act` the Act or rule that wrote it there, where that is another text.
    """

    value: Value
    since: date
    until: date | None
    citation: str
    source: str = ""
    confidence: str = "high"
    checked_on: date | None = None
    note: str = ""
    act: str = ""

    def covers(self, on: date) -> bool:
        """Whether this value is the one in force on that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def cited(self) -> tuple[str, ...]:
        """The paragraph and, where it is known and another text, the Act."""
        return (self.citation, self.act) if self.act else (self.citation,)


@quick_dataclass(frozen=True, eq=False)
class Param(Expr):
    """A number the law sets and changes: its whole dated history, each value with its own citation."""

    id: str
    kind: Kind
    phrase: str
    history: tuple[Dated, ...]

    def __post_init__(self) -> None:
        for earlier, later in zip(self.history, self.history[1:], strict=False):
            if earlier.until is None or earlier.until > later.since:
                raise RuleError(f"parameter {self.id}", f"values overlap at {later.since}", (), "Order and close them.")

    def at(self, on: date) -> Dated | None:
        """The value in force on that day, or None where the table holds none."""
        return next((dated for dated in self.history if dated.covers(on)), None)


@quick_dataclass(frozen=True, eq=False)
class Status(Expr):
    """Whether the country of the question holds a status on the day of the question; yes, no or unknown.

    `phrase` reads after "is": "a member of NATO".
    """

    id: str
    phrase: str

    def __post_init__(self) -> None:
        _setkind(self, Kind.TRUTH)


_OPERATORS = ("=", ">=", ">", "<=", "<")


@quick_dataclass(frozen=True, eq=False)
class Compare(Expr):
    """Two values of one kind compared; unknown where either is unknown."""

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
        _setkind(self, Kind.TRUTH)

    def children(self) -> tuple[Expr, ...]:
        return (self.left, self.right)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Compare(self.operator, *children)


@quick_dataclass(frozen=True, eq=False)
class OneOf(Expr):
    """A text field is one of some known literals (never a list that could hold an unknown)."""

    of: Expr
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        _need(self.of, Kind.TEXT, "membership in a list")
        domain = self.of.domain if isinstance(self.of, Field) else ()
        strange = [value for value in self.values if domain and value not in domain]
        if strange or not self.values:
            raise RuleError(f"one of {list(self.values)}", f"not in the field's domain: {strange}", domain, "")
        _setkind(self, Kind.TRUTH)

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return OneOf(children[0], self.values)


@quick_dataclass(frozen=True, eq=False)
class _Several(Expr):
    of: tuple[Expr, ...]

    def __post_init__(self) -> None:
        if not self.of:
            raise RuleError(f"{type(self).__name__} of nothing", "it needs at least one rule", (), "")
        for node in self.of:
            _need(node, Kind.TRUTH, type(self).__name__)
        flat = tuple(inner for node in self.of for inner in (node.of if type(node) is type(self) else (node,)))
        object.__setattr__(self, "of", flat)
        _setkind(self, Kind.TRUTH)

    def children(self) -> tuple[Expr, ...]:
        return self.of

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return type(self)(children)


class All(_Several):
    """Every one holds (Kleene's and: one `no` decides, else one unknown leaves it open)."""

    __slots__ = ()


class Any(_Several):
    """At least one holds (Kleene's or: one `yes` decides, else one unknown leaves it open)."""

    __slots__ = ()


@quick_dataclass(frozen=True, eq=False)
class Not(Expr):
    """The opposite; unknown stays unknown."""

    of: Expr

    def __post_init__(self) -> None:
        _need(self.of, Kind.TRUTH, "Not")
        _setkind(self, Kind.TRUTH)

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Not(children[0])


@quick_dataclass(frozen=True, eq=False)
class If(Expr):
    """A choice between two branches; an unknown condition still decides where both branches agree."""

    condition: Expr
    then: Expr
    otherwise: Expr

    def __post_init__(self) -> None:
        _need(self.condition, Kind.TRUTH, "the condition of a choice")
        _need(self.otherwise, self.then.kind, "the branches of a choice")
        _setkind(self, self.then.kind)

    def children(self) -> tuple[Expr, ...]:
        return (self.condition, self.then, self.otherwise)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return If(*children)


@quick_dataclass(frozen=True, eq=False)
class Known(Expr):
    """Whether a value is known at all; itself always yes or no."""

    of: Expr

    def __post_init__(self) -> None:
        _setkind(self, Kind.TRUTH)

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Known(children[0])


@quick_dataclass(frozen=True, eq=False)
class Named(Expr):
    """A sub-result with a name of its own; `phrase` is the sentence a reader sees for it.

    `spelled` is false where the phrase says all a reader needs and the rule below only carries it out.
    """

    name: str
    phrase: str
    of: Expr
    spelled: bool = True

    def __post_init__(self) -> None:
        _setkind(self, self.of.kind)

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Named(self.name, self.phrase, children[0], self.spelled)


@quick_dataclass(frozen=True)
class Special:
    """One exception to a general rule: when it applies, what it gives, and the text that says so."""

    when: Expr
    value: Expr
    citation: str


@quick_dataclass(frozen=True, eq=False)
class Exceptions(Expr):
    """A general rule and its exceptions; two exceptions that apply and differ are a `Conflict`, never a silent pick."""

    general: Expr
    special: tuple[Special, ...]

    def __post_init__(self) -> None:
        for exception in self.special:
            _need(exception.when, Kind.TRUTH, "when an exception applies")
            _need(exception.value, self.general.kind, "what an exception gives")
        _setkind(self, self.general.kind)

    def children(self) -> tuple[Expr, ...]:
        below = [self.general]
        for exception in self.special:
            below += [exception.when, exception.value]
        return tuple(below)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        pairs = zip(self.special, children[1::2], children[2::2], strict=True)
        return Exceptions(children[0], tuple(Special(when, value, old.citation) for old, when, value in pairs))


@quick_dataclass(frozen=True, eq=False)
class Cited(Expr):
    """A node with the paragraph of law that says it.

    Where the paragraph can be read otherwise, `reading` says how it is read here: an answer that rests on it says so.
    """

    citation: str
    of: Expr
    reading: str = ""

    def __post_init__(self) -> None:
        if not self.citation.strip():
            raise RuleError("a citation", "it is empty", (), "Name the paragraph.")
        _setkind(self, self.of.kind)

    def children(self) -> tuple[Expr, ...]:
        return (self.of,)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Cited(self.citation, children[0], self.reading)
