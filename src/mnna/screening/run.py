"""The functions `screen`, `row` and `preview`: the notification law for a file of cases.

Each row is under the law of its own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

from mnna.answers.case import CaseAnswer
from mnna.answers.inputs import day, foreign, stamp
from mnna.engine.answer import Answer
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.errors import BadQuestion, MnnaError
from mnna.registry.consequences import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.screening.columns import CHANNEL, ON, RECIPIENT, Headings, all_fields, is_money, written
from mnna.screening.engines.choose import started_engine
from mnna.screening.engines.runner import Runner
from mnna.screening.frames import Frame
from mnna.screening.pipeline import Progress, Work, planned
from mnna.screening.read_options import ReadOptions
from mnna.screening.report import report_form, write_report
from mnna.screening.source import found
from mnna.screening.summary import Summary
from mnna.screening.writers import target

Counted = Mapping[str, int]
CountedBy = Mapping[str, Counted]


def _rounded(seconds: float) -> float:
    return round(seconds, 2)


@dataclass(frozen=True, slots=True, repr=False)
class Screening(Answer):
    """What a screening found: the counts, how the columns were read, and the audit stamp."""

    source: str
    out: str | None = field(metadata=described("The file the answers went to."))
    summary: Summary = field(metadata=HIDDEN)  # type: ignore[assignment]
    said: tuple[str, ...] = field(metadata=described("How the columns were read.", name="columns"))
    assumptions: tuple[Assumption, ...] = field(metadata=described("The statuses assumed.", name="assume"))
    seconds: float = field(metadata=described("How long it took.", of=_rounded))
    stamp: Mapping[str, str] = field(metadata=described("The input, law, facts, version, time, engine and command."))
    warnings: tuple[str, ...] = field(
        default=(), metadata=described("What to check before the answers are used; the first line of the summary.")
    )

    @property
    def counts(self) -> Mapping[str, int]:
        """Return the number of rows by answer: yes, no, unknown, error."""
        return self.summary.answers

    rows: ClassVar[int] = passed_on("summary.rows", "How many rows were given.", after="out")
    answers: ClassVar[Counted] = passed_on("summary.answers", "Rows by answer: yes, no, unknown, error.", after="rows")
    by_rule: ClassVar[CountedBy] = passed_on("summary.rules", "Rows by rule and answer.", after="answers")
    by_country: ClassVar[CountedBy] = passed_on("summary.countries", "Rows by country and answer.", after="by_rule")
    rejects: ClassVar[Counted] = passed_on("summary.rejects", "Rows that could not be read, by reason.", "by_country")
    needs: ClassVar[Counted] = passed_on(
        "summary.needs", "Undecided rows, by the fact that would settle them.", after="rejects"
    )
    changed: ClassVar[Counted | None] = passed_on(
        "summary.changed",
        "Rows an assumption changes, by what changes; only where something is assumed.",
        after="needs",
    )

    def to_dict(self) -> dict[str, Any]:
        """Return the screening as JSON; without assumptions it has no `changed`."""
        told = Answer.to_dict(self)
        if self.changed is None:
            del told["changed"]
        return told

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of `to_dict`."""
        made = super(Screening, cls).schema()
        made["required"].remove("changed")
        return made

    def __repr__(self) -> str:
        """Return the file and the number of rows by answer."""
        told = ", ".join(f"{count} {answer}" for answer, count in self.counts.items())
        return f"<Screening: {self.source[:200]}, {self.rows} rows: {told}>"


