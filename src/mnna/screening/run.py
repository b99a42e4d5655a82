"""The word `screen`: the notification law over a whole file of cases, each row under the law of its own day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from mnna.answers.case import CaseAnswer
from mnna.answers.inputs import day, foreign, stamp
from mnna.engine.record import HIDDEN, Answer, described, in_json
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.screening.days import DayForm
from mnna.screening.engines.choose import started_engine
from mnna.screening.pipeline import Manner, Progress, Work
from mnna.screening.report import report_form, write_report
from mnna.screening.source import Writing, found
from mnna.screening.summary import Summary
from mnna.screening.writers import target


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

    @property
    def counts(self) -> Mapping[str, int]:
        """Rows by answer: yes, no, unknown, error."""
        return self.summary.answers

    @property
    @in_json(after="out")
    def rows(self) -> int:
        """How many rows were given."""
        return self.summary.rows

    @property
    @in_json(after="rows")
    def answers(self) -> Mapping[str, int]:
        """Rows by answer: yes, no, unknown, error."""
        return self.summary.answers

    @property
    @in_json(after="answers")
    def by_rule(self) -> Mapping[str, Mapping[str, int]]:
        """Rows by rule and answer."""
        return self.summary.rules

    @property
    @in_json(after="by_rule")
    def by_country(self) -> Mapping[str, Mapping[str, int]]:
        """Rows by country and answer."""
        return self.summary.countries

    @property
    @in_json(after="by_country")
    def rejects(self) -> Mapping[str, int]:
        """Rows that could not be read, by reason."""
        return self.summary.rejects

    @property
    @in_json(after="rejects")
    def needs(self) -> Mapping[str, int]:
        """Undecided rows, by the fact that would settle them."""
        return self.summary.needs

    @property
    @in_json(after="needs")
    def changed(self) -> Mapping[str, int] | None:
        """Rows an assumption changes, by what changes; only where something is assumed."""
        return self.summary.changed

    def to_dict(self) -> dict[str, Any]:
        """The screening as JSON; `changed` is there only where something is assumed."""
        told = Answer.to_dict(self)
        if self.changed is None:
            del told["changed"]
        return told

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """The JSON Schema of `to_dict`."""
        made = super(Screening, cls).schema()
        made["required"].remove("changed")
        return made

    def __repr__(self) -> str:
        """The file and its rows by answer."""
        told = ", ".join(f"{count} {answer}" for answer, count in self.counts.items())
        return f"<Screening: {self.source[:200]}, {self.rows} rows: {told}>"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is to be read, as far as the user says so."""

    map: Mapping[str, str]
    dates: DayForm | None
    comma: bool | None
    writing: Writing

    @classmethod
    def of(
        cls,
        map: Mapping[str, str] | None,
        dates: str | None,
        decimal: str | None,
        delimiter: str | None,
        encoding: str | None,
        quote: str | None,
    ) -> ReadOptions:
        """The options as a user gives them; raises `BadQuestion` for an unknown order of days or sign."""
        return cls(dict(map or {}), _form(dates), _comma(decimal), Writing(delimiter, encoding, quote))

    def manner(self, explain: bool) -> Manner:
        """How the rows are to be screened."""
        return Manner(self.map, self.dates, self.comma, explain)


def screen(
    source: str | Path,
    out: str | Path | None = None,
    *,
    map: Mapping[str, str] | None = None,
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
    memory: str | None = None,
    threads: int | None = None,
    master: str | None = None,
    command: str | None = None,
) -> Screening:
    """Answer every row of a file of cases under the law and statuses of that row's own day.

    `source` is a CSV, TSV or Parquet file (gzip too), a folder or glob of them, or `-`; `out` a file whose ending says
    its form, or None to count only. `map` names columns (role to column), `assume` holds `COUNTRY:STATUS:DATE`, with
    `:terminate` after it for an end, and adds the difference. `dates` is `dmy` or `mdy`, `decimal` `comma` or `point`.
    `engine` is `duckdb` or `spark`. Amounts are US dollars. A row that cannot be read is answered `error`, with why.
    Raises `BadQuestion` for a file or column that cannot be read without a guess, `CannotAnswer` where writing fails.
    """
    started = monotonic()
    options = ReadOptions.of(map, dates, decimal, delimiter, encoding, quote)
    if engine == "spark" and str(out) == "-":
        raise BadQuestion("-o - with --engine spark", "Spark writes parts, not one stream", (), "Name a folder.")
    registry = load_registry(facts)
    assumptions = tuple(_assumption(one) for one in assume)
    worlds = [registry, registry.assume(*assumptions)] if assumptions else [registry]
    with found(source, options.writing) as files:
        goal = target(out, files) if out is not None else None
        paper = report_form(report)
        with ThreadPoolExecutor(1) as pool, started_engine(engine, files, memory, threads, master) as running:
            digest = pool.submit(files.hash)
            work = Work(running, worlds, options.manner(explain), progress)
            summary = work.counted(goal is not None)
            if goal is not None:
                work.write(goal)
            marks = _stamp(registry, digest.result(), command, engine)
    asked = goal.asked if goal else None
    done = Screening(str(source), asked, summary, work.said, assumptions, monotonic() - started, marks)
    if paper is not None:
        write_report(done.to_dict(), paper)
    return done


def row(
    source: str | Path,
    number: int,
    *,
    map: Mapping[str, str] | None = None,
    facts: Path | None = None,
    dates: str | None = None,
    decimal: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    quote: str | None = None,
) -> CaseAnswer:
    """One row of a file, counted from 1, as the single case answers it, with its whole tree.

    Raises `BadQuestion` for a row that there is not, that cannot be read, or that lacks recipient, channel or day.
    """
    registry = load_registry(facts)
    options = ReadOptions.of(map, dates, decimal, delimiter, encoding, quote)
    with (
        found(source, options.writing) as files,
        started_engine("duckdb", files, None, None, None) as running,
    ):
        return Work(running, [registry], options.manner(False), None).row(number)


def _form(dates: str | None) -> DayForm | None:
    if dates is None:
        return None
    try:
        return DayForm(dates)
    except ValueError:
        raise BadQuestion(f"the order of days {dates!r}", "there is no such order", ("dmy", "mdy"), "") from None


def _comma(decimal: str | None) -> bool | None:
    if decimal not in (None, "comma", "point"):
        raise BadQuestion(f"the decimal sign {decimal!r}", "there is no such sign", ("comma", "point"), "")
    return None if decimal is None else decimal == "comma"


def _assumption(asked: str | Assumption) -> Assumption:
    if isinstance(asked, Assumption):
        return asked
    parts = asked.split(":")
    if len(parts) not in (3, 4):
        raise BadQuestion(
            f"the assumption {asked!r}",
            "it is not of the form COUNTRY:STATUS:DATE",
            ("MEX:mnna:2027-01-01", "MEX:mnna:2027-01-01:terminate"),
            "",
        )
    country, status, on, act = (*parts, "designate")[:4]
    return Assumption(foreign(country).iso3, status, day(on), act)


def _stamp(registry: Registry, digest: str, command: str | None, engine: str) -> dict[str, str]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {**stamp(registry), "input": f"sha256:{digest}", "time": now, "engine": engine, "command": command or ""}
