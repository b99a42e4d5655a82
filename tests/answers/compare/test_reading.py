"""One number of one country: its JSON says which year it is of, and why there is none."""

from __future__ import annotations

from dataclasses import replace

from mnna.answers.compare.reading import Reading
from mnna.series import figure


def test_a_figure_of_another_year_says_so() -> None:
    found = figure("us_land_border_km", "MEX", 2000)
    assert Reading("MEX", 2000, found, 99.0).to_dict()["year"] == found.of_year != 2000


def test_a_missing_figure_has_no_value_and_a_reason() -> None:
    found = Reading("TWN", 2020, figure("gdp_current_usd", "TWN", 2020), None).to_dict()
    assert found["value"] is None and found["state"] == "missing" and found["because"]
    assert found["percentile_at_risk"] is None and found["year"] == 2020


def test_notes_are_a_list() -> None:
    noted = replace(figure("homicide_rate", "MEX", 2018), notes=("a note",))
    assert Reading("MEX", 2018, noted, 50.0).to_dict()["notes"] == ["a note"]
