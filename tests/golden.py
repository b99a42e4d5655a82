"""Texts that a test holds as they are: a change of one shows as a change of its file.

After a change that is meant, `./run golden` writes the files anew; the difference is then read before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

UPDATE = bool(os.environ.get("MNNA_UPDATE_GOLDEN"))


def kept(file: Path, text: str) -> None:
    """Hold the text of a file that `./run golden` writes."""
    if UPDATE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; ./run golden writes it"
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines(), "./run golden writes it anew"
