"""Convert a list of countries with days into a folder of the user's own facts, with one source for all rows."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import mkdtemp

from mnna.errors import BadFacts, BadQuestion, CannotAnswer, MnnaError
from mnna.files import refuse_device
from mnna.registry.countries import resolve
from mnna.registry.days import day
from mnna.registry.load import load_registry
from mnna.registry.records import Source, Span
from mnna.registry.statuses import our_statuses

HEADER = ("country", "since", "until")
SOURCE = "own-list"
STATUS = ("id", "title", "definition", "citation", "absent", "known_from", "reading", "follows", "note")


def own_list(file: Path, status: str, source: str, folder: Path, title: str | None = None) -> int:
    """Write the folder and return how many rows it has; it exists only once the registry has loaded it without error.

    Raises `BadQuestion` for a folder that exists already, and for a new status without a title; `BadFacts` with the
    line for an invalid row; `CannotAnswer` if it cannot be written.
    """
    if folder.exists():
        raise BadQuestion(f"the folder {folder}", "it is there already", (), "Name a new folder.")
    if not folder.absolute().parent.is_dir():
        raise BadQuestion(f"the folder {folder}", f"there is no folder {folder.parent}", (), "Make it first.")
    if status not in our_statuses() and not title:
        load_registry().kind(status)  # raises an error with the nearest statuses
    rows = list(_rows(file, status))
    try:
        made = Path(mkdtemp(dir=folder.absolute().parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise CannotAnswer(f"the folder {folder}", f"{error.strerror}", (), "Write elsewhere.") from None
    try:
        _write(made, status, source, title, rows)
        load_registry(made)
        made.chmod(0o755)
        made.rename(folder)
    except MnnaError:
        shutil.rmtree(made)
        raise
    return len(rows)


def _rows(file: Path, status: str) -> Iterator[Mapping[str, str]]:
    refuse_device(file)
    try:
        lines = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise BadQuestion(f"the file {file}", f"it cannot be read ({why})", (), "Give a CSV in UTF-8.") from None
    found = tuple(cell.strip().lower() for cell in lines[0]) if lines else ()
    if found != HEADER:
        wrong = f"the columns are {', '.join(found) or 'none'}"
        raise BadFacts(f"{file.name} line 1", wrong, (), f"They must be exactly: {','.join(HEADER)}.")
    for number, cells in enumerate(lines[1:], 2):
        if any(cell.strip() for cell in cells):
            yield _row(f"{file.name} line {number}", [cell.strip() for cell in cells], status)


def _row(where: str, cells: list[str], status: str) -> Mapping[str, str]:
    if len(cells) != len(HEADER):
        raise BadFacts(where, f"{len(cells)} cells for {len(HEADER)} columns", (), "Quote cells that hold commas.")
    country, since, until = cells
    try:
        code = resolve(country).iso3
        days = {"since": day(since).isoformat(), "until": day(until).isoformat() if until else ""}
    except BadQuestion as error:
        raise BadFacts(f"{where}, {error.asked}", error.wrong, error.near, error.do) from None
    return {"country": code, "status": status, **days, "holds": "yes", "source": SOURCE, "confidence": "medium"}


def _write(made: Path, status: str, source: str, title: str | None, rows: Iterable[Mapping[str, str]]) -> None:
    _table(made / "spans.csv", _columns(Span), rows)
    told = {"id": SOURCE, "title": source, "kind": "list", "note": "Your own list."}
    _table(made / "sources.csv", _columns(Source), [told])
    if status not in our_statuses():
        one = {"id": status, "title": title or status, "definition": f"Your own list: {source}", "absent": "no"}
        _table(made / "statuses.csv", STATUS, [one])


def _columns(record: type[Span] | type[Source]) -> list[str]:
    """Return the columns of a table, without those that its reader sets."""
    return [name for name in record._fields if name not in ("own", "assumed")]


def _table(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
