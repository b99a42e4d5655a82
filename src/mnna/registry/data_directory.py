"""The user's data directory, which holds refreshed figures and notices downloaded from their publisher."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

from mnna.quick import Path

OUR_FOLDER = __name__.partition(".")[0]
"""The name of the folder in the operating system's usual place for application data."""


def data_directory() -> Path:
    """Return the user's data directory: `MNNA_DATA`, else `~/.local/share/mnna` or its equivalent elsewhere."""
    return _directory(*map(os.environ.get, ("MNNA_DATA", "LOCALAPPDATA", "XDG_DATA_HOME", "HOME")))


@lru_cache(maxsize=8)
def _directory(own: str | None, local: str | None, share: str | None, _home: str | None) -> Path:
    """Return the directory for one environment; cached, because one answer looks up thousands of figures."""
    if own:
        return Path(own).expanduser()
    if sys.platform == "win32":
        return Path(local or Path.home() / "AppData" / "Local") / OUR_FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / OUR_FOLDER
    return Path(share or Path.home() / ".local" / "share") / OUR_FOLDER


def own_notices() -> Path:
    """Return the folder of the user's own notices, `notices` in the data directory; it need not exist."""
    return data_directory() / "notices"
