"""Pictures of evidence with Vega-Altair: one specification gives the interactive picture and the SVG for paper.

Marks differ by shape, dash and position, never by color alone, so that pictures work in black and white; each has a
text alternative with the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt_

from mnna.answers.compare import Comparison, Reading, Row, Timelines
from mnna.registry.countries import countries
from mnna.registry.records import Span

WIDTH = 560
FONT = "DejaVu Sans, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture: its title, the Vega-Lite specification, the text alternative, and the line that names its sources."""

    title: str
    spec: dict[str, Any]
    alt: str
    sources: str

    def svg(self) -> str:
        """Return the picture as SVG, drawn without a network, with title and description for screen readers."""
        from xml.sax.saxutils import escape, quoteattr

        import vl_convert

        drawn: str = vl_convert.vegalite_to_svg(vl_spec=self.spec)
        head, _, body = drawn.partition(">")
        label = f' role="img" aria-label={quoteattr(f"{self.title}. {self.alt}")}'
        return f"{head}{label}><title>{escape(self.title)}</title><desc>{escape(self.alt)}</desc>{body}"


def comparison(of: Comparison) -> Chart:
    """Return the chart of the candidate and the others, measure by measure.

    Each point is a percentile among the countries at risk in its own year, so that years can be compared. A measure for
    which the candidate has no number is left out; the table has it.
    """
    rows = [row for row in of.rows if row.candidate.percentile_at_risk is not None]
    codes = [code for code, _ in of.others]
    single = len(codes) == 1
    name = of.candidate.name
    title = f"{name} and {countries()[codes[0]].name if single else 'the others'}, each in its own year"
    alt = " ".join(_place(row, name, codes) for row in rows)
    points = [point for row in rows for point in _points(row, of.candidate.iso3, single)]
    sources = "; ".join(dict.fromkeys(row.candidate.figure.source for row in rows))
    spec = _strip(points, [row.measure.title for row in rows], name, title, alt)
    series = (row.record for row in rows if row.record)
    credit = "; ".join(dict.fromkeys(f"{one.producer} ({one.licence})" for one in series))
    return Chart(title, spec | _titled(title, credit), alt, sources)


def _titled(title: str, credit: str, unit: str = "") -> dict[str, Any]:
    """Return the title with unit, sources and licenses below it: a picture is often shared without its page."""
    from textwrap import wrap

    small = {"subtitleFontSize": 8, "subtitleColor": "#444444", "subtitlePadding": 4, "subtitleLineHeight": 10}
    return {
        "title": {
            "text": title,
            "subtitle": [*wrap(unit and f"Unit: {unit}", 112), *wrap(f"Sources: {credit}", 112)],
            **small,
        }
    }


def _points(row: Row, candidate: str, single: bool) -> Iterator[dict[str, Any]]:
    for one in (*row.others, row.candidate):
        mine = one.country == candidate
        who = countries()[one.country].name if mine or single else "the others"
        if one.percentile_at_risk is not None:
            yield {
                "measure": row.measure.title,
                "who": who,
                "country": countries()[one.country].name,
                "year": one.year,
                "value": one.figure.value,
                "unit": row.unit,
                "percentile": one.percentile_at_risk,
            }


def _place(row: Row, name: str, codes: list[str]) -> str:
    said = f"{row.measure.title}: {_told(row.candidate, name)}"
    if len(codes) == 1:
        return f"{said}; {_told(row.others[0], countries()[codes[0]].name)}."
    known = [one.percentile_at_risk for one in row.others if one.percentile_at_risk is not None]
    return f"{said}; the others {min(known):.0f} to {max(known):.0f}." if known else f"{said}; no other is known."


def _told(one: Reading, name: str) -> str:
    year = one.year
    if one.percentile_at_risk is None:
        return f"{name} in {year}: {one.figure.state}"
    return f"{name} {_number(one.figure.value)} in {year}, percentile {one.percentile_at_risk:.0f}"


