"""Group-time effects: the library's, with errors that repeat."""

from __future__ import annotations

import pytest

from mnna.errors import UnknownWord
from mnna.models.effects import library_check
from mnna.models.effects.callaway_santanna import callaway_santanna
from mnna.models.effects.did import imputation
from tests.models.effects.staggered import NAMES, panel


@pytest.mark.parametrize("controls", ["never_treated", "not_yet_treated"])
def test_group_time_effects_are_the_librarys(controls: str) -> None:
    rows = panel()
    own = callaway_santanna(rows, **NAMES, controls=controls).simple  # type: ignore[arg-type]
    theirs = library_check.callaway_santanna(rows, **NAMES, controls=controls)
    assert (own.effect, own.standard_error) == pytest.approx(theirs, abs=1e-9)


def test_bootstrap_errors_are_near_the_analytic_and_the_same_twice() -> None:
    rows = panel()
    analytic = callaway_santanna(rows, **NAMES).simple.standard_error
    drawn = [callaway_santanna(rows, **NAMES, draws=1000, seed=3).simple.standard_error for _ in range(2)]
    assert drawn[0] == drawn[1] == pytest.approx(analytic, rel=0.15)


def test_a_misspelt_choice_is_refused_and_means_no_other() -> None:
    rows = panel(units=10)
    with pytest.raises(UnknownWord, match="never_treated"):
        callaway_santanna(rows, **NAMES, controls="nevertreated")  # type: ignore[arg-type]
    with pytest.raises(UnknownWord, match="observation"):
        imputation(rows, **NAMES, weighting="cell")  # type: ignore[arg-type]
