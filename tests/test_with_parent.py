"""A process ends with the one that started it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from mnna import with_parent


def test_a_process_ends_when_the_one_that_started_it_is_gone() -> None:
    child = "from mnna.with_parent import end_with_parent; import time; end_with_parent(); time.sleep(60)"
    start = f"import subprocess as s, sys, time; print(s.Popen([sys.executable, '-c', {child!r}]).pid); time.sleep(1.5)"
    found = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)
    deadline = time.monotonic() + 10
    while Path(f"/proc/{found.stdout.strip()}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{found.stdout.strip()}").exists()


def test_it_looks_once_a_second_until_the_parent_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    parents, pauses = iter((7, 7, 1)), list[int]()

    def ended(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr("os.getppid", lambda: next(parents))
    monkeypatch.setattr("os._exit", ended)
    monkeypatch.setattr(with_parent, "sleep", pauses.append)
    with pytest.raises(SystemExit, match=r"^1$"):
        with_parent._watch(7)
    assert pauses == [1, 1]
