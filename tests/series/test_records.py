"""The shapes of figures: the line that names the source, and zero, which is a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnna.series import figure, indicator
from mnna.series.records import ABSENT, KINDS


def test_the_source_line_names_producer_and_license_and_where_the_figures_are_not_ours() -> None:
    ours = indicator("homicide_rate")
    assert ours.source_line() == "; ".join([ours.producer, ours.version, ours.vintage, ours.licence])
    assert replace(ours, origin="your own").source_line().endswith("; your own")


@pytest.mark.parametrize(
    ("state", "is_known"), [("value", True), ("zero", True), ("missing", False), ("outside", False)]
)
def test_zero_is_known(state: str, is_known: bool) -> None:
    assert replace(figure("homicide_rate", "MEX", 2018), state=state).known is is_known  # type: ignore[arg-type]


def test_kinds_and_what_an_absent_row_means_are_few() -> None:
    ours = indicator("homicide_rate")
    assert ours.kind in KINDS and ours.absent in ABSENT
