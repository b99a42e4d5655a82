"""The statements that take a file to answers: read the cells, find the stretch, number the pattern, look up the answer.

Four levels, one inside the other: the file's columns as `c0`, `c1`, ...; the values read from them as `v_...`; the
country, channel and segment of each row; and the row's key. A key of zero or more is a stretch and a pattern; a
negative key says what is wrong or missing. Joins are equalities against small tables, so that Spark can broadcast them
and nothing is ever sorted or shuffled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import prod
from operator import mul

from mnna.rules.nodes import Field, Kind
from mnna.rules.partial import ON
from mnna.rules.sql import literal, remainder, sql_type
from mnna.screening.answer_table import ON_MARK
from mnna.screening.breakpoints import Axis
from mnna.screening.cells import Cells, Fault, Reading, bare_name, dated_name, family, value_name
from mnna.screening.columns import CHANNEL, RECIPIENT, Headings
from mnna.screening.days import spoken, without_clock
from mnna.screening.engines.dialect import Phrases
from mnna.screening.join_tables import STRETCH
from mnna.screening.output_columns import COMPARED, OUTPUT, TEXTS
from mnna.statutes.provision import CaseLaw

RAGGED = -1
"""The key of a row with more or fewer cells than the header; further faults count down from here."""
NOT_GIVEN = -100
"""The key of a row without recipient (1), channel (2) or day (4): this less the sum."""
RECIPIENTS, CHANNELS = -1_000, -2_000_000
"""Recipients and channels that nothing matches count down from here, one number for each spelling."""
NEEDED = {1: RECIPIENT, 2: CHANNEL, 4: ON}


@dataclass(frozen=True)
class Plan:
    """What the statements need to know of one file: its columns and types, the roles they play, how cells are read."""

    sql: Phrases
    columns: Sequence[tuple[str, str]]
    headings: Headings
    cells: Cells
    fields: Mapping[str, tuple[Field, CaseLaw]]
    worked_out: Mapping[str, Field]
    cuts: tuple[date, ...] = ()
    channels: int = 1
    axes: tuple[Axis, ...] = ()
    shelves: tuple[tuple[Axis, ...], ...] = ()
    ragged: str | None = None

    def column(self, role: str) -> str | None:
        """The column that plays a role, as the first level calls it; `s_` and the role for a value of all rows."""
        if role in self.headings.constants:
            return f"s_{role}"
        names = [name for name, _ in self.columns]
        return f"c{names.index(self.headings.columns[role])}" if role in self.headings.columns else None

    def type(self, role: str) -> str:
        """The engine's type of the column that plays a role."""
        if role in self.headings.constants:
            return "VARCHAR"
        return dict(self.columns)[self.headings.columns[role]]

    def cell(self, role: str) -> str:
        """What the file, or the user for every row, says for a role, over the file itself."""
        if role in self.headings.constants:
            return self.sql.text(self.sql.quoted(self.headings.constants[role]))
        return self.sql.name(self.headings.columns[role])

    def readings(self) -> dict[str, Reading]:
        """How each field and the day is read; a role without a column is left out."""
        found = {}
        if (day := self.column(ON)) is not None:
            found[ON] = self.cells.day(day, self.type(ON))
        for name, (field, law) in self.fields.items():
            if (column := self.column(name)) is not None:
                found[name] = self.cells.fact(field, law, column, self.type(name))
        return found

    def faults(self) -> list[tuple[int, Fault]]:
        """What can be wrong with a row beyond recipient and channel, each with its key, in order of precedence."""
        ragged = [self._uneven()] if self.ragged else []
        readings = self.readings()
        days = list(readings.pop(ON).faults) if ON in readings else []
        rest = [fault for reading in readings.values() for fault in reading.faults]
        money = {name: value_name(name) for name in readings if self.fields[name][0].kind is Kind.MONEY}
        rest += self.cells.contradictions(money)
        numbered = [(RAGGED, fault) for fault in ragged]
        return numbered + [(RAGGED - number, fault) for number, fault in enumerate([*days, *rest], 1)]

    def _uneven(self) -> Fault:
        """A row of another length than the header; what stands beyond the header is quoted, so that nothing is lost."""
        words = self.sql.quoted(WRONG_CELLS)
        beyond = self.sql.joined([words, self.sql.quoted(" Beyond the header: "), "ragged_", "'.'"])
        says = f"(CASE WHEN ragged_ = '' THEN {words} WHEN ragged_ <> '' THEN {beyond} END)"
        return Fault("ragged_ IS NOT NULL", says, WRONG_CELLS)

    def days_wrong(self) -> int:
        """How many of the faults are about the day, which come before those of the channel."""
        readings = self.readings()
        return len(readings[ON].faults) if ON in readings else 0


