"""The tree as a visitor finds it: no file of it is half merged."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MARK = re.compile(rb"^(?:<{7}|>{7}|={7}\r?$)", re.M)
"""What git leaves where two versions of a text met, at the beginning of a line."""

OURS = ("src", "tests", "docs", "bench", "scripts", ".ci")
AT_THE_ROOT = (
    ".gitignore", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md",
    "pyproject.toml", "requirements.lock", "run",
)  # fmt: skip


def tracked() -> Iterator[Path]:
    """Every file git keeps; in a copy of the tree without git, every file of its folders and beside them."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        yield from (ROOT / name.decode() for name in listed.stdout.split(b"\0") if name)
        return
    yield from (path for path in ROOT.iterdir())
    for folder in OURS:
        yield from (path for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts)


def half_merged(text: bytes) -> list[int]:
    """The numbers of the lines that carry a merge mark."""
    return [text.count(b"\n", 0, found.start()) + 1 for found in MARK.finditer(text)]


def test_no_file_carries_the_marks_of_a_merge() -> None:
    files = [path for path in tracked() if path.is_file()]
    assert ROOT / "README.md" in files and Path(__file__).resolve() in files
    found = {str(path.relative_to(ROOT)): half_merged(path.read_bytes()) for path in files}
    assert not {name: lines for name, lines in found.items() if lines}


def test_the_marks_are_seen() -> None:
    marks = [b"<" * 7 + b" HEAD", b"=" * 7, b">" * 7 + b" abc123", b"=" * 7 + b"\r"]
    assert half_merged(b"\n".join([b"a", *marks, b"=" * 8, b"text " + b"<" * 7])) == [2, 3, 4, 5]


def test_nothing_that_an_example_or_a_trial_wrote_is_kept_at_the_root() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}
    if not (ROOT / ".git").exists():
        pytest.skip("a copy of the tree without git, where nothing tells what is kept")
    assert found == {*OURS, *AT_THE_ROOT}


def test_no_module_is_longer_than_a_reader_can_keep_in_mind() -> None:
    files = [path for folder in ("src", "tests", "scripts", "bench") for path in (ROOT / folder).rglob("*.py")]
    lengths = {path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n") for path in files}
    assert not {name: lines for name, lines in lengths.items() if lines > 400}, "split it"


def _kept_without_end(path: Path) -> Iterator[str]:
    """The functions of a module that keep every answer they gave, each for a day or a number somebody asked for."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef) and any(ast.unparse(one) == "cache" for one in node.decorator_list):
            asked = " ".join(ast.unparse(given.annotation) for given in node.args.args if given.annotation)
            if re.search(r"\b(date|int|float|Decimal)\b", asked):
                yield f"{path.relative_to(ROOT)}: {node.name}"


def test_nothing_is_kept_for_every_day_a_server_is_asked_about() -> None:
    found = [name for path in (ROOT / "src").rglob("*.py") for name in _kept_without_end(path)]
    assert not found, "bound it with lru_cache, or do not keep it"
