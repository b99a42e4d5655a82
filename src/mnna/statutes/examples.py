"""Read the worked examples in the table next to each module, such as `faa/s516_excess_articles.examples.csv`.

A row has a country, a day, the given facts, the expected verdict and the reason; `trap` marks a common mistake. `given`
and `terms` are `name=value` pairs separated by `;`. A value is a number, a word, `yes`, `no`, or empty if unknown.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache

from mnna.errors import BadFacts
from mnna.quick import Path, quick_dataclass
from mnna.statutes.listing import AUTHORITIES, CHANNELS, FOLDER
from mnna.tables import day

COLUMNS = ("question", "country", "on", "given", "expect", "terms", "trap", "why")
VERDICTS = ("yes", "no", "unknown")
_TRUTHS = {"yes": True, "no": False}


@quick_dataclass(frozen=True, kw_only=True)
class Example:
    """A worked example: `given` are the facts of the case, `terms` some of the expected terms as the table has them."""

    country: str
    on: date
    given: Mapping[str, bool | str]
    expect: str
    terms: Mapping[str, str]
    trap: bool
    why: str


def examples_of(question: str) -> tuple[Example, ...]:
    """Return the worked examples of an authority or a channel, in the order of its table."""
    module = module_of(question)
    return read_examples(beside(module)).get(question, ()) if module else ()


def module_of(question: str) -> str | None:
    """Return the module of an authority or channel, or None if the id is not listed."""
    if question in AUTHORITIES:
        return AUTHORITIES[question].module
    return CHANNELS[question].module if question in CHANNELS else None


def beside(module: str) -> Path:
    """Return the path of the table of examples next to a module, such as `faa.s516_excess_articles`."""
    folder, _, name = module.partition(".")
    return FOLDER / folder / f"{name}.examples.csv"


@cache
def read_examples(table: Path) -> dict[str, tuple[Example, ...]]:
    """Return the examples of a table by question id; raise `BadFacts` with file and line for an invalid row."""
    if not table.exists():
        raise BadFacts(table.name, "there is no such table", (), f"Write it with the columns {', '.join(COLUMNS)}.")
    with table.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if tuple(header) != COLUMNS:
        found = f"the columns are {', '.join(header)}"
        raise BadFacts(f"{table.name} line 1", found, (), f"They must be exactly: {', '.join(COLUMNS)}.")
    examples: dict[str, list[Example]] = {}
    for line, cells in enumerate(rows, 2):
        try:
            examples.setdefault(cells[0], []).append(_example(table, cells))
        except ValueError as error:
            raise BadFacts(f"{table.name} line {line}", str(error), (), "Correct the row.") from None
    return {question: tuple(found) for question, found in examples.items()}


def _example(table: Path, cells: list[str]) -> Example:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells for {len(COLUMNS)} columns; quote cells that hold commas")
    question, country, on, given, expect, terms, trap, why = cells
    module = module_of(question)
    if module is None:
        raise ValueError(f"there is no authority or channel {question!r}")
    if str(beside(module)) != str(table):
        raise ValueError(f"{question} is answered by another module, {module}")
    if expect not in VERDICTS:
        raise ValueError(f"the verdict {expect!r} is none of yes, no and unknown")
    if trap not in ("", "yes"):
        raise ValueError(f"trap is {trap!r}; it is yes or empty")
    if not why.endswith((".", "?")):
        raise ValueError("why is no sentence: it ends without a full stop")
    facts = {name: _TRUTHS.get(value, value) for name, value in _pairs(given).items()}
    return Example(
        country=country, on=day(on), given=facts, expect=expect, terms=_pairs(terms), trap=bool(trap), why=why
    )


def _pairs(text: str) -> dict[str, str]:
    """Return the values in a text such as `mde=14000000; origin=government` by name; raise `ValueError` if invalid."""
    found = {}
    for pair in filter(str.strip, text.split(";")):
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign or not name:
            raise ValueError(f"{pair.strip()!r} is not written as name=value")
        found[name] = value
    return found
