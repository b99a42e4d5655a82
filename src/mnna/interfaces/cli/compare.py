"""`mnna compare`: a candidate beside the incumbents as they were when they joined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mnna.errors import BadQuestion
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped

if TYPE_CHECKING:
    from mnna.answers.pictures import Chart


@click.command("compare")
@click.argument("country", required=False)
@click.option("--to", multiple=True, metavar="COUNTRY", help="A country to set beside it; may be repeated.")
@click.option("--lines", metavar="MEASURE", help="A measure over all years instead, for COUNTRY and those after --to.")
@click.option("--list", "listed", is_flag=True, help="List every measure there is.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Draw it: a .svg, or a .json Vega-Lite file.")
@on_option
@facts_option
@json_option
def command(
    country: str | None,
    to: tuple[str, ...],
    lines: str | None,
    listed: bool,
    output: Path | None,
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """How COUNTRY compares with the incumbents, each measured in the year before its own designation."""
    from mnna.answers.compare import MEASURES, compare, timelines

    if listed:
        rows = [
            {"id": m.id, "family": m.family, "title": m.title, "says": m.says, "scale": m.scale}
            for m in MEASURES.values()
        ]
        return show(as_json, {"measures": rows}, _listing)
    if country is None:
        raise click.UsageError("Name a country, for example: mnna compare MEX --to COL")
    if lines:
        drawn = timelines(lines, [country, *to], on, facts=facts)
        if output is not None:
            from mnna.answers import pictures

            _draw(pictures.timelines(drawn), output)
        return show(as_json, drawn.to_dict(), _years)
    answer = compare(country, list(to) or None, on, facts)
    if output is not None:
        from mnna.answers import pictures

        _draw(pictures.comparison(answer), output)
    show(as_json, answer.to_dict(), _lines)


def _draw(chart: Chart, output: Path) -> None:
    ending = output.suffix.lower()
    if ending not in (".svg", ".json"):
        raise BadQuestion(f"the file {output}", "its ending names no form of picture", (".svg", ".json"), "Choose one.")
    text = chart.svg() if ending == ".svg" else json.dumps(chart.spec, ensure_ascii=False, indent=2)
    output.write_text(text + "\n", encoding="utf-8")
    click.echo(f"wrote {output}", err=True)


def _listing(document: dict[str, Any]) -> Iterator[str]:
    for row in document["measures"]:
        yield from wrapped(f"{row['id']} [{row['family']}]: {row['title']}. {row['says']}", "", "    ")


def _years(document: dict[str, Any]) -> Iterator[str]:
    yield f"{document['title']}, {document['unit']}"
    table: dict[int, dict[str, float]] = {}
    for point in document["points"]:
        table.setdefault(point["year"], {})[point["country"]] = point["value"]
    yield "year  " + "".join(f"{code:>16}" for code in document["countries"])
    for year in range(document["years"][0], document["years"][1] + 1):
        values = (table.get(year, {}).get(code) for code in document["countries"])
        yield f"{year}  " + "".join(f"{number(value):>16}" for value in values)
    yield from heading("Statuses")
    for span in document["spans"]:
        unknown = " (not known whether held)" if span["holds"] == "unknown" else ""
        yield f"  {span['country']}  {span['status']}: {span['since']} to {span['until'] or 'now'}{unknown}"
    yield from heading("Source")
    yield from wrapped(document["source"], "  ", "      ")
    yield from foot(document)


def number(value: float | None) -> str:
    """A number for reading: four figures, thousands grouped; `missing` where there is none."""
    if value is None:
        return "missing"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.4g}" if abs(value) < 1e3 else f"{value:,.1f}"


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{document['name']} ({document['candidate']}) beside those designated before {document['on']}"
    if len(document["to"]) <= 3:
        for other in document["others"]:
            when = f"designated {other['designated']}" if other["designated"] else "never designated"
            yield f"  {other['country']}: {when}, measured in {other['measured']}"
        yield from heading("Measures")
        for row in document["measures"]:
            yield from _row(row)
    else:
        years = ", ".join(f"{other['country']} {other['measured']}" for other in document["others"])
        yield from wrapped(f"each measured in: {years}", "  ", "      ")
        yield from heading("Measures (percentiles of the candidate)")
        for row in document["measures"]:
            yield from _percentiles(row)
    yield from _nearest(document)
    yield from heading("How")
    for text in document["method"]:
        yield from wrapped(text, "  ")
    yield from heading("Sources")
    for source in dict.fromkeys(row["source"] for row in document["measures"]):
        yield from wrapped(source, "  ", "      ")
    yield from foot(document)


def _row(row: dict[str, Any]) -> Iterator[str]:
    yield from wrapped(f"{row['title']} ({row['unit']}{_fiscal(row)})", "  ", "      ")
    yield f"      {_said(row['candidate'])}"
    yield f"        {_place(row['candidate'])}"
    for other in row["others"]:
        yield f"      {_said(other)}"
    for gap in row["missing"]:
        yield from wrapped(f"{gap['country']} {gap['year']}, {gap['state']}: {gap['because']}", "      ", "        ")


def _fiscal(row: dict[str, Any]) -> str:
    return "; US fiscal years" if row["fiscal_year"] else ""


def _said(one: dict[str, Any]) -> str:
    shown = one["state"] if one["value"] is None else number(one["value"])
    return f"{one['country']} {one['year']}  {shown:>18}"


def _place(one: dict[str, Any]) -> str:
    groups = (
        (one["percentile_among_entrants"], one["n_entrants"], "entrants"),
        (one["percentile_at_risk"], one["n_at_risk"], "at risk"),
        (one["percentile_outside_nato"], one["n_outside_nato"], "outside NATO"),
    )
    told = [f"{place:g} among {count} {group}" for place, count, group in groups if place is not None]
    return f"percentile {', '.join(told)}" if told else "no percentile"


def _percentiles(row: dict[str, Any]) -> Iterator[str]:
    known = sorted((one for one in row["others"] if one["value"] is not None), key=lambda one: float(one["value"]))
    ends = [f"{number(one['value'])} ({one['country']} {one['year']})" for one in (*known[:1], *known[1:][-1:])]
    yield from wrapped(f"{row['title']} ({row['unit']}{_fiscal(row)})", "  ", "      ")
    yield f"      {_said(row['candidate'])}"
    yield f"        {_place(row['candidate'])}"
    yield f"        {'entrants from ' + ' to '.join(ends) if ends else 'no entrant has a number'}"
    if row["missing"]:
        gaps = ", ".join(f"{gap['country']} {gap['year']} ({gap['state']})" for gap in row["missing"])
        yield from wrapped(f"no number: {gaps}", "      ", "        ")


def _nearest(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Nearest incumbents at entry")
    for near in document["nearest"][:6]:
        ranks = near["rank_without_one_measure"]
        parts = ", ".join(f"{name} {100 * share:.0f}%" for name, share in list(near["by"].items())[:4])
        text = (
            f"{near['rank']}. {near['country']} {near['year']}: distance {near['distance']:.2f} ({parts}, ...); rank "
        )
        yield from wrapped(f"{text}{ranks['best']} to {ranks['worst']} with any one measure left out", "  ", "      ")
    for one in document["not_ranked"]:
        yield f"  {one['country']}: not ranked, only {one['families']} families of measures in common"
    changes = [row["without"] for row in document["sensitivity"] if row["changes_the_nearest"]]
    if changes:
        yield from wrapped(f"The nearest is another one without: {', '.join(changes)}.", "  ")
