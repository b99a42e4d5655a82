"""The examples of docs/models.md for a panel of one's own run as they stand, in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "models.md"


def test_the_examples_run() -> None:
    text = DOCUMENT.read_text(encoding="utf-8").partition("## The estimators on a panel of your own")[2]
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    assert len(blocks) >= 9
    known: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, str(DOCUMENT), "exec"), known)
