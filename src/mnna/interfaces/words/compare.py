"""`compare`: a candidate beside the incumbents, each as it stood when it joined, and one measure over the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from mnna.answers.compare import (
    MEASURES,
    Comparison,
    MeasureList,
    Reading,
    Row,
    Timelines,
    compare,
    measure_list,
    timelines,
)
from mnna.answers.compare.nearness import Near
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, FACTS, ON, Given, Param
from mnna.present import days, document
from mnna.present.document import (
    Block,
    Cell,
    Column,
    Document,
    Items,
    Link,
    Number,
    Paragraph,
    Picture,
    Said,
    Section,
    Table,
    Text,
)
from mnna.present.numbers import NOTHING, counted, figure, listed, share
from mnna.present.places import country as named
from mnna.present.wording import capital
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day, held_days
from mnna.registry.readings import default_day
from mnna.registry.records import Span

FEW = 3
"""Up to so many countries stand in columns of their own; more are told by their range."""
NEAREST, PARTS = 8, 3
"""So many of the nearest are shown, and so many measures that keep each apart."""
GAPS = {"missing": "missing", "outside": "outside the years covered"}
"""How a figure is missing, in a word or two."""


def _measures() -> list[tuple[str, str]]:
    return [(one.id, one.title) for one in MEASURES.values()]


CANDIDATE = COUNTRY._replace(python="candidate", label="Candidate")
TO = Param(
    "to",
    "A country to set beside it; default all incumbents.",
    many=True,
    listed=True,
    metavar="COUNTRY",
    example="COL",
    annotation="Sequence[str] | None",
    label="With",
    countries=True,
    hint="Leave it empty for all who joined.",
)
LINES = Param(
    "lines",
    "One measure over all years instead, for COUNTRY and those after --to.",
    metavar="MEASURE",
    choices=_measures,
    doors=("cli",),
)
LIST = Param("list", "List every measure there is.", kind="flag", doors=("cli",))


def _ask(given: Given, facts: Path | None) -> Comparison | Timelines | MeasureList:
    if given.get("list"):
        return measure_list()
    if given.get("country") is None:
        raise BadQuestion(
            "mnna compare", "it names no country", (), "Name a country, for example: mnna compare MEX --to COL"
        )
    to, on = list(given.get("to") or ()), given.get("on")
    if given.get("lines"):
        return timelines(given["lines"], [given["country"], *to], on, facts=facts)
    return compare(given["country"], to or None, on, facts)


def _document(answer: Comparison | Timelines | MeasureList) -> Document:
    match answer:
        case Comparison():
            return _compared(answer)
        case Timelines():
            return _over_the_years(answer)
        case MeasureList():
            return _listed(answer)


def _listed(answer: MeasureList) -> Document:
    columns = (
        Column("title", "Measure", 2, strong=True),
        Column("family", "Family"),
        Column("says", "What it says", 4),
    )
    rows = tuple(document.Row(one.id, (f"{one.title} ({one.id})", one.family, one.says)) for one in answer.measures)
    return Document(
        title=f"{len(rows)} measures to compare countries by",
        sections=(Section("measures", "Measures", (Table("", columns, rows),)),),
    )


# A candidate beside the incumbents.


def _compared(answer: Comparison) -> Document:
    near = [f"{the(countries()[one.country].name)} in {one.year}" for one in answer.nearest[:3]]
    name = capital(the(answer.name))
    sources = tuple(dict.fromkeys(row.source for row in answer.rows))
    return Document(
        title=f"{name} most resembles {listed(near)}" if near else f"{name} compared",
        subtitle=f"{answer.name} ({answer.candidate.iso3}), as asked on {days.day(answer.on)}",
        sections=(
            _beside(answer),
            _nearest(answer),
            _figures(answer),
            Section("how", "How", tuple(Paragraph(text) for text in answer.method)),
            Section("sources", "Sources", (Items(sources, "small"),)),
        ),
    )


def _beside(answer: Comparison) -> Section:
    if len(answer.others) > FEW:
        shown: Text = f"All {len(answer.others)} who joined before, each measured in the year before its designation."
        return Section("beside", "Set beside it", (Paragraph(shown),))
    return Section("beside", "Set beside it", (Items(tuple(_other(*one) for one in answer.others)),))


def _other(code: str, entrant: Any) -> Text:
    name = named(countries()[code].name, code)
    if entrant is None:
        return (name, ": never designated, measured in its latest year")
    since = a_day(entrant.since, None)
    return (name, f": designated {since}, measured in {entrant.measured}")


def _nearest(answer: Comparison) -> Section:
    columns = (
        Column("country", "Country", 2, strong=True),
        Column("measured", "Measured in"),
        Column("distance", "Distance", number=True),
        Column("ranks", "Rank without any one measure", 1.5),
        Column("by", "What keeps them apart", 3),
    )
    shown = answer.nearest[:NEAREST]
    asked = [one for one in answer.nearest[NEAREST:] if one.country in answer.to and len(answer.to) <= FEW]
    rows = tuple(_near(one) for one in (*shown, *asked))
    blocks: list[Block] = [Table("", columns, rows)] if rows else [Paragraph("None shares enough measures with it.")]
    moved = [MEASURES[one.without].title for one in answer.sensitivity if one.changes_the_nearest]
    if moved:
        blocks.append(Paragraph(f"Without one of these measures another country is nearest: {', '.join(moved)}."))
    if answer.not_ranked:
        unranked = [f"{countries()[one.country].name} ({_families(one.families)})" for one in answer.not_ranked]
        blocks.append(Paragraph(f"Not ranked, too few measures in common: {', '.join(unranked)}."))
    return Section("near", "Nearest incumbents at entry", tuple(blocks))


def _families(count: int) -> str:
    return counted(count, "family of measures", "families of measures")


def _near(one: Near) -> document.Row:
    parts = ", ".join(f"{MEASURES[id_].title} {share(part)}" for id_, part in list(one.by.items())[:PARTS])
    ranks = f"{one.best} to {one.worst}"
    name = (f"{one.rank}. ", named(countries()[one.country].name, one.country))
    return document.Row(one.country, (name, str(one.year), Number(one.distance, f"{one.distance:.2f}"), ranks, parts))


def _figures(answer: Comparison) -> Section:
    few = len(answer.others) <= FEW
    others = [code for code, _ in answer.others] if few else []
    columns = (
        Column("measure", "Measure", 3, strong=True),
        Column("candidate", answer.name, 2),
        Column("entrants", "Among those who joined"),
        Column("risk", "Of all that could be named"),
        Column("outside", "Of all outside NATO"),
        *(Column(code, countries()[code].name, 2) for code in others),
        *(() if few else (Column("others", "Those who joined", 3),)),
    )
    rows = tuple(document.Row(row.id, tuple(_cells(answer, row, few))) for row in answer.rows)
    told = Paragraph(
        "A percentile is the share of countries that stand lower; in parentheses, how many were compared. Those who "
        "joined are measured as they stood at entry, all others in the year of the figure."
    )
    return Section("measures", "Measures", (told, Table("", columns, rows)))


def _cells(answer: Comparison, row: Row, few: bool) -> Iterator[Cell]:
    mine = row.candidate
    unit = f"{row.unit}; US fiscal years" if row.fiscal_year else row.unit
    yield Said(Link(row.title, _lines_address(answer, row.id)), unit)
    yield _reading(mine)
    yield _percentile(mine.percentile_among_entrants, mine.n_entrants)
    yield _percentile(mine.percentile_at_risk, mine.n_at_risk)
    yield _percentile(mine.percentile_outside_nato, mine.n_outside_nato)
    if few:
        yield from map(_reading, row.others)
    else:
        yield _range(row)


def _lines_address(answer: Comparison, measure: str) -> str:
    """Where the years of a measure stand: with the others if they are few, else with the two nearest."""
    beside = answer.to if len(answer.to) <= FEW else tuple(one.country for one in answer.nearest[:2])
    asked = [("country", answer.candidate.iso3), *(("to", code) for code in beside), ("lines", measure)]
    return f"/compare/lines?{urlencode(asked + _on(answer.on))}"


def _on(day: date) -> list[tuple[str, str]]:
    return [] if day == default_day() else [("on", day.isoformat())]


def _reading(one: Reading) -> Said:
    if one.value is None:
        return Said(f"{GAPS[one.state]} ({one.year})", one.because)
    return Said(f"{figure(one.value)} ({one.year})")


def _percentile(place: float | None, count: int) -> str:
    return NOTHING if place is None else f"{place:g} ({count})"


def _range(row: Row) -> Said:
    known = sorted((one for one in row.others if one.value is not None), key=lambda one: one.value or 0.0)
    ends = [f"{figure(one.value)} ({_when(one)})" for one in (*known[:1], *known[1:][-1:])]
    gaps = ", ".join(
        f"{countries()[gap.country].name} {gap.year} ({GAPS[gap.state]})"
        for gap in row.missing
        if gap.country != row.candidate.country
    )
    return Said(" to ".join(ends) or "no other has a figure", f"No figure: {gaps}." if gaps else "")


def _when(one: Reading) -> str:
    return f"{countries()[one.country].name} {one.year}"


# One measure over the years.


def _over_the_years(answer: Timelines) -> Document:
    return Document(
        title=f"{answer.title}: {_latest(answer)}",
        subtitle=f"Unit: {answer.unit}. As asked on {days.day(answer.on)}.",
        lead=(answer.says,),
        sections=(_statuses(answer), _year_by_year(answer)),
        notes=(f"Source: {answer.source}.",),
    )


def _latest(answer: Timelines) -> str:
    if len(answer.countries) > FEW:
        return f"{len(answer.countries)} countries, {answer.years[0]} to {answer.years[1]}"
    last = {code: f"{figure(value)} in {year}" for code, year, value in answer.points}
    return ", ".join(f"{one.name} {last.get(one.iso3, 'no figure')}" for one in answer.countries)


def _statuses(answer: Timelines) -> Section:
    columns = (Column("country", "Country", strong=True), Column("status", "Status", 2), Column("held", "Held", 2))
    blocks: list[Block] = [
        Paragraph("A status in the picture says when it was held, not that it moved the figures."),
    ]
    if answer.spans:
        rows = tuple(document.Row(span.country, tuple(_span(answer, span))) for span in answer.spans)
        blocks.append(Table("", columns, rows))
    without = [one.name for one in answer.countries if one.iso3 not in {span.country for span in answer.spans}]
    if without:
        blocks.append(Paragraph(f"None of the statuses shown here: {', '.join(without)}."))
    return Section("statuses", "Statuses held in these years", tuple(blocks))


def _span(answer: Timelines, span: Span) -> Iterator[Cell]:
    yield named(countries()[span.country].name, span.country)
    yield answer.registry.kind(span.status).title
    doubt = " (not known whether held)" if span.holds == "unknown" else ""
    yield capital(held_days(span.since, span.since_by, span.until, span.until_by)) + doubt


def _year_by_year(answer: Timelines) -> Section:
    if not answer.points:
        none = "There is no figure of these countries. Ask for another measure or a later day."
        return Section("years", "Year by year", (Paragraph(none),))
    known = {(code, year): value for code, year, value in answer.points}
    codes = [one.iso3 for one in answer.countries]
    columns = (Column("year", "Year"), *(Column(one.iso3, one.name, number=True) for one in answer.countries))
    first, last = answer.years
    rows = (
        document.Row(str(year), (str(year), *(_number(known.get((code, year))) for code in codes)))
        for year in range(last, first - 1, -1)
    )
    told = Paragraph("A year without a figure is missing and not zero.")
    return Section("years", "Year by year", (Table("Latest first", columns, tuple(rows)), told))


def _number(value: float | None) -> Number:
    return Number(value, figure(value))


def _lines_page(answer: Timelines) -> Document:
    shown, codes = _over_the_years(answer), [one.iso3 for one in answer.countries]
    asked = [("country", codes[0]), *(("to", code) for code in codes[1:]), *_on(answer.on)]
    links = [Link("Compare each as it stood before its own designation", f"/compare?{urlencode(asked)}")]
    if answer.measure.indicator:
        of = answer.measure.indicator
        links += [Link(f"The series of {the(one.name)}", f"/indicators/{of}/{one.iso3}") for one in answer.countries]
    return replace(shown, sections=(Section("onward", "Go on", (Items(tuple(links), "run"),)), *shown.sections))


# The other forms.


def _rows(answer: Comparison | Timelines) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    if isinstance(answer, Timelines):
        of = {name: told[name] for name in ("measure", "unit", "source")}
        return [of | one for one in told["points"]] or [of | {"country": code} for code in told["countries"]]
    return [line for row in told["measures"] for line in _lines(row)]


def _lines(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    of = {"measure": row["id"], "title": row["title"], "unit": row["unit"], "source": row["source"]}
    names = ("country", "year", "value", "state", "percentile_among_entrants", "percentile_at_risk")
    for role, one in (("candidate", row["candidate"]), *(("other", one) for one in row["others"])):
        yield of | {"role": role} | {name: one.get(name) for name in names}


def _pictures(answer: Comparison | Timelines | MeasureList) -> Iterator[Picture]:
    from mnna.answers import pictures

    if isinstance(answer, MeasureList):
        return
    drawn = pictures.timelines(answer) if isinstance(answer, Timelines) else pictures.comparison(answer)
    yield Picture("picture", drawn.title, drawn.alt, f"Sources: {drawn.sources}.", drawn.svg(), drawn.spec)


def _foot(question: Any) -> tuple[str, str]:
    asked = question.asked
    parts = [repr(asked["lines"]), repr([asked["country"], *asked.get("to", ())])]
    parts += [f"on={asked['on']!r}"] if "on" in asked else []
    parts += ["facts=DIR"] if question.facts else []
    call = f"timelines({', '.join(parts)})".replace("'", '"')
    return question.command(), f"from mnna.answers.compare import timelines; {call}"


ENDPOINT = Endpoint(
    word="compare",
    group="Country",
    order=5,
    says="a candidate beside the incumbents as each joined",
    help="How COUNTRY compares with the incumbents, each measured in the year before its own designation.",
    function=compare,
    params=(CANDIDATE._replace(needed=False, default=...), TO, LINES, LIST, ON, FACTS),
    ask=_ask,
    answer=Comparison,
    document=_document,
    rows=_rows,
    pictures=_pictures,
)
PAGES = (
    ENDPOINT._replace(
        params=(CANDIDATE, TO, ON),
        address="/compare",
        label="Compare",
        asks="How does a candidate compare with those who joined?",
        button="Compare",
        example={"country": "MEX", "to": ("COL",), "on": "2026-06-01"},
        slow=True,
    ),
    ENDPOINT._replace(
        help="One measure over the years for several countries, with the statuses each held.",
        params=(
            LINES._replace(doors=("cli", "http"), says="The measure.", needed=True, label="Measure"),
            COUNTRY,
            TO._replace(says="A country to set beside it.", label="Beside", hint=""),
            ON,
        ),
        answer=Timelines,
        page=_lines_page,
        address="/compare/lines",
        label="Over the years",
        asks="How has one measure gone over the years?",
        button="Show the years",
        example={"country": "MEX", "to": ("COL",), "lines": "homicide_rate", "on": "2026-06-01"},
        slow=True,
        foot=_foot,
    ),
)
