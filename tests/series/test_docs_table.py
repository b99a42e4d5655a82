"""The documentation lists every indicator as its record has it, and says what was tested how."""

import os
from collections.abc import Iterable
from pathlib import Path

from mnna.series import indicators, metadata
from mnna.series.records import Indicator
from mnna.series.refresh import refreshable
from mnna.series.refresh.run import CONNECTORS
from mnna.series.refresh.session import addresses

FILE = Path(__file__).parents[2] / "docs" / "indicators.md"
BEGINS = "<!-- generated from the records; a test keeps it in step -->\n\n"
PAGE = FILE.read_text(encoding="utf-8")


def as_markdown(indicators: Iterable[Indicator]) -> str:
    """A section for each indicator: unit, producer, license, coverage, what no row means, caveats."""
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
    """One line for each indicator that is known but whose license keeps it out of the package."""
    records = (record for record in metadata.records().values() if not record["shipped"])
    text = "- `{id}`: {title}, {unit}. {producer}; {licence}. {bring}"
    return "\n".join(text.format_map(record) for record in records)


def test_the_generated_part_is_in_step() -> None:
    written = PAGE.partition(BEGINS)[0] + BEGINS + as_markdown(indicators()) + "\n## Known, not shipped\n\n"
    written += not_shipped() + "\n"
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        FILE.write_text(written, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == written, (
        "run MNNA_UPDATE_GOLDEN=1 pytest tests/series/test_docs_table.py"
    )


def test_the_page_says_that_the_connectors_were_tested_locally_only() -> None:
    assert "**Every connector has been tested against local servers only**" in PAGE


def test_every_connector_and_host_is_on_the_page() -> None:
    for one in CONNECTORS:
        assert all(f"`{name}`" in PAGE for name in one.indicators)
    secondary = {
        "census-imports",
        "world-bank-countries",
        "ideal-points-file",
        "ucdp-api",
        "visits",
        "travels",
        "travels-file",
    }
    assert all(address["host"] in PAGE for name, address in addresses().items() if name not in secondary)
    assert "federal-register" in refreshable()
