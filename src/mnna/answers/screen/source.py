"""What is given to screen: a CSV, TSV or Parquet file, a folder or glob of them, or standard input."""

from __future__ import annotations

import codecs
import csv
import glob
import gzip
import io
import sys
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from mnna.errors import BadQuestion, CannotAnswer

CSV_ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".csv.gz", ".tsv.gz", ".txt.gz")
PARQUET_ENDINGS = (".parquet", ".pq")
DELIMITERS = (",", "\t", ";", "|")
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """Files of one kind, read in order of name; `headers` are the columns of each CSV file.

    `quote` is empty where quotation marks are letters like others. `spooled` is a temporary file to remove afterwards,
    where standard input was given. `remote` is an address that only Spark can read; then there are no `paths`.
    """

    asked: str
    paths: tuple[Path, ...]
    parquet: bool
    headers: tuple[tuple[str, ...], ...] = ()
    delimiter: str = ","
    quote: str = '"'
    encoding: str = "utf-8"
    spooled: Path | None = None
    remote: str | None = None

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(path.stat().st_size for path in self.paths)

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
        for path in self.paths:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    digest.update(block)
        return digest.hexdigest()


def find(asked: str | Path, delimiter: str | None = None, encoding: str = "utf-8", quote: str | None = None) -> Source:
    """The files meant by a path, folder, glob or `-`; raises `BadQuestion` where there is nothing fit to read.

    `quote` is the sign around cells, `none` where there is none.
    """
    _known_encoding(encoding)
    sign = '"' if quote is None else "" if quote == "none" else quote
    if len(sign) > 1 or (delimiter is not None and len(delimiter) != 1):
        raise BadQuestion("the signs of a text file", "each is a single letter", (), "--quote none is the exception.")
    if "://" in str(asked):
        text = str(asked).rstrip("/*").lower().endswith((".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"))
        mark = delimiter or ("\t" if ".tsv" in str(asked).lower() else ",")
        return Source(str(asked), (), not text, (), mark, sign, encoding, remote=str(asked))
    spooled = _spool() if str(asked) == "-" else None
    try:
        paths = [spooled] if spooled else _paths(str(asked))
        kinds = {_is_parquet(path) for path in paths}
        if len(kinds) > 1:
            raise BadQuestion(f"the files {asked}", "some are CSV and some are Parquet", (), "Give one kind at a time.")
        if kinds == {True}:
            return Source(str(asked), tuple(paths), True, spooled=spooled)
        heads = [_head(path, delimiter, encoding, sign) for path in paths]
        marks = {mark for _, mark in heads}
        if len(marks) > 1:
            raise BadQuestion(
                f"the files {asked}",
                f"they are divided by different signs: {sorted(marks)}",
                (),
                "Convert some of them.",
            )
        names = tuple(names for names, _ in heads)
        return Source(str(asked), tuple(paths), False, names, marks.pop(), sign, encoding, spooled)
    except BaseException:
        if spooled:
            spooled.unlink(missing_ok=True)
        raise


def _known_encoding(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise BadQuestion(
            f"--encoding {encoding}", "there is no such encoding", ("utf-8", "latin-1", "utf-16"), ""
        ) from None


def _paths(asked: str) -> list[Path]:
    path = Path(asked)
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and _fit(p))
    elif path.exists():
        found = [path]
    else:
        found = sorted(Path(p) for p in glob.glob(asked, recursive=True) if Path(p).is_file())  # noqa: PTH207
    if not found:
        near = [p.name for p in path.parent.glob("*") if p.is_file()][:3] if path.parent.is_dir() else []
        raise BadQuestion(
            f"the file {asked!r}", "there is nothing to read", near, "Give a CSV or Parquet file, a folder or a glob."
        )
    return found


def _count(path: Path, sign: str) -> int:
    with opened(path) as file:
        return sum(block.count(sign.encode()) for block in iter(lambda: file.read(BLOCK), b""))


def _fit(path: Path) -> bool:
    hidden = path.name.startswith((".", "_"))
    return not hidden and path.name.lower().endswith((*CSV_ENDINGS, *PARQUET_ENDINGS))


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


def packed(path: Path) -> bool:
    """Whether the file is gzip, whatever it is called."""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def opened(path: Path) -> BinaryIO:
    """The file's bytes, unpacked if they are gzip."""
    return gzip.open(path, "rb") if packed(path) else path.open("rb")  # type: ignore[return-value]


def _head(path: Path, delimiter: str | None, encoding: str, quote: str) -> tuple[tuple[str, ...], str]:
    """The column names of a CSV file, each once and none empty, and the sign between them."""
    try:
        with opened(path) as file:
            start = file.read(1 << 16)
        text = codecs.getincrementaldecoder(encoding)().decode(start)
    except UnicodeError as error:
        raise not_text(path, encoding, str(error)) from None
    except (OSError, EOFError) as error:
        raise CannotAnswer(f"the file {path.name}", f"it cannot be unpacked: {error}", (), "") from None
    text = text.removeprefix("\ufeff")
    mark = delimiter or _mark(path, text, quote)
    return _distinct(_first_line(text, mark, quote)), mark


def _first_line(text: str, mark: str, quote: str) -> list[str]:
    stream = io.StringIO(text, newline="")
    if quote:
        return next(csv.reader(stream, delimiter=mark, quotechar=quote), [])
    return next(csv.reader(stream, delimiter=mark, quoting=csv.QUOTE_NONE), [])


def not_text(path: Path, encoding: str, wrong: str) -> BadQuestion:
    """The refusal of a file that is not text in the encoding it was taken for."""
    return BadQuestion(
        f"the file {path.name}",
        f"it is not {encoding} text ({wrong})",
        ("--encoding latin-1", "--encoding utf-16"),
        "Say how it is written.",
    )


def _mark(path: Path, text: str, quote: str) -> str:
    """The sign between columns: the one that parts the first line into the most; a tie is not guessed."""
    counts = {mark: len(_first_line(text, mark, quote)) for mark in DELIMITERS}
    best = max(counts.values())
    marks = [mark for mark, count in counts.items() if count == best]
    if best > 1 and len(marks) > 1:
        raise BadQuestion(
            f"the file {path.name}", "its columns could be divided by " + " or ".join(map(repr, marks)), (),
            "Say which with --delimiter.",
        )  # fmt: skip
    return marks[0]


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Column names that an engine can tell apart, which for most means without regard to case."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        plain = name.strip() or f"column_{number}"
        new, count = plain, 1
        while new.lower() in (other.lower() for other in found):
            new, count = f"{plain}_{count}", count + 1
        found.append(new)
    return tuple(found)


def _spool() -> Path:
    """Standard input as a temporary file: it is read more than once."""
    with tempfile.NamedTemporaryFile(prefix="mnna-", suffix=".input", delete=False) as file:
        try:
            while block := sys.stdin.buffer.read(BLOCK):
                file.write(block)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return Path(file.name)
