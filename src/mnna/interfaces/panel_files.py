"""A panel as a file: CSV, Parquet, Stata or Excel, with a codebook and a data package."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from mnna import files
from mnna._version import NAME
from mnna.answers.country_years import NUMBER, WHOLE, YES_NO, PanelColumn
from mnna.answers.panel import PanelAnswer
from mnna.engine.record import json_text
from mnna.errors import CannotAnswer, extra
from mnna.interfaces.documents.panel import LICENCE, codebook
from mnna.interfaces.http.outputs import KINDS
from mnna.present.markdown import to_markdown
from mnna.present.xlsx import MOST_ROWS, ROW_BY_ROW, new_workbook, set_page
from mnna.screening.writers import whole
from mnna.statutes.citations import official

LONGEST_NAME, LONGEST_CODED = 32, 28
"""Characters of a variable's name in Stata, and of one whose values have labels, since their list is called by the name
and a number.
"""

VERDICTS = ("no", "yes", "unknown")
"""The values of a status or a question of law, in the order of their numbers in Stata."""

OURS = "# Codebook: "
"""The beginning of our codebooks, so that no other file of that name is overwritten."""


def check(path: Path) -> None:
    """Raise an error before long work for an unknown ending, a folder that does not exist, or a missing library."""
    files.check(path, WRITERS)
    with extra("panel", f"-o {path}"):
        for library in WRITERS[path.suffix.lower()].needs:
            __import__(library)


def write(answer: PanelAnswer, path: Path, citation: str) -> list[Path]:
    """Write the panel, its codebook and its data package; return the paths. No file appears until all are complete."""
    check(path)
    beside = _free(path.with_name("codebook.md"), path), _free(path.with_name("datapackage.json"), path)
    with whole(path) as data:
        WRITERS[path.suffix.lower()].write(answer, data)
        package = _package(answer, path, data.read_bytes(), citation)
        texts = (to_markdown(codebook(answer, citation), official), json_text(package))
        for target, text in zip(beside, texts, strict=True):
            with whole(target) as file:
                file.write_text(f"{text.rstrip()}\n", encoding="utf-8")
    return [path, *beside]


def _free(usual: Path, data: Path) -> Path:
    """Return the path `usual`; where another program's file has it, with the stem of the data file in front."""
    if not usual.exists() or _is_ours(usual):
        return usual
    return usual.with_name(f"{data.stem}.{usual.name}")


def _is_ours(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8")
        return text.startswith(OURS) if path.suffix == ".md" else NAME in json.loads(text).get("keywords", ())
    except (OSError, ValueError, AttributeError):
        return False


def _csv(answer: PanelAnswer, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(answer.names)
        writer.writerows(answer.lines)


def _parquet(answer: PanelAnswer, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {WHOLE: pa.int32(), NUMBER: pa.float64()}
    fields = [
        pa.field(one.name, types.get(one.values, pa.string()), metadata={"title": one.title, "source": one.source})
        for one in answer.columns
    ]
    cells = zip(*answer.lines, strict=True) if answer.lines else ((),) * len(fields)
    arrays = [pa.array(list(cell), field.type) for cell, field in zip(cells, fields, strict=True)]
    told = {name: str(value) for name, value in answer.stamp._asdict().items()}
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, told)), path, compression="zstd")


def _stata(answer: PanelAnswer, path: Path) -> None:
    import pandas as pd
    import pyreadstat

    names = stata_names(answer.columns)
    coded = [name for name, one in zip(names, answer.columns, strict=True) if one.values == YES_NO]
    frame = pd.DataFrame(answer.lines, columns=names)
    for name, one in zip(names, answer.columns, strict=True):
        if one.values == YES_NO:
            frame[name] = frame[name].map({word: place for place, word in enumerate(VERDICTS)}).astype("float64")
        elif one.values in (WHOLE, NUMBER):
            frame[name] = frame[name].astype("float64")
        else:
            frame[name] = frame[name].fillna("").astype(object)
    labels: dict[int | float, str] = dict(enumerate(VERDICTS))
    pyreadstat.write_dta(
        frame,
        str(path),
        column_labels=[one.title[:80] for one in answer.columns],
        file_label=f"mnna {answer.stamp.version}, law {answer.stamp.law}"[:80],
        variable_value_labels=dict.fromkeys(coded, labels),
    )


