"""FAA 660: no police aid under the Act, whatever the status, but for an old democracy without armed forces."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-police"


def test_it_bars_allies_as_it_bars_others() -> None:
    for country in ("COL", "GBR", "MEX"):
        assert verdict(ID, country, "2024-06-01") == "yes"


@pytest.mark.parametrize(("on", "expected"), [("1985-09-30", "yes"), ("1985-10-01", "no"), ("2024-06-01", "no")])
def test_a_democracy_without_armed_forces_is_excepted_since_1985(on: str, expected: str) -> None:
    assert verdict(ID, "CRI", on, unarmed_democracy=True) == expected


def test_a_country_with_armed_forces_is_not_asked_about_its_democracy() -> None:
    assert verdict(ID, "CRI", "2024-06-01", unarmed_democracy=False) == "yes"
    assert "police" in str(asked(ID, "MEX", "2024-06-01").terms["cuts"])
