"""Convert an SVG picture of a document to PNG with Typst, for forms that take no SVG."""

from __future__ import annotations

import re

from mnna.errors import extra

DOTS = 220
"""Dots per inch, for a picture as wide as the text of a page."""

_SOURCE = b"""#set page(width: 7in, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif")
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


def to_png(svg: str) -> bytes:
    """Return the picture in black, seven inches wide, as PNG; raise `CannotAnswer` if Typst is not installed."""
    with extra("brief", "a picture in a Word file"):
        import typst

    said = {"svg": re.sub(r"\bcurrentColor\b", "#000000", svg)}
    return bytes(typst.compile(_SOURCE, sys_inputs=said, format="png", ppi=DOTS, ignore_system_fonts=True))
