"""Readers of the indicators' records: descriptions (`indicators.toml`), coverage (`coverage.csv`) and cautions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mnna.errors import BadFacts
from mnna.series.figures import FOLDER, Coverage
from mnna.series.records import ABSENT, EMBEDDED, KINDS, Indicator
from mnna.tables import table as read_table

FILE = Path(__file__).with_name("indicators.toml")
INTERVALS = FILE.with_name("intervals")
REQUIRED = ("id", "title", "unit", "kind", "producer", "licence", "citation")
TEXTS = ("version", "vintage", "licence_note", "address", "obtained_from", "direction", "fiscal_year", "zero_means")
WRITTEN = ("form", "levels", "short", "plain", "scale", "interval")
USED = (*WRITTEN, "criterion", "measure", "outcome", "feature")
"""The keys on how an indicator is formatted and used; `uses` reads them, and an `Indicator` does not have them."""
_OTHER = ("from", "absent", "caveats", "caveats_more", "low", "high", "shipped", "bring", "caveats_embedded")
COUNTED = ("first_year", "last_year", "countries", "rows")
_KNOWN = {*REQUIRED, *TEXTS, *_OTHER}
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning about some figures; where the `effect` is `unusable`, the embedded table leaves the figures out.

    `scope` is `embedded` (an error of the shipped vintage) or `producer` (true of every vintage except the user's own).
    """

    indicator: str
    country: str
    from_year: int
    to_year: int
    effect: str
    scope: str
    note: str

    def applies(self, country: str, year: int) -> bool:
        """Return whether the caution is about this country and year."""
        return self.country in ("*", country) and self.from_year <= year <= self.to_year


@cache
def table() -> dict[str, Any]:
    """Return the parsed content of `indicators.toml`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def records() -> dict[str, Record]:
    """Return every known indicator's record by id, shipped or not, each completed with its producer's fields."""
    producers = table()["producer"]
    own = ({key: value for key, value in item.items() if key not in USED} for item in table()["indicator"])
    return {item["id"]: completed(producers.get(item.get("from", ""), {}) | item) for item in own}


def completed(record: Record, where: str = "indicators.toml") -> Record:
    """Return the record with every optional field filled in.

    Raises `BadFacts`, which names `where`, for an unknown field, a missing required field, or a wrong value.
    """
    asked = f"{where}: {record.get('id', 'an indicator without id')}"
    unknown = record.keys() - _KNOWN
    if unknown:
        wrong = f"unknown field {', '.join(name for name in record if name in unknown)}"
        raise BadFacts(asked, wrong, (*REQUIRED, *TEXTS, *_OTHER[1:6]), "Remove it.")
    absent = [name for name in REQUIRED if not str(record.get(name, "")).strip()]
    if absent:
        raise BadFacts(asked, f"the field {', '.join(absent)} is missing", (), "Every figure names its source.")
    full: Record = dict.fromkeys(TEXTS, "") | {"absent": ABSENT[0], "low": None, "high": None, "shipped": True} | record
    full["caveats"] = (*full.get("caveats", ()), *full.get("caveats_more", ()))
    for name, allowed in (("kind", KINDS), ("absent", ABSENT)):
        if full[name] not in allowed:
            raise BadFacts(asked, f"{name} is {full[name]!r}", allowed, f"Use one of: {', '.join(allowed)}.")
    return full


def build(record: Record, covers: Coverage, origin: str) -> Indicator:
    """Return the indicator made from a completed record, the coverage of its figures, and their origin."""
    names = {field.name for field in fields(Indicator)}
    known = {name: value for name, value in record.items() if name in names}
    return Indicator(**known, **asdict(covers), origin=origin)


@cache
def embedded() -> dict[str, Indicator]:
    """Return the indicators shipped with the package, by id."""
    found = {}
    for row in read_table(FOLDER / "coverage.csv"):
        record, counted = records()[row["id"]], {name: int(row[name]) for name in COUNTED}
        with_caveats = record | {"caveats": (*record["caveats"], *record.get("caveats_embedded", ()))}
        found[row["id"]] = build(with_caveats, Coverage(**counted, checksum=row["sha256"]), EMBEDDED)
    return found


@cache
def cautions() -> tuple[Caution, ...]:
    """Return all cautions of `cautions.csv`, in the order of the file."""
    return tuple(_caution(row) for row in read_table(FILE.with_name("cautions.csv")))


@lru_cache(maxsize=256)
def cautions_of(indicator: str) -> tuple[Caution, ...]:
    """Return the cautions about the figures of one indicator."""
    return tuple(one for one in cautions() if one.indicator == indicator)


def _caution(row: dict[str, str]) -> Caution:
    years = int(row["from_year"].replace("*", "0")), int(row["to_year"].replace("*", "9999"))
    return Caution(row["indicator"], row["country"], *years, row["effect"], row["scope"], row["note"])


Reach = tuple[float, float]


@lru_cache(maxsize=4)
def intervals(indicator: str) -> Mapping[tuple[str, int], Reach]:
    """Return how far the interval reaches below and above the figure, by (country, year); empty without a file.

    A file `intervals/ID.csv` is in the indicator's unit; V-Dem puts 68% of the probability between the two ends. The
    intervals may be from another release than the figures, so only their distances from the figure are kept, and
    `indicators.toml` names the release. The user's own figures have no intervals.
    """
    path = INTERVALS / f"{indicator}.csv"
    if not path.exists():
        return MappingProxyType({})
    rows = ((row["country"], int(row["year"]), float(row["below"]), float(row["above"])) for row in read_table(path))
    return MappingProxyType({(country, year): (below, above) for country, year, below, above in rows})
