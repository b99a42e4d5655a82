"""One measure over the years for several countries, as a document, with the statuses each held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from mnna.answers.compare import Timelines
from mnna.interfaces.documents.comparison import FEW, on_day
from mnna.present import days, document
from mnna.present.document import Block, Cell, Column, Document, Items, Paragraph, Section, Table, heads
from mnna.present.inline import Link, Number
from mnna.present.numbers import figure
from mnna.present.places import country as named
from mnna.registry.countries import countries, the
from mnna.registry.days import held_days
from mnna.registry.records import Span
from mnna.sentences import capital


def over_the_years(answer: Timelines) -> Document:
    """The measure year by year, and the statuses held."""
    return Document(
        title=f"{answer.title}: {_latest(answer)}",
        subtitle=f"Unit: {answer.unit}. As of {days.day(answer.on)}.",
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
    columns = heads({"Country": 1, "Status": 2, "Held": 2})
    blocks: list[Block] = [
        Paragraph("A status is shown for the time it was held. That does not mean that it moved the figures."),
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


def with_links(answer: Timelines) -> Document:
    """The same for a page, with links to what lies beside it."""
    shown, codes = over_the_years(answer), [one.iso3 for one in answer.countries]
    asked = [("country", codes[0]), *(("to", code) for code in codes[1:]), *on_day(answer.on)]
    links = [Link("Compare each as it stood before its own designation", f"/compare?{urlencode(asked)}")]
    if answer.measure.indicator:
        of = answer.measure.indicator
        links += [Link(f"The series of {the(one.name)}", f"/indicators/{of}/{one.iso3}") for one in answer.countries]
    return replace(shown, sections=(Section("onward", "Go on", (Items(tuple(links), "run"),)), *shown.sections))