WRONG_CELLS = "the row: it has more or fewer cells than the header. Quote cells that hold the sign between columns."


def renamed(plan: Plan, relation: str) -> str:
    """Level one: the file's columns by number, so that no name of the user's meets one of ours."""
    named = [f"{plan.sql.name(name)} AS c{number}" for number, (name, _) in enumerate(plan.columns)]
    named += [f"{plan.cell(role)} AS s_{role}" for role in plan.headings.constants]
    named += [f"{plan.ragged} AS ragged_"] if plan.ragged else []
    return f"SELECT {', '.join(named)} FROM {relation}"


def _values(plan: Plan, relation: str) -> str:
    """Level two: the cells read, text ones first without the blanks at their ends."""
    bare = {plan.column(role): plan.type(role) for role in plan.headings.roles if role in (ON, *plan.fields)}
    found = {column: plan.cells.bared(column, type_) for column, type_ in bare.items() if column is not None}
    bared = [f"{text} AS {bare_name(column)}" for column, text in found.items() if text is not None]
    read = [f"{reading.value} AS {value_name(name)}" for name, reading in plan.readings().items()]
    inner = f"SELECT *{''.join(', ' + one for one in bared)} FROM ({renamed(plan, relation)}) one_"
    day = plan.column(ON)
    if day is not None and found.get(day) is not None:
        inner = f"SELECT *, {without_clock(bare_name(day), plan.sql)} AS {dated_name(day)} FROM ({inner}) timed_"
    values = f"SELECT *{''.join(', ' + one for one in read)} FROM ({inner}) bare_"
    worked = [f"{_remainder(plan, whole)} AS {value_name(name)}" for name, whole in plan.worked_out.items()]
    return f"SELECT *, {', '.join(worked)} FROM ({values}) read_" if worked else values


def _remainder(plan: Plan, worked: Field) -> str:
    """The value of a fact that is worked out of two others; that of the first where the file has no second."""
    assert worked.remainder is not None
    whole, part = (value_name(one.name) for one in worked.remainder)
    absent = plan.column(worked.remainder[1].name) is None
    return whole if absent else remainder(whole, part, plan.sql.dialect)


def _placed(plan: Plan, relation: str) -> str:
    """Level three: country, channel and segment, and the first fault."""
    joins, found = [], []
    for role, table, name in ((RECIPIENT, "recipients_", "r_"), (CHANNEL, "channels_", "h_")):
        if (column := plan.column(role)) is not None:
            text = column if family(plan.type(role)) == "text" else plan.sql.text(column)
            joins.append(f"LEFT JOIN {table} ON {table}.text = {text}")
            found.append(f"{table}.id AS {name}")
        else:
            found.append(f"CAST(NULL AS INTEGER) AS {name}")
    if ON in plan.headings.roles:
        joins.append("LEFT JOIN days_ ON days_.day = v_on")
        found.append(f"{_segment(plan)} AS s_")
    else:
        found += ["CAST(NULL AS INTEGER) AS s_", "CAST(NULL AS DATE) AS v_on"]
    found += [f"{_place(plan, shelf)} AS p{number}_" for number, shelf in enumerate(plan.shelves)]
    hint = plan.sql.broadcast("recipients_", "channels_", "days_")
    return f"SELECT {hint}two_.*, {', '.join(found)} FROM ({_values(plan, relation)}) two_ {' '.join(joins)}"


def _segment(plan: Plan) -> str:
    """The segment of the row's day; days before the first cut lie in the first, days after the last in the last."""
    if not plan.cuts:
        return "days_.segment"
    first, last = (literal(day, Kind.DATE, plan.sql.dialect) for day in (plan.cuts[0], plan.cuts[-1]))
    return f"COALESCE(days_.segment, CASE WHEN v_on < {first} THEN 0 WHEN v_on > {last} THEN {len(plan.cuts)} END)"


def _place(plan: Plan, shelf: Sequence[Axis]) -> str:
    """Where the values of a row lie on the axes of a shelf, as one number."""
    weights = accumulate((axis.places for axis in shelf[:-1]), mul, initial=1)
    return " + ".join(_placed_on(plan, axis, weight) for axis, weight in zip(shelf, weights, strict=True))


