"""What a process of its own is given of the environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mnna.interfaces.http import processes
from mnna.interfaces.http.processes import environment


def test_only_what_is_needed_is_passed_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "environ", {"PATH": "/bin", "MNNA_DATA": "/d", "SECRET": "x", "TMPDIR": "/old"})
    found = environment(tmp_path)
    assert found.keys() == {"PATH", "MNNA_DATA", "PYTHONPATH", "TMPDIR"} and found["MNNA_DATA"] == "/d"
    assert found["TMPDIR"] == str(tmp_path)
    assert environment(tmp_path, everything=True) == found | {"SECRET": "x"}


def test_packages_are_found_where_the_server_found_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", ["", "/a", "/b c"])
    assert environment(tmp_path)["PYTHONPATH"] == os.pathsep.join(("/a", "/b c"))


def test_memory_is_given_back_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr("ctypes.CDLL", lambda name: SimpleNamespace(malloc_trim=told.append))
    processes.give_back()
    monkeypatch.setattr("ctypes.CDLL", lambda name: SimpleNamespace())
    processes.give_back()
    assert told == [0]
