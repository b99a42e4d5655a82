"""Draw the preview picture of a shared link to an answer: its title, its first sentences and its source."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from mnna.present.document import Document, spelled
from mnna.present.svg import FONT, element, words

WIDTH, HEIGHT, EDGE = 1200.0, 630.0, 70.0
"""The width and height in pixels that social networks ask for, and the margin."""
TITLE, LEAD, FOOT = 60.0, 32.0, 28.0
"""The font sizes of the title, the sentences below it and the last line."""
LETTER = 0.5
"""The average width of a letter, as a fraction of the font size."""
MOST, ALL = 4, 7
"""The most lines of the title, and of the title and the sentences below it together."""


def card(shown: Document, foot: str) -> str:
    """Return the preview card of an answer as SVG, ending with `foot`; text that does not fit is cut with …."""
    lead = " ".join(map(spelled, shown.lead)) or shown.subtitle
    ground = element("rect", width=WIDTH, height=HEIGHT, fill="#fbfaf6")
    bar = element("rect", width=18.0, height=HEIGHT, fill="#17456b")
    return element(
        "svg",
        ground,
        bar,
        *_lines(shown, lead),
        words(EDGE, HEIGHT - 44, foot, font_size=FOOT, fill="#5a564e"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        font_family=FONT,
        fill="#1d1b18",
    )


def _lines(shown: Document, lead: str) -> Iterator[str]:
    y, title = EDGE, _wrapped(shown.title, TITLE, MOST)
    for line in title:
        y += TITLE * 1.2
        yield words(EDGE, y, line, font_size=TITLE, font_weight="bold")
    y += LEAD * 0.5
    for line in _wrapped(lead, LEAD, ALL - len(title)):
        y += LEAD * 1.3
        yield words(EDGE, y, line, font_size=LEAD)


def _wrapped(text: str, size: float, most: int) -> list[str]:
    return wrap(text, int((WIDTH - 2 * EDGE) / (size * LETTER)), max_lines=most, placeholder=" …") if text else []
