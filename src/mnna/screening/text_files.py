"""Prepare a text file for an engine: convert it to UTF-8, and find the separator between columns and the headings."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from mnna.errors import BadQuestion, CannotAnswer, MnnaError
from mnna.screening.columns import column_of
from mnna.screening.read_options import ReadOptions
from mnna.screening.scratch import no_room
from mnna.screening.title_rows import DEEP, heading_row, joined
from mnna.screening.units import stated

DELIMITERS = (",", "\t", ";", "|")
BLOCK = 1 << 20
LONGEST = 1 << 24
"""The most bytes of a row of text."""
ENCODINGS = ("--encoding cp1252", "--encoding latin-1", "--encoding utf-16")


def bad_file(path: Path, wrong: str, do: str, near: Sequence[str] = ()) -> BadQuestion:
    """Return the error for a file that cannot be read so."""
    return BadQuestion(f"the file {path.name}", wrong, near, do)


UNREADABLE = (OSError, EOFError, zlib.error)
"""What Python raises while it reads a truncated or damaged file, gzip included."""


def packed(path: Path) -> bool:
    """Return whether the file is gzip, by its first bytes."""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def opened(path: Path) -> BinaryIO:
    """Return the file's bytes as a stream, unpacked if it is gzip."""
    return gzip.open(path, "rb") if packed(path) else path.open("rb")  # type: ignore[return-value]


def marked_utf16(path: Path) -> bool:
    """Return whether the file begins with the byte order mark of UTF-16, like Excel's "Unicode text"."""
    with _readable(path), opened(path) as file:
        start = file.read(4)
    return start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) and start != codecs.BOM_UTF32_LE


def as_utf8(path: Path, encoding: str, drop: int, copy: BinaryIO) -> None:
    """Write the file's text as UTF-8 without its first `drop` characters; engines differ in the encodings they read."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with _readable(path, encoding), opened(path) as file:
        while block := file.read(BLOCK):
            text = decoder.decode(block)
            copy.write(text[drop:].encode())
            drop = max(0, drop - len(text))
        copy.write(decoder.decode(b"", final=True)[drop:].encode())


@contextmanager
def _readable(path: Path, encoding: str = "utf-8") -> Iterator[None]:
    """Turn errors while reading into `BadQuestion` (damaged, or not text in that encoding) or `CannotAnswer` (disk)."""
    try:
        yield
    except UnicodeError as error:
        raise not_text(path, encoding, str(error)) from None
    except UNREADABLE as error:
        raise broken(path, error) from None


@dataclass(frozen=True, slots=True)
class Head:
    """A text file with its headings, the separator, the number of characters before the headings, and notes.

    `quote` is empty if quotation marks have no special meaning. `units` are the units of money in lines above the
    headings.
    """

    path: Path
    names: list[str]
    mark: str
    quote: str
    before: int
    said: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()


def head(path: Path, encoding: str, options: ReadOptions) -> Head:
    """Return the headings; above them there may be blank lines, the line `sep=;` of spreadsheets, and titles.

    Raises `BadQuestion` for a file without headings, and for headings that cannot be read.
    """
    with _readable(path, encoding), opened(path) as file:
        text = codecs.getincrementaldecoder(encoding)().decode(file.read(BLOCK))
    mark, quote, wanted = options.delimiter, options.sign, options.wanted
    at = len(text) - len(text.removeprefix("\ufeff"))
    at = _below(text, at, options.skip or 0)
    at = _below_blanks(text, at)
    if separator := re.compile(r"sep=(.)\r?(?:\n|$)", re.IGNORECASE).match(text, at):
        mark, at = mark or separator[1], _below_blanks(text, separator.end())
    if not text[at:].strip():
        raise bad_file(path, "it holds no headings", HEADINGS)
    titles = _titles(path, text[at:], mark, quote, wanted) if options.skip is None else 0
    at = _below_blanks(text, _below(text, at, titles))
    mark = mark or _mark(path, text[at:], quote)
    mark_alone = encoding == "utf-8" and text[:at] == "\ufeff"
    names = _checked(path, text[at:], mark, quote)
    said, units = not_read(titles, "line"), units_in(text[:at].splitlines())
    end = _below(text, at, 1)
    if _first_line(path, text[at:end], mark, quote) == names and (
        both := joined(names, _cells(path, text[end : _below(text, end, 1)], mark, quote), wanted)
    ):
        return Head(path, both, mark, quote, end, (*said, IN_TWO), units)
    return Head(path, names, mark, quote, 0 if mark_alone else at, said, units)


IN_TWO = "the row below the headings is read as part of them"


def noted(count: int, one: str, several: str) -> tuple[str, ...]:
    """Return the note on `count` things, in the form for one or for several; none if there are none."""
    return (one if count == 1 else several,) if count else ()


def not_read(count: int, what: str) -> tuple[str, ...]:
    """Return the note that `count` lines or rows above the headings are not read; empty if there are none."""
    rest = "above the headings"
    return noted(count, f"1 {what} {rest} is not read", f"{count} {what}s {rest} are not read")


def units_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the units of money that some of the lines give."""
    return frozenset(unit for line in lines if (unit := stated(line)) is not None)


