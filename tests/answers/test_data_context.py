"""What an answer of evidence looks at: the figures held are those of `mnna.series`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna import series
from mnna.answers.compare.groups import at_risk
from mnna.answers.data_context import Evidence, Figures, evidence
from mnna.registry.load import load_registry
from mnna.series import vintages


def test_the_store_gives_what_the_series_give() -> None:
    held = Figures()
    assert held.figure("population", "MEX", 2020) == series.figure("population", "MEX", 2020)
    assert held.series("population", "MEX") == series.series("population", "MEX")
    assert held.panel("population") == series.panel("population")
    assert held.indicator("population") == series.indicator("population")
    assert held.borders() == series.land_borders()


def test_evidence_is_the_embedded_registry_and_equal_only_to_itself(tmp_path: Path) -> None:
    found = evidence()
    assert found.registry == load_registry() and isinstance(found.figures, Figures)
    assert found != Evidence(found.registry, found.figures) and found == found
    (tmp_path / "sources.csv").write_text(
        (Path(series.__file__).parents[1] / "registry/tables/sources.csv").read_text(encoding="utf-8").splitlines()[0]
        + "\n",
        encoding="utf-8",
    )
    assert evidence(tmp_path).registry is not load_registry()


def test_what_was_worked_out_is_kept_until_the_figures_change(monkeypatch: pytest.MonkeyPatch) -> None:
    before = evidence()
    assert evidence() is before and at_risk(evidence(), 2020) is at_risk(before, 2020)
    monkeypatch.setattr(vintages, "state", lambda: ((Path("trade.csv"), (1, 2, 3)),))
    assert evidence() is not before and at_risk(evidence(), 2020) is not at_risk(before, 2020)
