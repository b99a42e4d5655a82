"""A plot of percentile ranks: for each measure a line from 0 to 100, with a mark for each country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mnna.answers.compare import Row
from mnna.present.document import Picture
from mnna.present.svg import SMALLEST, drawing, element, words

LEFT, RIGHT, STEP, TOP = 236.0, 664.0, 15.0, 66.0
EDGE = {"stroke": "currentColor", "stroke_width": 1.1}
LIGHT = {"fill": "#fff", "class_": "hollow"}


def rank_plot(rows: Sequence[Row], name: str, other: str) -> Picture:
    """Return a picture of the percentiles of the candidate and the other country on each measure.

    `name` and `other` are the countries' names; `other` may be empty.
    """
    shown = [row for row in rows if _places(row)]
    title = f"{name}{f' and {other}' if other else ''}, measure by measure"
    beside = f" Circle: {other} among those that could be named in its own year." if other else ""
    caption = (
        f"Percentiles: 0 is the lowest number, 100 the highest. For a rank or a distance, a low number means a high "
        f"place or a near one. Black diamond: {name} among the countries outside NATO that could be named. "
        f"Hollow diamond: {name} among the allies, each the year before its designation.{beside} The table "
        f"has the figures."
    )
    alt = "A line from 0 to 100 for each measure of the table, with a mark at each of its percentiles."
    height = TOP + STEP * len(shown) + 20
    inside = [*_legend(name, other), *_axis(height), *(s for i, row in enumerate(shown) for s in _row(row, i, other))]
    return drawing("comparison", title, alt, caption, height, inside)


def _places(row: Row) -> list[float]:
    found = (row.candidate.percentile_among_entrants, row.candidate.percentile_at_risk)
    return [place for place in found if place is not None]


def _x(place: float) -> float:
    return LEFT + (RIGHT - LEFT) * place / 100


def _axis(height: float) -> Iterator[str]:
    for place in range(0, 101, 20):
        x = _x(place)
        yield element(
            "line", x1=x, x2=x, y1=TOP - 8, y2=height - 18, stroke="currentColor", stroke_opacity=0.22, stroke_width=0.8
        )
        yield words(x, height - 5, str(place), text_anchor="middle", font_size=SMALLEST)


def _row(row: Row, index: int, other: str) -> Iterator[str]:
    y = TOP + STEP * index
    yield words(0.0, y + 3.5, row.measure.title)
    line = {"stroke": "currentColor", "stroke_opacity": 0.35, "stroke_width": 0.7}
    yield element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, **line)
    if other and (place := row.others[0].percentile_at_risk) is not None:
        yield _circle(_x(place), y)
    if row.candidate.percentile_among_entrants is not None:
        yield _diamond(_x(row.candidate.percentile_among_entrants), y, 5.2, **LIGHT)
    if row.candidate.percentile_at_risk is not None:
        yield _diamond(_x(row.candidate.percentile_at_risk), y, 3.6, fill="currentColor")


def _diamond(x: float, y: float, r: float, **ink: object) -> str:
    return element("path", d=f"M{x:.1f} {y - r:.1f}l{r} {r}l-{r} {r}l-{r} -{r}Z", **ink, **EDGE)


def _circle(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=4.2, **LIGHT, **EDGE)


def _legend(name: str, other: str) -> Iterator[str]:
    yield _diamond(6.0, 10.0, 3.6, fill="currentColor")
    yield words(15.0, 14.0, f"{name} among those that could be named")
    yield _diamond(6.0, 26.0, 5.2, **LIGHT)
    yield words(15.0, 30.0, f"{name} among the allies at entry")
    if other:
        yield _circle(6.0, 42.0)
        yield words(15.0, 46.0, f"{other} among those that could be named in its year")
