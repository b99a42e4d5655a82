"""Temporary folders that are removed after use or, if the process was killed, at the next start.

A folder in use holds a locked file. The operating system releases the lock whenever the process ends.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from mnna.errors import CannotAnswer

fcntl: ModuleType | None
try:
    import fcntl
except ModuleNotFoundError:  # Windows has none; abandoned folders are not removed there
    fcntl = None

PREFIX = "mnna-screen-"
LOCK = ".in-use"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""The errors of the system where a file cannot grow."""
UNLOCKED = 3600
"""Seconds after which a folder without the lock file counts as abandoned."""


@contextmanager
def scratch(within: Path | None = None, prefix: str = PREFIX, suffix: str = "") -> Iterator[Path]:
    """Yield a new folder that only this user may read, and remove it afterwards; by default in the system's folder.

    First removes folders with the same prefix and suffix that killed processes left.
    """
    place = within or Path(tempfile.gettempdir())
    sweep(place, prefix, suffix)
    folder = Path(tempfile.mkdtemp(suffix, prefix, place))
    with _held(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def no_room(error: BaseException) -> CannotAnswer | None:
    """Return what to say where the temporary copy of an input cannot grow; None for any other error."""
    if not isinstance(error, OSError) or error.errno not in NO_ROOM:
        return None
    do = "Free some space, or name another folder in TMPDIR."
    return CannotAnswer("a temporary copy of the input", "there is no room for it", (), do)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. The file gets its name once it is locked, so no process sees it unlocked."""
    if fcntl is None:
        yield
        return
    beginning = folder / f"{LOCK}-soon"
    with beginning.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        beginning.rename(folder / LOCK)
        yield


def sweep(place: Path, prefix: str = PREFIX, suffix: str = "") -> None:
    """Remove the temporary folders of processes that were killed."""
    if fcntl is None:
        return
    for one in place.iterdir():
        if one.name.startswith(prefix) and one.name.endswith(suffix) and _left(one):
            shutil.rmtree(one, ignore_errors=True)


def _left(folder: Path) -> bool:
    """Return whether a folder of this user is no longer in use."""
    assert fcntl is not None
    with suppress(OSError):  # another process removed it, or it is in use, or not one of these folders
        told, lock = folder.lstat(), folder / LOCK
        if told.st_uid == os.getuid() and folder.is_dir() and not folder.is_symlink():
            if not lock.exists():
                return time.time() - told.st_mtime > UNLOCKED
            with lock.open("r+") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
    return False