def stata_names(columns: Iterable[PanelColumn]) -> list[str]:
    """Return the column names for Stata: letters, digits and `_`, at most 32 characters, without duplicates."""
    found: list[str] = []
    for column in columns:
        longest = LONGEST_CODED if column.values == YES_NO else LONGEST_NAME
        name = column.name.replace("-", "_")[:longest]
        number = 1
        while name in found:
            number += 1
            name = f"{name[: longest - 2]}_{number}"
        found.append(name)
    return found


def _excel(answer: PanelAnswer, path: Path) -> None:
    if len(answer.lines) > MOST_ROWS:
        wrong = f"it has {len(answer.lines):,} rows, and a sheet holds {MOST_ROWS:,}"
        raise CannotAnswer(f"-o {path}", wrong, (), "Write .csv or .parquet, or ask for fewer years or countries.")
    with new_workbook(path, ROW_BY_ROW) as book:
        sheet = book.add_worksheet("panel")
        set_page(sheet, True)
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, answer.names, book.add_format({"bold": True}))
        for place, line in enumerate(answer.lines, 1):
            sheet.write_row(place, 0, line)
        told = book.add_worksheet("codebook")
        set_page(told, True)
        told.set_column(0, 4, 30)
        told.write_row(0, 0, ("column", "kind", "what it is", "values", "rests on"))
        for place, one in enumerate(answer.columns, 1):
            told.write_row(place, 0, (one.name, one.kind, one.title, one.values, one.source))


class Writer(NamedTuple):
    """The function that writes a format, the libraries it needs (all in the extra `panel`), and the media type."""

    write: Callable[[PanelAnswer, Path], None]
    needs: tuple[str, ...]
    media: str


WRITERS: Mapping[str, Writer] = {
    ".csv": Writer(_csv, (), "text/csv"),
    ".parquet": Writer(_parquet, ("pyarrow",), "application/vnd.apache.parquet"),
    ".dta": Writer(_stata, ("pandas", "pyreadstat"), "application/x-stata-dta"),
    ".xlsx": Writer(_excel, ("xlsxwriter",), KINDS["xlsx"]),
}
"""File ending to writer."""
TYPES = {WHOLE: "integer", NUMBER: "number"}


def _package(answer: PanelAnswer, path: Path, content: bytes, citation: str) -> dict[str, Any]:
    """Return the description of the file as a Frictionless data package."""
    stamp = answer.stamp._asdict()
    return {
        "profile": "tabular-data-package" if path.suffix.lower() == ".csv" else "data-package",
        "name": "mnna-panel",
        "title": f"mnna panel, {answer.start} to {answer.end}",
        "version": stamp["version"],
        "keywords": [NAME, "panel", "country-year"],
        "licenses": [{"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": LICENCE}],
        "citation": citation,
        "stamp": stamp,
        "notes": list(answer.notes),
        "resources": [
            {
                "name": "panel",
                "path": path.name,
                "format": path.suffix.lower().lstrip("."),
                "mediatype": WRITERS[path.suffix.lower()].media,
                "encoding": "utf-8",
                "bytes": len(content),
                "hash": f"sha256:{sha256(content).hexdigest()}",
                "schema": _schema(answer, path),
            }
        ],
    }


def _schema(answer: PanelAnswer, path: Path) -> dict[str, Any]:
    names = stata_names(answer.columns) if path.suffix.lower() == ".dta" else answer.names
    fields = [_field(name, one) for name, one in zip(names, answer.columns, strict=True)]
    key = ["iso3", "year", *(("kind", "id") if answer.long else ())]
    return {"fields": fields, "primaryKey": key, "missingValues": [""]}


def _field(name: str, one: PanelColumn) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "type": TYPES.get(one.values, "string"), "title": one.title}
    told |= {"description": one.source} if one.source else {}
    return told | ({"constraints": {"enum": list(VERDICTS)}} if one.values == YES_NO else {})
