"""The documentation lists every indicator as its record has it, and says what was tested how."""

from pathlib import Path

from mnna.series import indicators
from mnna.series.docs_table import as_markdown, not_shipped
from mnna.series.refresh import refreshable
from mnna.series.refresh.addresses import ADDRESSES
from mnna.series.refresh.connectors import CONNECTORS

PAGE = (Path(__file__).parents[2] / "docs" / "indicators.md").read_text(encoding="utf-8")


def test_the_generated_part_is_in_step() -> None:
    assert as_markdown(indicators()) in PAGE, "write as_markdown(indicators()) into docs/indicators.md"
    assert not_shipped() in PAGE


def test_the_page_says_that_the_connectors_were_tested_locally_only() -> None:
    assert "**Every connector has been tested against local servers only**" in PAGE


def test_every_connector_and_host_is_on_the_page() -> None:
    for one in CONNECTORS:
        assert all(f"`{name}`" in PAGE for name in one.indicators)
    secondary = {"census-imports", "world-bank-countries", "ideal-points-file", "ucdp-api"}
    assert all(address.host in PAGE for name, address in ADDRESSES.items() if name not in secondary)
    assert "federal-register" in refreshable()
