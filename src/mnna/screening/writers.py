"""The output files: their formats by ending, and a way to replace a file only when the new one is complete."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening.scratch import scratch
from mnna.screening.source import Source

PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
"""The lowest level takes a tenth less time than the default, and the files are no larger."""

FORMS = {
    ".parquet": PARQUET,
    ".pq": PARQUET,
    ".xlsx": PARQUET,
    ".csv": "FORMAT csv, HEADER",
    ".tsv": "FORMAT csv, HEADER, DELIMITER '\t'",
    ".csv.gz": "FORMAT csv, HEADER, COMPRESSION gzip",
    ".tsv.gz": "FORMAT csv, HEADER, DELIMITER '\t', COMPRESSION gzip",
}
"""Endings of files and DuckDB's options for them; a workbook is made from a Parquet file."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write. `asked` is `-` for standard output, as CSV; `remote` is an address that only Spark can write."""

    asked: str
    path: Path
    options: str
    parquet: bool
    delimiter: str = ","
    gzip: bool = False
    remote: str | None = None
    workbook: bool = False


def target(given: str | Path, source: Source) -> Target:
    """Return the file that `-o` means; raises `BadQuestion` for an unknown ending, no folder, or the input itself."""
    text = str(given)
    if text == "-":
        return Target(text, Path("-"), FORMS[".csv"], False)
    if "://" in text:
        return Target(text, Path("-"), "", ".csv" not in text and ".tsv" not in text, remote=text)
    path, asked = Path(text), f"the file {text}"
    if path.is_dir() and not _parts(path):
        raise BadQuestion(asked, "it is a folder", (), "Name a file in it.")
    ending = next((one for one in sorted(FORMS, key=len, reverse=True) if path.name.lower().endswith(one)), None)
    if ending is None:
        raise BadQuestion(asked, "its ending is no known file format", sorted(FORMS), "Use one of these.")
    if not path.parent.is_dir():
        raise BadQuestion(asked, f"there is no folder {path.parent}", (), "Make it first.")
    if is_one_of(path, source.given):
        raise BadQuestion(asked, "it is the file to be read", (), "Give the answers a file of their own.")
    sign = "\t" if ending.startswith(".tsv") else ","
    parquet = FORMS[ending].startswith("FORMAT parquet")
    return Target(text, path, FORMS[ending], parquet, sign, ending.endswith(".gz"), workbook=ending == ".xlsx")


def is_one_of(path: Path, given: Iterable[Path]) -> bool:
    """Return whether a path is the same file as one of `given`, even under another name."""
    return path.exists() and any(path.samefile(one) for one in given)


def _parts(path: Path) -> bool:
    """Return whether a folder holds only the output of an earlier run on Spark, so that it may be replaced."""
    ours = re.compile(r"_SUCCESS|part-[0-9]+-.*|[.](?:_SUCCESS|part-[0-9]+-.*)[.]crc")
    return (path / "_SUCCESS").exists() and all(ours.fullmatch(p.name) for p in path.iterdir())


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a path in a temporary folder beside `path`; what is written there becomes `path` only without an error."""
    try:
        with scratch(path.parent, f".{path.name}.", ".part") as folder:
            beside = folder / f"{path.name}.part"
            yield beside
            if beside.is_file():
                with beside.open("rb") as file:
                    os.fsync(file.fileno())
            if path.is_dir():  # a folder cannot be replaced in one step, by a file or by a folder
                shutil.rmtree(path)
            elif beside.is_dir():
                path.unlink(missing_ok=True)
            beside.replace(path)
    except OSError as error:
        raise CannotAnswer(f"-o {path}", f"it could not be written: {error.strerror}", (), "") from error


def copy_to_standard_output(path: Path) -> None:
    """Write the file's bytes to standard output; a reader that stops early, such as `head`, is no error."""
    if sys.stdout is None:
        raise CannotAnswer("standard output", "it is closed", (), "Name a file with -o.")
    try:
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
