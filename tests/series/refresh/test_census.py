"""From exports and imports to total, share and rank."""

from __future__ import annotations

import pytest

from mnna.series.refresh.census import IDS, derived, partner, schedule_c
from mnna.series.refresh.session import Rows

EXPORTS = {("MEX", 2020): 60.0, ("CAN", 2020): 50.0, ("COL", 2020): 5.0}
IMPORTS = {("MEX", 2020): 40.0, ("CAN", 2020): 50.0, ("PER", 2020): 0.0}


def test_total_share_and_rank() -> None:
    found = derived(EXPORTS, IMPORTS, {2020: 400.0})
    exports, imports, total, share, rank = (found[name] for name in IDS)
    assert total["MEX", 2020] == 100.0 == total["CAN", 2020] and share["COL", 2020] == pytest.approx(1.25)
    assert rank["MEX", 2020] == rank["CAN", 2020] == 1.0 and rank["COL", 2020] == 3.0
    assert imports["COL", 2020] == 0.0 and ("PER", 2020) not in total and exports["COL", 2020] == 5.0


def test_a_year_without_a_world_row_has_no_shares() -> None:
    assert derived(EXPORTS, IMPORTS, {})[IDS[3]] == {}


def test_groups_of_countries_are_left_out_and_tallied() -> None:
    rows = Rows("the workbook")
    assert partner("0003", "European Union", rows) is None
    assert partner("4999", "A country that is gone", rows) == "?4999"
    assert partner("0999", "The last group", rows) is None and partner("1000", "The first partner", rows) == "?1000"
    assert len(rows.notes()) == 2 and "European Union" in rows.notes()[0]


def test_every_code_of_the_schedule_has_a_country() -> None:
    assert all(code.isdigit() and len(iso3) == 3 for code, iso3 in schedule_c().items())
