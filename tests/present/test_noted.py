"""What of a text becomes a note."""

from __future__ import annotations

import pytest

from mnna.present.document import Cite, Day, Link, Text
from mnna.present.inline import Inline, no_address
from mnna.present.noted import Noted, noted

SOURCE = Link("CRS", "https://crs.gov/x")
ONE, TWO = Noted((Link("a"),)), Noted((Link("b"),))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Plain.", ["Plain."]),
        (("Said. [", Cite("a"), "]"), ["Said.", ONE]),
        (("Said [", SOURCE, "; ", "a", "], too."), ["Said", Noted((SOURCE, Link("; "), Link("a"))), ", too."]),
        (("One [", Cite("a"), "]; two [", Cite("b"), "]."), ["One", ONE, "; two", TWO, "."]),
        (("By ", Cite("a"), "."), ["By ", Link("a"), "."]),
        (("Open [", Day("2026"), " and never closed"), ["Open [", Day("2026"), " and never closed"]),
        ("In brackets [as a text].", ["In brackets [as a text]."]),
    ],
)
def test_what_stands_in_brackets_by_itself_is_a_note(text: Text, pieces: list[str | Inline | Noted]) -> None:
    assert [piece for piece in noted(text, no_address) if piece != ""] == pieces


def test_a_day_in_a_note_is_spelled() -> None:
    assert list(noted(("Said [", Day("2026-11-28"), "]"), no_address))[1] == Noted((Link("28 November 2026"),))
