"""10 USC 2350c: airlift is exchanged with NATO, four countries named, and whoever else is designated."""

from __future__ import annotations

import pytest

from mnna.statutes import catalog
from tests.statutes.asking import asked

ID = "airlift-exchange"


def test_a_major_non_nato_ally_would_need_a_designation_for_this_section() -> None:
    (need,) = asked(ID, "COL", "2024-06-01").needs
    assert "Allied country for military airlift" in need
    (route,) = catalog.authority(ID).provisions[-1].routes
    assert route.citation.startswith("10 USC 2350c(d)(1)(C)") and "not the President's designation" in route.text


def test_the_paragraph_that_names_the_country_is_cited() -> None:
    cited = {country: asked(ID, country, "2024-06-01").citations for country in ("FRA", "JPN")}
    assert [one.startswith("10 USC 2350c(d)(1)(A) (formerly") for one in cited["FRA"]].count(True) == 1
    assert any(one.startswith("10 USC 2350c(d)(1)(B)-(C)") for one in cited["JPN"])


@pytest.mark.parametrize("step", ("consults the Secretary of State", "same rate", "settled regularly"))
def test_what_is_still_to_do(step: str) -> None:
    assert step in " ".join(asked(ID, "JPN", "2024-06-01").steps)
