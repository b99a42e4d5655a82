"""Resources lead to lists of ids and to the tools that answer one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mnna.errors import UnknownWord
from mnna.interfaces.mcp.resources import listed, read, templates


def told(name: str, given: dict[str, Any]) -> dict[str, Any]:
    return {"tool": name} | given


def test_every_list_is_read() -> None:
    for one in listed():
        assert all(row["id"] and row["title"] for row in json.loads(read(one["uri"], told)))


def test_a_template_asks_its_tool() -> None:
    assert json.loads(read("mnna://law/22%20USC%202378a", told)) == {"tool": "law", "asked": "22 USC 2378a"}
    assert json.loads(read("mnna://statuses/nato", told)) == {"tool": "holders", "status": "nato"}
    assert len(templates()) == 3


@pytest.mark.parametrize("uri", ["mnna://", "mnna://x", "mnna://x/y", "file:///etc/passwd", "mnna://law"])
def test_anything_else_is_refused(uri: str) -> None:
    with pytest.raises(UnknownWord, match="no such resource"):
        read(uri, told)
