"""What a process of its own is given of the environment, and memory that a process gives back."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_DATA_HOME", "MNNA_DATA")


def environment(folder: Path, everything: bool = False) -> dict[str, str]:
    """The environment of a process that may write in that folder only; `everything` keeps the user's own on top.

    The process finds Python's packages, and this one, where the server found them.
    """
    kept = dict(os.environ) if everything else {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "TMPDIR": str(folder)}


def give_back() -> None:
    """Give the system back what was freed, in some milliseconds; only the C library of Linux can be told to."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
