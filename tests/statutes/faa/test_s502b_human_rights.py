"""FAA 502B: a pattern of gross violations, a certificate that lifts the bar, and a statement asked for by Congress."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-human-rights-502b"
ON = "2024-06-01"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"gross_violations_pattern": False}, "no"),
        ({"gross_violations_pattern": True, "extraordinary_circumstances": False}, "yes"),
        ({"gross_violations_pattern": True, "extraordinary_circumstances": True}, "no"),
        ({"gross_violations_pattern": True}, "unknown"),
        ({"gross_violations_pattern": False, "statement_or_resolution_502b": True}, "yes"),
        ({}, "unknown"),
    ],
)
def test_what_bars(given: dict[str, bool], expected: str) -> None:
    if expected == "no":
        given = {"statement_or_resolution_502b": False, **given}
    for country in ("EGY", "CAN"):
        assert verdict(ID, country, ON, **given) == expected


def test_the_statement_is_due_in_thirty_days() -> None:
    assert asked(ID, "EGY", ON).terms["statement_days"] == 30


@pytest.mark.parametrize(("on", "encoded"), [("1978-09-25", False), ("1978-09-26", True)])
def test_it_is_encoded_from_the_day_of_the_act(on: str, encoded: bool) -> None:
    given = {"gross_violations_pattern": True, "statement_or_resolution_502b": True}
    assert (asked(ID, "EGY", on, **given).verdict == "yes") is encoded
