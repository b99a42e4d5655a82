"""Convert cases in JSON to CSV: a list of records, an object that holds one such list, or JSON Lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from mnna.errors import BadQuestion
from mnna.screening.text_files import UNREADABLE, bad_file, broken, opened

ENDINGS = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\[\s*\{|\{\s*\"|\[\s*\])")
SHAPE = 'Give a list of records, such as [{"recipient": "KEN"}], or one record a line.'
BY_ROW = f"{SHAPE} pandas writes them with orient='records'."
LARGEST = 500 * 2**20
"""The most bytes of a JSON document; JSON Lines have no limit, since they are read line by line."""


def is_json(path: Path) -> bool:
    """Return whether the file is JSON, by its name or its first characters."""
    try:
        with opened(path) as file:
            start = file.read(4096)
    except UNREADABLE:
        return False
    return path.name.lower().endswith(ENDINGS) or bool(_START.match(start))


def lay_records(path: Path, out: IO[str]) -> tuple[str, ...]:
    """Write a JSON file as CSV to `out` and return notes for the user.

    Raises `BadQuestion` for invalid JSON, another shape or a damaged file, `CannotAnswer` for a disk that fails.
    """
    try:
        if _by_lines(path):
            return _lay(lambda: _lines(path), out, path)
        if path.stat().st_size > LARGEST:
            raise bad_file(path, f"it is larger than {LARGEST >> 20} MB", "Give JSON Lines, one record a line.")
        with opened(path) as file:
            found, said = _list(json.loads(file.read().decode("utf-8-sig"), **AS_WRITTEN), path)
        return said + _lay(lambda: iter(found), out, path)
    except UnicodeEncodeError:
        raise bad_file(path, "a text in it holds half a letter (a lone surrogate)", "Take that out.") from None
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise bad_file(path, f"it is not valid JSON ({error})", SHAPE) from None
    except UNREADABLE as error:
        raise broken(path, error) from None


class _Written(float):
    """A number that keeps the text it was written as, to the last digit; in a list or object it stays a number."""

    def __init__(self, text: str) -> None:
        self.text = text


DIGITS = 1000
"""The most digits of a whole number; Python reads no more than some thousand."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; raises `BadQuestion` for a name given twice, of which JSON would keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadQuestion(f"the record {json.dumps(found)}", f"it has {twice!r} twice", (), "Give each name once.")
    return found


AS_WRITTEN: dict[str, Any] = {
    "parse_float": _Written,
    "parse_int": lambda text: int(text) if len(text) <= DIGITS else text,
    "parse_constant": str,
    "object_pairs_hook": _once,
}


def _by_lines(path: Path) -> bool:
    """Return whether the file is JSON Lines: its first line that is not blank is a whole record."""
    try:
        return isinstance(next(_lines(path), None), dict)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return False


def _lines(path: Path) -> Iterator[Any]:
    with opened(path) as file:
        for line in file:
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield json.loads(line.decode("utf-8-sig"), **AS_WRITTEN)


def _list(found: Any, path: Path) -> tuple[list[Any], tuple[str, ...]]:
    if isinstance(found, list):
        return found, ()
    lists = {name: value for name, value in found.items() if _records(value)} if isinstance(found, dict) else {}
    if len(lists) != 1:
        wrong = "it holds no list of records" if not lists else f"it holds {len(lists)} lists of records"
        raise bad_file(path, wrong, SHAPE, tuple(lists))
    [(name, value)] = lists.items()
    return value, (f"the records are those of “{name}”",)


def _records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _lay(records: Any, out: IO[str], path: Path) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for number, record in enumerate(records(), 1):
        if not isinstance(record, Mapping):
            raise bad_file(path, f"its entry {number} is no record", SHAPE)
        if record and all(isinstance(value, (list, dict)) for value in record.values()):
            raise bad_file(path, f"its entry {number} holds whole columns in place of values", BY_ROW)
        names |= dict.fromkeys(record)
    if not names:
        raise bad_file(path, "it holds no record", SHAPE)
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_text(record.get(name)) for name in names] for record in records())
    return ()


def _text(value: Any) -> str:
    if isinstance(value, (str, _Written)):
        return value if isinstance(value, str) else value.text
    return "" if value is None else json.dumps(value, ensure_ascii=False)
