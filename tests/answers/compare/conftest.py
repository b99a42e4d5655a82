"""Mexico beside Colombia and beside all, each compared once."""

from __future__ import annotations

import pytest

from mnna.answers.compare import Comparison, compare
from tests.answers.compare.known import TODAY


@pytest.fixture(scope="session")
def to_colombia() -> Comparison:
    return compare("MEX", to=["COL"], on=TODAY)


@pytest.fixture(scope="session")
def to_all() -> Comparison:
    return compare("MEX", on=TODAY)
