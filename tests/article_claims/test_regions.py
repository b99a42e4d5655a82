"""Regions: who lies in one for certain, and who is counted either way."""

from __future__ import annotations

from mnna.article_claims.regions import regions
from mnna.registry.countries import countries


def test_every_member_is_a_country_and_none_is_disputed_too() -> None:
    for region in regions().values():
        assert region.members and region.members | region.disputed <= countries().keys(), region.name
        assert not region.members & region.disputed and "USA" not in region.members, region.name


def test_a_region_of_a_bureau_has_what_is_added_and_lacks_what_is_taken_out() -> None:
    assert {"KEN", "EGY"} <= regions()["Africa"].members and "EGY" not in regions()["sub-Saharan Africa"].members
    assert "TUR" not in regions()["Europe"].members and "DEU" in regions()["Europe"].members
    assert "IRQ" in regions()["Gulf"].disputed
