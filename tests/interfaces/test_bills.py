"""The parameter that names a bill: a path only from the command line, a number from every other door."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import UnknownWord
from mnna.interfaces.bills import BILL


def test_the_command_line_tells_a_file_from_a_number() -> None:
    assert BILL.typed is not None
    assert BILL.typed("mine.TOML") == Path("mine.TOML") and BILL.typed("H.R. 3613") == "H.R. 3613"


def test_a_text_is_a_number_wherever_it_comes_from() -> None:
    assert BILL.value("hr 3613") == "H.R. 3613" and BILL.value(Path("a.toml")) == Path("a.toml")
    with pytest.raises(UnknownWord):
        BILL.value("a.toml")
