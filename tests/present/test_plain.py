"""Text made safe to print keeps every letter and no mark that a terminal would obey."""

from __future__ import annotations

import pytest

from mnna.present.plain import clean, one_line


def test_control_characters_become_blanks_and_line_ends_stay() -> None:
    assert clean("a\x1b[31mb\x07\n\tc\ud800é") == "a [31mb \n\tc é"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n b\t\tc", "a b c"),
        (" a ", " a "),
        ("\na", " a"),
        ("a\r\n", "a "),
        ("", ""),
        (" \n ", " "),
        ("a\x00b", "a b"),
    ],
)
def test_one_line_has_single_blanks_and_keeps_one_at_each_end(text: str, line: str) -> None:
    assert one_line(text) == line