def _number(value: float | None) -> str:
    return "no figure" if value is None else f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.0f}"


def _strip(points: list[dict[str, Any]], order: list[str], name: str, title: str, alt: str) -> dict[str, Any]:
    whose = list(dict.fromkeys([name, *(point["who"] for point in points)]))
    base = alt_.Chart(alt_.InlineData(values=points)).encode(
        y=alt_.Y("measure:N", sort=order, title=None, axis=alt_.Axis(labelLimit=260, domain=False, ticks=False)),
        x=alt_.X(
            "percentile:Q",
            scale=alt_.Scale(domain=[-3, 103], nice=False),
            axis=alt_.Axis(values=list(range(0, 101, 20))),
            title="percentile among countries that could be named, in its own year",
        ),
        tooltip=["country:N", "year:Q", "value:Q", "unit:N", "percentile:Q"],
    )
    shape = alt_.Shape(
        "who:N", scale=alt_.Scale(domain=whose, range=["diamond", "circle"][: len(whose)]), title=None, sort=whose
    )
    fill = alt_.Color("who:N", scale=alt_.Scale(domain=whose, range=["#000000", "#ffffff"][: len(whose)]), title=None)
    marks = base.mark_point(size=70, filled=True, stroke="#000000", strokeWidth=1, opacity=1).encode(
        shape=shape, color=fill
    )
    chart = marks.properties(width=WIDTH - 200, height=18 * len(order) + 10, title=title, description=alt)
    return _finished(chart)


def timelines(of: Timelines) -> Chart:
    """Return the chart of a measure over the years, with a panel for each country and its statuses as bands.

    Missing years leave a gap in the line.
    """
    names = [country.name for country in of.countries]
    title = f"{of.measure.title}: {', '.join(names)}"
    alt = " ".join(_line_told(of, country.iso3, country.name) for country in of.countries)
    sources = f"{of.source}; statuses: registry"
    return Chart(title, _lines(of, title, alt) | _titled(title, sources, of.unit), alt, sources)


def _line_told(of: Timelines, code: str, name: str) -> str:
    known = [(year, value) for country, year, value in of.points if country == code]
    if not known:
        return f"{name}: no figure."
    (first, start), (last, end) = known[0], known[-1]
    low, high = min(known, key=lambda one: one[1]), max(known, key=lambda one: one[1])
    said = f"{name}: {_number(start)} in {first}, {_number(end)} in {last}; lowest {_number(low[1])} in {low[0]}, "
    said += f"highest {_number(high[1])} in {high[0]} ({of.unit})."
    spans = [f"{_band_name(of, span.status)} {_extent(span)}" for span in of.spans if span.country == code]
    told = "; ".join(dict.fromkeys(spans))
    return f"{said} Statuses: {told}." if told else f"{said} No status drawn."


def _extent(span: Span) -> str:
    until = f"{span.since.year} to {span.until.year}" if span.until else f"from {span.since.year}"
    return f"not known {until}" if span.holds == "unknown" else until


def _band_name(of: Timelines, status: str) -> str:
    return of.evidence.registry.kind(status).title.removesuffix(" (FAA 517)")


def _bands(of: Timelines, code: str) -> list[dict[str, Any]]:
    first, last = of.years
    lanes = list(dict.fromkeys((span.status, span.holds) for span in of.spans if span.country == code))
    found = []
    for span in of.spans:
        if span.country == code:
            start, end = _year(span.since), _year(span.until) if span.until else float(last) + 1
            lane, label = lanes.index((span.status, span.holds)), _band_name(of, span.status)
            label += " (not known)" if span.holds == "unknown" else ""
            shown = {"start": max(start, float(first)), "end": min(end, float(last) + 1), "lane": lane, "label": label}
            found.append(shown)
    return [band for at, band in enumerate(found) if band not in found[:at]]


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _runs(of: Timelines, code: str) -> list[dict[str, Any]]:
    """Return the points, each with the number of its run of consecutive years: no line is drawn over missing years."""
    run, before, found = 0, None, []
    for country, year, value in of.points:
        if country == code:
            run += before is not None and year != before + 1
            before = year
            found.append({"year": year + 0.5, "shown": year, "value": value, "run": run})
    return found


