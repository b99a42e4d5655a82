"""Write a residue as SQL text over columns, for DuckDB and Spark, with unknown as NULL.

Only SQL that every engine evaluates alike is used: comparisons, AND, OR, NOT, IS NOT NULL, and CASE without ELSE. An
ELSE would also be taken for an unknown condition. Engines treat NaN as larger than any threshold, so a column must not
hold NaN: make it NULL when the file is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from mnna.errors import RuleError
from mnna.rules import nodes
from mnna.rules.partial import settled_value


class Dialect(Enum):
    """The SQL dialect: engines differ in how a quote is escaped and in the name of the text type."""

    DUCKDB = "duckdb"
    SPARK = "spark"


TYPES = {
    nodes.Kind.TRUTH: "BOOLEAN",
    nodes.Kind.MONEY: "DECIMAL(18,2)",
    nodes.Kind.COUNT: "BIGINT",
    nodes.Kind.DATE: "DATE",
}
"""The column type of each kind; text is VARCHAR or STRING by dialect. Money is exact, because floats misplace cents."""


def sql_type(kind: nodes.Kind, dialect: Dialect) -> str:
    """Return the column type of a kind of value in that dialect."""
    return TYPES.get(kind) or ("STRING" if dialect is Dialect.SPARK else "VARCHAR")


def quoted(text: str, dialect: Dialect) -> str:
    """Return a text literal; Spark reads backslashes as escapes and two adjacent quotes as two strings."""
    if dialect is Dialect.SPARK:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return "'" + text.replace("'", "''") + "'"


def literal(value: nodes.Value | None, kind: nodes.Kind, dialect: Dialect) -> str:
    """Return a value of a kind as a typed literal; None is a typed NULL."""
    if value is None:
        return f"CAST(NULL AS {sql_type(kind, dialect)})"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return quoted(value, dialect)
    exact = value if isinstance(value, Decimal) else Decimal(value)
    return f"CAST({exact:f} AS {sql_type(kind, dialect)})"


def columns(rule: nodes.Expr, names: Mapping[str, str], dialect: Dialect = Dialect.DUCKDB) -> str:
    """Return the SQL expression of a residue; `names` gives the column of each field (and of any status left in it).

    The expression is NULL where `evaluate` gives None, and where it raises `Conflict`, which no expression can. Raises
    `RuleError` for a field without a column and for a parameter with more than one value, which must be settled first.
    """
    return _Writer(names, dialect).write(rule)


def remainder(whole: str, part: str, dialect: Dialect) -> str:
    """Return an amount less a part of it, as `evaluate.remainder` computes it."""
    left = f"CAST({whole} - {part} AS {sql_type(nodes.Kind.MONEY, dialect)})"
    return f"(CASE WHEN {part} <= {whole} THEN {left} WHEN {part} > {whole} OR {part} IS NULL THEN {whole} END)"


class _Writer:
    """Writes the SQL of nodes in one dialect."""

    __slots__ = ("dialect", "names")

    def __init__(self, names: Mapping[str, str], dialect: Dialect) -> None:
        self.names, self.dialect = names, dialect

    def write(self, node: nodes.Expr) -> str:
        return _WRITE[type(node)](self, node)

    def column(self, name: str) -> str:
        if name not in self.names:
            raise RuleError(f"the field {name!r} as SQL", "it has no column", sorted(self.names), "Name its column.")
        return self.names[name]

    def field(self, node: nodes.Field) -> str:
        if node.remainder is not None and node.name not in self.names:
            whole, part = map(self.field, node.remainder)
            return remainder(whole, part, self.dialect)
        column = self.column(node.name)
        if node.presumed is None:
            return column
        return f"COALESCE({column}, {literal(node.presumed, node.kind, self.dialect)})"

    def status(self, node: nodes.Status) -> str:
        return self.column(node.id)

    def literal(self, node: nodes.Literal) -> str:
        return literal(node.value, node.kind, self.dialect)

    def param(self, node: nodes.Param) -> str:
        if len(node.history) > 1 or any(d.since > date.min for d in node.history):
            raise RuleError(f"the parameter {node.id} as SQL", "its value depends on the day", (), "Settle it first.")
        return literal(settled_value(node), node.kind, self.dialect)

    def compare(self, node: nodes.Compare) -> str:
        return f"({self.write(node.left)} {node.operator} {self.write(node.right)})"

    def several(self, node: nodes.All | nodes.Any) -> str:
        joint = " AND " if isinstance(node, nodes.All) else " OR "
        return f"({joint.join(map(self.write, node.of))})"

    def not_(self, node: nodes.Not) -> str:
        return f"(NOT {self.write(node.of)})"

    def known(self, node: nodes.Known) -> str:
        return f"({self.write(node.of)} IS NOT NULL)"

    def if_(self, node: nodes.If) -> str:
        c, x, y = (self.write(child) for child in node.children())
        return f"(CASE WHEN {c} THEN {x} WHEN NOT {c} THEN {y} WHEN {x} = {y} THEN {x} END)"

    def inner(self, node: nodes.Named | nodes.Cited) -> str:
        return self.write(node.of)

    def exceptions(self, node: nodes.Exceptions) -> str:
        """Return a CASE with an arm for each value: it applies if every other exception is ruled out or agrees."""
        pairs = [(self.write(special.when), self.write(special.value)) for special in node.special]
        general = self.write(node.general)
        arms = [(f"{when} AND ", value) for when, value in pairs] + [("", general)]
        text = " ".join(f"WHEN {when}{_agreed(value, pairs)} THEN {value}" for when, value in arms)
        return f"(CASE {text} END)"


def _agreed(value: str, pairs: list[tuple[str, str]]) -> str:
    others = [(when, other) for when, other in pairs if other is not value]
    return " AND ".join(f"((NOT {when}) OR {other} = {value})" for when, other in others) or "TRUE"


_WRITE: dict[type[nodes.Expr], Callable[..., str]] = nodes.methods_of(_Writer)