HEADINGS = "A case file begins with a line of column names."
LONGEST_HEADING = 10_000
"""The most characters of one heading."""


def _checked(path: Path, text: str, mark: str, quote: str) -> list[str]:
    names = _first_line(path, text, mark, quote)
    if (longest := max(map(len, names), default=0)) > LONGEST_HEADING:
        wrong = f"a heading has {longest:,} letters, more than {LONGEST_HEADING:,}"
        raise bad_file(path, wrong, HEADINGS)
    if any("\0" in name for name in names):
        near = ("--encoding utf-16-le", "--encoding utf-16-be")
        wrong = "its headings hold zero bytes, as text in UTF-16 does"
        raise bad_file(path, wrong, "Say how it is written.", near)
    return names


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BLANKS = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+")


def _below(text: str, at: int, lines: int) -> int:
    """Return the position in `text` after a number of lines from `at`."""
    for _ in range(lines):
        found = _LINE.match(text, at)
        if found is None or found.end() == at:
            break
        at = found.end()
    return at


def _below_blanks(text: str, at: int) -> int:
    """Return the position in `text` after the blank lines from `at`."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _titles(path: Path, text: str, mark: str | None, quote: str, wanted: Collection[str]) -> int:
    """Return how many lines are above the headings; 0 if the first line has headings or no line has."""
    lines = text.splitlines()[:DEEP]
    rows = [_cells(path, line, mark, quote) for line in lines]
    first, found = heading_row(rows[:1], wanted), heading_row(rows, wanted)
    return found if first is None and found is not None and heading_row(rows[found : found + 1], wanted) == 0 else 0


def _cells(path: Path, line: str, mark: str | None, quote: str) -> list[str]:
    try:
        return _first_line(path, line, mark or _mark(path, line, quote), quote)
    except BadQuestion:
        return []


def check_last_row(path: Path) -> None:
    """Raise `BadQuestion` if the last row is longer than `LONGEST`; an engine may silently drop it."""
    with _readable(path), opened(path) as file:
        if not packed(path):
            file.seek(max(0, path.stat().st_size - 2 * LONGEST))
        longest = _longest(file)
    if longest > LONGEST:
        raise too_long(f"the file {path.name}", None)


def _longest(file: BinaryIO) -> int:
    """Return the largest number of bytes without a line end, as far as it exceeds a block."""
    longest = run = 0
    while block := file.read(BLOCK):
        if (first := _END.search(block)) is None:
            run += len(block)
        else:
            longest = max(longest, run + first.start())
            run = len(block) - 1 - max(block.rfind(b"\n"), block.rfind(b"\r"))
    return max(longest, run)


_END = re.compile(rb"[\r\n]")


def too_long(title: str, line: str | None) -> BadQuestion:
    """Return the error for a row longer than `LONGEST`, with its line if known."""
    row = f"the row at line {line}" if line else "a row near its end"
    wrong = f"{row} is longer than {LONGEST >> 20} MB"
    return BadQuestion(title, wrong, (), "Look for a quotation mark that is not closed.")


def broken(path: Path, error: Exception) -> MnnaError:
    """Return the error for a truncated or damaged file, or for a disk that fails or is full."""
    if (full := no_room(error)) is not None:
        return full
    damaged = isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile))
    kind = BadQuestion if damaged else CannotAnswer
    do = "Send or save it again, whole." if damaged else ""
    return kind(f"the file {path.name}", f"it cannot be unpacked or copied: {error}", (), do)


def not_text(path: Path, encoding: str, wrong: str) -> BadQuestion:
    """Return the error for a file that is not text in the expected encoding."""
    near = [one for one in ENCODINGS if not one.endswith(f" {encoding}")]
    do = "Say how it is written: Excel's CSV is mostly cp1252."
    return bad_file(path, f"it is not {encoding} text ({wrong})", do, near)


def _first_line(path: Path, text: str, mark: str, quote: str) -> list[str]:
    stream = io.StringIO(text, newline="")
    try:
        if quote:
            return next(csv.reader(stream, delimiter=mark, quotechar=quote), [])
        return next(csv.reader(stream, delimiter=mark, quoting=csv.QUOTE_NONE), [])
    except csv.Error:
        wrong = f"a heading is longer than {csv.field_size_limit():,} letters"
        raise bad_file(path, wrong, HEADINGS, ("--quote none",)) from None


def _mark(path: Path, text: str, quote: str) -> str:
    """Return the separator that divides the first line into the most columns; raises `BadQuestion` for a tie."""
    counts = {mark: len(_first_line(path, text, mark, quote)) for mark in DELIMITERS}
    best = max(counts.values())
    marks = [mark for mark, count in counts.items() if count == best]
    if best > 1 and len(marks) > 1:
        wrong = f"its columns could be divided by {' or '.join(map(repr, marks))}"
        raise bad_file(path, wrong, "Say which with --delimiter.")
    return marks[0]


def distinct(names: list[str]) -> tuple[str, ...]:
    """Return column names that differ even without case, which most engines need; an empty name gets a number."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        plain = name.strip() or f"column_{number}"
        new, count = plain, 1
        while new.lower() in (other.lower() for other in found):
            new, count = f"{plain}_{count}", count + 1
        found.append(new)
    return tuple(found)


