"""`indicators`: the series of figures, where each comes from, and its values for a country."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from mnna import series
from mnna.answers.indicators import FigureAnswer, IndicatorAnswer, Listing, SeriesAnswer, indicators
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, EVERYWHERE, params_of
from mnna.present.charts import line, lines
from mnna.present.document import Column, Document, Facts, Items, Paragraph, Row, Section, Table, heads
from mnna.present.inline import Link, Number, Text
from mnna.present.numbers import figure
from mnna.present.wording import GAPS, NOTHING
from mnna.registry.countries import name_of, resolve, the
from mnna.registry.readings import default_day
from mnna.series.records import EMBEDDED, Indicator, YearsNote

INDICATOR, *_OTHERS = params_of("indicators")
ONWARD = COUNTRY._replace(
    says="Leads to the figures of that country.", positional=False, doors=("http",), label="The figures of a country"
)
BESIDE = COUNTRY._replace(
    name="beside",
    says="Another country to draw beside it; may be repeated.",
    positional=False,
    needed=False,
    many=True,
    doors=("http",),
    label="With these beside it",
)
LABELS = {
    "unit": "Unit",
    "kind": "Kind",
    "producer": "Producer",
    "version": "Version",
    "vintage": "Vintage",
    "licence": "License",
    "licence_note": "Note on the license",
    "citation": "Cite as",
    "address": "Address",
    "obtained_from": "Read from",
    "absent": "A year without a figure means",
    "zero_means": "A zero means",
    "direction": "How to read it",
    "fiscal_year": "Years",
    "origin": "Origin",
}
"""The fields of a series on its page, each with its label."""


def _all(answer: Listing) -> Document:
    columns = heads({"Series": 3, "Unit": 2, "Covers": 2, "Producer and license": 3})
    table = Table("", columns, tuple(_listed(one) for one in answer))
    return Document(
        title=f"{len(answer)} series of figures, each with its source and license",
        lead=tuple(_ends_early(answer)),
        sections=(Section("series", "The series", (table,)),),
    )


def _ends_early(answer: Listing) -> Iterator[Text]:
    """Yield how many series end before the last full year."""
    year = default_day().year - 1
    dated = [one for one in answer if one.kind != "static"]
    early = sum(one.last_year < year for one in dated)
    if early:
        yield f"{early} of {len(dated)} series end before {year}: newer figures were not found, or the source ended."


def _listed(one: Indicator) -> Row:
    origin = "" if one.origin == EMBEDDED else f"; {one.origin}"
    name = (Link(one.title, f"/indicators/{one.id}"), f" ({one.id})")
    return Row(one.id, (name, one.unit, _covers(one), f"{one.producer}; {one.licence}{origin}"))


def _covers(one: Indicator) -> str:
    return f"{one.first_year} to {one.last_year}, {one.countries} countries"


def _one(answer: IndicatorAnswer) -> Document:
    return Document(
        title=answer.title,
        subtitle=f"{answer.id}: {_covers(answer)}, {answer.rows:,} figures",
        sections=(Section("record", "Where it comes from", (Facts(tuple(_told(answer))),)), *_caveats(answer.caveats)),
    )


def _told(answer: IndicatorAnswer) -> Iterator[tuple[str, Text]]:
    for name, label in LABELS.items():
        value = getattr(answer, name)
        if value:
            yield label, Link(value, value) if value.startswith("https://") else value


def _caveats(found: tuple[str, ...]) -> tuple[Section, ...]:
    return (Section("bear", "To bear in mind", (Items(found),)),) if found else ()


def _of_country(answer: SeriesAnswer) -> Document:
    of, points = answer.indicator, answer.series
    name = name_of(answer.country)
    latest = f"{figure(points[-1][1])} in {points[-1][0]}" if points else "no figure"
    columns = (Column("year", "Year"), Column("value", of.unit, 2, number=True))
    rows = tuple(Row(str(year), (str(year), Number(value, figure(value)))) for year, value in reversed(points))
    drawn = []  # a line chart, where there are two figures or more
    if len(points) > 1:
        chart = line("line-picture", f"{of.title}, {name}", of.unit, points, of.source_line())
        drawn.append(Section("line", "Over the years", (chart,)))
    covers = Link("what the series covers", f"/indicators/{of.id}")
    none = Paragraph((f"No figure. {answer.because} See ", covers, "."))
    return Document(
        title=f"{of.title}, {name}: {latest}",
        subtitle=f"{name} ({answer.country}), series {of.id}. Unit: {of.unit}.",
        sections=(
            *drawn,
            Section("figures", "Year by year", (Table("Latest first", columns, rows) if points else none,)),
            *_caveats(tuple(f"{_span(one)}: {one.note}" for one in answer.notes)),
        ),
        notes=(f"Source: {of.source_line()}.",),
    )


def _beside(question: Any, answer: SeriesAnswer, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page with other countries in the same chart and table, where some are asked for."""
    from mnna.interfaces.http.declared import body

    codes = dict.fromkeys((answer.country, *(resolve(one).iso3 for one in question["beside"] or ())))
    found = {code: indicators(answer.indicator.id, code) for code in codes}
    drawn = {name_of(code): one.series for code, one in found.items() if one.series}
    if len(codes) == 1 or not drawn:
        return {}
    of, shown = answer.indicator, _series_page(answer)
    picture = lines("line-picture", f"{of.title}, {', '.join(drawn)}", of.unit, tuple(drawn.items()), of.source_line())
    missing = [name_of(code) for code, one in found.items() if not one.series]
    said = (Paragraph(f"No figure of {', '.join(missing)}."),) if missing else ()
    files = tuple(Link(f"{name_of(code)} as CSV", f"/indicators/{of.id}/{code}.csv") for code in codes)
    together = Section("line", "Over the years", (picture, *said, Items(files, "run")))
    rest = [one for one in shown.sections if one.id not in ("line", "figures")]
    sections = (rest[0], together, Section("figures", "Year by year", (_table(drawn, of.unit),)), *rest[1:])
    return {
        "title": f"{of.title}: {', '.join(name_of(code) for code in codes)}",
        "body": body(replace(shown, sections=sections, subtitle="")),
    }


