"""The world of the embedded facts, read once, and published data sets."""

from __future__ import annotations

import csv

import pytest

from mnna.models.panel import World, load_world
from tests.conftest import DATA


@pytest.fixture(scope="session")
def world() -> World:
    """The embedded world."""
    return load_world()


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of the tests' data."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
