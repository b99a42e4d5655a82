"""The private folder of a server, the environment of its worker processes, and the return of freed memory.

Only this user may read the folder, and it is deleted when the server ends.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

_KEEPER = 'read -r _; rm -rf -- "$1"'
"""A shell script that waits for the end of its input, which comes when the server ends, and deletes the folder."""


class PrivateFolder:
    """A temporary folder, made at first use; safe to use from several threads.

    One with a given `path` belongs to another process, which made it and keeps it for all processes of the server.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._keeper: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    @property
    def path(self) -> Path:
        """The path of the folder, which is made at first use."""
        with self._lock:
            if self._path is None:
                self._path = Path(tempfile.mkdtemp(prefix="mnna-serve-"))
                self._keeper = subprocess.Popen(
                    ["/bin/sh", "-c", _KEEPER, "sh", str(self._path)], stdin=subprocess.PIPE, start_new_session=True
                )
            return self._path

    def new(self) -> Path:
        """Return a new empty folder inside the private folder."""
        return Path(tempfile.mkdtemp(dir=self.path))

    def folders(self, beginning: str) -> list[Path]:
        """Return the folders inside whose names begin with `beginning`."""
        return [] if self._path is None else list(self._path.glob(f"{beginning}*"))

    def close(self) -> None:
        """Delete the folder and wait until it is gone; one that belongs to another process stays."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.communicate()
                self._path = self._keeper = None


_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_DATA_HOME", "MNNA_DATA")


def environment(folder: Path, everything: bool = False) -> dict[str, str]:
    """Return the environment of a process that may write only to `folder`; `everything` adds all of the user's own.

    The process finds Python's packages, and this one, where the server found them.
    """
    kept = dict(os.environ) if everything else {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "TMPDIR": str(folder)}


def give_back() -> None:
    """Return freed memory to the system, in some milliseconds; does nothing without the C library of Linux."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
