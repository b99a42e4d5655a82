"""Text in a Word file."""

from __future__ import annotations

import pytest

from mnna.present.docx.runs import line, lines, outside, run


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines", "two lines"),
        ("a\x00b", "a b"),
        ("\uffff", "[U+FFFF]"),
        ("\U0001f642 日本", "\U0001f642 日本"),
        ("", ""),
    ],
)
def test_a_line_has_only_letters_that_xml_allows(text: str, shown: str) -> None:
    assert line(text) == shown
    assert run(text=shown).text == shown


def test_text_to_be_copied_keeps_its_lines() -> None:
    assert lines("a\n  b\ufffe") == "a\n  b[U+FFFE]"


def test_only_an_address_outside_is_a_link() -> None:
    assert outside("https://example.org") and not outside("/countries/MEX") and not outside("#sources")


def test_a_title_of_the_code_stays_with_its_section() -> None:
    assert line("22 USC 2321k(a) and 2 cases") == "22\u00a0USC\u00a02321k(a) and 2 cases"
