"""The prospective log: rankings recorded before a designation, so that the next designation tests the rule.

`predictions/log.csv` has a row for each ranking: the day it was made, the version of the rule, the rule in words, the
source of its figures, the file with the rank of every country, and the file's SHA-256. A file is never changed;
`./run log` adds one. When a country is announced, the last ranking made before that day is the test of the rule.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mnna.models.forecast import risk_set
from mnna.models.panel import World
from mnna.tables import table

FOLDER = Path(__file__).with_name("predictions")
LOG = "log.csv"
HEAD = ("made_on", "version", "rule", "figures", "file", "sha256")


class Hit(NamedTuple):
    """A country announced after a ranking was made: its rank there among `of`, None where it was not ranked."""

    country: str
    announced: date
    rank: float | None
    of: int


class Prospect(NamedTuple):
    """A ranking of the log, its hash, its first five, and the designations before which it was the last one made."""

    made_on: date
    version: str
    rule: str
    sha256: str
    first: tuple[str, ...]
    hits: tuple[Hit, ...]


def prospects(world: World, on: date, folder: Path = FOLDER) -> tuple[Prospect, ...]:
    """Return the rankings made by a day, oldest first, each tested on designations up to the next of its version."""
    rows = [row for row in entries(folder) if row["made_on"] <= on.isoformat()]
    return tuple(_prospect(world, on, row, rows, folder) for row in rows)


def entries(folder: Path = FOLDER) -> list[dict[str, str]]:
    """Return the rows of the log."""
    return table(folder / LOG) if (folder / LOG).exists() else []


def add(made_on: date, version: str, rule: str, figures: str, places: Iterable[tuple[str, float]], folder: Path) -> str:
    """Write a ranking (country and rank) and its row of the log, and return the hash of the ranking.

    Raises `FileExistsError` where there is a ranking of that day and version; a logged ranking is never replaced.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("country", "rank"), *((c, f"{r:g}") for c, r in places)])
    name, found = f"{made_on.isoformat()}-{version}.csv", hashlib.sha256(text.getvalue().encode()).hexdigest()
    with (folder / name).open("x", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())
    new = not (folder / LOG).exists()
    with (folder / LOG).open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(HEAD)
        rows.writerow((made_on.isoformat(), version, rule, figures, name, found))
    return found


def places(row: dict[str, str], folder: Path = FOLDER) -> dict[str, float]:
    """Return the rank of each country in a logged ranking, in the order of its file."""
    return {one["country"]: float(one["rank"]) for one in table(folder / row["file"])}


def _prospect(world: World, on: date, row: dict[str, str], rows: list[dict[str, str]], folder: Path) -> Prospect:
    later = [one["made_on"] for one in rows if one["version"] == row["version"] and one["made_on"] > row["made_on"]]
    until = min(later, default=date.max.isoformat())
    ranked, made = places(row, folder), date.fromisoformat(row["made_on"])
    hits = tuple(
        Hit(event.country, event.on, ranked.get(event.country), len(ranked))
        for event in risk_set.events(world)
        if made < event.on <= on and event.on.isoformat() <= until
    )
    return Prospect(made, row["version"], row["rule"], row["sha256"], tuple(list(ranked)[:5]), hits)
