"""Conversion of tidy panels (one row per unit and time) to matrices; a missing cell is NaN and never zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mnna.errors import BadFacts, UnknownWord

Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
Bools = np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]
Ints = np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
NOTHING = ("", "None", "nan", "<NA>", "NaT")  # a missing cell as Python and pandas print it
EMPTY = (*NOTHING, "NA", "NaN", ".")  # a missing number, also as R and Stata write it
Unit = str | int | float
Rows = Any
"""A tidy panel: a list of mappings, a mapping of columns, or anything with `.columns` (a pandas DataFrame)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One variable as a matrix of `units` by `times`; NaN where the panel has no figure."""

    units: tuple[str, ...]
    times: tuple[int, ...]
    values: Floats

    def row(self, unit: str) -> Floats:
        """Return the values of one unit by time; raises `BadFacts` where the unit is not in the panel."""
        return np.asarray(self.values[self.position(unit)])

    def position(self, unit: str) -> int:
        """Return the row number of a unit; raises `BadFacts` where the unit is not in the panel."""
        if unit not in self.units:
            raise BadFacts(f"the unit {unit!r}", "it is not in the panel", self.units[:5], "Name one that is.")
        return self.units.index(unit)

    def at(self, years: Iterable[int]) -> list[int]:
        """Return the column numbers of the given times, without times that are not in the panel."""
        places = {time: i for i, time in enumerate(self.times)}
        return [places[year] for year in years if year in places]

    def only(self, units: Iterable[str]) -> Grid:
        """Return a grid with only the given units, in the order given."""
        kept = tuple(units)
        return Grid(kept, self.times, self.values[[self.position(unit) for unit in kept]])


def known_word(asked: str, word: str, words: Sequence[str]) -> None:
    """Raise `UnknownWord` for a word that is not one of the accepted values."""
    if word not in words:
        raise UnknownWord(f"{asked} {word!r}", "it is not one of the accepted values", tuple(words), "")


def columns(rows: Rows) -> dict[str, Sequence[Any]]:
    """Return the columns of a tidy panel by name, for any form of `Rows`."""
    from pandas import DataFrame

    table = DataFrame(rows, dtype=None if hasattr(rows, "columns") else object)
    return {str(name): list(table[name]) for name in table.columns}


def chosen(rows: Rows, *names: str) -> list[Sequence[Any]]:
    """Return the named columns of a tidy panel; raises `BadFacts` where one is missing or the panel is empty."""
    table = columns(rows)
    for name in names:
        if name not in table:
            do = "Name one of these; an index of a DataFrame is no column, reset it."
            raise BadFacts(f"the column {name!r}", "the panel has no such column", sorted(table), do)
    if not len(table[names[0]]):
        raise BadFacts("the panel", "it has no rows", (), "Give one row per unit and time.")
    return [table[name] for name in names]


def grid(rows: Rows, unit: str, time: str, value: str) -> Grid:
    """Return the column `value` as a grid of units by times, NaN where a cell is empty or its row absent.

    Raises `BadFacts` for a missing column, a unit and time given twice, a unit without name, a time that is not a whole
    number, and a value that is infinite or no number.
    """
    who, when, cells = chosen(rows, unit, time, value)
    whose, moments = [label(cell) for cell in who], [moment(cell) for cell in when]
    names, times = tuple(dict.fromkeys(whose)), tuple(sorted(set(moments)))
    row_of, column_of = {n: i for i, n in enumerate(names)}, {t: i for i, t in enumerate(times)}
    values = np.full((len(names), len(times)), np.nan)
    seen = np.zeros(values.shape, dtype=bool)
    for one, at, cell in zip(whose, moments, cells, strict=True):
        place = row_of[one], column_of[at]
        if seen[place]:
            raise BadFacts(f"the panel at {one} {at}", "two rows for one unit and time", (), "Keep one of the two.")
        seen[place], values[place] = True, number(cell)
        if np.isinf(values[place]):
            raise BadFacts(f"{value} at {one} {at}", "it is infinite", (), "Leave the cell empty if it is not known.")
    return Grid(names, times, values)


def constant(rows: Rows, unit: str, value: str) -> dict[str, float]:
    """Return, by unit, the value of a column that is constant within each unit; raises `BadFacts` where it varies."""
    found: dict[str, float] = {}
    for who, cell in zip(*chosen(rows, unit, value), strict=True):
        given = number(cell)
        before = found.setdefault(label(who), given)
        if not (before == given or (np.isnan(before) and np.isnan(given))):
            wrong = "it differs between the unit's rows"
            raise BadFacts(f"the column {value!r} for {who}", wrong, (), "It must be constant.")
    return found


def starts(rows: Rows, unit: str, first_treated: str) -> dict[str, float]:
    """Return the first treated time of every unit that is ever treated; 0, empty, NaN and infinity all mean never."""
    return {who: when for who, when in constant(rows, unit, first_treated).items() if np.isfinite(when) and when > 0}


def staggered(rows: Rows, unit: str, time: str, outcome: str, first_treated: str) -> tuple[Grid, dict[str, float]]:
    """Return the outcome as a grid, and the first treated time of every unit that is ever treated."""
    return grid(rows, unit, time, outcome), starts(rows, unit, first_treated)


def label(cell: Any) -> str:
    """Return a unit's name as text, a whole number without `.0`; raises `BadFacts` for an empty cell."""
    if str(cell) in NOTHING:
        raise BadFacts("the panel", "a row has no unit", (), "Name the unit in every row.")
    return str(int(cell)) if isinstance(cell, (float, np.floating)) and float(cell).is_integer() else str(cell)


def moment(cell: Any) -> int:
    """Return a time as a whole number; raises `BadFacts` where it is not one."""
    found = number(cell)
    if not found.is_integer():
        do = "Number the periods with whole numbers, such as years."
        raise BadFacts(f"the time {cell!r}", "it is not a whole number", (), do)
    return int(found)


def number(cell: Any) -> float:
    """Return the number in a cell, NaN for an empty one (`NA`, `nan`, `.`); raises `BadFacts` for other text."""
    if str(cell).strip() in EMPTY:
        return float("nan")
    try:
        return float(cell)
    except (TypeError, ValueError):
        raise BadFacts(f"the cell {cell!r}", "it is not a number", (), "Leave it empty if it is not known.") from None


def of_figures(figures: Mapping[tuple[str, int], float], units: Sequence[str], times: Sequence[int]) -> Grid:
    """Return figures by (unit, time) as a grid of the given units and times, NaN where there is no figure."""
    values = [[figures.get((unit, time), np.nan) for time in times] for unit in units]
    return Grid(tuple(units), tuple(times), np.array(values, dtype=float).reshape(len(units), len(times)))


def as_object(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping as a JSON object; values are converted by `clean`."""
    return {key: clean(one) for key, one in value.items()}


def clean(value: Any) -> Any:
    """Return a value converted for JSON: NaN and infinity become None, numpy numbers Python numbers, tuples lists.

    Numbers keep twelve significant digits. Later digits depend on the order of adding, which differs between
    processors and threads, and the same question must have the same answer in every interface.
    """
    if isinstance(value, Mapping):
        return {str(key): clean(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [clean(one) for one in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return float(f"{value:.12g}") if np.isfinite(value) else None
    return value
