"""What is taken from diff-diff."""

from __future__ import annotations

import pytest

from mnna.models.effects import library_check
from tests.models.effects.staggered import NAMES, panel


def test_a_unit_treated_after_the_panel_ends_was_never_treated_in_it() -> None:
    rows = panel(units=40)
    later = rows.assign(first=rows["first"].where(rows["first"] > 0, 2030))
    for found in (library_check.two_stage, library_check.callaway_santanna):
        assert found(later, **NAMES) == pytest.approx(found(rows, **NAMES), abs=1e-12)
