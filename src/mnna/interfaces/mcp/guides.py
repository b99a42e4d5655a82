"""When to use which tool, and what to ask next: a row of `guides.csv` for each; a tool without one says what it is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("guides.csv")


class Guide(NamedTuple):
    """What a tool is for, and the tools that answer what comes next."""

    use: str
    next: tuple[str, ...]


@cache
def guides() -> dict[str, Guide]:
    """Every row, by the name of its tool."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["tool"]: Guide(row["use"], tuple(filter(None, map(str.strip, row["next"].split(";")))))
            for row in csv.DictReader(file)
        }


def guide(tool: str, says: str) -> Guide:
    """The guide of a tool; `says` stands for one without a row."""
    return guides().get(tool, Guide(f"{says}.", ()))
