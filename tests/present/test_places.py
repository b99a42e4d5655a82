"""Countries in running text."""

from __future__ import annotations

from mnna.present.document import Link
from mnna.present.places import country


def test_a_country_leads_to_its_page() -> None:
    assert country("the Philippines", "PHL") == Link("the Philippines", "/countries/PHL")
