"""`mnna mcp`: what it says of itself, and what it needs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mnna.errors import BadFacts, CannotAnswer
from mnna.interfaces.words.mcp import _run
from tests.conftest import ROOT
from tests.terminal import run


def test_its_help_says_where_an_assistant_lists_it() -> None:
    text = run("mcp", "--help").out
    assert '{"command": "mnna", "args": ["mcp"]}' in text and "--facts" in text and "--json" not in text


def test_the_server_gets_the_users_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    server = pytest.importorskip("mnna.interfaces.mcp.server", reason="the extra 'mcp' is not installed")
    seen: list[Path | None] = []
    monkeypatch.setattr(server, "run", seen.append)
    mine = ROOT / "tests" / "interfaces" / "own_facts"
    _run(mine)
    assert seen == [mine]
    with pytest.raises(BadFacts, match="no such folder"):
        _run(Path("none"))
    assert seen == [mine]


def test_without_its_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mnna.interfaces.mcp.server", None)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises((CannotAnswer, ModuleNotFoundError)):
        _run(None)
