"""Template filters: dates in full, amounts with their unit, citations as links to the official text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from mnna.interfaces.documents.claims import source_title
from mnna.present.days import day
from mnna.registry.countries import name_of
from mnna.registry.days import held_days
from mnna.sentences import capital
from mnna.statutes.citations import official


def time_tag(text: str | date | None) -> Markup:
    """Return a day in words, as a `time` element with the ISO day; empty for no day."""
    if not text:
        return Markup("")
    return Markup('<time datetime="{}">{}</time>').format(str(text), day(text))


def held(row: Mapping[str, Any]) -> str:
    """Return the days of a status in words, from a row of JSON: `since 23 May 2022`, `since a day in 1987`."""
    return held_days(row["since"], row["since_by"], row["until"], row["until_by"])


@lru_cache(maxsize=4096)
def cited(text: str) -> Markup:
    """Return a citation, each part of it a link to the official text where there is one."""
    parts = [_linked(part.strip()) for part in text.split(";") if part.strip()]
    return Markup("; ").join(parts)


def _linked(part: str) -> Markup:
    link = part if part.startswith("https://") else official(part)
    if not link.startswith("https://"):
        return Markup('<span class="cite">{}</span>').format(part)
    return Markup('<a class="cite" href="{}" rel="noreferrer">{}</a>').format(
        link, source_title(part).removeprefix("https://")
    )


def unbroken(title: str) -> Markup:
    """Return a title in which no line breaks at the hyphen of `non-NATO`."""
    return Markup(escape(title).replace("non-NATO", Markup('<span class="whole-word">non-NATO</span>')))


FILTERS = {
    "unbroken": unbroken,
    "longdate": day,
    "time": time_tag,
    "held": held,
    "country": name_of,
    "capital": capital,
    "cited": cited,
}
"""The filters that templates may use, by name."""


_STYLE = re.compile(r' style="([^"]*)"')


def drawn_safely(svg: str) -> Markup:
    """Return an SVG of ours with each style rule as an attribute, for pages whose policy forbids style attributes."""
    return Markup(_STYLE.sub(_attributes, svg))


def _attributes(found: re.Match[str]) -> str:
    pairs = [part.split(":", 1) for part in found[1].split(";") if ":" in part]
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
