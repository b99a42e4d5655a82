"""`screen`: the notification law applied to a whole file of cases."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import click

from mnna._version import NAME
from mnna.answers.case import CaseAnswer
from mnna.errors import BadQuestion, CannotAnswer
from mnna.interfaces.cli.build import options, show
from mnna.interfaces.cli.helped import interruptible, shows_progress
from mnna.interfaces.endpoint import Endpoint, later
from mnna.interfaces.params import channels, once, params_of
from mnna.present.days import day
from mnna.present.document import Document, Facts, Paragraph, Section, TreeBlock
from mnna.present.numbers import money
from mnna.present.wording import note, term_label, term_value, verdict_words
from mnna.registry.codes import TITLES
from mnna.screening import Screening, row, screen
from mnna.screening.report import in_short, report

PARAMS = params_of("screen", codes={"choices": lambda: [(system, system) for system in TITLES]})
OF_ROW = ("facts", "codes", "na", "fill_down", "dates", "decimal", "delimiter", "encoding", "quote", "sheet", "skip")
"""The options on how one row is read."""


def _command() -> click.Command:
    return click.Command("screen", params=options(ENDPOINT), help=HELP, callback=_run)


def _run(source: str, as_json: bool, row: int | None, **given: Any) -> None:
    given |= {name: once(name, (_pair(name, text) for text in given[name])) for name in PAIRS}
    if row is not None and (given["out"] or given["report"]):
        raise BadQuestion("--row with a file to write", "it shows one row and writes nothing", (), "Leave one out.")
    if row is not None:
        return _show_row(source, row, as_json, given)
    if given["out"] == "-" and as_json:
        raise BadQuestion("-o - with --json", "both would go to standard output", (), "Give one of them a file.")
    with interruptible():
        found = _screened(source, given)
    told = found.to_dict()
    show(told, in_short(told), as_json, err=not as_json)  # standard output may go to a program
    if found.rows and not found.summary.answered:
        sys.exit(CannotAnswer.exit_code)


PAIRS = {"map": "recipient=Buyer", "set": "channel=fms", "unit": "total_usd=millions"}
"""The options that take pairs, with an example of each."""


def _pair(option: str, text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        param = next(one for one in PARAMS if one.name == option)
        raise BadQuestion(f"--{option} {text}", f"it is not of the form {param.metavar}", (PAIRS[option],), "")
    return name.strip(), value


def _screened(source: str, given: dict[str, Any]) -> Screening:
    said = shlex.join([NAME, *sys.argv[1:]])
    stated = {name: value for name, value in given.items() if value is not None}
    with _bar() as told:
        return screen(source, progress=told, command=said, **stated)


def _show_row(source: str, number: int, as_json: bool, given: dict[str, Any]) -> None:
    answer = row(source, number, **{name: given[name] for name in (*OF_ROW, *PAIRS)})
    show(answer.to_dict(), _of_row(number, answer), as_json)


def _of_row(number: int, answer: CaseAnswer) -> Document:
    told = answer.to_dict()
    notify = told["notify"]
    given = tuple(_fact(name, value) for name, value in answer.given.items())
    facts = Facts(given or (("Given", "nothing"),))
    way = dict(channels())[answer.channel].partition(", ")[0]
    return Document(
        title=f"Row {number}: {verdict_words(notify['verdict'], 'case').lower()}",
        subtitle=f"{way}: {answer.recipient.name} ({answer.recipient.iso3}), {day(answer.on)}",
        sections=(
            Section("given", "What the row gives", (facts,)),
            Section("because", "Reason", (Paragraph(note(notify["because"])),)),
            Section("why", "Why, step by step", (TreeBlock(told["findings"][0]["why"]),)),
        ),
        stamp=tuple(told["stamp"].items()),
    )


def _fact(name: str, value: object) -> tuple[str, str]:
    """Return a fact of the row as label and words."""
    if isinstance(value, Decimal):
        return term_label(f"{name}_usd"), money(float(value))
    return term_label(name), term_value(name, value)


@contextmanager
def _bar() -> Iterator[Any]:
    """Show a bar with rows, rate and remaining time on standard error, where that is a terminal."""
    if not shows_progress():
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


HELP = """Answer every row of SOURCE: a CSV, TSV, Excel, JSON or Parquet file, a folder or glob of them, or - for
standard input.

Columns: recipient, channel, mde_usd, total_usd, construction_usd, on, and any others, which are carried through.
Each row is decided under the law and the statuses of its own day; a row that cannot be read comes back as `error`.
The exit code is 1 where no row could be answered.
"""

ENDPOINT = Endpoint(
    word="screen",
    group="Transfers",
    order=2,
    says="whole files of cases, row by row",
    help="The notification law over a whole file of transfers, each under the law of its own day.",
    function=screen,
    params=PARAMS,
    answer=Screening,
    document=lambda found: report(found.to_dict()),
    address="/screen",
    label="Screen a file",
    asks="Must Congress be told? A whole file at once",
    forms=(),
    template="screen.html",
    form="forms/screen.html",
    add_routes=later("http.screening_desk", "add_routes"),
    command=_command,
)
