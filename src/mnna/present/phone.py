"""Adapt a Vega-Lite chart to a phone: narrower, with a wrapped title and the legend below, in type of the same size."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from mnna.present.document import Picture
from mnna.present.vega import own_ids

WIDE, ROOM, LETTER, LEAST = 300, 300, 6.0, 120
"""In CSS pixels: charts at least `WIDE` are narrowed to `ROOM` minus the width of the longest row name, at `LETTER` for
each of its letters, but never below `LEAST`."""
TITLE, SUBTITLE, AXIS = 34, 54, 34
"""The number of characters that fit a line of a title, a subtitle and an axis title."""
MARKS = 0.45
"""The factor for the area of marks whose size shows a figure."""


def for_page(one: Picture) -> dict[str, Any]:
    """Return the fields of the picture and `narrow`: the SVG for a phone, empty if it has no specification."""
    return one._asdict() | {"narrow": _drawn(one) if one.spec is not None else ""}


def _drawn(one: Picture) -> str:
    import vl_convert  # installed, as it drew the wide picture

    spec = narrowed(one.spec or {})
    return own_ids(str(vl_convert.vegalite_to_svg(json.dumps(spec))), f"phone-{one.id}")


def narrowed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return the Vega-Lite specification adapted to a phone."""
    width = max(
        LEAST, round(ROOM - LETTER * max(len(max(_names(spec, spec.get("datasets", {})), key=len, default="")), 5))
    )
    found: dict[str, Any] = _part(dict(spec), "", width)
    config = dict(found.get("config", {}))
    axis = dict(config.get("axisX", {})) | {"labelOverlap": "greedy", "labelSeparation": 3}
    legend = dict(config.get("legend", {})) | {"orient": "bottom", "columns": 3}
    found["config"] = config | {"legend": legend, "axisX": axis}
    if isinstance(found.get("title"), Mapping):
        found["title"] = _heading(found["title"])
    return found


def _heading(title: Mapping[str, Any]) -> dict[str, Any]:
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
