"""What designation changed for one designee: its path beside a synthetic self, with every placebo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import Any

from mnna.interfaces.http.figures import signed
from mnna.interfaces.http.page_spec import Document, Drawing
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import country_name

RARE = 0.05
"""A gap is told from chance where so small a share of placebos shows a ratio as large."""
LEAST = 0.005
"""Weights below this share are not shown."""


def view(document: Document, said: str) -> Document:
    """What the page needs: a title that says the answer, what the synthetic self is made of, its earlier misfit."""
    own, p = document["synthetic"], document["placebo"]["p"]
    name = country_name(document["country"])
    rare = p is not None and p < RARE
    found = "a change few placebos show" if rare else "no change that can be told from chance"
    weights = [(country_name(code), share) for code, share in own["weights"].items() if share >= LEAST]
    return {"title": f"{name}: {said}, {found}", "weights": weights, "miss": sqrt(own["pre_mspe"])}


def rows(document: Document) -> list[Mapping[str, Any]]:
    """The path, a year to a row."""
    of = {"outcome": document["outcome"], "unit": document["unit"], "country": document["country"]}
    return [of | one for one in document["synthetic"]["path"]]


def sheet(document: Document) -> Sheet:
    """The same on paper."""
    name = country_name(document["country"])
    made = Sheet(f"What designation changed for {name}: {document['outcome']}", f"in {document['unit']}")
    made.text(document["reading"])
    lines = [
        (one["year"], f"{one['real']:.2f}", f"{one['synthetic']:.2f}", signed(one["gap"]))
        for one in document["synthetic"]["path"]
    ]
    made.heading("The paths").table(("year", "real", "synthetic", "gap"), lines)
    return made.text(document["source"])


def pictures(answer: Any) -> Iterator[Drawing]:
    """The two paths as a chart."""
    import vl_convert

    from mnna.models import pictures
    from mnna.models.panel import load_world

    chart = pictures.synthetic_picture(answer, load_world())
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    yield Drawing("Beside its synthetic self", pictures.alt(chart), svg, chart.to_dict())
