"""Scratch folders go when the work is done; those of killed runs are swept, and those in use are left alone."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnna.errors import CannotAnswer
from mnna.screening import scratch as scratch_module
from mnna.screening.scratch import LOCK, PREFIX, UNLOCKED, no_room, scratch, sweep
from mnna.screening.text_files import broken
from mnna.screening.workbooks import damaged

KILLED = """
import os, signal, sys
from pathlib import Path
from mnna.screening.scratch import scratch

with scratch(Path(sys.argv[1])) as folder:
    (folder / "half").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_folder_goes_when_the_work_is_done_or_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), scratch(tmp_path) as folder:
        assert folder.parent == tmp_path and folder.stat().st_mode & 0o077 == 0
        (folder / "sub").mkdir()
        raise ValueError("x")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()
    assert (left / "half").exists()
    with scratch(tmp_path) as folder, scratch(tmp_path):
        assert folder in set(tmp_path.iterdir()) and left not in set(tmp_path.iterdir())


def test_what_is_no_left_scratch_folder_stays(tmp_path: Path) -> None:
    for name in ("mnna-screen-new", "mnna-screen-old", "other-old"):
        (tmp_path / name).mkdir()
    (tmp_path / "mnna-screen-file").touch()
    (tmp_path / "mnna-screen-link").symlink_to(tmp_path / "other-old")
    for name in ("mnna-screen-old", "other-old", "mnna-screen-file"):
        os.utime(tmp_path / name, (0, UNLOCKED))
    (tmp_path / "other-old" / LOCK).touch()
    sweep(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == {
        "mnna-screen-new",
        "other-old",
        "mnna-screen-file",
        "mnna-screen-link",
    }


def test_a_folder_that_another_start_removes_meanwhile_is_passed_over(tmp_path: Path) -> None:
    assert not scratch_module._left(tmp_path / f"{PREFIX}gone")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_not_laid_to_the_input(number: int) -> None:
    """A workbook was called damaged, and its user told to save it anew, where its copy found no room."""
    for told in (damaged(Path("a.xlsx"), OSError(number, "x")), broken(Path("a.gz"), OSError(number, "x"))):
        assert isinstance(told, CannotAnswer) and "no room" in str(told) and "a." not in str(told)
    assert no_room(OSError(errno.EIO, "x")) is None and no_room(ValueError()) is None
