"""The SQL that screens a file: read the cells, find each row's stretch, compute its pattern, look up the answer.

Five levels of subqueries: the file's columns as `c0`, `c1`, ...; the values read from them as `v_...`; the country,
channel and segment of each row; the row's key; and the message of its fault. A key of zero or more is a stretch and a
pattern. A negative key says what is wrong or missing. All joins are equalities with small tables, so Spark can
broadcast these and no row is sorted or shuffled.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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
from mnna.screening.columns import CHANNEL, RECIPIENT, Headings, all_fields, all_worked_out, is_money
from mnna.screening.days import spoken, without_clock
from mnna.screening.engines.dialect import Phrases
from mnna.screening.join_tables import STRETCH
from mnna.screening.output_columns import COMPARED, OUTPUT, TEXTS

RAGGED = -1
"""The key of a row with more or fewer cells than the header; the keys of other faults count down from here."""
NOT_GIVEN = -100
"""The key of a row without recipient (1), channel (2) or day (4) is this minus the sum of those numbers."""
RECIPIENTS, CHANNELS = -1_000, -2_000_000
"""The keys of unknown recipients and channels count down from these, one number for each spelling."""
NEEDED = {1: RECIPIENT, 2: CHANNEL, 4: ON}


@dataclass(frozen=True)
class Plan:
    """What the statements need to know of one file: its columns and types, their roles, and how cells are read."""

    sql: Phrases
    columns: Sequence[tuple[str, str]]
    headings: Headings
    cells: Cells
    cuts: tuple[date, ...] = ()
    channels: int = 1
    axes: tuple[Axis, ...] = ()
    shelves: tuple[tuple[Axis, ...], ...] = ()
    ragged: str | None = None

    @property
    def worked_out(self) -> dict[str, Field]:
        """Return the facts that are computed from columns of the file, by name."""
        found = all_worked_out().items()
        return {name: one for name, one in found if one.remainder and one.remainder[0].name in self.headings.roles}

    def column(self, role: str) -> str | None:
        """Return the first level's name of the column with a role (`s_` and the role for a constant), or None."""
        if role in self.headings.constants:
            return f"s_{role}"
        names = [name for name, _ in self.columns]
        return f"c{names.index(self.headings.columns[role])}" if role in self.headings.columns else None

    def type(self, role: str) -> str:
        """Return the engine's type of the column with a role."""
        if role in self.headings.constants:
            return "VARCHAR"
        return dict(self.columns)[self.headings.columns[role]]

    def cell(self, role: str) -> str:
        """Return the SQL for a role's value in a query over the file: its column, or the user's constant."""
        if role in self.headings.constants:
            return self.sql.text(self.sql.quoted(self.headings.constants[role]))
        return self.sql.name(self.headings.columns[role])

    def readings(self) -> dict[str, Reading]:
        """Return how each field and the day is read; a role without a column is left out."""
        found = {}
        if (day := self.column(ON)) is not None:
            found[ON] = self.cells.day(day, self.type(ON))
        for name, (field, law) in all_fields().items():
            if (column := self.column(name)) is not None:
                found[name] = self.cells.fact(field, law, column, self.type(name))
        return found

    def faults(self) -> list[tuple[int, Fault]]:
        """Return all faults of a row beyond recipient and channel, each with its key, in order of precedence."""
        ragged = [self._uneven()] if self.ragged else []
        readings = self.readings()
        days = list(readings.pop(ON).faults) if ON in readings else []
        rest = [fault for reading in readings.values() for fault in reading.faults]
        money = {name: value_name(name) for name in readings if is_money(name)}
        rest += self.cells.contradictions(money)
        numbered = [(RAGGED, fault) for fault in ragged]
        return numbered + [(RAGGED - number, fault) for number, fault in enumerate([*days, *rest], 1)]

    def _uneven(self) -> Fault:
        """Return the fault of a row longer or shorter than the header; the message quotes cells beyond the header."""
        words = self.sql.quoted(WRONG_CELLS)
        beyond = self.sql.joined([words, self.sql.quoted(" Beyond the header: "), "ragged_", "'.'"])
        says = f"(CASE WHEN ragged_ = '' THEN {words} WHEN ragged_ <> '' THEN {beyond} END)"
        return Fault("ragged_ IS NOT NULL", says, WRONG_CELLS)

    def days_wrong(self) -> int:
        """Return how many of the faults concern the day; these precede the fault of the channel."""
        readings = self.readings()
        return len(readings[ON].faults) if ON in readings else 0


WRONG_CELLS = "the row: it has more or fewer cells than the header. Quote cells that hold the sign between columns."


