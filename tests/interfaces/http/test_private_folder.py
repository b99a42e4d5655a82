"""The private folder of a server: for its user only, and gone when it closes."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from mnna.interfaces.http import private_folder
from mnna.interfaces.http.private_folder import PrivateFolder, environment


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    PrivateFolder().close()
    assert list(tmp_path.iterdir()) == []


def test_each_folder_is_new_and_for_this_user_only(tmp_path: Path) -> None:
    private = PrivateFolder()
    first, second = private.new(), private.new()
    assert first != second and first.parent == second.parent and first.parent.parent == tmp_path
    for folder in (first, first.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (first / "a file").write_text("a", encoding="utf-8")
    private.close()
    assert not first.parent.exists(), "and close waits until it is gone"


def test_after_closing_there_is_another(tmp_path: Path) -> None:
    private = PrivateFolder()
    old = private.new()
    private.close()
    new = private.new()
    assert new.is_dir() and new.parent != old.parent
    private.close()
    assert list(tmp_path.iterdir()) == []


def test_one_of_another_process_stays(tmp_path: Path) -> None:
    private = PrivateFolder()
    same = PrivateFolder(private.path)
    made = same.new()
    same.close()
    assert made.is_dir() and same.path == private.path and private.folders("tmp") == [made]
    private.close()
    assert list(tmp_path.iterdir()) == [] and PrivateFolder().folders("") == []


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
    private_folder.give_back()
    monkeypatch.setattr("ctypes.CDLL", lambda name: SimpleNamespace())
    private_folder.give_back()
    assert told == [0]
