"""Plain American English: no word of `data/words_to_avoid.csv` stands in what this project prints or publishes.

Names of fields and of other code may keep their spelling: text in backquotes, addresses, and strings without a blank
are not read. Titles of sources and names of countries stay as they were published.
"""

from __future__ import annotations

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "mnna"
AS_PUBLISHED = {
    ("sources.csv", "title"),
    ("sources.csv", "publisher"),
    ("country_names.csv", "name"),
    ("channels.csv", "aliases"),
    ("usual_names.csv", "names"),
    ("paragraphs.csv", "heading"),
    ("paragraphs.csv", "text"),
    ("paragraphs.csv", "after"),
    ("sections.csv", "heading"),
}
"""Cells that quote others, or say how users may spell a thing."""
ABOUT_WORDS = {ROOT / "docs" / "style.md", SOURCE / "article_claims" / "reading" / "patterns.toml"}
"""The page that shows what not to write, and the patterns that read what others wrote."""
CODE = re.compile(r"```json.*?```|`[^`]*`|https?://\S+|\{\w+\}|^ *- \w+:|\"\w+\":", re.DOTALL | re.MULTILINE)
"""Code, addresses, and names of fields in lists and JSON."""


def words() -> dict[str, str]:
    """Each word to avoid, and what to write instead."""
    with (ROOT / "tests" / "data" / "words_to_avoid.csv").open(encoding="utf-8", newline="") as table:
        return {row["word"]: row["instead"] for row in csv.DictReader(table)}


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])({'|'.join(map(re.escape, words()))})(?![\w-])", re.IGNORECASE)


APART = re.compile(r"[\d}] %(?![\w(])")
"""A number apart from its percent sign."""


def found(text: str) -> list[str]:
    prose = CODE.sub("", text)
    apart = [f"{one}: write the percent sign beside its number" for one in APART.findall(prose)]
    return [f"{one}: write {words()[one.lower()]}" for one in pattern().findall(prose)] + apart


def texts(path: Path) -> Iterator[str]:
    """The prose in a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
                yield node.value
    elif path.suffix == ".csv":
        for row in csv.DictReader(text.splitlines()):
            yield from (
                cell for name, cell in row.items() if cell and " " in cell and (path.name, name) not in AS_PUBLISHED
            )
    elif path.suffix == ".toml":
        yield from _values(tomllib.loads(text))
    elif path.suffix == ".html":
        yield re.sub(r"<[^>]*>|\{[{%#].*?[}%#]\}", " ", text)
    else:
        yield text


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _values(below)


FILES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(path for end in ("py", "csv", "toml", "html") for path in SOURCE.rglob(f"*.{end}")),
]


@pytest.mark.parametrize("path", [path for path in FILES if path not in ABOUT_WORDS], ids=lambda path: path.name)
def test_no_word_to_avoid(path: Path) -> None:
    assert [one for text in texts(path) for one in found(text)] == []


def test_a_word_to_avoid_is_found_and_code_is_left_alone() -> None:
    assert found("The licence of defence articles") == ["licence: write license", "defence: write defense"]
    assert found("5 % of it") == ["5 %: write the percent sign beside its number"]
    assert found("`licence`, https://example.org/defence and colourless") == []
