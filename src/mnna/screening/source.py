"""The input of a screening: files of text, Parquet, JSON or Excel, a folder or glob, standard input, or a table.

What an engine cannot read itself is converted to UTF-8 text or Parquet in a temporary copy.
"""

from __future__ import annotations

import glob
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, TypeVar

from mnna.errors import BadQuestion, CannotAnswer, alike
from mnna.files import STDIN, standard_input
from mnna.screening import records, workbooks
from mnna.screening.frames import Frame, is_frame, lay_frame
from mnna.screening.read_options import ReadOptions
from mnna.screening.scratch import no_room, scratch
from mnna.screening.sheets import lay_sheet
from mnna.screening.text_files import (
    BLOCK,
    HEADINGS,
    Head,
    as_utf8,
    bad_file,
    check_last_row,
    distinct,
    head,
    lay_filled,
    marked_utf16,
    opened,
    packed,
    repeated,
)

HIDDEN = (".", "_", "~$")
"""Prefixes of the names of files in a folder that are not meant for readers, such as temporary files."""
TEXT_ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".csv.gz", ".tsv.gz", ".txt.gz")
PARQUET_ENDINGS = (".parquet", ".pq")

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Source:
    """Files of one kind, read in order of name.

    `given` are the user's files. `paths` are what an engine reads: the same files or copies in UTF-8. `headers` are the
    columns of each text file and `delimiters` the separators between them. `repeated` are the names that occur twice in
    one of them. `quote` is empty if quotation marks have no special meaning. `remote` is an address that only Spark can
    read; then there are no `paths`. `units` are, for each file, the units of money in lines above the headings. `table`
    says that it is a table in memory, converted to a Parquet file.
    """

    asked: str
    given: tuple[Path, ...]
    paths: tuple[Path, ...]
    parquet: bool
    headers: tuple[tuple[str, ...], ...] = ()
    delimiters: tuple[str, ...] = ()
    repeated: frozenset[str] = frozenset()
    quote: str = '"'
    encoding: str = "utf-8"
    said: tuple[str, ...] = ()
    remote: str | None = None
    units: tuple[frozenset[str], ...] = ()
    table: bool = False

    @property
    def title(self) -> str:
        """Return how error messages name the first file, or the table in memory."""
        return f"the {self.asked.removeprefix('a ')}" if self.table else f"the file {self.given[0].name}"

    @property
    def units_above(self) -> frozenset[str]:
        """Return the units given above the headings; if files differ, those without one count as in dollars."""
        found = set(self.units)
        return frozenset().union(*((one or {"dollars"}) if len(found) > 1 else one for one in found))

    @property
    def several(self) -> bool:
        """Return whether there is, or may be, more than one file."""
        return len(self.paths) != 1

    @property
    def single(self) -> bool:
        """Return whether the source is one Parquet file."""
        return self.parquet and len(self.paths) == 1

    def quotes_balance(self) -> bool:
        """Return whether each file has an even number of quotation marks; an odd one leaves a cell open."""
        return all(_count(path, self.quote) % 2 == 0 for path in self.paths) if self.quote else True

    def holds(self, letter: str) -> bool:
        """Return whether any file contains that character."""
        return any(_count(path, letter) for path in self.paths)

    def hash(self) -> str:
        """Return the SHA-256 of the bytes of all files in order, so that a single file has its usual hash.

        A remote source is not hashed, because that would download it.
        """
        if self.remote is not None:
            return "none (remote)"
        digest = sha256()
        for path in self.given:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    digest.update(block)
        return digest.hexdigest()


@contextmanager
def found(asked: str | Path | Frame, options: ReadOptions) -> Iterator[Source]:
    """Yield the source that `asked` means (path, folder, glob, `-`, or table); its copies are removed afterwards.

    Raises `BadQuestion` if there is nothing that can be read, and `CannotAnswer` without room for a copy.
    """
    options.check()
    with ExitStack() as stack:
        try:
            source = _source(asked, options, _Copies(stack))
        except OSError as error:
            raise no_room(error) or error from None
        if options.fill_down and (source.parquet or source.remote is not None):
            wrong = "only a file of text, JSON or Excel has cells to fill in"
            raise BadQuestion("--fill-down", wrong, (), "Fill them in where the table is made.")
        yield source


