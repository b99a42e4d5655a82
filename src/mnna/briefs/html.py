"""The brief in a browser: one self-contained page that asks nothing of the network."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from mnna.briefs.document import Brief
from mnna.briefs.words import spoken

EMPHASIZED = ("subject", "before", "after", "applies", "what")
"""Columns whose first words carry the row."""


def to_html(brief: Brief) -> bytes:
    """The brief as one HTML page, in UTF-8."""
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.tests["listing"] = _is_list
    template = environment.from_string(
        files("mnna.briefs").joinpath("assets/brief.html.j2").read_text(encoding="utf-8")
    )
    page = template.render(brief=brief.to_dict(), day=spoken(brief.on), emphasized=EMPHASIZED)
    return page.encode()


def _is_list(value: Any) -> bool:
    return isinstance(value, list)
