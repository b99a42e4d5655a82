"""What every test may use: the embedded registry, and the published data that lie beside the repository, if they do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # so that one test module can use another: `from tests.rules.strategies import ...`
    sys.path.insert(0, str(ROOT))

# The machines that run these tests differ widely in speed, so no example fails for being slow.
settings.register_profile("mnna", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mnna")

from mnna.registry.load import Registry, load_registry  # noqa: E402


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The embedded registry, read once."""
    return load_registry()


@pytest.fixture(autouse=True)
def _nobodys_facts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests answer from the embedded facts, whatever the shell that started them had set."""
    monkeypatch.delenv("MNNA_FACTS", raising=False)
    yield


def find_shared() -> Path:
    """The folder of published replication data: `MNNA_SHARED`, or `shared` beside the repository.

    Skips the test, saying so, where there is none.
    """
    folder = Path(os.environ.get("MNNA_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no published data at {folder}; set MNNA_SHARED to the folder that holds them")
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The same as `find_shared`, for tests that take a fixture."""
    return find_shared()
