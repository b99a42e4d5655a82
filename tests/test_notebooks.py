"""Every notebook runs from top to bottom, and is small as it is saved.

`MNNA_UPDATE_GOLDEN=1` saves it anew with what it printed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
pytest.importorskip("pandas", reason="pandas is not installed")

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
LARGEST = 200_000


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_is_small(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    kinds = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert all(output.output_type != "error" for output in outputs) and len(outputs) >= len(kinds)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    text = nbformat.writes(notebook)
    assert len(text.encode()) < LARGEST > path.stat().st_size and "<script" not in text
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        path.write_text(f"{text.rstrip()}\n", encoding="utf-8")


def test_there_is_one_for_a_quick_start() -> None:
    assert "quickstart" in [path.stem for path in NOTEBOOKS]
