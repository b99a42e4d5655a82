"""The word `screen`: the notification law over a whole file of cases, each row under the law of its own day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from mnna.answers.case import CaseAnswer
from mnna.answers.inputs import assumed, day, foreign, stamp
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


@dataclass(frozen=True, slots=True)
class Screening:
    """What a screening found: the counts, what was said about the columns, and the audit stamp."""

    source: str
    out: str | None
    summary: Summary
    said: tuple[str, ...]
    stamp: Mapping[str, str]
    seconds: float
    assumptions: tuple[Assumption, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Rows by answer: yes, no, unknown, error."""
        return self.summary.answers

    def to_dict(self) -> dict[str, Any]:
        """The screening as JSON."""
        return {
            "source": self.source,
            "out": self.out,
            **self.summary.to_dict(),
            "columns": list(self.said),
            "assume": assumed(self.assumptions),
            "seconds": round(self.seconds, 2),
            "stamp": dict(self.stamp),
        }


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
    manner = Manner(dict(map or {}), _form(dates), _comma(decimal), explain)
    if engine == "spark" and str(out) == "-":
        raise BadQuestion("-o - with --engine spark", "Spark writes parts, not one stream", (), "Name a folder.")
    registry = load_registry(facts)
    assumptions = tuple(_assumption(one) for one in assume)
    worlds = [registry, registry.assume(*assumptions)] if assumptions else [registry]
    with found(source, Writing(delimiter, encoding, quote)) as files:
        goal = target(out, files) if out is not None else None
        paper = report_form(report)
        with ThreadPoolExecutor(1) as pool, started_engine(engine, files, memory, threads, master) as running:
            digest = pool.submit(files.hash)
            work = Work(running, worlds, manner, progress)
            summary = work.counted(goal is not None)
            if goal is not None:
                work.write(goal)
            marks = _stamp(registry, digest.result(), command, engine)
    asked = goal.asked if goal else None
    done = Screening(str(source), asked, summary, work.said, marks, monotonic() - started, assumptions)
    if paper is not None:
        write_report(done, paper)
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
    manner = Manner(dict(map or {}), _form(dates), _comma(decimal), False)
    with (
        found(source, Writing(delimiter, encoding, quote)) as files,
        started_engine("duckdb", files, None, None, None) as running,
    ):
        return Work(running, [registry], manner, None).row(number)


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