def _lines(of: Timelines, title: str, alt: str) -> dict[str, Any]:
    first, last = of.years
    values = [value for _, _, value in of.points] or [0.0]
    low = min(0.0, *values) if of.measure.scale != "plain" else min(values)
    high = max(values)
    domain = [low, low + 1.35 * ((high - low) or 1.0)]  # room above the line for the names of the statuses
    panels = [_panel(of, country.iso3, country.name, (first, last + 1), domain) for country in of.countries]
    chart = alt_.vconcat(*panels, spacing=14).properties(title=title, description=alt)
    return _finished(chart)


def _panel(of: Timelines, code: str, name: str, years: tuple[int, int], domain: list[float]) -> Any:
    few: dict[str, Any] = {"values": list(range(*years))} if years[1] - years[0] <= 8 else {"tickCount": 8}
    along: dict[str, Any] = {
        "scale": alt_.Scale(domain=list(years), nice=False),
        "axis": alt_.Axis(format="d", **few),
        "title": None,
    }
    x, bands, runs = alt_.X("start:Q", **along), _bands(of, code), _runs(of, code)
    layers = [_band(band, x) for band in bands]
    points = alt_.Chart(alt_.InlineData(values=runs)).encode(
        x=alt_.X("year:Q", **along),
        y=alt_.Y("value:Q", scale=alt_.Scale(domain=domain), title=None),
        detail="run:N",
        tooltip=[alt_.Tooltip("shown:Q", title="year", format="d"), "value:Q"],
    )
    drawn = [points.mark_line(color="#000000"), points.mark_point(color="#000000", filled=True, size=14)]
    texts = [_label(band, x, years) for band in bands]
    if not runs:  # an empty panel would look like a line at zero
        nothing = alt_.Chart(alt_.InlineData(values=[{}]))
        drawn = [nothing.mark_text(text="no figure", fontSize=11).encode(x=alt_.value(WIDTH / 2), y=alt_.value(65))]
    return alt_.layer(*layers, *drawn, *texts).properties(width=WIDTH, height=130, title=name)


def _band(band: dict[str, Any], x: Any) -> Any:
    chart = alt_.Chart(alt_.InlineData(values=[band])).encode(x=x, x2="end:Q", tooltip=["label:N"])
    if band["label"].endswith("(not known)"):  # an outline only: nothing is claimed about these years
        return chart.mark_rect(fill="transparent", stroke="#555555", strokeWidth=0.8, strokeDash=[3, 3])
    return chart.mark_rect(fill="#9a9a9a", fillOpacity=0.22, stroke="#777777", strokeWidth=0.7)


def _label(band: dict[str, Any], x: Any, years: tuple[int, int]) -> Any:
    """Return the name of a status at the top of its band; to the left of its first day near the right edge."""
    left = band["start"] > years[0] + 0.7 * (years[1] - years[0])
    chart = alt_.Chart(alt_.InlineData(values=[band])).encode(x=x, text="label:N", y=alt_.value(8 + 12 * band["lane"]))
    return chart.mark_text(align="right" if left else "left", dx=-3 if left else 3, fontSize=9, color="#000000")


def _finished(chart: Any) -> dict[str, Any]:
    spec: dict[str, Any] = (
        chart.configure(font=FONT, background="white")
        .configure_view(stroke=None)
        .configure_title(anchor="start", fontSize=12)
        .configure_legend(orient="top", symbolSize=70)
        .configure_axis(gridColor="#e6e6e6", labelFontSize=10, titleFontSize=10, titleFontWeight="normal")
        .to_dict()
    )
    return spec
