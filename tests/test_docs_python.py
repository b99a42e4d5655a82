"""The Python of the documents runs, a block after another, in an empty folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.test_docs import DOCUMENTS

BLOCK = re.compile(r"^( *)```python\n(.*?)^ *```", re.M | re.S)
READERS_OWN = re.compile(r'\bmine\b|sys\.argv|"cases\.csv"|^ENDPOINT = ', re.M)
"""What only the reader has: a frame, arguments, a file, a module to be written."""


def blocks(path: Path) -> list[str]:
    """The blocks of a document that run as they stand, without what the list around them indents."""
    found = BLOCK.findall(path.read_text(encoding="utf-8"))
    shown = [re.sub(rf"^{indent}", "", code, flags=re.M) for indent, code in found]
    return [code for code in shown if not READERS_OWN.search(code)]


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if blocks(path)], ids=lambda path: path.stem)
def test_the_python_of_a_document_runs(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for code in blocks(path):
        exec(compile(code, path.name, "exec"), names)
