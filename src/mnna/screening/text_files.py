"""A text file before an engine reads it: its letters as UTF-8, the sign between its columns, and their names."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import tempfile
from collections import Counter
from pathlib import Path
from typing import BinaryIO

from mnna.errors import BadQuestion, CannotAnswer

DELIMITERS = (",", "\t", ";", "|")
BLOCK = 1 << 20
ENCODINGS = ("--encoding cp1252", "--encoding latin-1", "--encoding utf-16")


def known_encoding(encoding: str) -> str:
    """Python's own name of an encoding; raises `BadQuestion` where there is none."""
    try:
        "".encode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, UnicodeError):
        raise BadQuestion(
            f"--encoding {encoding}", "there is no such encoding", ("utf-8", "cp1252", "latin-1", "utf-16"), ""
        ) from None


def packed(path: Path) -> bool:
    """Whether the file is gzip, whatever it is called."""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def opened(path: Path) -> BinaryIO:
    """The file's bytes, unpacked if they are gzip."""
    return gzip.open(path, "rb") if packed(path) else path.open("rb")  # type: ignore[return-value]


def marked_utf16(path: Path) -> bool:
    """Whether the file begins with the byte order mark of UTF-16, as Excel's "Unicode text" does."""
    try:
        with opened(path) as file:
            start = file.read(4)
    except (OSError, EOFError) as error:
        raise _broken(path, error) from None
    return start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) and start != codecs.BOM_UTF32_LE


def as_utf8(path: Path, encoding: str) -> Path:
    """The same text as UTF-8 in a temporary file, which the caller removes; engines differ in what else they read."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with tempfile.NamedTemporaryFile(prefix="mnna-", suffix=".csv", delete=False) as copy:
        try:
            with opened(path) as file:
                while block := file.read(BLOCK):
                    copy.write(decoder.decode(block).encode())
                copy.write(decoder.decode(b"", final=True).encode())
        except BaseException as error:
            Path(copy.name).unlink(missing_ok=True)
            if isinstance(error, UnicodeError):
                raise not_text(path, encoding, str(error)) from None
            if isinstance(error, (OSError, EOFError)):
                raise _broken(path, error) from None
            raise
    return Path(copy.name)


def head(path: Path, shown: Path, delimiter: str | None, quote: str) -> tuple[list[str], str]:
    """The first line of a UTF-8 file as its columns' names, and the sign between them; `shown` is what errors name."""
    try:
        with opened(path) as file:
            text = codecs.getincrementaldecoder("utf-8")().decode(file.read(BLOCK))
    except UnicodeError as error:
        raise not_text(shown, "utf-8", str(error)) from None
    except (OSError, EOFError) as error:
        raise _broken(shown, error) from None
    text = text.removeprefix("\ufeff")
    mark = delimiter or _mark(shown, text, quote)
    return _first_line(text, mark, quote), mark


def _broken(path: Path, error: Exception) -> CannotAnswer:
    return CannotAnswer(f"the file {path.name}", f"it cannot be unpacked or copied: {error}", (), "")


def not_text(path: Path, encoding: str, wrong: str) -> BadQuestion:
    """The refusal of a file that is not text in the encoding it was taken for."""
    near = [one for one in ENCODINGS if not one.endswith(f" {encoding}")]
    return BadQuestion(
        f"the file {path.name}", f"it is not {encoding} text ({wrong})", near, "Say how it is written: Excel's CSV is "
        "mostly cp1252."
    )  # fmt: skip


def _first_line(text: str, mark: str, quote: str) -> list[str]:
    stream = io.StringIO(text, newline="")
    if quote:
        return next(csv.reader(stream, delimiter=mark, quotechar=quote), [])
    return next(csv.reader(stream, delimiter=mark, quoting=csv.QUOTE_NONE), [])


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


def distinct(names: list[str]) -> tuple[str, ...]:
    """Column names that an engine can tell apart, which for most means without regard to case; none is empty."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        plain = name.strip() or f"column_{number}"
        new, count = plain, 1
        while new.lower() in (other.lower() for other in found):
            new, count = f"{plain}_{count}", count + 1
        found.append(new)
    return tuple(found)


def repeated(names: list[str]) -> frozenset[str]:
    """The names, in lower case, that more than one column of a file bears."""
    counts = Counter(name.strip().lower() for name in names)
    return frozenset(name for name, count in counts.items() if name and count > 1)
