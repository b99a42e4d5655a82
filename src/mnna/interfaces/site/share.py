"""The preview that a network shows for a link to a page of the site: address, first sentences, and image."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.interfaces.http import sharing
from mnna.interfaces.http.page_spec import Question
from mnna.interfaces.site.addresses import away, file, stem
from mnna.interfaces.site.plan import ABOUT_ONE, Scope, by_address, free

COUNTRY = "/countries/{country}"
"""The page whose image all pages about a country use: one image for each page would double the build time."""


def own(asked: Question) -> bool:
    """Return whether a page has its own image: a country, or one provision, status or source."""
    page = asked.page
    told = {name for name, value in asked.given.items() if value}
    fixed = {param.name for param in page.params if param.where == "path"}
    return told == fixed and (page.address == COUNTRY or bool(free(page))) and sharing.has_card(page)


def picture_file(asked: Question) -> str:
    """Return the path of the image of a page."""
    return f"share/{stem(asked)}.png"


def preview(asked: Question, scope: Scope, view: Mapping[str, Any]) -> sharing.Preview:
    """Return the preview of a page; the image is its own, or that of its country."""
    root, shown = scope.base.rstrip("/"), _shown(asked, scope)
    drawn = f"{root}/{away(picture_file(shown), 'index.html')}" if shown and own(shown) else ""
    return sharing.Preview(f"{root}/{away(file(asked), 'index.html')}", sharing.says(view), drawn)


def _shown(asked: Question, scope: Scope) -> Question | None:
    if own(asked):
        return asked
    code = next((value for name, value in asked.given.items() if name in ABOUT_ONE and value in scope.codes), None)
    return by_address()[COUNTRY].asked({"country": code}) if code else None
