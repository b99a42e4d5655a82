"""A request to end cleans up behind it, and is heard as before once the work is done."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest

from mnna.interfaces.cli.interruptible import interruptible
from tests.terminal import run


def test_a_request_to_end_leaves_no_temporary_file(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), interruptible(), tempfile.TemporaryDirectory(dir=tmp_path):
        os.kill(os.getpid(), signal.SIGTERM)
    assert list(tmp_path.iterdir()) == [] and signal.getsignal(signal.SIGTERM) is before


def test_refresh_hears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*asked: object, **more: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("mnna.series.refresh.refresh", ended)
    found = run("refresh", "v-dem", "--yes")
    assert (found.code, found.err.strip()) == (130, "mnna: interrupted")
