"""The section that compares a candidate with the allies, each in the year before its own designation.

Only the brief of a candidate has this section. A candidate is a sovereign state outside NATO that is neither designated
nor treated by law as designated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from mnna.answers.compare import MEASURES, Comparison, Reading, Row, compare_in
from mnna.answers.compare.groups import entrants
from mnna.answers.compare.measures import CandidateReading
from mnna.answers.compare.nearness import FEWEST_FAMILIES, Near
from mnna.answers.data_context import beside_figures
from mnna.briefs.amounts import amount
from mnna.briefs.gather import BriefContext
from mnna.present.days import prose
from mnna.present.document import Block, Column, Items, Link, Paragraph, Picture, Said, Section, Table
from mnna.present.document import Row as Line
from mnna.present.numbers import listed, number
from mnna.present.svg import drawing, element, label, rule, words
from mnna.present.wording import NOTHING
from mnna.registry.countries import countries, the
from mnna.registry.statuses import alliance, treated_as
from mnna.sentences import inside
from mnna.series import figures_hash
from mnna.series.price_levels import BASE
from mnna.series.uses import use

NEAREST, PARTS = 3, 4


def comparison(context: BriefContext) -> Section | None:
    """Return the section; None where the country is not a candidate on the day, or there are no allies yet."""
    if not candidate(context):
        return None
    looked_at = beside_figures(context.registry)
    if not entrants(looked_at, context.on):
        return None
    beside = [context.versus.country] if context.versus else None
    found = compare_in(looked_at, context.country, beside, context.on)
    other = countries()[found.others[0][0]].name if context.versus else ""
    blocks: list[Block] = [
        Paragraph(_reading(found, other)),
        rank_plot(found.rows, context.country.name, other),
        _table(found, other),
        *_nearest(found),
        *_noted(found, other),
        *_scales(found),
        _figures(found),
    ]
    return Section(
        "comparison", f"How {the(context.country.name)} compares with the allies at their entry", tuple(blocks)
    )


def candidate(context: BriefContext) -> bool:
    """Return whether the country could be designated on the day."""
    if context.kind.usual == "no" or context.today.held is not False or context.country.sovereign != "yes":
        return False
    kinds = context.registry.kinds
    return all(context.holds(one.id) is False for one in (alliance(kinds), *treated_as(kinds, context.kind.id)))


def _reading(found: Comparison, other: str) -> str:
    text = (
        f"Each ally is measured in the year before its own designation, {the(found.candidate.name)} in its latest "
        f"covered year. Among allies, money of different years is compared in dollars of fiscal year {BASE}. A "
        "percentile is the share of countries that stand lower; in parentheses, how many were compared."
    )
    if early := len(found.early):
        text += f" {early} of {len(found.dated)} figures end before {found.on.year - 1}; each shows its year."
    if other:
        entrant = found.others[0][1]
        year = f" in {entrant.measured}" if entrant else ", never designated, in its latest year"
        text += f" For comparison: {the(other)}{year}."
    return f"{text} The law sets no test, so none of these measures is one."


def _table(found: Comparison, other: str) -> Table:
    name, keys = found.candidate.name, _keys(found)
    columns = [Column("measure", "Measure", 3.6), Column("candidate", f"{name} (year)", 2.7)]
    columns += [Column("other", f"{other} (year)", 3.0)] if other else []
    columns += [Column("entrants", "Among allies", 1.7), Column("at_risk", "Among others", 1.8)]
    columns += [Column("other_at_risk", f"{other} among others", 2.4)] if other else []
    columns += [Column("source", "Source", 1.1)]
    caption = f"The figures, and {name}’s percentiles among allies and among others that could be named"
    rows = tuple(_line(row, other, keys[row.candidate.figure.source]) for row in found.rows)
    return Table(caption, tuple(columns), rows)


def _line(row: Row, other: str, key: str) -> Line:
    entered, risk = row.candidate.n_entrants, row.candidate.n_at_risk
    cells = [row.measure.title, _said(row, row.candidate)]
    cells += [_said(row, row.others[0])] if other else []
    cells += map(_place, _places(row.candidate), (entered, risk))
    cells += [_place(row.others[0].percentile_at_risk)] if other else []
    return Line(row.measure.id, tuple(Said(text) for text in (*cells, key)))


def _said(row: Row, one: Reading) -> str:
    """Return a number with its year; for a measure with one figure for all years, the year of that figure."""
    said = amount(one.figure, row.measure.id)
    return f"{said} ({one.year})" if one.figure.known else f"{one.year}: {said}"


def _place(percentile: float | None, count: int = 0) -> str:
    return NOTHING if percentile is None else f"{percentile:.0f} ({count})" if count else f"{percentile:.0f}"


def _nearest(found: Comparison) -> list[Block]:
    """Return the nearest allies at entry, the shares of their distances, and how far ranks depend on one measure."""
    near = found.nearness
    if not near.nearest:
        return [Paragraph("No ally shares enough measures with it for a distance.")]
    others = [code for code, entrant in found.others if entrant and len(found.others) == 1]
    shown = [one for at, one in enumerate(near.nearest) if at < NEAREST or one.country in others]
    without = near.sensitivity()
    changed = sum(one.changes_the_nearest for one in without)
    text = (
        "The distance puts each measure on the scale of the countries that could be named and counts each family of "
        "measures once. It says who looked alike, not who is next. Leaving out one measure changes the nearest ally "
        f"in {changed} of {len(without)} cases."
    )
    if unranked := [the(countries()[code].name) for code, _ in near.not_ranked]:
        few = f"fewer than {number(FEWEST_FAMILIES)} families of measures in common"
        text += f" Not ranked, with {few}: {listed(unranked)}."
    title = f"Nearest of {len(near.nearest)} allies at their own entry"
    return [Items(tuple(map(_near, shown)), "line", title), Paragraph(text)]


def _near(one: Near) -> str:
    parts = [f"{MEASURES[id_].title} {100 * share:.0f}%" for id_, share in list(one.by.items())[:PARTS] if share]
    ranks = f"rank {one.rank}, and {one.best} to {one.worst} if one measure is left out"
    return f"{countries()[one.country].name} {one.year}, distance {one.distance:.2f} ({ranks}): {', '.join(parts)}."


def _noted(found: Comparison, other: str) -> Iterator[Block]:
    """Yield the notes on the figures and the reasons why figures are missing."""
    notes: list[str] = []
    for row in found.rows:
        for one in (row.candidate, *(row.others if other else ())):
            said = [*one.figure.notes, *([] if one.figure.known else [one.figure.because])]
            notes += [f"{row.measure.title}, {countries()[one.country].name}: {text}" for text in said]
    if notes:
        yield Items(tuple(prose(text.rstrip(".")) for text in dict.fromkeys(notes)), "run", "Notes")


def _scales(found: Comparison) -> Iterator[Block]:
    """Yield what those measures say whose scale has no unit of its own, such as an index from 0 to 1."""
    told = [f"{row.title}: {inside(row.measure.says)}" for row in found.rows if use(row.id).form in ("of 1", "points")]
    if told:
        yield Items(tuple(text.rstrip(".") for text in told), "run", "Scales")


def _keys(found: Comparison) -> dict[str, str]:
    """Return a letter for each source of figures."""
    sources = dict.fromkeys(row.candidate.figure.source for row in found.rows)
    return dict(zip(sources, ascii_lowercase, strict=False))


def _figures(found: Comparison) -> Items:
    addresses = {row.candidate.figure.source: row.record.address for row in found.rows if row.record}
    licenses = {row.candidate.figure.source: row.candidate.figure.licence for row in reversed(found.rows)}
    items = []
    for source, key in _keys(found).items():
        said = source if licenses[source] in source else f"{source}; {licenses[source]}"
        items.append(Link(f"({key}) {said.replace('; ', ', ')}", addresses.get(source, "")))
    return Items(tuple(items), "run", f"Sources and licenses of the figures (state {figures_hash()})")


LEFT, RIGHT, STEP, TOP = 236.0, 664.0, 15.0, 66.0
EDGE = {"stroke": "currentColor", "stroke_width": 1.1}
LIGHT = {"fill": "#fff", "class_": "hollow"}


def rank_plot(rows: Sequence[Row], name: str, other: str) -> Picture:
    """Return a picture of the percentiles of the candidate and the other country on each measure.

    `name` and `other` are the countries' names; `other` may be empty.
    """
    shown = [row for row in rows if any(place is not None for place in _places(row.candidate))]
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


def _places(one: CandidateReading) -> tuple[float | None, float | None]:
    """Return the percentiles of a reading, among the allies at entry and among those that could be named."""
    return one.percentile_among_entrants, one.percentile_at_risk


def _x(place: float) -> float:
    return LEFT + (RIGHT - LEFT) * place / 100


def _axis(height: float) -> Iterator[str]:
    for place in range(0, 101, 20):
        x = _x(place)
        yield rule(x, x, TOP - 8, height - 18)
        yield label(x, height - 5, str(place))


def _row(row: Row, index: int, other: str) -> Iterator[str]:
    y = TOP + STEP * index
    yield words(0.0, y + 3.5, row.measure.title)
    yield rule(LEFT, RIGHT, y, y, 0.35, 0.7)
    if other and (place := row.others[0].percentile_at_risk) is not None:
        yield _circle(_x(place), y)
    allies, others = _places(row.candidate)
    if allies is not None:
        yield _diamond(_x(allies), y, 5.2, **LIGHT)
    if others is not None:
        yield _diamond(_x(others), y, 3.6, fill="currentColor")


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
