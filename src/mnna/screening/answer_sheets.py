"""Write the answers of a screening as an Excel workbook: sheets with the rows, the summary, and the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from mnna.errors import BadQuestion
from mnna.present.document import Cite, Document, Items, Section
from mnna.present.inline import links
from mnna.present.xlsx import MOST_COLUMNS, MOST_ROWS, Cell, Head, Looked, Sheet, text_sheet, write_workbook
from mnna.screening.report import report, word
from mnna.statutes.citations import official

SMALLER = "Write a .csv or a .parquet file, which has no limit."
BATCH = 2_000
WIDE = ("because", "needs", "citation", "steps", "presumes", "difference")
NOTIFY = ("notify", "notify_assumed")


def check_size(rows: int, columns: int, asked: str) -> None:
    """Raise `BadQuestion` if one sheet of Excel cannot hold `rows` rows or `columns` columns."""
    for count, most, what in ((rows, MOST_ROWS, "rows"), (columns, MOST_COLUMNS, "columns")):
        if count > most:
            raise BadQuestion(f"-o {asked}", f"a sheet holds {most:,} {what}, and there are {count:,}", (), SMALLER)


def write_answers(
    path: Path,
    names: Sequence[str],
    rows: Iterator[Sequence[Any]],
    told: Mapping[str, Any],
    tick: Callable[[int], None],
) -> int:
    """Write the workbook and return the number of rows; `tick` gets that number so far, every `BATCH` rows.

    `names` are the columns of `rows`, `told` is the screening as JSON.
    """
    written = 0

    def answers() -> Iterator[Sequence[Cell]]:
        nonlocal written
        kinds = [_verdict if name in NOTIFY else _value for name in names]
        for row in rows:
            written += 1
            if written % BATCH == 0:
                tick(written)
            yield [None if cell is None else kind(cell) for kind, cell in zip(kinds, row, strict=True)]

    found = report(told)
    heads = tuple(Head(name, 60 if name in WIDE[:1] else 30 if name in WIDE else 18, name in WIDE) for name in names)
    summary = [section for section in found.sections if section.id != "stamp"]
    sheets = (
        Sheet("Answers", heads, answers()),
        text_sheet("Summary", Document(title=found.title, subtitle=found.subtitle, sections=tuple(summary)), official),
        text_sheet("Sources", _sources(found, told), official),
    )
    write_workbook(path, sheets, {"title": found.title, "subject": "Notification of arms transfers to Congress"})
    return written


def _verdict(answer: str) -> Cell:
    return Looked(word(answer), answer)


NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{1,6})?")
DAY = re.compile(r"(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _value(cell: Any) -> Cell:
    """Return a cell as a number or date if its text is exactly a plain number or an ISO day; else unchanged."""
    if not isinstance(cell, str) or cell[:1] not in _DIGITS or len(cell) > 16:
        return cell  # type: ignore[no-any-return]
    if NUMBER.fullmatch(cell):
        number = float(cell) if "." in cell else int(cell)
        return number if str(number) == cell else cell
    if DAY.fullmatch(cell):
        with suppress(ValueError):
            return date.fromisoformat(cell)
    return cell


_DIGITS = tuple("-0123456789")


def _sources(found: Document, told: Mapping[str, Any]) -> Document:
    """Return a document with the audit stamp and the rules that answered, each linked to its official text."""
    cited = {link.text: link for rule in told["by_rule"] for link in links(rule, official) if link.address}
    sections = [section for section in found.sections if section.id == "stamp"]
    if cited:
        sections.append(Section("citations", "The law behind the answers", (Items(tuple(map(Cite, cited))),)))
    return Document(title="Stamp and sources", subtitle=found.subtitle, sections=tuple(sections))
