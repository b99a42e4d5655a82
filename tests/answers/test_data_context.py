"""What an answer of evidence looks at: the figures held are those of `mnna.series`."""

from __future__ import annotations

from pathlib import Path

from mnna import series
from mnna.answers.data_context import Evidence, HeldFigures, evidence
from mnna.registry.load import load_registry


def test_the_store_gives_what_the_series_give() -> None:
    held = HeldFigures()
    assert held.figure("population", "MEX", 2020) == series.figure("population", "MEX", 2020)
    assert held.series("population", "MEX") == series.series("population", "MEX")
    assert held.panel("population") == series.panel("population")
    assert held.indicator("population") == series.indicator("population")
    assert held.borders() == series.land_borders()


def test_evidence_is_the_embedded_registry_and_equal_only_to_itself(tmp_path: Path) -> None:
    found = evidence()
    assert found.registry == load_registry() and isinstance(found.figures, HeldFigures)
    assert found != Evidence(found.registry, found.figures) and found == found
    (tmp_path / "sources.csv").write_text(
        (Path(series.__file__).parents[1] / "registry/tables/sources.csv").read_text(encoding="utf-8").splitlines()[0]
        + "\n",
        encoding="utf-8",
    )
    assert evidence(tmp_path).registry is not load_registry()
