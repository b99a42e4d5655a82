"""A candidate compared with past designees, as a document: the nearest, every measure, one measure over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from mnna.answers.compare import MEASURES, Comparison, MeasureList, Reading, Row, Timelines
from mnna.answers.compare.nearness import Near
from mnna.present import days, document
from mnna.present.document import Block, Cell, Column, Document, Items, Paragraph, Said, Section, Table, heads
from mnna.present.inline import Link, Number, Text
from mnna.present.numbers import NOTHING, counted, figure, listed, money, share
from mnna.present.places import country as named
from mnna.present.wording import GAPS, own_facts
from mnna.registry.countries import name_of, the
from mnna.registry.days import a_day, held_days
from mnna.registry.readings import default_day
from mnna.registry.records import Span
from mnna.sentences import capital, inside

FEW = 3
"""Up to this many countries have columns of their own; for more, a column shows the range."""
NEAREST, PARTS = 8, 3
"""How many of the nearest countries are shown, and for each how many of the measures that differ most."""
FAMILIES = ("family of measures", "families of measures")


def compared(answer: Comparison) -> Document:
    """Return the document that compares the candidate with past designees."""
    near = [f"{the(name_of(one.country))} in {one.year}" for one in answer.nearest[:3]]
    name = capital(the(answer.name))
    sources = tuple(dict.fromkeys(row.source for row in answer.rows))
    return Document(
        title=f"{name} most resembles {listed(near)}" if near else f"{name} compared",
        subtitle=f"{answer.name} ({answer.candidate.iso3}). As of {days.day(answer.on)}",
        lead=(_in_short(answer), *filter(None, [answer.note]), *_ends_early(answer)),
        sections=(
            _beside(answer),
            _nearest(answer),
            _figures(answer),
            _sales(answer),
            Section("how", "How it is computed", tuple(Paragraph(text) for text in answer.method)),
            Section("sources", "Sources", (Items((*sources, *own_facts(answer.own_facts)), "small"),)),
        ),
    )


def _in_short(answer: Comparison) -> str:
    asked = (
        f"The question is which past or present ally {the(answer.name)} resembles most, each taken as it stood in the "
        "year before its designation."
    )
    if not answer.nearest:
        return f"{asked} None shares enough measures with it."
    near = [f"{the(name_of(one.country))} (measured in {one.year})" for one in answer.nearest[:3]]
    return f"{asked} The nearest: {listed(near)}. {_sure(answer)} The comparison says who looks alike, not who is next."


def _sure(answer: Comparison) -> str:
    """Return how robust the first place is, and what would change it."""
    moved = [inside(MEASURES[one.without].title) for one in answer.sensitivity if one.changes_the_nearest]
    tried = f"It was tried without each of {len(answer.sensitivity)} measures"
    if not moved:
        return f"{tried}, and the first stayed the first. Newer figures could change that."
    without = f"another country comes first without {listed(moved, 'or')}"
    return f"{tried}: {without}. Newer figures could change this too."


def _ends_early(answer: Comparison) -> Iterator[Text]:
    """Yield one line: how many figures are older than the last full year, with a link to the years of each series."""
    if answer.early:
        told = f"{len(answer.early)} of {len(answer.dated)} figures end before {answer.on.year - 1}"
        yield (f"{told}: each shows its year. ", Link("What each series covers", "/indicators"), ".")


def _beside(answer: Comparison) -> Section:
    shown: Block = Items(tuple(_other(*one) for one in answer.others))
    if len(answer.others) > FEW:
        told = "countries that were designated by then, each in the year before its designation."
        shown = Paragraph(f"All {len(answer.others)} {told}")
    return Section("beside", "Set beside it", (shown,))


def _other(code: str, entrant: Any) -> Text:
    name = named(name_of(code), code)
    if entrant is None:
        return (name, ": never designated, measured in its latest year")
    since = a_day(entrant.since, None)
    return (name, f": designated {since}, measured in {entrant.measured}")


def _nearest(answer: Comparison) -> Section:
    shares = {"Country": 2, "Measured in": 1, "Distance": 1, "Place if one measure is left out": 1.5}
    columns = heads(shares | {"What keeps them apart": 3}, numbers=("Distance",))
    shown = answer.nearest[:NEAREST]
    asked = [one for one in answer.nearest[NEAREST:] if one.country in answer.to and len(answer.to) <= FEW]
    rows = tuple(_near(one) for one in (*shown, *asked))
    blocks: list[Block] = [Table("", columns, rows)] if rows else [Paragraph("None shares enough measures with it.")]
    if answer.not_ranked:
        unranked = [f"{name_of(one.country)} ({counted(one.families, *FAMILIES)})" for one in answer.not_ranked]
        blocks.append(Paragraph(f"Too few measures in common to be placed: {', '.join(unranked)}."))
    return Section("near", "Which countries were most like it when they joined", tuple(blocks))


def _near(one: Near) -> document.Row:
    parts = ", ".join(f"{MEASURES[id_].title} {share(part)}" for id_, part in list(one.by.items())[:PARTS])
    ranks = f"{one.best} to {one.worst}"
    name = (f"{one.rank}. ", named(name_of(one.country), one.country))
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
        *(Column(code, name_of(code), 2) for code in others),
        *(() if few else (Column("others", "Those who joined", 3),)),
    )
    rows = tuple(document.Row(row.id, tuple(_cells(answer, row, few))) for row in answer.rows)
    told = Paragraph(
        "A percentile is the share of countries that stand lower; in parentheses, how many were compared. Those who "
        "joined are measured as they stood at entry, all others in the year of the figure."
    )
    return Section("measures", "Measures", (told, Table("", columns, rows)))


def _sales(answer: Comparison) -> Section:
    shares = {"Country": 2, "New sales": 1, "At most": 1, "Known to be missing": 4}
    columns = heads(shares, numbers=("New sales", "At most"))
    rows = []
    for one in answer.notices:
        sold = (NOTHING, NOTHING) if one.sales is None else (f"{one.sales:,}", money(one.usd))
        rows.append(document.Row(one.country, (named(name_of(one.country), one.country), *sold, one.says)))
    told = Paragraph("What was offered, in the dollars of its day. It counts in no distance: the record has gaps.")
    span = f"In the five years to {days.day(answer.on)}"
    return Section("sales", "Sales notified to Congress", (told, Table(span, columns, tuple(rows))))


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
    """Return the address of a measure over the years: with the others if they are few, else with the two nearest."""
    beside = answer.to if len(answer.to) <= FEW else tuple(one.country for one in answer.nearest[:2])
    asked = [("country", answer.candidate.iso3), *(("to", code) for code in beside), ("lines", measure)]
    return f"/compare/lines?{urlencode(asked + on_day(answer.on))}"


def on_day(day: date) -> list[tuple[str, str]]:
    """Return the day as a parameter of an address; an empty list for today."""
    return [] if day == default_day() else [("on", day.isoformat())]


def _reading(one: Reading) -> Said:
    if one.value is None:
        return Said(f"{GAPS[one.state]} ({one.year})", one.because)
    return Said(f"{figure(one.value)} ({one.year})")


def _percentile(place: float | None, count: int) -> str:
    return NOTHING if place is None else f"{place:g} ({count})"


def _range(row: Row) -> Said:
    known = sorted((one for one in row.others if one.value is not None), key=lambda one: one.value or 0.0)
    ends = [f"{figure(one.value)} ({name_of(one.country)} {one.year})" for one in (*known[:1], *known[1:][-1:])]
    others = [gap for gap in row.missing if gap.country != row.candidate.country]
    gaps = ", ".join(f"{name_of(gap.country)} {gap.year} ({GAPS[gap.state]})" for gap in others)
    return Said(" to ".join(ends) or "no other has a figure", f"No figure: {gaps}." if gaps else "")


def measures(answer: MeasureList) -> Document:
    """Return the document with every measure."""
    columns = heads({"Measure": 2, "Family": 1, "What it says": 4})
    rows = tuple(document.Row(one.id, (f"{one.title} ({one.id})", one.family, one.says)) for one in answer.measures)
    return Document(
        title=f"{len(rows)} measures to compare countries by",
        sections=(Section("measures", "Measures", (Table("", columns, rows),)),),
    )


def over_the_years(answer: Timelines) -> Document:
    """Return the document with a measure year by year, and the statuses held."""
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
    told = "A status is shown for the time it was held. That does not mean that it moved the figures."
    blocks: list[Block] = [Paragraph(told)]
    if answer.spans:
        rows = tuple(document.Row(span.country, tuple(_span(answer, span))) for span in answer.spans)
        blocks.append(Table("", columns, rows))
    without = [one.name for one in answer.countries if one.iso3 not in {span.country for span in answer.spans}]
    if without:
        blocks.append(Paragraph(f"None of the statuses shown here: {', '.join(without)}."))
    return Section("statuses", "Statuses held in these years", tuple(blocks))


def _span(answer: Timelines, span: Span) -> Iterator[Cell]:
    yield named(name_of(span.country), span.country)
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
        document.Row(str(year), (str(year), *(Number(at := known.get((code, year)), figure(at)) for code in codes)))
        for year in range(last, first - 1, -1)
    )
    told = Paragraph("A year without a figure is missing and not zero.")
    return Section("years", "Year by year", (Table("Latest first", columns, tuple(rows)), told))


def with_links(answer: Timelines) -> Document:
    """Return the document of a measure over the years for its page, with links to related pages."""
    shown, codes = over_the_years(answer), [one.iso3 for one in answer.countries]
    asked = [("country", codes[0]), *(("to", code) for code in codes[1:]), *on_day(answer.on)]
    links = [Link("Compare each as it stood before its own designation", f"/compare?{urlencode(asked)}")]
    if answer.measure.indicator:
        of = answer.measure.indicator
        links += [Link(f"The series of {the(one.name)}", f"/indicators/{of}/{one.iso3}") for one in answer.countries]
    return replace(shown, sections=(Section("onward", "Go on", (Items(tuple(links), "run"),)), *shown.sections))
