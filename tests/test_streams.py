"""Standard input: its bytes, and one sentence where it is closed."""

from __future__ import annotations

import sys

import pytest

from mnna.errors import CannotAnswer
from mnna.streams import standard_input


def test_standard_input_is_read_as_bytes() -> None:
    assert standard_input() is sys.stdin.buffer


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CannotAnswer, match=r"standard input: it is closed\. Give a file\."):
        standard_input()
