"""EAR 740.20: the country groups decide, and a designated ally may be in neither."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "strategic-trade-authorization"


def test_the_scope_follows_the_group() -> None:
    scopes = {country: asked(ID, country, "2024-06-01").terms["scope"] for country in ("GBR", "MEX", "COL", "MNE")}
    assert scopes["MEX"] == "narrow" and scopes["COL"] == scopes["MNE"] == "none"
    assert scopes["GBR"] not in ("narrow", "none")


def test_the_narrow_scope_leaves_out_what_its_entry_excludes() -> None:
    told = asked(ID, "MEX", "2024-06-01").because
    assert (
        "only items controlled for national security alone, unless the STA paragraph of their entry excludes them"
        in told
    )


@pytest.mark.parametrize(("country", "expected"), [("GBR", "yes"), ("MEX", "yes"), ("COL", "no"), ("MNE", "no")])
def test_neither_nato_nor_designation_opens_it(country: str, expected: str) -> None:
    assert verdict(ID, country, "2024-06-01") == expected


def test_the_exception_is_closed_to_hong_kong_before_it_leaves_the_group() -> None:
    """15 CFR 740.2, by 85 FR 45998: announced on 30 June 2020, published on 31 July, the group left in December."""
    days = ("2020-06-29", "2020-06-30", "2020-07-31", "2020-12-23")
    assert [verdict(ID, "HKG", on) for on in days] == ["yes", "unknown", "no", "no"]
