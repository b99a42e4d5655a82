"""The indicators as a table in Markdown: what the documentation prints, and a test keeps in step."""

from __future__ import annotations

from collections.abc import Iterable

from mnna.series import metadata
from mnna.series.records import Indicator


def as_markdown(indicators: Iterable[Indicator]) -> str:
    """Return a section for each indicator: unit, producer, license, coverage, what no row means, caveats."""
    return "\n".join(_section(one) for one in indicators)


def _section(one: Indicator) -> str:
    rows = [
        ("Unit", one.unit),
        ("Kind", one.kind + (f" ({one.direction})" if one.direction else "")),
        ("Producer", f"{one.producer}, <{one.address}>" if one.address else one.producer),
        ("Version", "; ".join(part for part in (one.version, one.vintage) if part)),
        ("License", f"{one.licence}. {one.licence_note}".rstrip(". ") + "."),
        ("Coverage", f"{one.first_year}-{one.last_year}, {one.countries} countries, {one.rows:,} figures"),
        ("No row", one.absent),
        ("Years", one.fiscal_year),
        ("Read from", one.obtained_from),
        ("Cite", one.citation),
    ]
    lines = [f"- {name}: {text}" for name, text in rows if text]
    notes = [f"- Note: {note}" for note in (*one.caveats, *_cautions(one.id))]
    return "\n".join([f"### `{one.id}`", "", f"{one.title}.", "", *lines, *notes, ""])


def _cautions(name: str) -> list[str]:
    found = []
    for one in metadata.cautions():
        if one.indicator == name:
            years = (
                "" if one.to_year == 9999 else f" {one.from_year}" + f"-{one.to_year}" * (one.to_year != one.from_year)
            )
            who = "all countries" if one.country == "*" else one.country
            left_out = " (left out)" if one.effect == "unusable" else ""
            found.append(f"{who}{years}{left_out}: {one.note}")
    return found


def not_shipped() -> str:
    """Return one line for each indicator that is known but whose license keeps it out of the package."""
    records = (record for record in metadata.records().values() if not record["shipped"])
    text = "- `{id}`: {title}, {unit}. {producer}; {licence}. {bring}"
    return "\n".join(text.format_map(record) for record in records)
