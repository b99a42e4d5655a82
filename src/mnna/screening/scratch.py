"""Scratch folders: removed when the work is done, and at the next start where the work was killed.

A folder in use holds a locked file; the system lets go of the lock when the program ends, however it ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None
try:
    import fcntl
except ModuleNotFoundError:  # Windows has none; there nothing is swept
    fcntl = None

PREFIX = "mnna-screen-"
LOCK = ".in-use"
UNLOCKED = 3600
"""Seconds after which a folder without the locked file is taken for left behind."""


@contextmanager
def scratch(within: Path | None = None, prefix: str = PREFIX, suffix: str = "") -> Iterator[Path]:
    """A new folder that only this user may read; `within` is the folder of temporary files unless given.

    What earlier runs that were killed left under the same prefix and suffix is removed first.
    """
    place = within or Path(tempfile.gettempdir())
    sweep(place, prefix, suffix)
    folder = Path(tempfile.mkdtemp(suffix, prefix, place))
    with _held(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; its file takes its name when it is locked, so that no other start meets it before."""
    if fcntl is None:
        yield
        return
    beginning = folder / f"{LOCK}-soon"
    with beginning.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        beginning.rename(folder / LOCK)
        yield


def sweep(place: Path, prefix: str = PREFIX, suffix: str = "") -> None:
    """Remove the scratch folders of runs that were killed."""
    if fcntl is None:
        return
    for one in place.iterdir():
        if one.name.startswith(prefix) and one.name.endswith(suffix) and _left(one):
            shutil.rmtree(one, ignore_errors=True)


def _left(folder: Path) -> bool:
    """Whether a folder of this user is in use no more."""
    assert fcntl is not None
    try:
        told = folder.lstat()
    except OSError:  # it went meanwhile
        return False
    try:
        if told.st_uid != os.getuid() or not folder.is_dir() or folder.is_symlink():
            return False
        with (folder / LOCK).open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    except FileNotFoundError:
        return time.time() - told.st_mtime > UNLOCKED
    except OSError:  # it is in use, or none of ours
        return False
