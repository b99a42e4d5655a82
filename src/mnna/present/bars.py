"""Draw a bar chart of amounts by year: one bar for each year, with the number of items above the bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from mnna.present.document import Picture
from mnna.present.numbers import counted, dollars
from mnna.present.svg import SMALLEST, WIDTH, drawing, element, words
from mnna.quick import QuickTuple

LEFT, TOP, BASE, HEIGHT = 66.0, 26.0, 226.0, 252.0
MANY = 15
"""The most bars whose numbers do not overlap on a phone."""
LIGHT = {"stroke": "currentColor", "stroke_opacity": 0.22, "stroke_width": 0.8}


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
    alt = " ".join(_in_words(bar, noun) for bar in years)
    inside = [*_axis(top), *(shape for place, bar in enumerate(years) for shape in _bar(bar, place, len(years), top))]
    return drawing(id_, title, alt, caption, HEIGHT, inside)


def _in_words(bar: Bar, noun: str) -> str:
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
        y = BASE - (BASE - TOP) * fifth / 5
        yield element("line", x1=LEFT, x2=WIDTH, y1=y, y2=y, **LIGHT)
        said = f"${_short(top * fifth / 5)}" if fifth else "$0"
        yield words(LEFT - 6, y + 4, said, text_anchor="end", font_size=SMALLEST)


def _short(usd: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m")):
        if usd >= size:
            return f"{usd / size:g} {letter}"
    return f"{usd:,.0f}"


def _bar(bar: Bar, place: int, places: int, top: float) -> Iterator[str]:
    step = min((WIDTH - LEFT) / places, 60.0)
    middle = LEFT + step * (place + 0.5)
    every = ceil(24.0 / step)
    if place % every == 0:
        yield words(middle, BASE + 17, f"’{bar.year % 100:02d}", text_anchor="middle", font_size=SMALLEST)
    if bar.missing:
        yield words(middle, BASE - 5, "–", text_anchor="middle", font_size=SMALLEST)
    elif bar.of:
        height = (BASE - TOP) * bar.usd / top
        yield element("rect", x=middle - step * 0.36, y=BASE - height, width=step * 0.72, height=height)
        many = {"class": "many"} if places > MANY else {}  # the style sheet turns these numbers on a phone: no overlap
        yield words(middle, BASE - height - 4, f"{bar.of:,}", text_anchor="middle", font_size=SMALLEST, **many)
