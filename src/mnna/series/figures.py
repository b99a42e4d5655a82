"""Tables of figures: one gzip file of `country,year,value` text for each indicator, with its checksum."""

from __future__ import annotations

import gzip
import io
import math
import zlib
from collections.abc import ItemsView, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from mnna.errors import BadFacts

FOLDER = Path(__file__).with_name("figures")
Panel = Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a table of figures: years, number of countries and of rows, SHA-256 of its CSV text."""

    first_year: int
    last_year: int
    countries: int
    rows: int
    checksum: str


def number(value: float) -> str:
    """Return the shortest text that parses to the same number, without a trailing `.0`."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def as_text(panel: Panel) -> str:
    """Return the figures as CSV text, sorted by country and year, so that equal figures give equal text."""
    lines = [f"{country},{year},{number(value)}\n" for (country, year), value in sorted(panel.items())]
    return "country,year,value\n" + "".join(lines)


def coverage(panel: Panel) -> Coverage:
    """Return the coverage of some figures; raises `BadFacts` where there are none."""
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
    """Return the text of a gzip file; raises `BadFacts` where it is truncated, empty or not gzip."""
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


class Written(Mapping[tuple[str, int], float]):
    """A mapping from (country, year) to figure over CSV text of this package, which was checked when it was written.

    A year or a country is parsed at its first use, because a comparison needs few years of all countries, and a table
    all years of few countries. Several threads may read at the same time.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._years: dict[int, Mapping[str, float]] = {}
        self._countries: dict[str, Mapping[int, float]] = {}

    def of_year(self, year: int) -> Mapping[str, float]:
        """Return the figures of a year by country; empty where there are none."""
        if (found := self._years.get(year)) is None:
            parts = self._text.split(f",{year},")  # each part ends with a country code; the next begins with its figure
            countries = [part[part.rfind("\n") + 1 :] for part in parts[:-1]]
            found = dict(zip(countries, [float(part[: part.find("\n")]) for part in parts[1:]], strict=True))
            if found:  # do not keep an entry for every year without figures
                self._years[year] = found
        return found

    def of_country(self, country: str) -> Mapping[int, float]:
        """Return the figures of a country by year, in order of year; empty where there are none."""
        if (found := self._countries.get(country)) is None:
            _, *rest = self._text.split(f"\n{country},")
            cells = (row.partition("\n")[0].partition(",") for row in rest)
            found = {int(year): float(value) for year, _, value in cells}
            if found:
                self._countries[country] = found
        return found

    def __getitem__(self, key: tuple[str, int]) -> float:
        country, year = key
        return self.of_country(country)[year]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return (key for key, _ in self._rows())

    def __len__(self) -> int:
        return self._text.count("\n") - 1

    def items(self) -> ItemsView[tuple[str, int], float]:
        """Return every figure; the whole text is parsed at once."""
        return dict(self._rows()).items()

    def _rows(self) -> Iterator[tuple[tuple[str, int], float]]:
        for line in islice(self._text.splitlines(), 1, None):
            country, year, value = line.split(",")
            yield (country, int(year)), float(value)


@lru_cache(maxsize=48)
def embedded(indicator: str) -> Written:
    """Return the figures shipped with the package for one indicator."""
    return Written(unpack(FOLDER / f"{indicator}.csv.gz"))


def finite(text: str) -> float:
    """Return the number in a cell; raises `ValueError` where it is not a number, NaN or infinite."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number")
    return value
