"""SQL expressions that read a cell: money, days, counts, yes or no, and words, from text or typed columns.

Each cell is read as `mnna case` reads the same text. A blank or NaN is unknown. A cell that is given but cannot be read
is a fault, with the error message of `mnna case`. A column of 32-bit floats is refused, because these cannot hold
dollars and cents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from mnna.answers.case import MOST, check, read_fields
from mnna.answers.inputs import COMMAS, HARD_SPACES, SCALES, SPACES, WRITTEN, day, dollars
from mnna.errors import BadQuestion, MnnaError
from mnna.registry.days import SERIAL_NUMBER
from mnna.rules.nodes import Field, Kind
from mnna.rules.partial import ON
from mnna.screening.days import DayForm, day_from_text, spoken
from mnna.screening.engines.dialect import Phrases
from mnna.statutes.provision import CaseLaw

MISSING = ("nan", "na", "n/a", "null", "none", "unknown", "-", "\u2013", "\u2014", "?", "nat", "<na>")
"""Words that mean that a value is not given, like an empty cell."""

RAW = "\u27e8raw\u27e9"


@dataclass(frozen=True, slots=True)
class Fault:
    """One way a row cannot be read: the condition and message as SQL, and the message without the cell."""

    when: str
    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell's value as typed SQL (NULL is unknown), and its possible faults."""

    value: str
    faults: tuple[Fault, ...] = ()


def family(type_: str) -> str:
    """Return the family of an engine's column type: text, whole, decimal, double, float, truth, date, time or other."""
    bare = type_.upper().split("(")[0].strip()
    return _FAMILIES.get(bare) or ("time" if bare.startswith("TIMESTAMP") else "other")


