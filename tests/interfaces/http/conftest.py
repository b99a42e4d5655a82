"""What the tests of the pages share: a server, and a browser that can reach nothing else."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

collect_ignore_glob = [] if find_spec("fastapi") and find_spec("httpx") else ["test_*.py"]
"""Without the extra `web` there is nothing to test."""

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
"""No host but this machine can be found: a page that asks for anything else fails."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a real server, run as `mnna serve` runs it."""
    from uvicorn import Server

    from mnna.interfaces.words.serve import bound, settings

    listening, found = bound("127.0.0.1", 0), settings(None, "127.0.0.1")
    server = Server(found.config(found.app()))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium; skips where there is none (`MNNA_CHROMIUM` names another).

    Of one module, since no other event loop can run in this thread while it is open.
    """
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = os.environ.get("MNNA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no chromium here; set MNNA_CHROMIUM to one")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()
