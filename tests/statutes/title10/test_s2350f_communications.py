"""10 USC 2350f: communications support is exchanged with NATO, its members, four countries, and the designated."""

from __future__ import annotations

import pytest

from mnna.statutes import catalog
from tests.statutes.asking import asked

ID = "communications-exchange"


def test_a_major_non_nato_ally_would_need_a_designation_for_this_section() -> None:
    (need,) = asked(ID, "COL", "2024-06-01").needs
    assert "Allied country for communications support" in need
    (route,) = catalog.authority(ID).provisions[-1].routes
    assert route.citation == "10 USC 2350f(d)(1)(C)" and "not the President's designation" in route.text


def test_the_paragraph_that_names_the_country_is_cited() -> None:
    cited = {country: asked(ID, country, "2024-06-01").citations for country in ("FRA", "JPN")}
    assert "10 USC 2350f(d)(1)(A)" in cited["FRA"] and "10 USC 2350f(d)(1)(B)-(C)" in cited["JPN"]


@pytest.mark.parametrize("step", ("Secretary of State approves", "limited term", "reconciled every year"))
def test_what_is_still_to_do(step: str) -> None:
    assert step in " ".join(asked(ID, "JPN", "2024-06-01").steps)
