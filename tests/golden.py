"""Texts that a test holds as they are: a change of one shows as a change of its file.

After a change that is meant, `./run golden` writes the files anew; the difference is then read before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from mnna._version import __version__
from mnna.engine.law_hash import law_hash
from mnna.series import figures_hash

UPDATE = bool(os.environ.get("MNNA_UPDATE_GOLDEN"))


def kept(file: Path, text: str) -> None:
    """Hold the text of a file that `./run golden` writes."""
    if UPDATE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; ./run golden writes it"
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines(), "./run golden writes it anew"


_STAMP = re.compile(rf"\b[0-9a-f]{{16}}\b|\b{law_hash()[:6]}\b|\b{figures_hash()[:12]}\b|\b{re.escape(__version__)}\b")


def unstamped(text: str) -> str:
    """The text without hashes, whole or shortened, and version: they change with every correction."""
    return _STAMP.sub("STAMP", text)
