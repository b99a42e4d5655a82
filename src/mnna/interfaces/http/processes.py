"""The environment of worker processes, and the return of freed memory to the system."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

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
