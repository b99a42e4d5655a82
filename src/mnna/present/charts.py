"""Draw figures by year: as lines, which a missing year breaks, or as bars, with the number of items above each.

The axis includes zero and has round numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from math import ceil, floor, inf, log10

from mnna.present.document import Picture
from mnna.present.numbers import counted, dollars, figure
from mnna.present.svg import SMALLEST, WIDTH, drawing, element, label, rect, rule, words
from mnna.quick import QuickTuple

LEFT, RIGHT, TOP, BASE, HEIGHT = 86.0, WIDTH - 14, 12.0, 226.0, 252.0
ENDS = WIDTH - 130
"""The right end of lines whose names are printed after them."""
STROKES = ("", "6 3", "2 3", "10 3 2 3", "1 2", "12 4")
Points = Sequence[tuple[int, float]]
"""Pairs of year and figure, earliest first; at least one pair."""


def line(id_: str, title: str, unit: str, points: Points, source: str = "") -> Picture:
    """Return a line chart of one series; its description gives the first, last, lowest and highest figure."""
    ticks = _ticks(min(0.0, *(value for _, value in points)), max(0.0, *(value for _, value in points)))
    places = [(_x(year, points), _y(value, ticks)) for year, value in points]
    inside = [*_across(ticks), *_years(points), _path(points, places)]
    inside += [element("circle", cx=x, cy=y, r=2.6) for x, y in places]
    alt = _in_words(points, unit)
    caption = f"Unit: {unit}. A gap in the line is a year without a figure.{f' Source: {source}.' if source else ''}"
    return drawing(id_, title, alt, caption, HEIGHT, inside)


def lines(id_: str, title: str, unit: str, named: Sequence[tuple[str, Points]], source: str) -> Picture:
    """Return a line chart of several named series, each with its own dash pattern and its name at its right end."""
    every = sorted(point for _, points in named for point in points)
    ticks = _ticks(min(0.0, *(value for _, value in every)), max(0.0, *(value for _, value in every)))
    inside, ends = [*_across(ticks, ENDS), *_years(every, ENDS)], []
    for (name, points), dashes in zip(named, cycle(STROKES)):
        places = [(_x(year, every, ENDS), _y(value, ticks)) for year, value in points]
        inside.append(_path(points, places, **({"stroke_dasharray": dashes} if dashes else {})))
        ends.append((places[-1][1], name))
        inside.append(element("circle", cx=places[-1][0], cy=places[-1][1], r=2.6))
    inside += [words(ENDS + 6, y + 4, name, font_size=SMALLEST) for y, name in _apart(ends)]
    alt = " ".join(f"{name}: {_in_words(points, unit)}" for name, points in named)
    caption = f"Unit: {unit}. A gap in a line is a year without a figure. Source: {source}."
    return drawing(id_, title, alt, caption, HEIGHT, inside)


def _apart(ends: Sequence[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """Yield the height and name of each line's label, from the top down, moved so that no labels overlap."""
    last = -inf
    for y, name in sorted(ends):
        last = max(y, last + 14)
        yield last, name


def _in_words(points: Points, unit: str) -> str:
    low, high = min(points, key=lambda one: one[1]), max(points, key=lambda one: one[1])
    names = ("first", points[0]), ("last", points[-1]), ("lowest", low), ("highest", high)
    told = ", ".join(f"{name} {figure(value)} in {year}" for name, (year, value) in names)
    return f"A line of {len(points)} figures ({unit}): {told}."


def _ticks(low: float, high: float) -> list[float]:
    """Return evenly spaced round numbers for the axis, from at or below `low` to at or above `high`."""
    span = (high - low) or 1.0
    unit = 10.0 ** floor(log10(span))
    step = next(part * unit for part in (0.2, 0.25, 0.5, 1, 2) if span / (part * unit) <= 6)
    lowest = floor(low / step)
    return [step * n for n in range(lowest, max(ceil(high / step), lowest + 1) + 1)]


def _x(year: int, points: Points, right: float = RIGHT) -> float:
    first, last = points[0][0], points[-1][0]
    return LEFT + 10 + (right - LEFT - 20) * ((year - first) / (last - first) if last > first else 0.5)


