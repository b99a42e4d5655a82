"""What is given to screen: a CSV, TSV or Parquet file, a folder or glob of them, or standard input."""

from __future__ import annotations

import difflib
import glob
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening.text_files import BLOCK, as_utf8, distinct, head, known_encoding, marked_utf16, opened, repeated

TEXT_ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".csv.gz", ".tsv.gz", ".txt.gz")
PARQUET_ENDINGS = (".parquet", ".pq")


@dataclass(frozen=True, slots=True)
class Source:
    """Files of one kind, read in order of name.

    `given` are the files as the user has them and `paths` what an engine reads: the same, or a copy in UTF-8. `headers`
    are the columns of each text file and `delimiters` the sign between them, `repeated` the names that stood twice in
    one of them. `quote` is empty where quotation marks are letters like others. `remote` is an address that only Spark
    can read; then there are no `paths`.
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

    @property
    def several(self) -> bool:
        """Whether there is, or may be, more than one file."""
        return len(self.paths) != 1

    def quotes_balance(self) -> bool:
        """Whether the files hold an even number of quotation marks; an odd one leaves the end of a cell open."""
        return all(_count(path, self.quote) % 2 == 0 for path in self.paths) if self.quote else True

    def hash(self) -> str:
        """SHA-256 over the bytes of the files, one after the other; for a single file that of the file itself.

        A remote source is not hashed: it would have to be fetched here.
        """
        if self.remote is not None:
            return "none (remote)"
        digest = sha256()
        for path in self.given:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    digest.update(block)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Writing:
    """How text files are written, as far as the user says so; `quote` is `none` where no sign stands around cells."""

    delimiter: str | None = None
    encoding: str | None = None
    quote: str | None = None

    @property
    def sign(self) -> str:
        """The sign around cells, empty where there is none."""
        return '"' if self.quote is None else "" if self.quote == "none" else self.quote


@contextmanager
def found(asked: str | Path, writing: Writing) -> Iterator[Source]:
    """The files meant by a path, folder, glob or `-`; copies made of them are removed afterwards.

    Raises `BadQuestion` where there is nothing fit to read.
    """
    encoding = known_encoding(writing.encoding) if writing.encoding is not None else None
    if len(writing.sign) > 1 or (writing.delimiter is not None and len(writing.delimiter) != 1):
        raise BadQuestion("the signs of a text file", "each is a single letter", (), "--quote none is the exception.")
    with ExitStack() as copies:
        if "://" in str(asked):
            yield _remote(str(asked), writing)
            return
        given = [_spooled(copies)] if str(asked) == "-" else _paths(str(asked))
        kinds = {_is_parquet(path) for path in given}
        if len(kinds) > 1:
            raise BadQuestion(f"the files {asked}", "some are CSV and some are Parquet", (), "Give one kind at a time.")
        if kinds == {True}:
            yield Source(str(asked), tuple(given), tuple(given), True)
        else:
            yield _text(str(asked), given, writing, encoding, copies)


def _remote(asked: str, writing: Writing) -> Source:
    text = asked.rstrip("/*").lower().endswith(TEXT_ENDINGS)
    mark = writing.delimiter or ("\t" if ".tsv" in asked.lower() else ",")
    return Source(
        asked, (), (), not text, (), (mark,), frozenset(), writing.sign, writing.encoding or "utf-8", remote=asked
    )


def _text(asked: str, given: list[Path], writing: Writing, encoding: str | None, copies: ExitStack) -> Source:
    paths, said, names, marks = [], [], [], []
    for path in given:
        own = encoding or ("utf-16" if marked_utf16(path) else "utf-8")
        if own != (encoding or "utf-8"):
            said.append(f"{path.name} is read as UTF-16, as its first bytes say")
        read = path if own == "utf-8" else as_utf8(path, own)
        if read is not path:
            copies.callback(read.unlink, missing_ok=True)
        columns, mark = head(read, path, writing.delimiter, writing.sign)
        paths.append(read)
        names.append(columns)
        marks.append(mark)
    twice = frozenset().union(*map(repeated, names))
    headers = tuple(map(distinct, names))
    return Source(
        asked, tuple(given), tuple(paths), False, headers, tuple(marks), twice, writing.sign, said=tuple(said)
    )


def _paths(asked: str) -> list[Path]:
    path = Path(asked)
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and _fit(p))
    elif path.exists():
        files = [path]
    else:
        files = sorted(Path(p) for p in glob.glob(asked, recursive=True) if Path(p).is_file())  # noqa: PTH207
    if not files:
        beside = sorted(p.name for p in path.parent.glob("*") if p.is_file()) if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, beside, 3, 0.4)
        raise BadQuestion(
            f"the file {asked!r}", "there is nothing to read", near, "Give a CSV or Parquet file, a folder or a glob."
        )
    return files


def _count(path: Path, sign: str) -> int:
    with opened(path) as file:
        return sum(block.count(sign.encode()) for block in iter(lambda: file.read(BLOCK), b""))


def _fit(path: Path) -> bool:
    hidden = path.name.startswith((".", "_"))
    return not hidden and path.name.lower().endswith((*TEXT_ENDINGS, *PARQUET_ENDINGS))


def _is_parquet(path: Path) -> bool:
    """By its first bytes, whatever it is called; an empty file is no case file at all."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise CannotAnswer(f"the file {path.name}", f"it cannot be read: {error.strerror}", (), "") from None
    if not start:
        raise BadQuestion(f"the file {path.name}", "it is empty", (), "A case file begins with a line of column names.")
    return start == b"PAR1"


def _spooled(copies: ExitStack) -> Path:
    """Standard input as a temporary file: it is read more than once."""
    with tempfile.NamedTemporaryFile(prefix="mnna-", suffix=".input", delete=False) as file:
        copies.callback(Path(file.name).unlink, missing_ok=True)
        while block := sys.stdin.buffer.read(BLOCK):
            file.write(block)
    return Path(file.name)