def repeated(names: list[str]) -> frozenset[str]:
    """Return the names, in lower case, that more than one column of a file has."""
    counts = Counter(name.strip().lower() for name in names)
    return frozenset(name for name, count in counts.items() if name and count > 1)


LONGEST_CELL = 1 << 24


def lay_filled(table: Head, wanted: Iterable[str], out: IO[str]) -> tuple[str, ...]:
    """Write a copy of the file to `out`, in which empty cells of the `wanted` columns have the text above them, as
    tables need whose merged cells were lost on export; return notes on it.

    A column is named by its heading or its role. An empty row stays empty. Raises `BadQuestion` for an unknown column,
    and for a file whose quotation marks do not close.
    """
    names = table.names
    places = [names.index(column_of(one, names, "fill-down")) for one in wanted]
    counts = dict.fromkeys(places, 0)
    longest = csv.field_size_limit(LONGEST_CELL)  # a limit for all of Python
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        try:
            rows = csv.reader(file, delimiter=table.mark, strict=True)
            csv.writer(out, delimiter=table.mark).writerows(_filled(rows, counts))
        except (csv.Error, UnicodeError) as error:
            wrong = f"its rows cannot be told apart to fill cells in ({error})"
            raise bad_file(table.path, wrong, "Correct it, or leave --fill-down out.") from None
        finally:
            csv.field_size_limit(longest)
    return tuple(filled_in(names[place], count, "empty") for place, count in counts.items())


def filled_in(column: str, count: int, kind: str) -> str:
    """Return the note that `count` empty or merged cells of a column are filled in."""
    said = f"1 {kind} cell of “{column}” is" if count == 1 else f"{count:,} {kind} cells of “{column}” are"
    return f"{said} filled in with the text above"


def _filled(rows: Iterator[list[str]], counts: dict[int, int]) -> Iterator[list[str]]:
    """Yield the rows with the empty cells in the columns of `counts` filled in, and add to `counts` how many were."""
    above = dict.fromkeys(counts, "")
    yield next(rows, [])
    for row in rows:
        if any(cell.strip() for cell in row):
            for place in (one for one in counts if one < len(row)):
                if row[place].strip():
                    above[place] = row[place]
                elif above[place]:
                    row[place] = above[place]
                    counts[place] += 1
        yield row
