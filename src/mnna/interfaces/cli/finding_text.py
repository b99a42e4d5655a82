"""The tree of a finding as text, for commands that are not declared yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mnna.interfaces.cli.output import wrapped


def tree_lines(node: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """The tree of what decided an answer, indented."""
    cited = f" [{node['citation']}]" if node["citation"] else ""
    yield from wrapped(f"- {node['says']}{cited}", "  " * depth, "  " * (depth + 1))
    for below in node["of"]:
        yield from tree_lines(below, depth + 1)