_WHOLE = "TINYINT SMALLINT INTEGER INT BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT"
_FAMILIES = {
    **dict.fromkeys(("VARCHAR", "STRING", "CHAR", "ENUM", '"NULL"', "VOID"), "text"),
    **dict.fromkeys(_WHOLE.split(), "whole"),
    "DECIMAL": "decimal",
    "DOUBLE": "double",
    "FLOAT": "float",
    "REAL": "float",
    "BOOLEAN": "truth",
    "DATE": "date",
}


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads cells in one dialect. `form` is the order of days; `comma` says that a comma is the decimal sign.

    `units` are the powers of ten, by field, by which plain amounts are multiplied. `missing` are further words, in
    lower case, for a value that is not given. The conditions of faults name the value's column in the next outer query,
    `v_` and the field's name.
    """

    sql: Phrases
    form: DayForm | None = None
    comma: bool = False
    units: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def bared(self, column: str, type_: str) -> str | None:
        """Return a text cell without blanks at its ends, to be named by `bare_name`; None for a typed column."""
        kind = family(type_)
        if kind in TYPED:
            return None
        bare = self.sql.bare(column if kind == "text" else self.sql.text(column))
        absent = ", ".join(self.sql.quoted(word) for word in self.missing)
        return f"(CASE WHEN lower({bare}) NOT IN ({absent}) THEN {bare} END)" if absent else bare

    def fact(self, field: Field, law: CaseLaw, column: str, type_: str) -> Reading:
        """Return how to read a fact of the case from a column of the engine's type `type_`."""
        if field.kind is Kind.MONEY:
            return self.money(field.name, column, type_)
        given = bare_name(column)
        if family(type_) in TYPED:
            given = self.sql.text(column)
        read = {Kind.TRUTH: self._truth, Kind.COUNT: self._count, Kind.TEXT: self._word, Kind.DATE: self._day}
        words = _refusal(lambda: read_fields(law, {field.name: RAW}))
        return Reading(read[field.kind](field, given), (self._unread(value_name(field.name), given, words),))

    def money(self, name: str, column: str, type_: str) -> Reading:
        """Return how to read an amount in dollars, to the cent; raises `BadQuestion` for a type that holds no money."""
        kind, value = family(type_), value_name(name)
        _fit_for_money(name, kind, type_)
        unit = self.units.get(name, 0)
        exact = type_.upper() == "DECIMAL(18,2)" and not unit
        given = {"text": bare_name(column), "double": self.sql.text(column)}.get(kind, column)
        unread = self._unread(value, given, _refusal(lambda: dollars(RAW, name)), kind in ("text", "double"))
        below = _refusal(lambda: dollars("-1", name)).replace("-1", RAW)
        faults = (*(() if exact else (unread,)), self._fault(f"{value} < 0", below, column))
        return Reading(column if exact else self._amount(column, given, kind, unit), faults)

    def _amount(self, column: str, given: str, kind: str, unit: int) -> str:
        if unit and kind != "text":
            return self._capped(f"TRY_CAST({self.sql.text(column)} || 'e{unit}' AS DECIMAL(38,18))")
        if kind in ("whole", "decimal"):
            return self._capped(f"TRY_CAST({column} AS DECIMAL(38,{18 if kind == 'decimal' else 2}))")
        if kind == "double":
            plain = f"abs({column}) < 1e14 AND {column} * 100 = round({column} * 100)"
            slow = self._capped(f"TRY_CAST({given} AS DECIMAL(38,18))")
            return f"(CASE WHEN {plain} THEN TRY_CAST({column} AS DECIMAL(18,2)) ELSE {slow} END)"
        quick = f"TRY_CAST({given} AS DECIMAL(18,4))"
        cents = f"TRY_CAST({quick} AS DECIMAL(18,2))"
        slow = self.in_words(given, unit)
        return slow if self.comma or unit else f"(CASE WHEN {quick} = {cents} THEN {cents} ELSE {slow} END)"

    def _capped(self, exact: str) -> str:
        """Return an amount rounded to the cent, NULL from ten thousand trillion on.

        An amount below zero by less than half a cent becomes -0.01, so that it is still refused as negative.
        """
        small = f"{exact} < 0 AND {exact} > -0.005"
        rounded = self.sql.cents(f"(CASE WHEN abs({exact}) < 10000000000000000 THEN {exact} END)")
        return f"(CASE WHEN {small} THEN -0.01 ELSE {rounded} END)"

    def in_words(self, given: str, unit: int = 0, scaled: bool = True) -> str:
        """Return an amount with a dollar sign, grouped thousands, or a word such as "million", as SQL.

        Such a word becomes an exponent; without `scaled` an amount with such a word is NULL.
        """
        plain = f"translate({given}, {self.sql.quoted(HARD_SPACES)}, '{' ' * len(HARD_SPACES)}')"
        text = f"translate({plain}, '.,', ',.')" if self.comma else plain
        number = self._ungrouped(f"trim({self.sql.part(text, WRITTEN, 1)})")
        scale = f"lower({self.sql.part(text, WRITTEN, 2)})"
        scales = (SCALES if scaled else {"": ""}) | ({"": f"e{unit}"} if unit else {})
        exponent = " ".join(f"WHEN {scale} = '{word}' THEN '{zeros}'" for word, zeros in scales.items())
        exact = f"TRY_CAST({number} || (CASE {exponent} END) AS DECIMAL(38,18))"
        return f"(CASE WHEN {self.sql.matches(text, WRITTEN)} THEN {self._capped(exact)} END)"

    def _ungrouped(self, number: str) -> str:
        by_comma, by_space = self.sql.matches(number, COMMAS), self.sql.matches(number, SPACES)
        joined, close = f"replace({number}, ',', '')", f"replace({number}, ' ', '')"
        plain = f"replace({number}, '_', '')"
        return f"(CASE WHEN {by_comma} THEN {joined} WHEN {by_space} THEN {close} ELSE {plain} END)"

    def day(self, column: str, type_: str) -> Reading:
        """Return how to read the day of the case."""
        kind, value, given = family(type_), value_name(ON), bare_name(column)
        words = _refusal(lambda: day(RAW))
        if kind in ("date", "time"):
            outside = f"({value} < DATE '0001-01-01' OR {value} > DATE '9999-12-31')"
            read = column if kind == "date" else f"CAST({column} AS DATE)"
            return Reading(read, (self._fault(outside, words, column),))
        if kind in TYPED:
            given = self.sql.text(column)
        unread = self._unread(value, given, words)
        dated = dated_name(column) if given == bare_name(column) else None
        return Reading(day_from_text(given, self.form, self.sql, dated), (self._serial(given), unread))

    def _serial(self, given: str) -> Fault:
        """Return the fault for a spreadsheet's day number; it names the day, since sheets differ in their day 0."""
        words = _refusal(lambda: day("25569")).replace("25569", RAW)
        before, after = words.split("1 January 1970")
        number = f"TRY_CAST({given} AS INTEGER)"
        meant = spoken(self.sql.later("DATE '1899-12-30'", number), self.sql)
        says = self.sql.joined([self._says(before, given), meant, self.sql.quoted(after)])
        return Fault(self.sql.matches(given, f"^{SERIAL_NUMBER}$"), says, _reason(f"{before}…{after}"))

    def _truth(self, field: Field, text: str) -> str:
        low = f"lower({text})"
        yes, no = f"({low} = 'yes' OR {low} = 'true')", f"({low} = 'no' OR {low} = 'false')"
        return f"(CASE WHEN {yes} THEN TRUE WHEN {no} THEN FALSE END)"

    def _count(self, field: Field, text: str) -> str:
        exact = f"TRY_CAST({text} AS DECIMAL(18,4))"
        whole = f"TRY_CAST({exact} AS BIGINT)"
        return f"(CASE WHEN {exact} BETWEEN 0 AND {MOST} AND {exact} = {whole} THEN {whole} END)"

    def _word(self, field: Field, text: str) -> str:
        known = " OR ".join(f"lower({text}) = {self.sql.quoted(word)}" for word in field.domain)
        return f"(CASE WHEN {known} THEN lower({text}) END)" if field.domain else text

    def _day(self, field: Field, text: str) -> str:
        return day_from_text(text, self.form, self.sql)

    def _unread(self, value: str, given: str, words: str, text: bool = True) -> Fault:
        """Return the fault for a cell that is given, is no word for "not known", and gave no value."""
        nothing = " OR ".join(f"lower({given}) = {self.sql.quoted(word)}" for word in MISSING) if text else ""
        there = f"{given} IS NOT NULL" + (f" AND NOT ({nothing})" if nothing else "")
        return self._fault(f"(CASE WHEN {value} IS NULL THEN {there} END)", words, given)

    def _fault(self, when: str, words: str, given: str) -> Fault:
        return Fault(when, self._says(words, given), _reason(words))

    def _says(self, words: str, given: str) -> str:
        """Return an error message as SQL, with the cell's own text in place of the mark."""
        before, after = words.split(RAW)
        return self.sql.joined([self.sql.quoted(before), self.sql.text(given), self.sql.quoted(after)])

    def contradictions(self, values: dict[str, str]) -> list[Fault]:
        """Return the faults of amounts that exceed the total they are part of, with the message of `mnna case`."""
        found = []
        for name in values:
            words = _refusal(partial(check, {name: _MORE, "total": _LESS}))
            if name != "total" and "total" in values and words:
                marked = words.replace(str(_MORE), f"\0={name}\0").replace(str(_LESS), "\0=total\0").split("\0")
                says = [self.sql.text(values[p[1:]]) if p[:1] == "=" else self.sql.quoted(p) for p in marked]
                reason = "".join("…" if p[:1] == "=" else p for p in marked)
                found.append(Fault(f"{values[name]} > {values['total']}", self.sql.joined(says), reason))
        return found


