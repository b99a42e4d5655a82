"""The brief on paper: a tagged PDF for A4, set by Typst with the fonts that come with it.

No date and no system font enters, so the same brief gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Literal

from mnna.briefs.document import Brief
from mnna.briefs.sections import OPTIONAL
from mnna.briefs.words import spoken
from mnna.errors import extra

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tags, language, title, and words for every picture; Typst refuses to write a file that lacks one."""

PAGES = 6
DENSITIES = (1.04, 1.0, 0.95, 0.9, 0.87, 0.84, 0.82)
"""Type sizes as a share of the usual one; the largest that fits the pages is taken."""


def to_pdf(brief: Brief) -> bytes:
    """The brief as the bytes of a PDF file, of six pages at most unless even the smallest type needs more.

    Sections made only where asked for come on top; the type is the size it would have without them.
    """
    usual = replace(brief, sections=tuple(one for one in brief.sections if one.id not in OPTIONAL))
    made, density = _fitting(usual)
    return made if usual == brief else _typeset(brief, density)


def _fitting(brief: Brief) -> tuple[bytes, float]:
    """The brief in the largest type that keeps to the pages, else in the smallest, and that size."""
    first, last = 0, len(DENSITIES) - 1
    tried: dict[int, bytes] = {}
    while first < last:
        middle = (first + last) // 2
        tried[middle] = _typeset(brief, DENSITIES[middle])
        first, last = (first, middle) if pages(tried[middle]) <= PAGES else (middle + 1, last)
    return tried.get(first) or _typeset(brief, DENSITIES[first]), DENSITIES[first]


def _typeset(brief: Brief, density: float) -> bytes:
    with extra("brief", "a brief in PDF"):
        import typst

    template = files("mnna.briefs").joinpath("assets/brief.typ").read_bytes()
    data = brief.to_dict() | {"on_spoken": spoken(brief.on), "density": density}
    said = {"brief": json.dumps(data, ensure_ascii=False)}
    return typst.compile(template, sys_inputs=said, format="pdf", ignore_system_fonts=True, pdf_standards=STANDARD)


def pages(pdf: bytes) -> int:
    """How many pages a PDF file of ours has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
