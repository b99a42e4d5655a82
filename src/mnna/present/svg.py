"""Build the SVG of pictures: elements, text and patterns in one color, so that they print in black and white.

The color is `currentColor`: black on paper, light on a dark screen. Typst makes a PNG for forms that take no SVG.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from mnna.errors import extra
from mnna.present.document import Picture

FONT = "Libertinus Serif, Georgia, serif"
WIDTH, SMALLEST = 680.0, 12.6
"""The width of a picture in its own units, and the font size that equals 9 points on the narrower paper, A4."""


def element(name: str, *inside: str, **attributes: object) -> str:
    """Return an SVG element; `_` in an attribute's name becomes `-`, and a trailing `_` is dropped."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_text(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>" if inside else f"<{name}{told}/>"


def _text(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)


def words(x: float, y: float, text: str, **attributes: object) -> str:
    """Return an SVG text at a point."""
    return element("text", escape(text, quote=False), x=x, y=y, **attributes)


def label(x: float, y: float, text: str, anchor: str = "middle", **attributes: object) -> str:
    """Return a text of the smallest size at a point, which is its middle, its `start` or its `end`."""
    return words(x, y, text, text_anchor=anchor, font_size=SMALLEST, **attributes)


def rule(x1: float, x2: float, y1: float, y2: float, opacity: float | None = 0.22, width: float = 0.8) -> str:
    """Return a straight line; without an `opacity` it is as dark as the text."""
    faint = {} if opacity is None else {"stroke_opacity": opacity}
    return element("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke="currentColor", **faint, stroke_width=width)


def rect(x: float, y: float, width: float, height: float, **attributes: object) -> str:
    """Return a rectangle by its upper left corner and its size."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def hatch(id_: str, gap: int = 4, width: float = 1.2, angle: int = 45) -> str:
    """Return a pattern of slanted lines, to be used as `fill="url(#id)"`."""
    line = element("rect", width=width, height=gap, fill="currentColor")
    turned = {"patternUnits": "userSpaceOnUse", "patternTransform": f"rotate({angle})"}
    return element("pattern", line, id=id_, width=gap, height=gap, **turned)


def drawing(
    id_: str, title: str, alt: str, caption: str, height: float, inside: Iterable[str], defs: Iterable[str] = ()
) -> Picture:
    """Return a whole picture, with its title and `alt` as the description for screen readers."""
    svg = element(
        "svg",
        element("title", escape(title, quote=False), id=f"{id_}-title"),
        element("desc", escape(alt, quote=False), id=f"{id_}-desc"),
        element("defs", *defs),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_text(WIDTH)} {_text(float(height))}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
        font_family=FONT,
        font_size=SMALLEST,
        fill="currentColor",
    )
    return Picture(id_, title, alt, caption, svg)


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
