"""The world of the embedded facts, and the published data sets, each read once."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path

import numpy as np
import pytest

from mnna.models.panel import World, load_world


@pytest.fixture(scope="session")
def world() -> World:
    """The embedded world."""
    return load_world()


@pytest.fixture(scope="session")
def replication(shared: Path) -> Path:
    """The folder of published data sets; skips where it is not there."""
    folder = shared / "data" / "replication"
    if not folder.is_dir():
        pytest.skip(f"no published data sets at {folder}")
    return folder


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def r_array(path: Path) -> np.ndarray:
    """An array that R's `dput` wrote."""
    text = gzip.decompress(path.read_bytes()).decode()
    body = text[text.index("c(") + 2 : text.index("), .Dim")]
    found = re.search(r"\.Dim = c\(([^)]*)\)", text)
    assert found
    shape = [int(one.strip().rstrip("L")) for one in found.group(1).split(",")]
    return np.array([float(one) for one in body.split(",")]).reshape(shape, order="F")
