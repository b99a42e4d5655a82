"""What every test may use: the embedded registry, and the folder of the tests' data."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data"
if str(ROOT) not in sys.path:  # so that one test module can use another: `from tests.rules.strategies import ...`
    sys.path.insert(0, str(ROOT))

os.environ["MNNA_TODAY"] = "2026-11-28"  # answers turn with today, and these tests are to pass on every day

# OpenBLAS ends its threads where a process forks. A product of matrices in another thread then waits for them forever.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The machines that run these tests differ widely in speed, so no example fails for being slow.
settings.register_profile("mnna", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mnna")

from mnna.registry.load import Registry, load_registry  # noqa: E402

LONG = (
    "interfaces/http/test_browser.py",
    "interfaces/http/test_interface.py",
    "interfaces/http/test_links.py",
    "screening/engines/test_spark_engine.py",
    "screening/test_agreement.py",
    "interfaces/site/test_build.py",
    "interfaces/http/test_looks.py",
    "interfaces/test_every_word.py",
    "interfaces/http/test_in_step.py",
    "interfaces/http/test_forms.py",
    "test_docs.py",
    "proofs/test_files.py",
    "proofs/test_faults.py",
    "statutes/test_mutants.py",
    "models/",
)
"""Files that take longest. They run first, so that one worker is not left alone with them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first; the others keep their order."""
    items.sort(key=lambda item: _place(item.path.relative_to(ROOT / "tests").as_posix()))


def _place(path: str) -> int:
    return next((place for place, start in enumerate(LONG) if path.startswith(start)), len(LONG))


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The embedded registry, read once."""
    return load_registry()


@pytest.fixture(autouse=True)
def _nobodys_facts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests answer from the embedded facts, whatever the shell that started them had set."""
    monkeypatch.delenv("MNNA_FACTS", raising=False)
    yield
