"""Who could be named on a day."""

from __future__ import annotations

from datetime import date

from mnna.models.forecast import risk_set
from mnna.models.panel import World


def test_who_no_state_was_could_not_be_named(world: World) -> None:
    """The Cook Islands and Niue were recognised in September 2023, South Sudan came to be in 2011."""
    for year, absent in [(2010, {"COK", "NIU", "SSD"}), (2022, {"COK", "NIU"}), (2024, set())]:
        assert {"COK", "NIU", "SSD"} - set(risk_set.at_risk(world, date(year, 1, 1))) == absent