def _source(asked: str | Path | Frame, options: ReadOptions, copies: _Copies) -> Source:
    if is_frame(asked):
        path = copies.path("table.parquet")
        twice = lay_frame(asked, path)
        return Source(f"a {type(asked).__name__}", (path,), (path,), True, repeated=twice, table=True)
    if "://" in str(asked):
        return _remote(str(asked), options)
    paths = [_spooled(standard_input(), STDIN, copies)] if str(asked) == "-" else _paths(str(asked))
    given = [_regular(path, copies) for path in paths]
    kinds = {_is_parquet(path) for path in given}
    if len(kinds) > 1:
        raise BadQuestion(f"the files {asked}", "some are Parquet and some are not", (), "Give one kind at a time.")
    if kinds == {True}:
        return Source(str(asked), tuple(given), tuple(given), True)
    return _tables(str(asked), given, options, copies)


class _Copies:
    """Temporary files, which only this user may read; they are removed when the `ExitStack` closes."""

    def __init__(self, stack: ExitStack) -> None:
        self.stack = stack

    @cached_property
    def folder(self) -> Path:
        """Return the folder of the copies, made at the first."""
        return self.stack.enter_context(scratch())

    def path(self, name: str) -> Path:
        """Return the path for a new file of that name, in a folder of its own."""
        return Path(tempfile.mkdtemp(dir=self.folder)) / name

    def text(self, lay: Callable[[IO[str]], Found]) -> tuple[Path, Found]:
        """Return the path of a new CSV file in UTF-8 that `lay` writes, and what `lay` returns."""
        path = self.path("copy.csv")
        with path.open("w", encoding="utf-8", newline="") as out:
            return path, lay(out)

    def utf8(self, path: Path, encoding: str, drop: int) -> Path:
        """Return the path of a copy of a text file in UTF-8, unpacked, without its first `drop` characters."""
        copy = self.path("copy.csv")
        with copy.open("wb") as out:
            as_utf8(path, encoding, drop, out)
        return copy


def _remote(asked: str, options: ReadOptions) -> Source:
    text = asked.rstrip("/*").lower().endswith(TEXT_ENDINGS)
    mark = options.delimiter or ("\t" if ".tsv" in asked.lower() else ",")
    return Source(
        asked, (), (), not text, (), (mark,), frozenset(), options.sign, options.encoding or "utf-8", remote=asked
    )


def _tables(asked: str, given: list[Path], options: ReadOptions, copies: _Copies) -> Source:
    tables = [_filled(_table(path, options, copies, len(given) > 1), options, copies) for path in given]
    twice = frozenset().union(*(repeated(one.names) for one in tables))
    if len(tables) > 1:  # DuckDB takes 256 MB for each open gzip file
        tables = [replace(one, path=copies.utf8(one.path, "utf-8", 0)) if packed(one.path) else one for one in tables]
    return Source(
        asked, tuple(given), tuple(one.path for one in tables), False,
        headers=tuple(distinct(one.names) for one in tables), delimiters=tuple(one.mark for one in tables),
        repeated=twice, quote=tables[0].quote, said=tuple(said for one in tables for said in one.said),
        units=tuple(one.units for one in tables),
    )  # fmt: skip