_MORE, _LESS = Decimal("98765.43"), Decimal("12345.67")


TYPED = ("whole", "decimal", "double", "float", "truth", "date", "time")
"""Families of column types whose cells are not text."""


def bare_name(column: str) -> str:
    """Return the name of the column that holds a cell's text without blanks at its ends."""
    return f"b_{column}"


def dated_name(column: str) -> str:
    """Return the name of the column that holds the day of a text cell without a time of day."""
    return f"d_{column}"


def value_name(field: str) -> str:
    """Return the name of the column that holds a field's value once read."""
    return f"v_{field}"


def _fit_for_money(name: str, kind: str, type_: str) -> None:
    asked = f"the column for {name}"
    if kind == "float":
        wrong = "it holds 32-bit floats, in which 24,999,999.50 and 25,000,000 are the same number"
        raise BadQuestion(asked, wrong, ("DECIMAL(18,2)", "DOUBLE"), "Write the file again with one of these types.")
    if kind not in ("text", "whole", "decimal", "double"):
        raise BadQuestion(asked, f"it holds {type_}, not money", (), "Map another with --map.")


def _reason(words: str) -> str:
    """Return an error message with "…" in place of the cell, so that equal reasons can be counted."""
    return words.replace(RAW, "…")


def _refusal(ask: Callable[[], object]) -> str:
    """Return the error message of `mnna case` for a call; empty if it does not refuse."""
    try:
        ask()
    except MnnaError as error:
        return str(error)
    return ""
