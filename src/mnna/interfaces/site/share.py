"""What a network shows of a link to a page of the site: its address, its first sentences, and a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.interfaces.http import sharing
from mnna.interfaces.http.page_spec import Question
from mnna.interfaces.site.addresses import away, file, stem
from mnna.interfaces.site.plan import ABOUT_ONE, Scope, by_address, free

COUNTRY = "/countries/{country}"
"""The page whose picture all pages about a country show: one for each page would take as long as all else."""


def own(asked: Question) -> bool:
    """Whether a page has a picture of its own: that of a country, and those of one provision, status or source."""
    page = asked.page
    told = {name for name, value in asked.given.items() if value}
    fixed = {param.name for param in page.params if param.where == "path"}
    return told == fixed and (page.address == COUNTRY or bool(free(page))) and sharing.has_card(page)


def picture_file(asked: Question) -> str:
    """Where the picture of a page lies."""
    return f"share/{stem(asked)}.png"


def preview(asked: Question, scope: Scope, view: Mapping[str, Any]) -> sharing.Preview:
    """What is said of an answer beside a link to it; the picture is its own, or that of its country."""
    root, shown = scope.base.rstrip("/"), _shown(asked, scope)
    drawn = f"{root}/{away(picture_file(shown), 'index.html')}" if shown and own(shown) else ""
    return sharing.Preview(f"{root}/{away(file(asked), 'index.html')}", sharing.says(view), drawn)


def _shown(asked: Question, scope: Scope) -> Question | None:
    if own(asked):
        return asked
    code = next((value for name, value in asked.given.items() if name in ABOUT_ONE and value in scope.codes), None)
    return by_address()[COUNTRY].asked({"country": code}) if code else None