def _table(path: Path, options: ReadOptions, copies: _Copies, several: bool) -> Head:
    if workbooks.is_workbook(path):
        copy, (said, units) = copies.text(lambda out: lay_sheet(path, options, out))
    elif records.is_json(path):
        copy, said = copies.text(lambda out: records.lay_records(path, out))
        units = frozenset()
    elif options.sheet:
        raise BadQuestion(f"--sheet {options.sheet}", f"the file {path.name} is no workbook", (), "Leave it out.")
    else:
        return _text(path, options, copies)
    found = head(copy, "utf-8", ReadOptions(delimiter=",", skip=0))
    told = tuple(f"{path.name}: {one}" for one in said) if several else said
    return replace(found, said=told, units=units)


def _filled(laid: Head, options: ReadOptions, copies: _Copies) -> Head:
    """Return the table, or a copy in which the empty cells of the columns that the user names are filled in."""
    if not options.fill_down:
        return laid
    copy, said = copies.text(lambda out: lay_filled(laid, options.fill_down, out))
    return replace(laid, path=copy, quote='"', said=(*laid.said, *said))


def _text(path: Path, options: ReadOptions, copies: _Copies) -> Head:
    own = options.codec or ("utf-16" if marked_utf16(path) else "utf-8")
    found = head(path, own, options)
    said = () if own == (options.codec or "utf-8") else (f"{path.name} is read as UTF-16, as its first bytes say",)
    copy = copies.utf8(path, own, found.before) if own != "utf-8" or found.before else path
    check_last_row(copy)
    return replace(found, path=copy, said=(*said, *found.said))


def _regular(path: Path, copies: _Copies) -> Path:
    """Return the path of a regular file, or of a copy of a pipe, which can be read only once.

    Raises `BadQuestion` for a device and for a name that is not UTF-8, `CannotAnswer` for an unreadable file.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISFIFO(kind):
            with path.open("rb") as pipe:
                return _spooled(pipe, path.name, copies)
    except OSError as error:
        raise _unreadable(path, error) from None
    if not stat.S_ISREG(kind):
        raise BadQuestion(f"the file {path}", "it is a device and no file", (), "Give a file, or - for standard input.")
    if os.fsencode(path) != str(path).encode("utf-8", "replace"):
        raise BadQuestion(f"the file {str(path)!r}", "its name is not UTF-8", (), "Give it another name.")
    return path


def _unreadable(path: Path, error: OSError) -> CannotAnswer:
    return no_room(error) or CannotAnswer(f"the file {path.name}", f"it cannot be read: {error.strerror}", (), "")


def _paths(asked: str) -> list[Path]:
    path = Path(asked or "\0")  # an empty name would be the folder one happens to be in
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and _fit(p))
    else:
        found = [] if "\0" in asked else glob.glob(asked, recursive=True)  # noqa: PTH207
        files = [path] if path.exists() else sorted(Path(p) for p in found if Path(p).is_file())
    if not files:
        beside = sorted(p.name for p in path.parent.glob("*") if p.is_file()) if path.parent.is_dir() else []
        near = alike(path.name, beside)
        raise BadQuestion(f"the file {asked!r}", "there is nothing to read", near, "Give a file, a folder or a glob.")
    return files


def _count(path: Path, sign: str) -> int:
    with opened(path) as file:
        return sum(block.count(sign.encode()) for block in iter(lambda: file.read(BLOCK), b""))


def _fit(path: Path) -> bool:
    ours = (*TEXT_ENDINGS, *PARQUET_ENDINGS, *workbooks.ENDINGS, *records.ENDINGS)
    return not path.name.startswith(HIDDEN) and path.name.lower().endswith(ours)


def _is_parquet(path: Path) -> bool:
    """Return whether a file is Parquet, by its first bytes and not its name; raises `BadQuestion` for an empty file."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise _unreadable(path, error) from None
    if not start:
        raise bad_file(path, "it is empty", HEADINGS)
    return start == b"PAR1"


def _spooled(stream: Any, name: str, copies: _Copies) -> Path:
    """Return the path of a copy of a stream under that name, which refusals give; the input is read more than once."""
    path = copies.path(name)
    with path.open("wb") as file:
        shutil.copyfileobj(stream, file, BLOCK)
    return path