def _placed_on(plan: Plan, axis: Axis, weight: int) -> str:
    """The place of a value among the turns of an axis, times a weight; the last is that of an unknown value."""
    value, last = value_name(axis.field), axis.places - 1
    if axis.kind is Kind.TRUTH:
        arms = [f"WHEN NOT {value} THEN 0", f"WHEN {value} THEN {weight}"]
    elif axis.kind is Kind.TEXT:
        arms = [f"WHEN {value} = {plan.sql.quoted(w)} THEN {n * weight}" for n, w in enumerate(axis.domain)]
    else:
        turns = [literal(turn, axis.kind, plan.sql.dialect) for turn in axis.turns]
        arms = [f"WHEN {value} < {turn} THEN {place * weight}" for place, turn in enumerate(turns)]
        arms.append(f"WHEN {value} >= {turns[-1]} THEN {(last - 1) * weight}")
    return f"(CASE {' '.join(arms)} ELSE {last * weight} END)"


def keyed(plan: Plan, relation: str, worlds: int = 1) -> str:
    """Level four: each row with its key in every world; columns `c0`..., `v_...`, `key0`, and `key1` for a what-if."""
    cell = f"(r_ * {plan.channels} + h_) * {len(plan.cuts) + 1} + s_"
    joins, small = "", []
    for w in range(worlds):
        joins += f" LEFT JOIN grid{w}_ ON grid{w}_.cell = {cell}"
        small.append(f"grid{w}_")
        for number, shelf in enumerate(plan.shelves):
            small.append(pattern_table(w, number))
            place = f"grid{w}_.residue * {prod(axis.places for axis in shelf)} + p{number}_"
            joins += f" LEFT JOIN {small[-1]} ON {small[-1]}.id = {place}"
    keys = ", ".join(f"{_key(plan, w)} AS key{w}" for w in range(worlds))
    hint = plan.sql.broadcast(*small)
    return f"SELECT {hint}three_.*, {keys} FROM ({_placed(plan, relation)}) three_{joins}"


def _key(plan: Plan, world: int) -> str:
    """What is wrong with the row, else its stretch and pattern, else what it lacks; most rows take one question."""
    faulty = _faulty(plan)
    wrong = " OR ".join(when for when, _ in faulty)
    which = " ".join(f"WHEN {when} THEN {key}" for when, key in faulty)
    missing = " + ".join(
        f"(CASE WHEN {column} IS NULL THEN {bit} WHEN {column} IS NOT NULL THEN 0 END)"
        for column, bit in (("r_", 1), ("h_", 2), ("v_on", 4))
    )
    arms = (
        f"WHEN {wrong} THEN (CASE {which} END)",
        f"WHEN grid{world}_.{STRETCH} IS NOT NULL THEN {_pattern(plan, world)}",
        f"WHEN r_ IS NULL OR h_ IS NULL OR v_on IS NULL THEN {NOT_GIVEN} - ({missing})",
    )
    return f"CAST((CASE {' '.join(arms)} END) AS BIGINT)"


def _faulty(plan: Plan) -> Sequence[tuple[str, object]]:
    """In the order of the single case: the row, the recipient, the day, the channel, the values, their agreement."""
    faults = [(fault.when, key) for key, fault in plan.faults()]
    ragged = 1 if plan.ragged else 0
    late = ragged + plan.days_wrong()
    return [*faults[:ragged], ("r_ < 0", "r_"), *faults[ragged:late], ("h_ < 0", "h_"), *faults[late:]]


def _pattern(plan: Plan, world: int) -> str:
    parts = [f"{pattern_table(world, number)}.pattern" for number in range(len(plan.shelves))]
    return " + ".join([f"grid{world}_.{STRETCH}", *parts])


def pattern_table(world: int, shelf: int) -> str:
    """The table of the patterns on a shelf in a world."""
    return f"patterns{world}_{shelf}_"


def decided(plan: Plan, relation: str, worlds: int) -> str:
    """Level five: each row's keys, its day, and what is wrong with it in words that quote its cells."""
    keys = ", ".join(f"key{w}" for w in range(worlds))
    own = "".join(f"c{number}, " for number in range(len(plan.columns)))
    return f"SELECT {own}{keys}, v_on, {_says(plan)} AS says_ FROM ({keyed(plan, relation, worlds)}) four_"


def _says(plan: Plan) -> str:
    """What is wrong with a row in words that quote its cells; NULL where nothing is."""
    says = " ".join(f"WHEN key0 = {key} THEN {fault.says}" for key, fault in plan.faults())
    return f"(CASE {says} END)" if says else f"CAST(NULL AS {sql_type(Kind.TEXT, plan.sql.dialect)})"


