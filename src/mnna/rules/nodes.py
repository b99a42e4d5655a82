"""The nodes that rules of law are made of.

A rule is an immutable tree of these nodes, type-checked when it is built. `&`, `|`, `~`, `>=`, `<`, `.equals()`
build larger rules from smaller ones. Python's `and`, `or`, `not`, `in`, `==` and `a < b < c` cannot be
overloaded faithfully, so they raise an error that says what to write instead.

Why not plain Python functions: a function can be run, but it cannot be written as English, compiled to SQL, searched
for the fact that would settle an unknown, or mutated one comparison at a time. Why not an expression library: none has
three truth values throughout, and each would have to be imported before the first answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any as Anything

from mnna.errors import RuleError
from mnna.quick import quick_dataclass
from mnna.rules.expressions import NO as NO
from mnna.rules.expressions import ORDERED as ORDERED
from mnna.rules.expressions import YES as YES
from mnna.rules.expressions import All as All
from mnna.rules.expressions import Any as Any
from mnna.rules.expressions import Compare as Compare
from mnna.rules.expressions import Expr as Expr
from mnna.rules.expressions import Field as Field
from mnna.rules.expressions import Kind as Kind
from mnna.rules.expressions import Literal as Literal
from mnna.rules.expressions import Not as Not
from mnna.rules.expressions import Over, need, set_kind
from mnna.rules.expressions import Value as Value


@quick_dataclass(frozen=True)
class Dated:
    """One value of a parameter: from `since` (included) until `until` (excluded; None is open).

    `citation` is the paragraph that sets it. `act` is the Act or rule that wrote the value there, if that is another
    text. `assumed` says that a bill sets it which is only assumed to be law, so that its text never expires.
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
    assumed: bool = False

    def covers(self, on: date) -> bool:
        """Return whether this value is in force on that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def cited(self) -> tuple[str, ...]:
        """Return the paragraph and, if it is known and another text, the Act."""
        return (self.citation, self.act) if self.act else (self.citation,)


@quick_dataclass(frozen=True, eq=False)
class Param(Expr):
    """A number that the law sets and changes: its dated history, each value with its own citation."""

    id: str
    kind: Kind
    phrase: str
    history: tuple[Dated, ...]

    def __post_init__(self) -> None:
        for earlier, later in zip(self.history, self.history[1:], strict=False):
            if earlier.until is None or earlier.until > later.since:
                raise RuleError(f"parameter {self.id}", f"values overlap at {later.since}", (), "Order and close them.")

    def at(self, on: date) -> Dated | None:
        """Return the value in force on that day, or None if the table has none."""
        return next((dated for dated in self.history if dated.covers(on)), None)


@quick_dataclass(frozen=True, eq=False)
class Status(Expr):
    """Whether the country of the question holds a status on the day of the question; yes, no or unknown.

    `phrase` reads after "is": "a member of NATO".
    """

    id: str
    phrase: str


@quick_dataclass(frozen=True, eq=False)
class If(Expr):
    """A choice between two branches. If the condition is unknown but both branches agree, their value is the result."""

    condition: Expr
    then: Expr
    otherwise: Expr

    def __post_init__(self) -> None:
        need(self.condition, Kind.TRUTH, "the condition of a choice")
        need(self.otherwise, self.then.kind, "the branches of a choice")
        set_kind(self, self.then.kind)

    def children(self) -> tuple[Expr, ...]:
        return (self.condition, self.then, self.otherwise)


@quick_dataclass(frozen=True, eq=False)
class Known(Over):
    """Whether a value is known; always yes or no."""

    of: Expr


@quick_dataclass(frozen=True, eq=False)
class Named(Over):
    """A sub-result with its own name; `phrase` is the sentence that readers see for it.

    `spelled` is false if the phrase says all that a reader needs, so that the rule below it is not shown.
    """

    name: str
    phrase: str
    of: Expr
    spelled: bool = True

    def __post_init__(self) -> None:
        set_kind(self, self.of.kind)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Named(self.name, self.phrase, children[0], self.spelled)


@quick_dataclass(frozen=True)
class Special:
    """One exception to a general rule: when it applies, its value, and the text that provides it."""

    when: Expr
    value: Expr
    citation: str


@quick_dataclass(frozen=True, eq=False)
class Exceptions(Expr):
    """A general rule and its exceptions. Two exceptions that apply and differ raise `Conflict`; none is preferred."""

    general: Expr
    special: tuple[Special, ...]

    def __post_init__(self) -> None:
        for exception in self.special:
            need(exception.when, Kind.TRUTH, "when an exception applies")
            need(exception.value, self.general.kind, "what an exception gives")
        set_kind(self, self.general.kind)

    def children(self) -> tuple[Expr, ...]:
        below = [self.general]
        for exception in self.special:
            below += [exception.when, exception.value]
        return tuple(below)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        pairs = zip(self.special, children[1::2], children[2::2], strict=True)
        return Exceptions(children[0], tuple(Special(when, value, old.citation) for old, when, value in pairs))


@quick_dataclass(frozen=True, eq=False)
class Cited(Over):
    """A node with the paragraph of law that provides it.

    If the paragraph can also be read otherwise, `reading` says how it is read here; an answer that rests on it
    discloses it.
    """

    citation: str
    of: Expr
    reading: str = ""

    def __init__(self, citation: str, of: Expr, reading: str = "") -> None:
        if not citation.strip():
            raise RuleError("a citation", "it is empty", (), "Name the paragraph.")
        held = self.__dict__
        held["citation"], held["of"], held["reading"] = citation, of, reading
        set_kind(self, of.kind)

    def _with(self, children: tuple[Expr, ...]) -> Expr:
        return Cited(self.citation, children[0], self.reading)


def statuses_asked(*rules: Expr) -> set[str]:
    """Return the ids of all statuses that the rules depend on; a shared part is visited once."""
    left, seen, found = list(rules), set[Expr](), set[str]()
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += node.children()
            if isinstance(node, Status):
                found.add(node.id)
    return found


_METHODS: dict[type[Expr], str] = {
    Field: "field",
    Literal: "literal",
    Param: "param",
    Status: "status",
    Compare: "compare",
    All: "several",
    Any: "several",
    Not: "not_",
    If: "if_",
    Known: "known",
    Named: "inner",
    Cited: "inner",
    Exceptions: "exceptions",
}


def methods_of(visitor: type) -> dict[type[Expr], Callable[..., Anything]]:
    """Return the method of a class by the kind of node that it takes; the class has one of each name in `_METHODS`."""
    return {kind: getattr(visitor, name) for kind, name in _METHODS.items()}
