"""What the tests of all interfaces share: a client without a network, and no process for each slow question."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

WEB = bool(find_spec("fastapi") and find_spec("httpx"))
"""Without the extra `web` no page can be tested."""


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """The application without a network; it does not follow redirects."""
    from starlette.testclient import TestClient

    from mnna.interfaces.http.app import create_app

    with TestClient(create_app(), base_url="http://127.0.0.1", follow_redirects=False) as found:
        yield found


@pytest.fixture(scope="session", autouse=True)
def _process_of_its_own() -> Iterator[Any]:
    """A slow question is answered by the tests' own process, which reads the figures once; yields what does it else."""
    if not WEB:
        yield None
        return
    from mnna.interfaces.http.background import Slow
    from mnna.interfaces.http.background_worker import said

    own = Slow._said
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Slow, "_said", lambda _, order, folder: pickle.loads(pickle.dumps(said(order))))
        yield own


@pytest.fixture
def a_process_of_its_own(_process_of_its_own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow question gets a process of its own, as on a server."""
    monkeypatch.setattr("mnna.interfaces.http.background.Slow._said", _process_of_its_own)