def screen(
    source: str | Path | Frame,
    out: str | Path | None = None,
    *,
    map: Mapping[str, str] | None = None,
    set: Mapping[str, str] | None = None,
    unit: Mapping[str, str] | None = None,
    codes: str | None = None,
    na: Iterable[str] = (),
    fill_down: Iterable[str] = (),
    assume: Iterable[str | Assumption] = (),
    engine: str = "duckdb",
    explain: bool = False,
    report: str | Path | None = None,
    progress: Progress | None = None,
    facts: Path | None = None,
    dates: str | None = None,
    decimal: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    quote: str | None = None,
    sheet: str | None = None,
    skip: int | None = None,
    memory: str | None = None,
    threads: int | None = None,
    master: str | None = None,
    command: str | None = None,
) -> Screening:
    """Answer every row of a file of cases under the law and statuses of that row's own day.

    `source` is a CSV, TSV, Parquet, JSON or Excel file (gzip too), a folder or glob of them, `-`, or a table of pandas,
    polars or Arrow; `out` is a file whose ending gives its format, or None to count only. `map` names columns (role
    to column), `set` gives all rows one value (role to value), `unit` is the unit of money (role to `millions`).
    `codes` is the system of country codes, `na` a mark for a value not given, `fill_down` a column whose empty cells
    take the text above. `assume` holds `COUNTRY:STATUS:DATE`, with `:terminate` after it for an end; the output then
    also has the answer under it and the difference. `dates` is `dmy` or `mdy`, `decimal` is `comma` or `point`,
    `engine` is `duckdb` or `spark`. Amounts are US dollars. A row that cannot be read is answered `error`. Raises
    `BadQuestion` for a file or column that cannot be read without a guess, `CannotAnswer` if writing fails.
    """
    started = monotonic()
    options = ReadOptions(
        map=map or {}, set=set or {}, unit=unit or {}, codes=codes, na=na, fill_down=fill_down, dates=dates,
        decimal=decimal, delimiter=delimiter, encoding=encoding, quote=quote, sheet=sheet, skip=skip,
    )  # fmt: skip
    if engine == "spark" and str(out) == "-":
        raise BadQuestion("-o - with --engine spark", "Spark writes parts, not one stream", (), "Name a folder.")
    registry = load_registry(facts)
    assumptions = tuple(_assumption(one, registry) for one in assume)
    worlds = [registry, registry.assume(*assumptions)] if assumptions else [registry]
    with found(source, options) as files:
        goal = target(out, files) if out is not None else None
        paper = report_form(report, files, goal)
        with ThreadPoolExecutor(1) as pool, started_engine(engine, files, memory, threads, master) as running:
            digest = pool.submit(files.hash)
            work = Work(running, worlds, options, explain, progress)
            summary = work.counted(goal)

            def done(out: str | None) -> Screening:
                marks = stamp(registry) | {"input": f"sha256:{digest.result()}"}
                marks |= {"time": datetime.now(UTC).isoformat(timespec="seconds")}
                marks |= {"engine": engine, "command": command or ""}
                none = ("no row could be answered",) if summary.rows and not summary.answered else ()
                warned = (*work.warnings, *none)
                taken = monotonic() - started
                return Screening(files.asked, out, summary, work.said, assumptions, taken, marks, warned)

            if goal is not None:
                work.write(goal, lambda: done(goal.asked).to_dict())
    finished = done(goal.asked if goal else None)
    if paper is not None:
        write_report(finished.to_dict(), paper)
    return finished


def row(source: str | Path | Frame, number: int, *, facts: Path | None = None, **how: Any) -> CaseAnswer:
    """Return one row of a file, counted from 1, as the single case answers it, with its whole explanation tree.

    `how` are the options of `screen` for reading a file. Raises `BadQuestion` for a row that does not exist, that
    cannot be read, or that lacks recipient, channel or day.
    """
    registry = load_registry(facts)
    options = ReadOptions(**how)
    with found(source, options) as files, started_engine("duckdb", files) as running:
        return Work(running, [registry], options, False, None).row(number)


def _assumption(asked: str | Assumption, registry: Registry) -> Assumption:
    if isinstance(asked, Assumption):
        return asked
    parts = asked.split(":")
    if len(parts) not in (3, 4):
        near = ("MEX:mnna:2027-01-01", "MEX:mnna:2027-01-01:terminate")
        raise BadQuestion(f"the assumption {asked!r}", "it is not of the form COUNTRY:STATUS:DATE", near, "")
    country, status, on, act = (*parts, "designate")[:4]
    return Assumption(foreign(country).iso3, registry.asked(status).id, day(on), act)


FIRST = 3
"""How many cells of each column are shown."""
LONGEST = 60


@dataclass(frozen=True, slots=True, repr=False)
class Seen(Record):
    """A column: its heading, its role (None: carried through), its unit of money, and its first cells."""

    column: str
    role: str | None
    unit: str | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Preview(Record):
    """The columns of a file, the notes about it, and the reason why it cannot be screened, if it cannot."""

    columns: tuple[Seen, ...]
    said: tuple[str, ...]
    problem: str | None


def roles() -> dict[str, bool]:
    """Return every role of a column, as the contract writes it, and whether it is money."""
    return {written(role): is_money(role) for role in (RECIPIENT, CHANNEL, *all_fields(), ON)}


def preview(source: str | Path | Frame, **how: Any) -> Preview:
    """Return how the columns would be read; `how` are the options of `screen` for reading a file.

    Raises `BadQuestion` for a file that cannot be read at all.
    """
    options = ReadOptions(**how)
    with found(source, options) as files, started_engine("duckdb", files, threads=1) as running:
        names = [name for name, _ in running.columns()]
        try:
            headings, problem = planned(running, options).headings, None
        except MnnaError as error:
            headings, problem = Headings({}, ()), str(error)
        cells = zip(names, _first(running, len(names)), strict=True)
        seen = tuple(_seen(name, first, headings) for name, first in cells)
        return Preview(seen, (*files.said, *headings.said), problem)


def _seen(name: str, cells: tuple[str, ...], headings: Headings) -> Seen:
    role = {column: role for role, column in headings.columns.items()}.get(name)
    return Seen(name, role and written(role), headings.units.get(role or ""), cells)


def _first(running: Runner, columns: int) -> list[tuple[str, ...]]:
    """Return the first cells of each column, as text; none if a row is longer or shorter than the header."""
    try:
        rows = running.ask(f"SELECT * FROM {running.relation} LIMIT {FIRST}")
    except running.stumbles:
        rows = []
    texts = [["" if cell is None else str(cell)[:LONGEST] for cell in row] for row in rows]
    return [tuple(row[number] for row in texts) for number in range(columns)]
