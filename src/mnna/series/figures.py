"""The figures themselves as text: one gzip file of `country,year,value` for each indicator, with its checksum."""

from __future__ import annotations

import csv
import gzip
import io
import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from mnna.errors import BadFacts

FOLDER = Path(__file__).with_name("figures")
Panel = Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a table of figures covers: first and last year, countries, rows, SHA-256 of its CSV text."""

    first_year: int
    last_year: int
    countries: int
    rows: int
    checksum: str


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table shipped with the package, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(value: float) -> str:
    """Return the shortest text that reads back as the same number, without a trailing `.0`."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def as_text(panel: Panel) -> str:
    """Return the figures as CSV text, sorted by country and year: the same figures give the same text."""
    lines = [f"{country},{year},{number(value)}\n" for (country, year), value in sorted(panel.items())]
    return "country,year,value\n" + "".join(lines)


def coverage(panel: Panel) -> Coverage:
    """Years, countries, rows and checksum of some figures; raises `BadFacts` where there are none."""
    if not panel:
        raise BadFacts("a table of figures", "it has no row", (), "Look at the file it was read from.")
    years = [year for _, year in panel]
    digest = sha256(as_text(panel).encode()).hexdigest()
    return Coverage(min(years), max(years), len({country for country, _ in panel}), len(panel), digest)


def pack(text: str) -> bytes:
    """Return the text gzipped without time stamp or name, so that packing twice gives the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as file:
        file.write(text.encode())
    return buffer.getvalue()


def unpack(path: Path) -> str:
    """Return the text of a packed file; raises `BadFacts` where it is cut off or not gzip."""
    try:
        text = gzip.decompress(path.read_bytes()).decode()
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise _damaged(path, str(error)) from None
    if not text:
        raise _damaged(path, "it is empty")
    return text


def _damaged(path: Path, why: str) -> BadFacts:
    do = f"Install the package again: {path} is part of it."
    return BadFacts(f"the figures in {path.name}", f"the file is damaged ({why})", (), do)


class _Keys(dict[str, tuple[str, int]]):
    """Country and year by their text: the tables have them in common, and each is made once."""

    def __missing__(self, text: str) -> tuple[str, int]:
        country, year = text.split(",")
        made = self[text] = (country, int(year))
        return made


_KEYS = _Keys()


def parse(lines: Iterable[str]) -> Panel:
    """Return the figures in our own CSV text, which was checked when it was written."""
    rows = (line.rpartition(",") for line in islice(lines, 1, None))
    return MappingProxyType({_KEYS[key]: float(value) for key, _, value in rows})


@lru_cache(maxsize=48)
def embedded(indicator: str) -> Panel:
    """Return the figures shipped with the package for one indicator."""
    return parse(unpack(FOLDER / f"{indicator}.csv.gz").splitlines())


def finite(text: str) -> float:
    """Return the number in a cell; raises `ValueError` for anything else, for NaN and for infinity."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number")
    return value
