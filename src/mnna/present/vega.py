"""Draw Vega-Lite charts for documents: in one color and the document's font, with unique ids and a description.

For a phone a chart is narrower, with a wrapped title and the legend below, in type of the same size.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from textwrap import wrap
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


WIDE, ROOM, LETTER, LEAST = 300, 300, 6.0, 120
"""In CSS pixels: charts at least `WIDE` are narrowed to `ROOM` minus the width of the longest row name, at `LETTER` for
each of its letters, but never below `LEAST`."""
TITLE, SUBTITLE, AXIS = 34, 54, 34
"""The number of characters that fit a line of a title, a subtitle and an axis title."""
MARKS = 0.45
"""The factor for the area of marks whose size shows a figure."""


def for_page(one: Picture) -> dict[str, Any]:
    """Return the fields of the picture and `narrow`: the SVG for a phone, empty if it has no specification."""
    narrow = "" if one.spec is None else own_ids(_drawn(narrowed(one.spec)), f"phone-{one.id}")
    return one._asdict() | {"narrow": narrow}


def narrowed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return the Vega-Lite specification adapted to a phone."""
    longest = max(map(len, _names(spec, spec.get("datasets", {}))), default=0)
    width = max(LEAST, round(ROOM - LETTER * max(longest, 5)))
    found: dict[str, Any] = _part(dict(spec), "", width)
    config = dict(found.get("config", {}))
    axis = dict(config.get("axisX", {})) | {"labelOverlap": "greedy", "labelSeparation": 3}
    legend = dict(config.get("legend", {})) | {"orient": "bottom", "columns": 3}
    found["config"] = config | {"legend": legend, "axisX": axis}
    if isinstance(found.get("title"), Mapping):
        found["title"] = _wrapped(found["title"])
    return found


def _wrapped(title: Mapping[str, Any]) -> dict[str, Any]:
    below = title.get("subtitle", "")
    first, *more = below if isinstance(below, list) else [below]
    kept = {name: value for name, value in title.items() if name not in ("text", "subtitle")}
    told = [part for line in (first, " ".join(more)) for part in wrap(line, SUBTITLE)]
    return kept | {"text": wrap(str(title["text"]), TITLE)} | ({"subtitle": told} if told else {})


def _part(one: Any, name: str, width: int) -> Any:
    """Return a part of the specification (under the key `name`) with wide charts, titles and marks reduced to fit.

    The data are not changed.
    """
    if isinstance(one, list):
        return [_part(inner, name, width) for inner in one]
    if not isinstance(one, Mapping):
        return one
    found = {key: value if key in ("data", "datasets") else _part(value, key, width) for key, value in one.items()}
    if isinstance(one.get("width"), (int, float)) and one["width"] >= WIDE:
        found["width"] = width
    if name == "x" and len(str(one.get("title") or "")) > AXIS:
        found["title"] = wrap(str(one["title"]), AXIS)
    if name == "size" and isinstance(sizes := (one.get("scale") or {}).get("range"), list):
        found["scale"] = dict(one["scale"]) | {"range": [MARKS * size for size in sizes]}
    return found


def _names(one: Any, sets: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names on the y axes of the specification's charts; `sets` has its named datasets."""
    if isinstance(one, list):
        for inner in one:
            yield from _names(inner, sets)
    if not isinstance(one, Mapping):
        return
    upward, data = one.get("encoding", {}).get("y", {}), one.get("data", {})
    if upward.get("type") in ("nominal", "ordinal"):
        rows = data.get("values") or sets.get(data.get("name", ""), ())
        yield from (str(row.get(upward["field"], "")) for row in rows)
    for key in ("layer", "vconcat"):
        yield from _names(one.get(key), sets)