def _table(drawn: Mapping[str, tuple[tuple[int, float], ...]], unit: str) -> Table:
    """Return a table with a row for each year and a column for each country; a missing figure is a dash."""
    columns = (Column("year", "Year"), *(Column(name, name, 2, number=True) for name in drawn))
    of = [dict(points) for points in drawn.values()]
    years = sorted({year for points in of for year in points}, reverse=True)
    rows = (
        Row(str(year), (str(year), *(Number(one[year], figure(one[year])) if year in one else NOTHING for one in of)))
        for year in years
    )
    return Table(f"Latest first; {unit}", columns, tuple(rows))


def _span(one: YearsNote) -> str:
    return f"{one.from_year}" if one.from_year == one.to_year else f"{one.from_year} to {one.to_year}"


def _of_year(answer: FigureAnswer) -> Document:
    shown = GAPS[answer.state] if answer.value is None else figure(answer.value)
    called, title = name_of(answer.country), series.indicator(answer.indicator).title
    return Document(
        title=f"{title}, {the(called)} in {answer.year}: {shown}",
        subtitle=f"{called} ({answer.country}), series {answer.indicator}. Unit: {answer.unit}.",
        lead=(answer.because,),
        sections=_caveats(answer.notes),
        notes=(f"Source: {answer.source}.",),
    )


def _rows(answer: Listing | IndicatorAnswer | SeriesAnswer | FigureAnswer) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    if isinstance(answer, Listing):
        rows: list[Mapping[str, Any]] = told["indicators"]
        return rows
    if isinstance(answer, IndicatorAnswer | FigureAnswer):
        return [{name: value for name, value in told.items() if name != "schema"}]
    of = {"indicator": answer.indicator.id, "country": answer.country, "unit": answer.indicator.unit}
    return [of | point for point in told["series"]] or [of | {"because": answer.because}]


def _question(answer: Listing | IndicatorAnswer | SeriesAnswer | FigureAnswer) -> Mapping[str, Any]:
    """Return the series and the country asked about."""
    if isinstance(answer, IndicatorAnswer):
        return {"indicator": answer.id, "country": None}
    if isinstance(answer, SeriesAnswer):
        return {"indicator": answer.indicator.id}
    return {"indicator": answer.indicator, "country": answer.country} if isinstance(answer, FigureAnswer) else {}


def _series_page(answer: SeriesAnswer) -> Document:
    of, shown = answer.indicator, _of_country(answer)
    name = name_of(answer.country)
    links = (
        Link("All series of figures", "/indicators"),
        Link("Where this one comes from", f"/indicators/{of.id}"),
        Link(name, f"/countries/{answer.country}"),
    )
    return _onward_from(shown, *links)


def _onward_from(shown: Document, *links: Link) -> Document:
    return replace(shown, sections=(Section("onward", "Go on", (Items(links, "run"),)), *shown.sections))


DOCUMENTS: Mapping[type, Callable[[Any], Document]] = {
    Listing: _all,
    IndicatorAnswer: _one,
    SeriesAnswer: _of_country,
    FigureAnswer: _of_year,
}
ENDPOINT = Endpoint(
    word="indicators",
    order=1,
    under="data",
    says="the figures, with their sources and coverage",
    help="Which series of figures there are, where INDICATOR comes from, or its figures for COUNTRY.",
    function=indicators,
    params=(INDICATOR, *_OTHERS),
    answer=Listing,
    document=lambda answer: DOCUMENTS[type(answer)](answer),
    rows=_rows,
    asked=_question,
    address="/indicators",
    label="Figures",
)
PAGES = (
    ENDPOINT._replace(
        help="Where a series of figures comes from, what it covers, and what a missing figure means.",
        params=(INDICATOR._replace(doors=EVERYWHERE), ONWARD._replace(needed=False)),
        answer=IndicatorAnswer,
        page=lambda answer: _onward_from(_one(answer), Link("All series of figures", "/indicators")),
        address="/indicators/{indicator}",
        label="Indicator",
        button="Show",
        onward="/indicators/{indicator}/{country}",
        tool="indicator",
        example={"indicator": "homicide_rate"},
    ),
    ENDPOINT._replace(
        help="The figures of one series for one country, year by year.",
        params=(INDICATOR._replace(doors=EVERYWHERE), COUNTRY, BESIDE),
        answer=SeriesAnswer,
        page=_series_page,
        view=_beside,
        button="Draw",
        address="/indicators/{indicator}/{country}",
        label="Series",
        tool="indicator_series",
        example={"indicator": "homicide_rate", "country": "MEX"},
    ),
)