def renamed(plan: Plan, relation: str) -> str:
    """Return level one: the file's columns by number, to avoid name clashes with the user's columns."""
    named = [f"{plan.sql.name(name)} AS c{number}" for number, (name, _) in enumerate(plan.columns)]
    named += [f"{plan.cell(role)} AS s_{role}" for role in plan.headings.constants]
    named += [f"{plan.ragged} AS ragged_"] if plan.ragged else []
    return f"SELECT {', '.join(named)} FROM {relation}"


def _values(plan: Plan, relation: str) -> str:
    """Return level two: the values read from the cells; text cells first lose the blanks at their ends."""
    bare = {plan.column(role): plan.type(role) for role in plan.headings.roles if role in (ON, *all_fields())}
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


def faults_of_constant(plan: Plan, role: str) -> str:
    """Return the query for what is wrong with the value that the user sets for all rows in a role."""
    headings = replace(plan.headings, columns={}, constants={role: plan.headings.constants[role]})
    alone = replace(plan, columns=[], headings=headings, ragged=None)
    arms = " ".join(f"WHEN {fault.when} THEN {fault.says}" for _, fault in alone.faults())
    found = f"SELECT (CASE {arms} END) AS wrong_ FROM ({_values(alone, '(SELECT 1 AS x_) constant_')}) read_"
    return f"SELECT wrong_ FROM ({found}) found_ WHERE wrong_ IS NOT NULL"


def _remainder(plan: Plan, worked: Field) -> str:
    """Return a fact computed as the difference of two others; the first of them if the file has no second."""
    assert worked.remainder is not None
    whole, part = (value_name(one.name) for one in worked.remainder)
    absent = plan.column(worked.remainder[1].name) is None
    return whole if absent else remainder(whole, part, plan.sql.dialect)


def _placed(plan: Plan, relation: str) -> str:
    """Return level three: each row's country, channel, segment, and places on the axes."""
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
    """Return the segment of the row's day: the first before all cuts, the last after all cuts."""
    if not plan.cuts:
        return "days_.segment"
    first, last = (literal(day, Kind.DATE, plan.sql.dialect) for day in (plan.cuts[0], plan.cuts[-1]))
    return f"COALESCE(days_.segment, CASE WHEN v_on < {first} THEN 0 WHEN v_on > {last} THEN {len(plan.cuts)} END)"


def _place(plan: Plan, shelf: Sequence[Axis]) -> str:
    """Return the places of a row's values on a group of axes, as one number."""
    weights = accumulate((axis.places for axis in shelf[:-1]), mul, initial=1)
    return " + ".join(_placed_on(plan, axis, weight) for axis, weight in zip(shelf, weights, strict=True))


def _placed_on(plan: Plan, axis: Axis, weight: int) -> str:
    """Return the place of a value on an axis, times a weight; an unknown value has the last place."""
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
    """Return level four: each row with `key0`, its key in the registry, and `key1`, its key under an assumption."""
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
    """Return the row's key: its first fault, else its stretch and pattern, else the code of what it lacks."""
    faulty = _faulty(plan)
    wrong = " OR ".join(when for when, _ in faulty)
    which = " ".join(f"WHEN {when} THEN {key}" for when, key in faulty)
    missing = " + ".join(
        f"(CASE WHEN {column} IS NULL THEN {bit} WHEN {column} IS NOT NULL THEN 0 END)"
        for column, bit in (("r_", 1), ("h_", 2), ("v_on", 4))
    )
    parts = [f"{pattern_table(world, number)}.pattern" for number in range(len(plan.shelves))]
    stretch = f"grid{world}_.{STRETCH}"
    arms = (
        f"WHEN {wrong} THEN (CASE {which} END)",
        f"WHEN {stretch} IS NOT NULL THEN {' + '.join([stretch, *parts])}",
        f"WHEN r_ IS NULL OR h_ IS NULL OR v_on IS NULL THEN {NOT_GIVEN} - ({missing})",
    )
    return f"CAST((CASE {' '.join(arms)} END) AS BIGINT)"


def _faulty(plan: Plan) -> Sequence[tuple[str, object]]:
    """Return conditions and keys of faults in order: row, recipient, day, channel, values, their agreement."""
    faults = [(fault.when, key) for key, fault in plan.faults()]
    ragged = 1 if plan.ragged else 0
    late = ragged + plan.days_wrong()
    return [*faults[:ragged], ("r_ < 0", "r_"), *faults[ragged:late], ("h_ < 0", "h_"), *faults[late:]]


def pattern_table(world: int, shelf: int) -> str:
    """Return the name of the table of patterns for a group of axes in a world (0: the registry; 1: the what-if)."""
    return f"patterns{world}_{shelf}_"


def decided(plan: Plan, relation: str, worlds: int) -> str:
    """Return level five: each row's own columns, keys, day, and the message of its fault, which quotes its cells."""
    keys = ", ".join(f"key{w}" for w in range(worlds))
    own = "".join(f"c{number}, " for number in range(len(plan.columns)))
    return f"SELECT {own}{keys}, v_on, {_says(plan)} AS says_ FROM ({keyed(plan, relation, worlds)}) four_"


