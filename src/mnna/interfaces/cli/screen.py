"""`mnna screen`: the notification law over a whole file of cases."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from mnna.errors import BadQuestion
from mnna.interfaces.cli.finding_text import tree_lines
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, show, wrapped

if TYPE_CHECKING:
    from mnna.screening import Screening

MOST_LINES = 12


@click.command("screen")
@click.argument("source")
@click.option("-o", "--out", metavar="FILE", help="Where the answers go: .csv, .tsv, .parquet, .csv.gz, or - for CSV.")
@click.option("--map", "maps", multiple=True, metavar="ROLE=COLUMN", help="Which column is which; may be repeated.")
@click.option("--explain", is_flag=True, help="Add what is presumed, the steps that follow, and what is stale.")
@click.option("--row", type=click.IntRange(min=1), metavar="N", help="Show the whole tree of row N and nothing else.")
@click.option(
    "--assume",
    multiple=True,
    metavar="COUNTRY:STATUS:DATE",
    help="Screen also with a status assumed from a day on, and add the difference; `:terminate` after it ends one.",
)
@click.option("--report", metavar="FILE", help="Write the summary to a file: .json or .html.")
@click.option("--dates", type=click.Choice(["dmy", "mdy"]), help="How days such as 7/3/2024 are written.")
@click.option("--decimal", type=click.Choice(["comma", "point"]), help="The sign before the cents.")
@click.option("--delimiter", metavar="SIGN", help="The sign between columns.")
@click.option("--encoding", metavar="NAME", help="How a text file is written, such as cp1252; default utf-8.")
@click.option("--quote", metavar="SIGN", help="The sign around cells; `none` if quotation marks are mere letters.")
@click.option("--memory", metavar="SIZE", help="What the engine may hold, such as 2GB; default 320MB.")
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="How many cores to use; default all.")
@click.option(
    "--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True, help="What reads the rows."
)
@click.option("--master", metavar="URL", help="The Spark cluster, such as local[4] or spark://host:7077.")
@facts_option
@json_option
def command(
    source: str, row: int | None, maps: tuple[str, ...], as_json: bool, out: str | None, **options: Any
) -> None:
    """Answer every row of SOURCE: a CSV, TSV or Parquet file, a folder or glob of them, or - for standard input.

    Columns: recipient, channel, mde_usd, total_usd, construction_usd, on, and any others, which are carried through.
    Each row is decided under the law and the statuses of its own day; a row that cannot be read comes back as `error`.
    """
    chosen = dict(_pair(text) for text in maps)
    if row is not None:
        _show_row(source, row, chosen, as_json, options)
        return
    if out == "-" and as_json:
        raise BadQuestion("-o - with --json", "both would go to standard output", (), "Give one of them a file.")
    with _interruptible():
        found = _screened(source, out, chosen, options)
    if as_json:
        show(True, found.to_dict(), lambda document: [])
    else:
        click.echo("\n".join(_lines(found)), err=True)


screen = command


def _pair(text: str) -> tuple[str, str]:
    role, sign, column = text.partition("=")
    if not sign:
        raise BadQuestion(f"--map {text}", "it is not of the form ROLE=COLUMN", ("recipient=Buyer",), "")
    return role.strip(), column


def _show_row(source: str, number: int, chosen: dict[str, str], as_json: bool, options: dict[str, Any]) -> None:
    from mnna.screening import row

    ways = ("facts", "dates", "decimal", "delimiter", "encoding", "quote")
    answer = row(source, number, map=chosen, **{name: options[name] for name in ways})
    show(as_json, answer.to_dict(), lambda document: _row_lines(number, answer.recipient.name, document))


def _row_lines(number: int, name: str, document: dict[str, Any]) -> Iterator[str]:
    notify = document["notify"]
    yield f"row {number}: {document['channel']} to {name} ({document['recipient']}) on {document['on']}"
    given = ", ".join(f"{key} {_plain(value)}" for key, value in document["given"].items())
    yield f"given: {given or 'nothing'}"
    yield from heading(f"Notify Congress: {notify['verdict']}")
    yield from wrapped(notify["because"], "  ")
    yield from heading("Why")
    yield from tree_lines(document["findings"][0]["why"], 1)
    yield from foot(document)


def _plain(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def _screened(source: str, out: str | None, chosen: dict[str, str], options: dict[str, Any]) -> Screening:
    from mnna.screening import screen as screened

    said = shlex.join(["mnna", *sys.argv[1:]])
    with _bar() as told:
        return screened(source, out, map=chosen, progress=told, command=said, **options)


@contextmanager
def _bar() -> Iterator[Any]:
    """A bar with rows, rate and time left on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    rows = TextColumn("{task.fields[rows]}")
    columns = (TextColumn("{task.description}"), BarColumn(), rows, TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def tell(stage: str, share: float, total: int | None) -> None:
            if stage not in tasks:
                for earlier in tasks.values():
                    bar.update(earlier, completed=1.0, rows="" if total is None else f"{total:,} rows")
                    bar.stop_task(earlier)
                tasks[stage] = bar.add_task(f"{stage:10}", total=1.0, rows="")
            task = bar.tasks[tasks[stage]]
            done = None if total is None else int(total * share)
            rate = "" if not done or not task.elapsed else f" {done / task.elapsed / 1e6:.2f} million/s"
            bar.update(tasks[stage], completed=share, rows="" if done is None else f"{done:,} of {total:,} rows{rate}")

        yield tell


@contextmanager
def _interruptible() -> Iterator[None]:
    """A request to end is heard like an interrupt from the keyboard, so that nothing half-written is left behind."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _lines(found: Screening) -> Iterator[str]:
    """The summary as a reader of the terminal wants it."""
    summary = found.summary
    yield f"{summary.rows:,} rows in {found.seconds:.1f} s" + (f", written to {found.out}" if found.out else "")
    for text in found.said:
        yield from wrapped(text, "  ", "    ")
    yield from heading("Notify Congress")
    yield from (f"  {n:>14,}  {answer}" for answer, n in summary.answers.items())
    counts = {name: " · ".join(f"{n:,} {answer}" for answer, n in by.items()) for name, by in summary.rules.items()}
    yield from _block("By rule", [f"{name}: {said}" for name, said in counts.items()])
    many = sorted(summary.countries.items(), key=lambda one: -sum(one[1].values()))
    said = [f"{name}: " + " · ".join(f"{n:,} {answer}" for answer, n in by.items()) for name, by in many]
    yield from _block("By country", said)
    yield from _block("Rows that could not be read", _counted(summary.rejects))
    yield from _block("What would settle the unknowns", _counted(summary.needs))
    if summary.changed is not None:
        assumed = [f"assumed: {a.act} {a.country} {a.status} {a.on}" for a in found.assumptions]
        yield from _block("What the assumption changes", assumed + (_counted(summary.changed) or ["nothing"]))
    stamp = found.stamp
    yield from ("", f"input {stamp['input']} · law {stamp['law']} · facts {stamp['facts']} · mnna {stamp['version']}")


def _counted(counts: Any) -> list[str]:
    return [f"{n:,}  {text}" for text, n in counts.items()]


def _block(title: str, lines: list[str]) -> Iterator[str]:
    """A heading and the first lines under it; how many more there are is said."""
    if lines:
        yield from heading(title)
        for text in lines[:MOST_LINES]:
            yield from wrapped(text, "  ", "    ")
        if len(lines) > MOST_LINES:
            yield f"  and {len(lines) - MOST_LINES} more (--report has them all)"
