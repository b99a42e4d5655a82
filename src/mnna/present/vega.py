"""Draw Vega-Lite charts for documents: in one color and the document's font, with unique ids and a description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from mnna.errors import CannotAnswer, extra
from mnna.present.document import Document, Picture, Section
from mnna.present.svg import FONT, SMALLEST, WIDTH
from mnna.sentences import capital

INKS = {"#111111": "currentColor", "#000": "currentColor", "black": "currentColor", "#888": "#777777"}
_INK = re.compile(r'(fill|stroke)="([^"]+)"')
_SPOKEN = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_GROUND = re.compile(r'<rect width="[^"]*" height="[^"]*" fill="white"/>')
_SIZE = re.compile(r'font-size="([\d.]+)px"')
_OPENING = re.compile(r'<svg [^>]*?viewBox="([^"]+)"[^>]*>')


def picture(id_: str, spec: Mapping[str, Any]) -> Picture:
    """Return the picture of a Vega-Lite specification, with its description as `alt` and its subtitle as the caption.

    Raise `CannotAnswer` if the drawing package is not installed.
    """
    title, read = _heading(spec)
    return Picture(id_, title, str(spec["description"]), read, _drawn(spec), spec)


def on_paper(id_: str, spec: Mapping[str, Any], caption: str) -> Picture:
    """Return the picture of a specification for a document: in one color, without the title, which the document prints.

    An empty caption is the subtitle. Raise `CannotAnswer` if the drawing package is not installed.
    """
    (title, read), said = _heading(spec), str(spec["description"])
    untitled = {name: value for name, value in spec.items() if name != "title"}
    return Picture(id_, title, said, caption or read, fitted(_drawn(untitled), id_, title, said), spec)


def pictured(document: Document, pictures: Iterable[Picture]) -> Document:
    """Return the document with the pictures in a new first section, or unchanged if there are none."""
    drawn = tuple(one if one.spec is None else on_paper(one.id, one.spec, one.caption) for one in pictures)
    if not drawn:
        return document
    section = Section("picture", "In a picture" if len(drawn) == 1 else "In pictures", drawn)
    return replace(document, sections=(section, *document.sections))


def _heading(spec: Mapping[str, Any]) -> tuple[str, str]:
    """Return the title, and the subtitle as a sentence (empty if there is none)."""
    title = spec["title"]
    read = title.get("subtitle", "")
    said = " ".join(read) if isinstance(read, list) else str(read)
    return str(title["text"]), f"{capital(said)}." if said else ""


def _drawn(spec: Mapping[str, Any]) -> str:
    with extra("charts", "a picture"):
        import vl_convert

    return str(vl_convert.vegalite_to_svg(json.dumps(spec)))


def own_ids(svg: str, prefix: str) -> str:
    """Return the SVG with `prefix` before every id, because Vega uses the same ids in every picture."""
    named = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    return re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", named)


def fitted(svg: str, id_: str, title: str, alt: str) -> str:
    """Return an SVG of Vega adapted to a document; raise `CannotAnswer` if there is no `<svg>` element.

    The labels that Vega gives every mark for screen readers are removed; the title and `alt` replace them.
    """
    found = _OPENING.search(svg)
    if found is None:
        raise CannotAnswer(f"the picture {id_}", "it was not drawn", (), "Ask without the pictures.")
    inside = svg[found.end() :].removesuffix("</svg>")
    for pattern in (_GROUND, _SPOKEN):
        inside = pattern.sub("", inside)
    inside = _INK.sub(lambda ink: f'{ink[1]}="{INKS.get(ink[2], ink[2])}"', inside)
    inside = re.sub(r'font-family="[^"]*"', f'font-family="{FONT}"', inside)
    least = SMALLEST * float(found[1].split()[2]) / WIDTH
    inside = _SIZE.sub(lambda size: f'font-size="{max(float(size[1]), least):.4g}px"', inside)
    inside = own_ids(inside, id_)
    words = f'<title id="{id_}-title">{escape(title, False)}</title><desc id="{id_}-desc">{escape(alt, False)}</desc>'
    head = f'xmlns="http://www.w3.org/2000/svg" viewBox="{found[1]}" role="img"'
    return f'<svg {head} aria-labelledby="{id_}-title {id_}-desc" fill="currentColor">{words}{inside}</svg>'
