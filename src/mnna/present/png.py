"""A picture of ours as PNG, for forms that take no SVG: drawn by Typst, which sets the type of every document."""

from __future__ import annotations

import re

from mnna.errors import extra

DOTS = 220
"""Dots per inch, where the picture is as wide as the text of a page."""

_SOURCE = b"""#set page(width: 7in, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif")
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


def to_png(svg: str) -> bytes:
    """The picture in black on white, seven inches wide; raises `CannotAnswer` where Typst is not installed."""
    with extra("brief", "a picture in a Word file"):
        import typst

    said = {"svg": re.sub(r"\bcurrentColor\b", "#000000", svg)}
    return bytes(typst.compile(_SOURCE, sys_inputs=said, format="png", ppi=DOTS, ignore_system_fonts=True))
