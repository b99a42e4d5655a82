"""The SQL text that rules are written as, read back by the rules of SQL and not by those of this package.

Only what `rules/sql.py` may write is read: anything else is an error. NULL is unknown; `CASE` takes the first arm whose
condition is true and is NULL where none is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import z3

from mnna.rules.nodes import Kind
from tests.proofs.translate import _COMPARE, Pair, both, chosen, negated, settled

_TOKEN = re.compile(r"\s*('(?:[^']|'')*'|[A-Z_a-z][A-Z_a-z0-9]*|\d+(?:\.\d+)?|>=|<=|[(),=<>-])")
_ZERO = {"BOOLEAN": Kind.TRUTH, "DECIMAL": Kind.MONEY, "BIGINT": Kind.COUNT, "DATE": Kind.DATE, "VARCHAR": Kind.TEXT}


def read(text: str, columns: Mapping[str, Pair]) -> Pair:
    """The value of an expression over columns."""
    reader = _Reader(text, columns)
    found = reader.either()
    assert reader.at == len(reader.tokens), f"left over: {reader.tokens[reader.at :]}"
    return found


class _Reader:
    def __init__(self, text: str, columns: Mapping[str, Pair]) -> None:
        self.tokens, self.at, self.columns = _TOKEN.findall(text), 0, columns
        assert "".join(self.tokens) == re.sub(r"\s+(?=(?:[^']*'[^']*')*[^']*$)", "", text), f"not SQL of ours: {text}"

    def next(self, *expected: str) -> str:
        token: str = self.tokens[self.at]
        assert not expected or token in expected, f"{token} where one of {expected} belongs"
        self.at += 1
        return token

    def follows(self, *tokens: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] in tokens

    def either(self) -> Pair:
        parts = [self.all_of()]
        while self.follows("OR"):
            self.next()
            parts.append(self.all_of())
        return parts[0] if len(parts) == 1 else negated(both([negated(part) for part in parts]))

    def all_of(self) -> Pair:
        parts = [self.opposite()]
        while self.follows("AND"):
            self.next()
            parts.append(self.opposite())
        return parts[0] if len(parts) == 1 else both(parts)

    def opposite(self) -> Pair:
        if self.follows("NOT"):
            self.next()
            return negated(self.opposite())
        return self.compared()

    def compared(self) -> Pair:
        left = self.less()
        if self.follows(*_COMPARE):
            operator, right = self.next(), self.less()
            return Pair(z3.And(left.known, right.known), _COMPARE[operator](left.value, right.value))
        if self.follows("IS"):
            self.next()
            missing = self.next("NOT", "NULL") == "NULL"
            if not missing:
                self.next("NULL")
            return Pair(z3.BoolVal(True), z3.Not(left.known) if missing else left.known)
        return left

    def less(self) -> Pair:
        left = self.one()
        while self.follows("-"):
            self.next()
            right = self.one()
            left = Pair(z3.And(left.known, right.known), left.value - right.value)
        return left

    def one(self) -> Pair:
        token = self.next()
        if token == "(":
            found = self.either()
            self.next(")")
            return found
        if token in ("TRUE", "FALSE"):
            return settled(token == "TRUE", Kind.TRUTH)
        if token == "DATE":
            return settled(date.fromisoformat(self.next()[1:-1]), Kind.DATE)
        if token.startswith("'"):
            return settled(token[1:-1].replace("''", "'"), Kind.TEXT)
        special = {"CASE": self.case, "CAST": self.cast, "COALESCE": self.coalesce}
        return special[token]() if token in special else self.columns[token]

    def case(self) -> Pair:
        arms = []
        while self.follows("WHEN"):
            self.next()
            condition = self.either()
            self.next("THEN")
            arms.append((condition, self.either()))
        self.next("END")
        zero = z3.BoolVal(False) if z3.is_bool(arms[0][1].value) else z3.IntVal(0)
        found = Pair(z3.BoolVal(False), zero)
        for condition, value in reversed(arms):
            found = chosen(z3.And(condition.known, condition.value), value, found)
        return found

    def cast(self) -> Pair:
        self.next("(")
        literal = self.tokens[self.at]
        if literal == "NULL" or literal[0].isdigit():
            self.next()
            self.next("AS")
            kind = self.typed()
            if literal == "NULL":
                return settled(None, kind)
            return settled(Decimal(literal) if kind is Kind.MONEY else int(literal), kind)
        inner = self.either()
        self.next("AS")
        self.typed()
        return inner

    def typed(self) -> Kind:
        kind = _ZERO[self.next()]
        if kind is Kind.MONEY:
            for token in ("(", "18", ",", "2", ")"):
                self.next(token)
        self.next(")")
        return kind

    def coalesce(self) -> Pair:
        self.next("(")
        first = self.either()
        self.next(",")
        second = self.either()
        self.next(")")
        return Pair(
            z3.Or(first.known, second.known),
            z3.If(first.known, first.value, second.value),
        )
