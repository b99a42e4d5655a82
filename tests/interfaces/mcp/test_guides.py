"""Every tool says when to use it, and no guide is of a tool that went."""

from __future__ import annotations

import pytest

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

from mnna.interfaces.mcp.guides import guide, guides
from mnna.interfaces.mcp.server import tools


def test_every_guide_is_of_a_tool_and_leads_to_tools() -> None:
    known = {*tools(), "screen_rows"}
    assert guides().keys() <= known
    for one in guides().values():
        assert one.use.endswith(".") and set(one.next) <= known


def test_a_tool_without_a_guide_says_what_it_is() -> None:
    assert guide("stance", "How a country voted").use == "How a country voted."
