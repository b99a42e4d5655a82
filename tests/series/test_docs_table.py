"""The documentation lists every indicator as its record has it, and says what was tested how."""

import os
from pathlib import Path

from mnna.series import indicators
from mnna.series.docs_table import as_markdown, not_shipped
from mnna.series.refresh import refreshable
from mnna.series.refresh.connectors import CONNECTORS
from mnna.series.refresh.session import ADDRESSES

FILE = Path(__file__).parents[2] / "docs" / "indicators.md"
BEGINS = "<!-- generated from the records; a test keeps it in step -->\n\n"
PAGE = FILE.read_text(encoding="utf-8")


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
    assert all(address.host in PAGE for name, address in ADDRESSES.items() if name not in secondary)
    assert "federal-register" in refreshable()
