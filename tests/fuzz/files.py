"""Random files of cases in every form, dirty as they come, and folders of them; the single case answers each row."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from mnna.screening.cells import MISSING
from tests.fuzz.cells import MONEY, Cell, Manner, Row, columns, rows

HEADINGS = {
    "recipient": ("recipient", "Country", "BUYER", "Recipient country"),
    "channel": ("channel", "Channel", "sale type"),
    "on": ("on", "Date", "date notified"),
    "total": ("total", "total_usd", "Total value (USD)"),
    "mde": ("mde", "mde_usd", "MDE value"),
}

MARKS = ",,;\t|"
UNLIKE, ALIKE = 10, 62
"""How many files a folder holds whose columns differ, or are the same: those are read at once, and cost little."""


@dataclass
class Made:
    """Files, how they are to be read, and the rows that they hold; None is a row with a cell too many or too few.

    Where the file is `broken` nothing is known of its rows, and it may be refused.
    """

    source: Path
    rows: list[Row | None] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    broken: bool = False


def text(rng: Random, folder: Path) -> Made:
    """A text file in any dialect."""
    manner = Manner(rng.choice(("iso", "iso", "words", "dmy", "mdy", "clock")), rng.random() < 0.15)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    made = _text(rng, folder / "in.csv", manner, encoding, columns(rng), rng.choice(MARKS), rng.random() < 0.15)
    return Made(made.source, made.rows, made.options | manner.options())


def unlike(rng: Random, folder: Path) -> Made:
    """A folder of text files that differ in their dialects and in the order and choice of their columns."""
    return _texts(rng, folder, [_shape(rng, names) for names in [columns(rng)] for _ in range(UNLIKE)], None)


def alike(rng: Random, folder: Path) -> Made:
    """A folder of text files of the same columns that differ in letters, ends of lines and quotation marks."""
    return _texts(rng, folder, [_shape(rng, columns(rng))] * ALIKE, rng.random() < 0.2)


def _texts(rng: Random, folder: Path, shapes: Sequence[tuple[list[str], str]], packed: bool | None) -> Made:
    inside = folder / "in"
    inside.mkdir()
    manner, found = Manner(rng.choice(("iso", "words", "clock"))), list[Row | None]()
    heading = {name: rng.choice(HEADINGS.get(name, (name,))) for names, _ in shapes for name in names}
    for at, (names, mark) in enumerate(shapes):
        encoding = rng.choice(("utf-8", "utf-8-sig", "utf-16"))
        pack = rng.random() < 0.15 if packed is None else packed
        found += _text(rng, inside / f"{at:02}.csv", manner, encoding, names, mark, pack, heading, 3).rows
    return Made(inside, found)


def _shape(rng: Random, names: list[str]) -> tuple[list[str], str]:
    """Most of the columns in some order, and a sign between them."""
    kept = [name for name in names if name in ("recipient", "channel", "note") or rng.random() < 0.9]
    return rng.sample(kept, len(kept)), rng.choice(MARKS)


def _text(
    rng: Random,
    path: Path,
    manner: Manner,
    encoding: str,
    names: list[str],
    mark: str,
    pack: bool,
    heading: dict[str, str] | None = None,
    most: int = 14,
) -> Made:
    found = list[Row | None](rows(rng, names, manner, rng.choice((0, 0, 0.05, 0.3)), most))
    heading = heading or {name: rng.choice(HEADINGS.get(name, (name,))) for name in names}
    end = rng.choice(("\n", "\n", "\r\n", "\r"))
    written = io.StringIO(newline="")
    above = rng.choice(("", "", "", "\n", " \n\n", f"sep={mark}\n", "Sales of arms\n\n")).replace("\n", end)
    written.write(above)
    dialect = csv.excel if rng.random() < 0.5 else csv.unix_dialect  # the second puts every cell in quotation marks
    writer = csv.writer(written, dialect, delimiter=mark, lineterminator=end)
    writer.writerow([heading[name] for name in names])
    for at, row in enumerate(found):
        cells = [row[name].text for name in names] if row else []
        if rng.random() < 0.04:
            cells, found[at] = (cells[:-1] if rng.random() < 0.5 and len(cells) > 2 else [*cells, "more"]), None
        writer.writerow(cells)
        if rng.random() < 0.05:
            written.write(end)
    data = written.getvalue().removesuffix(end if rng.random() < 0.2 else "\0").encode(encoding, "replace")
    path.write_bytes(gzip.compress(data) if pack else data)
    _as_encoded(found, encoding)
    return Made(path, found, {"encoding": "cp1252"} if encoding == "cp1252" else {})


def _as_encoded(found: list[Row | None], encoding: str) -> None:
    """The cells as the encoding can hold them: a name that it cannot write is another name."""
    for row in filter(None, found):
        for name, cell in row.items():
            text = cell.text.encode(encoding, "replace").decode(encoding)
            if text != cell.text:
                bare = None if text.strip().lower() in MISSING else text.strip()
                row[name] = Cell(text if name == "note" else bare, text, True)


def parquet(rng: Random, folder: Path) -> Made:
    """A Parquet file, each column in one of the types that its values may have."""
    names = columns(rng)
    found = rows(rng, names, Manner(), 0)
    made = {name: _column(rng, name, [row[name].value for row in found]) for name in names}
    pq.write_table(pa.table(made), folder / "in.parquet", row_group_size=rng.choice((1, 3, 1000)))
    return Made(folder / "in.parquet", list(found))


def _column(rng: Random, name: str, values: list[Any]) -> pa.Array:
    if name == "on":
        form = rng.choice(("date", "text", "s", "ms", "us", "ns", "zone"))
        if form == "text":
            return pa.array([value and value.isoformat() for value in values], pa.string())
        if form == "date":
            return pa.array(values, rng.choice((pa.date32(), pa.date64())))
        zone = UTC if form == "zone" else None
        kind = pa.timestamp("us", rng.choice(("UTC", "America/New_York", "+05:30"))) if zone else pa.timestamp(form)
        clock = time(rng.randint(0, 23), 59)
        return pa.array([value and datetime.combine(value, clock, zone) for value in values], kind)
    if name in MONEY:
        form = rng.choice((pa.decimal128(18, 2), pa.decimal128(30, 4), pa.float64(), pa.string()))
        if form == pa.float64():
            return pa.array([None if value is None else float(value) for value in values], form)
        if form == pa.string():
            return pa.array([None if value is None else str(value) for value in values], form)
        return pa.array(values, form)
    if name == "lease_months":
        return pa.array(values, rng.choice((pa.int8(), pa.int32(), pa.uint64(), pa.float64())))
    if any(isinstance(value, bool) for value in values):
        return pa.array(values, pa.bool_())
    return pa.array(values, rng.choice((pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string()))))


def records(rng: Random, folder: Path) -> Made:
    """A list of records as JSON, an object that holds it, or one record a line."""
    names = columns(rng)
    found = rows(rng, names, Manner(rng.choice(("iso", "words", "clock"))), rng.choice((0, 0, 0.1)))
    listed = [{name: _in_json(rng, cell) for name, cell in row.items()} for row in found]
    for one in listed[1:]:
        for name in [name for name, value in one.items() if value is None and rng.random() < 0.5]:
            del one[name]
    ascii_ = rng.random() < 0.5
    if (form := rng.choice(("list", "object", "lines"))) == "lines":
        said = "\n".join(json.dumps(one, ensure_ascii=ascii_) for one in listed)
    else:
        said = json.dumps({"cases": listed} if form == "object" else listed, ensure_ascii=ascii_, indent=1)
    (folder / "in.json").write_text(said, encoding="utf-8")
    return Made(folder / "in.json", list(found))


def _in_json(rng: Random, cell: Cell) -> Any:
    """A number or a truth as itself or as text; all else as text; nothing as null or as text."""
    if cell.value is None and rng.random() < 0.7:
        return None
    if isinstance(cell.value, Decimal) and rng.random() < 0.5:
        return float(cell.value)
    return cell.value if isinstance(cell.value, (bool, int)) and rng.random() < 0.5 else cell.text


def workbook(rng: Random, folder: Path) -> Made:
    """A workbook with titles above the headings or none, of texts, numbers and days."""
    names = columns(rng)
    found = rows(rng, names, Manner(rng.choice(("iso", "words"))), rng.choice((0, 0, 0.1)))
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for title in rng.choice(((), (), ("Cases of the year",), ("Cases", ""))):
        page.append([title])
    page.append([rng.choice(HEADINGS.get(name, (name,))) for name in names])
    for row in found:
        page.append([_in_sheet(rng, row[name]) for name in names])
    book.save(folder / "in.xlsx")
    return Made(folder / "in.xlsx", list(found))


def _in_sheet(rng: Random, cell: Cell) -> Any:
    if cell.value is None or cell.junk or isinstance(cell.value, str) or rng.random() < 0.3:
        return f"'{cell.text}" if cell.text.startswith("=") else cell.text or None
    return float(cell.value) if isinstance(cell.value, Decimal) else cell.value


def broken(rng: Random, folder: Path) -> Made:
    """A file of any form with bytes changed, lost or put in."""
    made = rng.choice((text, parquet, records, workbook))(rng, folder)
    data = bytearray(made.source.read_bytes())
    for _ in range(rng.choice((1, 1, 3, 20))):
        at = rng.randrange(len(data) + 1)
        new = rng.choice((b"", b"\0", b"\xff", b'"', b"\r", b"\x01", b"\n\n", bytes([rng.randrange(256)]) * 3))
        data[at : at + rng.choice((0, 1, 1, 50, 5000))] = new
    made.source.write_bytes(bytes(data))
    return Made(made.source, [], made.options, broken=True)


FORMS: dict[str, Callable[[Random, Path], Made]] = {
    "text": text,
    "unlike": unlike,
    "alike": alike,
    "parquet": parquet,
    "json": records,
    "excel": workbook,
    "broken": broken,
}
