"""What the proofs share: the grounds of a file of every country and channel. `./run prove` proves all of them.

The ordinary tests prove the claims about the law as a whole, and the claims about files on every twelfth ground.
"""

from __future__ import annotations

import os

import pytest

from mnna.registry.countries import countries
from mnna.registry.load import Registry, load_registry
from mnna.screening.grid import Grid, build
from mnna.statutes import catalog
from tests.proofs.files import Place, places

pytest.importorskip("z3", reason="the extra `test` is not installed")
WHOLE = os.environ.get("MNNA_PROVE") == "all"


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def grid(registry: Registry) -> Grid:
    return build(sorted(countries()), [catalog.case_law(channel) for channel in catalog.CHANNELS], registry, True)


@pytest.fixture(scope="session")
def grounds(grid: Grid, registry: Registry) -> list[Place]:
    """One ground for each residue: every twelfth unless all are asked for."""
    return list(places(grid, registry))[:: 1 if WHOLE else 12]