@dataclass(frozen=True, slots=True)
class Statements:
    """What an engine asks for a file with answers: all of it at once, or the answers apart.

    `names` are the names of the own columns in the output, `added` the columns of an answer.
    """

    plan: Plan
    names: Mapping[str, str]
    added: Sequence[str]
    shown: Shown

    @property
    def renames(self) -> bool:
        """Whether a column of the file's own has another name in the output."""
        return any(name != new for name, new in self.names.items())

    @property
    def _own(self) -> list[str]:
        name = self.plan.sql.name
        return [f"c{number} AS {name(self.names[column])}" for number, (column, _) in enumerate(self.plan.columns)]

    def whole(self, relation: str) -> str:
        """The file's own columns, and the answer beside them."""
        return self._answered(self._own, decided(self.plan, relation, 2 if self.shown.assumed else 1))

    def answers(self, kept: str) -> str:
        """The answers alone, to the keys that were kept."""
        return self._answered([], f"SELECT * FROM {kept}")

    @property
    def with_every_word(self) -> str:
        """Keys that were met, so few that each text of each column of an answer occurs, as a FROM clause."""
        columns = [(world, self.plan.sql.name(name)) for world in (0, 1) for name in self.added if name in TEXTS]
        few = [f"key{world} IN (SELECT min(key) FROM answers{world}_ GROUP BY {name})" for world, name in columns
               if self.shown.assumed or not world]  # fmt: skip
        lacking = "CAST(NULL AS DATE) AS v_on, CAST(NULL AS VARCHAR) AS says_"
        return f"(SELECT *, {lacking} FROM seen_ WHERE {' OR '.join(few)}) few_"

    def _answered(self, own: list[str], rows: str) -> str:
        plan, shown, name = self.plan, self.shown, self.plan.sql.name
        answers = [f"{shown.text(plan, column, 0)} AS {name(column)}" for column in self.added]
        hint = plan.sql.broadcast("answers0_", "answers1_")
        joins = "LEFT JOIN answers0_ ON answers0_.key = five_.key0"
        if shown.assumed:
            answers += [f"{shown.text(plan, column, 1)} AS {name(f'{column}_assumed')}" for column in OUTPUT]
            answers.append(f"{_difference(shown, plan)} AS difference")
            joins += " LEFT JOIN answers1_ ON answers1_.key = five_.key1"
        return f"SELECT {hint}{', '.join([*own, *answers])} FROM ({rows}) five_ {joins}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the answers of a file call for: words for unreadable rows, marks in texts, and a what-if."""

    wrong: bool = False
    marked: frozenset[str] = frozenset()
    assumed: bool = False

    def text(self, plan: Plan, name: str, world: int) -> str:
        """A column of the answer; the words for an unreadable row quote its cell, and some answers quote its day."""
        column = f"answers{world}_.{plan.sql.name(name)}"
        if name in self.marked:
            day = spoken("five_.v_on", plan.sql)
            mark = plan.sql.quoted(ON_MARK)
            filled = f"replace({column}, {mark}, COALESCE({day}, ''))"
            marked = f"answers{world}_.marked"
            column = f"(CASE WHEN {marked} THEN {filled} WHEN NOT {marked} THEN {column} END)"
        return f"COALESCE(five_.says_, {column})" if name == "because" and self.wrong else column


def _difference(shown: Shown, plan: Plan) -> str:
    """What the assumption changes, column by column: "review_days: 30 -> 15"; empty where nothing does."""
    parts = []
    for name in COMPARED:
        before, after = (f"answers{world}_.{plan.sql.name(name)}" for world in (0, 1))
        said = [f"COALESCE({plan.sql.text(one)}, 'none')" for one in (before, after)]
        change = plan.sql.joined([plan.sql.quoted(f"{name}: "), said[0], "' -> '", said[1]])
        parts.append(f"(CASE WHEN {before} IS DISTINCT FROM {after} THEN {change} END)")
    return f"NULLIF(CASE WHEN five_.key0 <> five_.key1 THEN concat_ws('; ', {', '.join(parts)}) END, '')"


def fields_of_row(plan: Plan, relation: str, number: int) -> str:
    """Everything read from one row, counted from 1, with its key."""
    values = [value_name(name) for name in plan.readings()]
    limited = f"(SELECT * FROM {relation} LIMIT 1 OFFSET {number - 1}) row_"
    found = ", ".join(["key0", "r_", "h_", _says(plan), *values])
    return f"SELECT {found} FROM ({keyed(plan, limited)}) four_"