def _y(value: float, ticks: Sequence[float]) -> float:
    span = (ticks[-1] - ticks[0]) or 1.0
    return BASE - (BASE - TOP) * (value - ticks[0]) / span


def _across(ticks: Sequence[float], right: float = RIGHT) -> Iterator[str]:
    for value in ticks:
        y = _y(value, ticks)
        yield rule(LEFT, right, y, y, 0.8 if value == 0 else 0.22)
        yield label(LEFT - 6, y + 4, _short(value), "end")


def _short(value: float) -> str:
    size, name = next(((size, name) for size, name in _SIZES if abs(value) >= size), (1.0, ""))
    return f"{round(value / size, 6):,g}{name}"


_SIZES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def _years(points: Points, right: float = RIGHT) -> Iterator[str]:
    first, last = points[0][0], points[-1][0]
    every = next(step for step in (1, 2, 5, 10, 20, 50, 1000) if (last - first) / step <= 10)
    for year in range(first, last + 1):
        if year % every == 0:
            yield label(_x(year, points, right), BASE + 17, str(year))


def _path(points: Points, places: Sequence[tuple[float, float]], **look: object) -> str:
    """Return the SVG path of the line, which breaks at each year without a figure."""
    drawn, before = "", None
    for (year, _), (x, y) in zip(points, places, strict=True):
        drawn += f"{'L' if before == year - 1 else 'M'}{x:.1f} {y:.1f}"
        before = year
    return element("path", d=drawn, fill="none", stroke="currentColor", stroke_width=1.6, **look)


EDGE, ABOVE = 66.0, 26.0
MANY = 15
"""The most bars whose numbers do not overlap on a phone."""


class Bar(QuickTuple):
    """One year: the sum in US dollars, the number `of` items in it, and whether data for the year are `missing`."""

    year: int
    usd: float
    of: int
    missing: bool = False


def bars(id_: str, title: str, caption: str, years: Sequence[Bar], noun: str) -> Picture:
    """Return a bar chart of the yearly sums; a year with missing data gets a dash in place of its bar.

    `noun` is the singular name of the counted items.
    """
    top = _ceiling(max(bar.usd for bar in years))
    alt = " ".join(_bar_in_words(bar, noun) for bar in years)
    inside = [*_axis(top), *(shape for place, bar in enumerate(years) for shape in _bar(bar, place, len(years), top))]
    return drawing(id_, title, alt, caption, HEIGHT, inside)


def _bar_in_words(bar: Bar, noun: str) -> str:
    if not bar.of:
        return f"{bar.year}: none found." if bar.missing else f"{bar.year}: none on record."
    return f"{bar.year}: {dollars(bar.usd) if bar.usd else '$0'} in {counted(bar.of, noun)}."


def _ceiling(highest: float) -> float:
    """Return the top of the axis: the next round amount whose fifths are round too; 1.0 if no amount is positive."""
    if highest <= 0:
        return 1.0
    unit = 10.0 ** floor(log10(highest))
    return next(step * unit for step in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10) if step * unit >= highest)


def _axis(top: float) -> Iterator[str]:
    for fifth in range(6):
        y = BASE - (BASE - ABOVE) * fifth / 5
        yield rule(EDGE, WIDTH, y, y)
        yield label(EDGE - 6, y + 4, f"${_usd(top * fifth / 5)}" if fifth else "$0", "end")


def _usd(usd: float) -> str:
    size, name = next(((size, name) for size, name in ((1e9, " bn"), (1e6, " m")) if usd >= size), (1.0, ""))
    return f"{usd / size:g}{name}" if name else f"{usd:,.0f}"


def _bar(bar: Bar, place: int, places: int, top: float) -> Iterator[str]:
    step = min((WIDTH - EDGE) / places, 60.0)
    middle = EDGE + step * (place + 0.5)
    every = ceil(24.0 / step)
    if place % every == 0:
        yield label(middle, BASE + 17, f"’{bar.year % 100:02d}")
    if bar.missing:
        yield label(middle, BASE - 5, "–")
    elif bar.of:
        height = (BASE - ABOVE) * bar.usd / top
        yield rect(middle - step * 0.36, BASE - height, step * 0.72, height)
        many = {"class": "many"} if places > MANY else {}  # the style sheet turns these numbers on a phone: no overlap
        yield label(middle, BASE - height - 4, f"{bar.of:,}", **many)
