"""The names SIPRI prints: each one in lower case, with a code figures can be filed under."""

from __future__ import annotations

from mnna.series.coverage_codes import known
from mnna.series.sipri_names import NAMES


def test_every_name_is_in_lower_case_and_has_a_known_code() -> None:
    for name, code in NAMES.items():
        assert name == name.lower().strip() and (not code or known(code)), name


def test_a_state_that_is_gone_is_not_its_successor() -> None:
    assert NAMES["soviet union"] == "SUN" and NAMES["russia"] == "RUS"
