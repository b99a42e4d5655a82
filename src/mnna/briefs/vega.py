"""A picture of the models made fit for a brief: one ink, the brief's type, ids of its own, and words beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from types import ModuleType
from typing import Any

from mnna.briefs.document import Picture
from mnna.briefs.svg import FONT
from mnna.errors import CannotAnswer

INKS = {"#111111": "currentColor", "#000": "currentColor", "black": "currentColor", "#888": "#777777"}
_INK = re.compile(r'(fill|stroke)="([^"]+)"')
_SPOKEN = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_GROUND = re.compile(r'<rect width="[^"]*" height="[^"]*" fill="white"/>')
_OPENING = re.compile(r'<svg [^>]*?viewBox="([^"]+)"[^>]*>')


def drawn(id_: str, caption: str, chart: Callable[[ModuleType], Any]) -> Picture:
    """The picture `chart` makes of `mnna.models.pictures`; raises `CannotAnswer` where packages are missing."""
    try:
        import vl_convert

        from mnna.models import pictures
    except ModuleNotFoundError as error:
        wrong = f"the package {error.name} is not installed"
        raise CannotAnswer("the pictures of the models", wrong, (), "Install it: pip install 'mnna[charts]'.") from None
    made = chart(pictures)
    spec, alt = json.loads(made.to_json()), pictures.alt(made)
    title = str(spec.pop("title", {}).get("text", id_))
    return Picture(id_, title, alt, caption, fitted(str(vl_convert.vegalite_to_svg(spec)), id_, title, alt))


def fitted(svg: str, id_: str, title: str, alt: str) -> str:
    """The SVG of Vega as a brief wants it.

    Vega names every mark for screen readers; the one description says the same in order. The ids of its clips are the
    same in every picture, and a page has several.
    """
    found = _OPENING.search(svg)
    if found is None:
        raise CannotAnswer(f"the picture {id_}", "it was not drawn", (), "Ask for the brief without the models.")
    inside = svg[found.end() :].removesuffix("</svg>")
    for pattern in (_GROUND, _SPOKEN):
        inside = pattern.sub("", inside)
    inside = _INK.sub(lambda ink: f'{ink[1]}="{INKS.get(ink[2], ink[2])}"', inside)
    inside = re.sub(r'font-family="[^"]*"', f'font-family="{FONT}"', inside)
    inside = re.sub(r'\bid="([^"]+)"', rf'id="{id_}-\1"', inside)
    inside = re.sub(r"url\(#([^)]+)\)", rf"url(#{id_}-\1)", inside)
    words = f'<title id="{id_}-title">{escape(title, False)}</title><desc id="{id_}-desc">{escape(alt, False)}</desc>'
    head = f'xmlns="http://www.w3.org/2000/svg" viewBox="{found[1]}" role="img"'
    return f'<svg {head} aria-labelledby="{id_}-title {id_}-desc" fill="currentColor">{words}{inside}</svg>'
