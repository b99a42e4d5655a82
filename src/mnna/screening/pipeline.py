"""Screen one file with one engine: inspect it, make the small tables, key every row, answer each key, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mnna.answers.case import CaseAnswer
from mnna.engine.notice import decide
from mnna.errors import BadQuestion, CannotAnswer, extra
from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.screening.answer_sheets import check_size, write_answers
from mnna.screening.answer_table import Dictionary, Entry
from mnna.screening.breakpoints import axes, shelves
from mnna.screening.cells import Cells
from mnna.screening.columns import (
    CHANNEL,
    RECIPIENT,
    all_fields,
    carried,
    likely,
    match,
    written,
)
from mnna.screening.engines.runner import Runner, trying
from mnna.screening.grid import Grid, build
from mnna.screening.inspect_file import doubts, look
from mnna.screening.join_tables import lay_answers, lay_days, lay_grid, lay_patterns, lay_spellings
from mnna.screening.output_columns import EXPLAINED, OUTPUT, PART, WORDED
from mnna.screening.read_options import ReadOptions
from mnna.screening.scratch import scratch
from mnna.screening.spellings import Contents, channels, check_constant, read_as_iso, recipients
from mnna.screening.sql import (
    NEEDED,
    NOT_GIVEN,
    Plan,
    Statements,
    decided,
    faults_of_constant,
    fields_of_row,
    pattern_table,
)
from mnna.screening.summary import Summary, summarised
from mnna.screening.text_files import noted
from mnna.screening.units import power
from mnna.screening.writers import Target, copy_to_standard_output, whole
from mnna.statutes import catalog

Progress = Callable[[str, float, int | None], None]
"""Called with the stage, its completed share (0 to 1), and the number of rows or None if unknown."""

MOST_COLUMNS = 5_000


def planned(engine: Runner, options: ReadOptions) -> Plan:
    """Return how the columns of a file are to be read; raises `BadQuestion` if that would take a guess."""
    columns = engine.columns()
    source = engine.source
    names = [name for name, _ in columns]
    if len(names) > MOST_COLUMNS:
        wrong = f"it has {len(names):,} columns, more than {MOST_COLUMNS:,}"
        raise BadQuestion(f"the file {source.asked}", wrong, (), "Leave out columns that are not needed.")
    held = Contents(engine, columns)
    headings = match(names, options, source.repeated, source.several, held, source.units_above)
    units = {role: power(unit) for role, unit in headings.units.items()}
    cells = Cells(engine.sql, options.form, bool(options.comma), units, options.missing)
    plan = Plan(engine.sql, columns, headings, cells)
    plan.readings()
    return plan


class Work:
    """The screening of one file with one engine, step by step."""

    def __init__(
        self, engine: Runner, worlds: list[Registry], options: ReadOptions, explain: bool, progress: Progress | None
    ) -> None:
        self.engine, self.worlds, self.options, self.explain = engine, worlds, options, explain
        self.progress: Progress = progress or (lambda *told: None)
        self.rows = engine.rows_expected()
        self.plan = planned(engine, options)
        self.warnings: tuple[str, ...] = ()
        self.said = (*engine.source.said, *self.plan.headings.said)
        self._look()

    def _look(self) -> None:
        """Inspect the file: its rows, spellings, and the form of its days and amounts. Collect warnings and notes."""
        options, ask = self.options, partial(self.engine.ask, tick=self._tick("looking"))
        found = trying(self.engine, lambda: look(ask, self.plan, self.engine.relation, options))
        self.rows = found.rows
        self.recipients = recipients(found.recipients, options.codes, options.missing)
        self.channels = channels(found.channels, options.missing)
        self.plan = replace(self.plan, cells=found.cells, ragged=self.engine.ragged())
        self._check_constants()
        self.warnings = (*doubts(self.plan, found), *self._other_countries())
        many = f"{found.estimates:,} amounts are marked as estimates"
        estimated = noted(found.estimates, "1 amount is marked as an estimate", many)
        self.said = (*self.said, *read_as_iso(found.recipients, options.codes), *estimated)

    def _check_constants(self) -> None:
        """Raise `BadQuestion` for a value for all rows that cannot be read: it would make every row an error."""
        constants = self.plan.headings.constants
        for role in constants.keys() & {RECIPIENT, CHANNEL}:
            check_constant(role, constants[role], self.options.codes)
        for role in constants.keys() - {RECIPIENT, CHANNEL}:
            for (wrong,) in self.engine.ask(faults_of_constant(self.plan, role)) if constants[role].strip() else ():
                raise BadQuestion(f"--set {written(role)}={constants[role]}", str(wrong), (), "")

    def _other_countries(self) -> tuple[str, ...]:
        """Return a warning if the recipient column holds few countries and another column holds some."""
        column = self.plan.headings.columns.get(RECIPIENT)
        if column is None or 2 * len(self.recipients.refused) <= len(self.recipients.numbers):
            return ()
        used = set(self.plan.headings.columns.values())
        free = [name for name, _ in self.plan.columns if name not in used]
        others = likely(RECIPIENT, free, Contents(self.engine, self.plan.columns))
        few = f"few texts of “{column}” are countries, and those of"
        return tuple(f"{few} “{other}” are (--map recipient={other!r})" for other in others[:1])

    def _tick(self, stage: str) -> Callable[[float], None]:
        return lambda share: self.progress(stage, share, self.rows)

    def counted(self, goal: Target | None) -> Summary:
        """Make the tables, key every row, answer each key, and return the counts; without `goal`, count only."""
        laws = [catalog.case_law(channel) for channel in self.channels.meant]
        grids = [build(self.recipients.meant, laws, world, self.explain) for world in self.worlds]
        self._lay(grids)
        keys = [f"key{number}" for number in range(len(grids))]
        kept = goal is not None and goal.parquet
        rows = partial(decided, self.plan, worlds=len(self.worlds))
        self.engine.count("seen_", rows, keys, kept, self._tick("answering"))
        wrong = self._wrong(len(grids))
        for number, (grid, world) in enumerate(zip(grids, self.worlds, strict=True)):
            dictionary = Dictionary(grid, self.plan.axes, world)
            lay_answers(self.engine.local, dictionary, number, wrong, goal is not None)
        self.said = (*self.said, *self._without_recipient())
        reasons = {key: entry.text("because") for key, entry in wrong.items()}
        return summarised(self.engine.local, self.recipients.meant, reasons, len(grids) > 1)

    def _without_recipient(self) -> tuple[str, ...]:
        """Return the note on rows with an empty recipient although the file has such a column."""
        if RECIPIENT not in self.plan.headings.columns:
            return ()
        lacking = ", ".join(str(NOT_GIVEN - bits) for bits in range(1, 2 * max(NEEDED)) if bits & 1)
        [(rows,)] = self.engine.local.rows(f"SELECT SUM(n) FROM seen_ WHERE key0 IN ({lacking})")
        do = "if the cell was merged with the one above it, --fill-down recipient fills it in"
        return noted(rows or 0, f"1 row has no recipient: {do}", f"{rows or 0:,} rows have no recipient: {do}")

    def _lay(self, grids: list[Grid]) -> None:
        """Make the small tables of the grids, days and spellings, and share them with the engine."""
        residues = [one for grid in grids for one in grid.residues]
        cuts = tuple(sorted({cut for grid in grids for cut in grid.cuts}))
        grids = [grid.over(cuts) for grid in grids]
        fields = {name: field for name, (field, _) in all_fields().items()} | self.plan.worked_out
        shared = axes(residues, fields, [*self.plan.headings.roles, *self.plan.worked_out])
        most = max(len(grid.residues) for grid in grids)
        channels_ = max(1, len(self.channels.meant))
        self.plan = replace(self.plan, cuts=cuts, channels=channels_, axes=shared, shelves=shelves(shared, most))
        lay_spellings(self.engine.local, "recipients_", self.recipients.numbers.items())
        lay_spellings(self.engine.local, "channels_", self.channels.numbers.items())
        lay_days(self.engine.local, cuts)
        for number, grid in enumerate(grids):
            lay_grid(self.engine.local, grid, shared, number)
            names = [pattern_table(number, place) for place in range(len(self.plan.shelves))]
            for name, shelf in zip(names, self.plan.shelves, strict=True):
                lay_patterns(self.engine.local, grid.residues, shelf, name)
            self.engine.share(f"grid{number}_", *names)
        self.engine.share("recipients_", "channels_", "days_")

    def _wrong(self, worlds: int) -> dict[int, Entry]:
        """Return the answers to the negative keys that occur: rows that cannot be read, or that lack a needed value."""
        keys = " UNION ".join(f"SELECT DISTINCT key{w} FROM seen_ WHERE key{w} < 0" for w in range(worlds))
        faults = {key: fault.reason for key, fault in self.plan.faults()}
        refused = {**faults, **self.recipients.refused, **self.channels.refused}
        met = (key for (key,) in self.engine.local.rows(keys))
        return {key: _refused(refused[key]) if key in refused else _lacking(key) for key in met}

    def write(self, goal: Target, told: Callable[[], Mapping[str, Any]]) -> None:
        """Write the rows with their answers; no file has the final name until it is complete.

        `told` returns the screening as JSON, which a workbook holds too. Raises `CannotAnswer` if rows are lost.
        """
        added = [*OUTPUT, *(EXPLAINED if self.explain else ())]
        more = [f"{name}_assumed" for name in OUTPUT] + ["difference"] if len(self.worlds) > 1 else []
        names = carried([name for name, _ in self.plan.columns], [*added, *more])
        self.engine.share(*(f"answers{number}_" for number in range(len(self.worlds))))
        query = self._statements(names, added)
        write = partial(self.engine.write, tick=self._tick("writing"))
        if goal.asked == "-":
            with scratch() as folder:
                path = folder / "out"
                write(query, path, goal)
                copy_to_standard_output(path)
        elif goal.remote is not None:
            write(query, goal.path, goal)
        else:
            with whole(goal.path) as path:
                rows = self._workbook(query, path, goal, told) if goal.workbook else write(query, path, goal)
                if rows != self.rows:
                    wrong = f"{rows} rows came out of {self.rows}"
                    raise CannotAnswer(f"-o {goal.asked}", wrong, (), "Report this.")

    def _workbook(self, query: Statements, path: Path, goal: Target, told: Callable[[], Mapping[str, Any]]) -> int:
        """Write the workbook from a Parquet file, whose rows keep their order; return the number of rows."""
        with extra("office", f"-o {goal.asked}"):
            import xlsxwriter  # noqa: F401
        with scratch() as folder:
            between = folder / "answers"
            self.engine.write(query, between, goal, self._tick("writing"))
            names, rows = self.engine.local.read(between)
            rows_, share = self.rows or 0, self._tick("laying sheets")
            check_size(rows_, len(names), goal.asked)
            return write_answers(path, names, rows, told(), lambda done: share(done / max(1, rows_)))

    def _statements(self, names: Mapping[str, str], added: list[str]) -> Statements:
        """Return the statements that write, with what the texts need for the keys and answers that occur."""
        faults = [key for key, _ in self.plan.faults()]
        among = f"({', '.join(str(key) for key in [0, *faults])})"
        met = self.engine.local.rows(f"SELECT key0 FROM seen_ WHERE key0 < 0 AND key0 IN {among} LIMIT 1")
        tables = " UNION ALL ".join(f"SELECT marked FROM answers{w}_" for w in range(len(self.worlds)))
        [(marked,)] = self.engine.local.rows(f"SELECT BOOL_OR(marked) FROM ({tables})")
        return Statements(self.plan, names, added, bool(met), WORDED if marked else (), len(self.worlds) > 1)

    def row(self, number: int) -> CaseAnswer:
        """Return one row, counted from 1, as the single case answers it.

        Raises `BadQuestion` for an unknown number, and for a row that cannot be read or lacks recipient, channel or
        day.
        """
        if not 1 <= number <= (self.rows or 0):
            raise BadQuestion(f"row {number}", f"the file has rows 1 to {self.rows}", (), "The header is not counted.")
        self._lay([build((), (), self.worlds[0], False)])
        found = self.engine.ask(fields_of_row(self.plan, self.engine.relation, number))[0]
        key, recipient, channel, wrong, *values = found
        read = dict(zip(self.plan.readings(), values, strict=True))
        refused = {**self.recipients.refused, **self.channels.refused}
        if wrong or key in refused:
            raise BadQuestion(f"row {number}", wrong or refused[key], (), "")
        if None in (recipient, channel, read.get("on")):
            raise BadQuestion(f"row {number}", _lacking(key).text("because"), (), "")
        law = catalog.case_law(self.channels.meant[channel])
        country, on = self.recipients.meant[recipient], read.pop("on")
        fields = {name: value for name, value in read.items() if value is not None}
        notice = decide(law, self.worlds[0], country, on, fields)
        return CaseAnswer(countries()[country], law.channel, on, fields, notice, self.worlds[0])


def _refused(reason: str) -> Entry:
    return Entry({"notify": "error", "because": reason})


def _lacking(key: int) -> Entry:
    """Return the answer to a row without recipient, channel or day: unknown, since no law can be looked up."""
    needed = [f"the {_LACK[name]}" for bit, name in NEEDED.items() if (NOT_GIVEN - key) & bit]
    because = f"Unknown: {' and '.join(needed)} {'is' if len(needed) == 1 else 'are'} not given."
    return Entry({"notify": "unknown", "because": because, "needs": PART.join(needed)})


_LACK = {"recipient": "recipient", "channel": "channel", "on": "day of the transfer"}
