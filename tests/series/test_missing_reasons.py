"""Why a figure is what it is, in a sentence."""

from __future__ import annotations

import pytest

from mnna.series import figure


@pytest.mark.parametrize(
    ("name", "country", "year", "says"),
    [
        ("gdp_current_usd", "TWN", 2020, "not in the series in any year"),
        ("unga_distance_usa", "PRI", 2020, "a territory or associated state"),
        ("homicide_rate", "NATO", 2020, "an organization, not a country"),
        ("factbook_export_share_usa", "RUS", 2023, "unknown, not zero"),
        ("factbook_export_share_usa", "MEX", 2022, "one year for each country: 2023"),
        ("civil_conflict_intensity", "SSD", 2000, "did not exist as a state in 2000"),
        ("civil_conflict_intensity", "MEX", 2020, "a missing row within the years covered means zero"),
        ("us_goods_trade_rank", "ABW", 1988, "its figures for Aruba are of 1992 to 2025"),
        ("us_ntib_member", "NZL", 2023, "10 USC 4801(1)"),
        ("homicide_rate", "ABW", 1997, "A gap: Aruba has figures for 1995 to"),
    ],
)
def test_says_why(name: str, country: str, year: int, says: str) -> None:
    assert says in figure(name, country, year).because
