"""The private folder of a server: only this user may read it, and nothing of it outlives the server."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from threading import Lock

_KEEPER = 'read -r _; rm -rf -- "$1"'
"""Waits for the end of its input, which comes with the end of the server however it ends, and then removes."""


class PrivateFolder:
    """A folder made when it is first needed; safe to use from several threads.

    One whose `path` is given is that of the process that made it, which keeps it for all processes of the server.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._keeper: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    @property
    def path(self) -> Path:
        """Where it is."""
        with self._lock:
            if self._path is None:
                self._path = Path(tempfile.mkdtemp(prefix="mnna-serve-"))
                self._keeper = subprocess.Popen(
                    ["/bin/sh", "-c", _KEEPER, "sh", str(self._path)], stdin=subprocess.PIPE, start_new_session=True
                )
            return self._path

    def new(self) -> Path:
        """A new empty folder within it."""
        return Path(tempfile.mkdtemp(dir=self.path))

    def folders(self, beginning: str) -> list[Path]:
        """The folders within it whose names begin so."""
        return [] if self._path is None else list(self._path.glob(f"{beginning}*"))

    def close(self) -> None:
        """Remove all of it, and wait until that is done; one that another process keeps stays."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.communicate()
                self._path = self._keeper = None
