"""The user's data directory: figures that were refreshed, and notices the user took over from their publisher."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

from mnna.quick import Path

OUR_FOLDER = __name__.partition(".")[0]
"""The name of the folder in the usual place for the data of programs."""


def data_directory() -> Path:
    """Return the user's data directory: `MNNA_DATA`, else `~/.local/share/mnna` or its like elsewhere."""
    return _directory(*map(os.environ.get, ("MNNA_DATA", "LOCALAPPDATA", "XDG_DATA_HOME", "HOME")))


@lru_cache(maxsize=8)
def _directory(own: str | None, local: str | None, share: str | None, _home: str | None) -> Path:
    """Return the directory for one environment: a figure is looked up thousands of times in one answer."""
    if own:
        return Path(own).expanduser()
    if sys.platform == "win32":
        return Path(local or Path.home() / "AppData" / "Local") / OUR_FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / OUR_FOLDER
    return Path(share or Path.home() / ".local" / "share") / OUR_FOLDER


def own_notices() -> Path:
    """Return where the user's own notices lie: `notices` in the data directory; it need not exist."""
    return data_directory() / "notices"
