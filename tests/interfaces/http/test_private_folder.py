"""The private folder of a server: for its user only, and gone when it closes."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path

import pytest

from mnna.interfaces.http.private_folder import PrivateFolder


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
