"""Standard input: its bytes, and one sentence where it is closed; a device is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.streams import refuse_device, standard_input


def test_standard_input_is_read_as_bytes() -> None:
    assert standard_input() is sys.stdin.buffer


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CannotAnswer, match=r"standard input: it is closed\. Give a file\."):
        standard_input()


def test_a_device_is_refused_and_a_file_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="/dev/zero: it is a device and no file"):
        refuse_device(Path("/dev/zero"))
    (tmp_path / "a.csv").touch()
    refuse_device(tmp_path / "a.csv")
    refuse_device(tmp_path / "not there")
