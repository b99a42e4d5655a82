"""Extract an article from an HTML page: text, title, author and day, without menus, forms, scripts or related links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

_BLOCKS = (
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "dd", "dt", "figcaption", "div",
    "section", "br", "tr", "article", "main",
)  # fmt: skip
_LEFT_OUT = (
    "script", "style", "noscript", "nav", "aside", "footer", "form", "button", "svg", "template", "iframe",
    "select", "header", "menu", "dialog", "head", "title",
)  # fmt: skip
_UNRELATED = re.compile(
    r"\b(?:related|newsletter|comments?|share|sharing|social|promo|cookie|sidebar|menu|breadcrumbs?"
    r"|advert\w*|recommended|subscribe|footer)\b"
)
_DAY_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "og:published_time",
)  # fmt: skip


class Page(NamedTuple):
    """The article in a page, and what the page says of itself: each is empty if it does not say it."""

    text: str
    headline: str
    author: str
    day: str


def page(text: str) -> Page:
    """Return the article in the HTML text; its `day` is written YYYY-MM-DD."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(f"<html>{text}".encode(), parser)
    meta: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        meta.setdefault(name.lower(), one.get("content", ""))
    data = [one.text or "" for one in tree.xpath("//script[@type='application/ld+json']")]
    times = tree.xpath("//time[@datetime != '']/@datetime")[:1]
    days = (*(meta.get(name, "") for name in _DAY_NAMES), *_of_data(data, "datePublished"), *times)
    headline = meta.get("og:title", "") or " ".join(tree.findtext(".//title", "").split())
    author = meta.get("author", "") or next(_of_data(data, "author"), "")
    return Page(_text(tree), headline, author, next((d[:10] for d in days if re.match(r"\d{4}-\d\d-\d\d", d)), ""))


def _text(tree: Any) -> str:
    """Return the lines inside `article`, else `main`, if longer than 200 characters; else all lines of the page."""
    from lxml.etree import iterwalk

    left_out = 0
    for event, one in iterwalk(tree, ("start", "end")):
        marks = re.sub("[_-]", " ", " ".join(one.get(name, "") for name in ("class", "id", "role")).lower())
        whole = one.tag in ("body", "html", "main", "article")
        out = one.tag in _LEFT_OUT or (not whole and _UNRELATED.search(marks) is not None)
        left_out += out if event == "start" else -out
        said = "text" if event == "start" else "tail"
        words = "" if left_out else re.sub(r"\s+", " ", getattr(one, said) or "")
        setattr(one, said, f"\n{words}" if one.tag in _BLOCKS else words)
    for place in ("article", "main", "html"):
        parts = tree.xpath(f"//{place}[not(ancestor::{place})]")
        lines = [" ".join(line.split()) for part in parts for line in part.text_content().split("\n")]
        if place == "html" or sum(map(len, lines)) > 200:
            return "\n".join(line for line in lines if line)
    return ""


def _of_data(data: list[str], name: str) -> Iterator[str]:
    for text in data:
        with suppress(ValueError):
            yield from _named(json.loads(text), name)


def _named(data: Any, name: str) -> Iterator[str]:
    """Yield every text under the key `name` in JSON-LD data; for an object such as a person, its "name"."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        said = value.get("name") if key == name and isinstance(value, dict) else value if key == name else None
        if isinstance(said, str):
            yield said
        else:
            yield from _named(value, name)