def _says(plan: Plan) -> str:
    """Return the message of a row's fault, which quotes its cells; NULL without a fault."""
    says = " ".join(f"WHEN key0 = {key} THEN {fault.says}" for key, fault in plan.faults())
    return f"(CASE {says} END)" if says else f"CAST(NULL AS {sql_type(Kind.TEXT, plan.sql.dialect)})"


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements that join a file with its answers: all in one, or the answers alone.

    `names` are the output names of the file's own columns, `added` the columns of an answer. `wrong` says that some
    row has a message of its own, `marked` are the columns in which some texts have the mark of the day, and `assumed`
    says that the answers under an assumption are beside the others.
    """

    plan: Plan
    names: Mapping[str, str]
    added: Sequence[str]
    wrong: bool
    marked: Collection[str]
    assumed: bool

    @property
    def renames(self) -> bool:
        """Return whether one of the file's own columns gets another name in the output."""
        return any(name != new for name, new in self.names.items())

    def whole(self, relation: str) -> str:
        """Return the statement for the file's own columns with the answers beside them."""
        name = self.plan.sql.name
        own = [f"c{number} AS {name(self.names[column])}" for number, (column, _) in enumerate(self.plan.columns)]
        return self._answered(own, decided(self.plan, relation, 2 if self.assumed else 1))

    def answers(self, kept: str) -> str:
        """Return the statement for the answers alone, for the keys stored in the table `kept`."""
        return self._answered([], f"SELECT * FROM {kept}")

    @property
    def with_every_word(self) -> str:
        """Return, as a FROM clause, a few keys whose answers contain each text of each answer column."""
        worlds = (0, 1) if self.assumed else (0,)
        columns = [(world, self.plan.sql.name(name)) for world in worlds for name in self.added if name in TEXTS]
        few = [f"key{world} IN (SELECT min(key) FROM answers{world}_ GROUP BY {name})" for world, name in columns]
        lacking = "CAST(NULL AS DATE) AS v_on, CAST(NULL AS VARCHAR) AS says_"
        return f"(SELECT *, {lacking} FROM seen_ WHERE {' OR '.join(few)}) few_"

    def _answered(self, own: list[str], rows: str) -> str:
        name = self.plan.sql.name
        answers = [f"{self._text(column, 0)} AS {name(column)}" for column in self.added]
        hint = self.plan.sql.broadcast("answers0_", "answers1_")
        joins = "LEFT JOIN answers0_ ON answers0_.key = five_.key0"
        if self.assumed:
            answers += [f"{self._text(column, 1)} AS {name(f'{column}_assumed')}" for column in OUTPUT]
            answers.append(f"{_difference(self.plan.sql)} AS difference")
            joins += " LEFT JOIN answers1_ ON answers1_.key = five_.key1"
        return f"SELECT {hint}{', '.join([*own, *answers])} FROM ({rows}) five_ {joins}"

    def _text(self, name: str, world: int) -> str:
        """Return a column of the answer; messages for unreadable rows and marked texts are filled in for the row."""
        sql, column = self.plan.sql, f"answers{world}_.{self.plan.sql.name(name)}"
        if name in self.marked:
            filled = f"replace({column}, {sql.quoted(ON_MARK)}, COALESCE({spoken('five_.v_on', sql)}, ''))"
            marked = f"answers{world}_.marked"
            column = f"(CASE WHEN {marked} THEN {filled} WHEN NOT {marked} THEN {column} END)"
        return f"COALESCE(five_.says_, {column})" if name == "because" and self.wrong else column


def _difference(sql: Phrases) -> str:
    """Return what the assumption changes, by column, as "review_days: 30 -> 15"; NULL if nothing changes."""
    parts = []
    for name in COMPARED:
        before, after = (f"answers{world}_.{sql.name(name)}" for world in (0, 1))
        said = [f"COALESCE({sql.text(one)}, 'none')" for one in (before, after)]
        change = sql.joined([sql.quoted(f"{name}: "), said[0], "' -> '", said[1]])
        parts.append(f"(CASE WHEN {before} IS DISTINCT FROM {after} THEN {change} END)")
    return f"NULLIF(CASE WHEN five_.key0 <> five_.key1 THEN concat_ws('; ', {', '.join(parts)}) END, '')"


def fields_of_row(plan: Plan, relation: str, number: int) -> str:
    """Return the statement for all values read from one row, counted from 1, and its key."""
    values = [value_name(name) for name in plan.readings()]
    limited = f"(SELECT * FROM {relation} LIMIT 1 OFFSET {number - 1}) row_"
    found = ", ".join(["key0", "r_", "h_", _says(plan), *values])
    return f"SELECT {found} FROM ({keyed(plan, limited)}) four_"
