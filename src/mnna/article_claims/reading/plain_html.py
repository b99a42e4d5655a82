"""Extract an article from an HTML page: text, title, author and day, without menus, forms, scripts or related links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

_BLOCKS = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "dd", "dt", "figcaption", "div",
    "section", "br", "tr", "article", "main",
))  # fmt: skip
_LEFT_OUT = frozenset((
    "script", "style", "noscript", "nav", "aside", "footer", "form", "button", "svg", "template", "iframe",
    "select", "header", "menu", "dialog",
))  # fmt: skip
_EMPTY = frozenset((
    "br", "img", "hr", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track",
))  # fmt: skip
_UNRELATED = re.compile(
    r"\b(?:related|newsletter|comments?|share|sharing|social|promo|cookie|sidebar|menu|breadcrumbs?"
    r"|advert\w*|recommended|subscribe|footer)\b"
)
_DAY_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "og:published_time",
)  # fmt: skip


class Page(HTMLParser):
    """A parsed page: `lines` with the names of their enclosing elements, and the page's metadata."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[frozenset[str], str]] = []
        self.meta: dict[str, str] = {}
        self.times: list[str] = []
        self.data: list[str] = []
        self.title = ""
        self._open: list[tuple[str, bool]] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: start a new line for a block, and collect metadata and times."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.meta.setdefault(name.lower(), given.get("content", ""))
        if tag == "time" and given.get("datetime"):
            self.times.append(given["datetime"])
        if tag in _BLOCKS:
            self._line()
        if tag not in _EMPTY:
            marks = re.sub("[_-]", " ", " ".join(given.get(name, "") for name in ("class", "id", "role")).lower())
            whole = tag in ("body", "html", "main", "article")
            out = tag in _LEFT_OUT or (not whole and bool(_UNRELATED.search(marks)))
            kind = "data" if tag == "script" and given.get("type") == "application/ld+json" else tag
            self._open.append((kind, out))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and every element left open inside it."""
        if tag in _BLOCKS:
            self._line()
        names = ["script" if name == "data" else name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Collect words for the title, the JSON-LD metadata or the text, except in excluded elements."""
        inside = self._open[-1][0] if self._open else ""
        if inside == "data":
            self.data.append(data)
        elif inside == "title" and not self.title:
            self.title = " ".join(data.split())
        elif not any(out for _, out in self._open) and not any(name in ("head", "title") for name, _ in self._open):
            self._words.append(data)

    def _line(self) -> None:
        said = " ".join("".join(self._words).split())
        self._words = []
        if said:
            self.lines.append((frozenset(name for name, _ in self._open), said))

    def close(self) -> None:
        """Finish the page and its last line."""
        super().close()
        self._line()

    def text(self) -> str:
        """Return the lines inside `article`, else `main`, if longer than 200 characters; else all lines of the page."""
        for place in ("article", "main"):
            told = [line for inside, line in self.lines if place in inside]
            if sum(map(len, told)) > 200:
                return "\n".join(told)
        return "\n".join(line for _, line in self.lines)

    def day(self) -> str:
        """Return the day in the page's metadata or first `time` element, as YYYY-MM-DD; "" if none."""
        named = (self.meta.get(name, "") for name in _DAY_NAMES)
        for said in (*named, *self._of_data("datePublished"), *self.times[:1]):
            if re.match(r"\d{4}-\d\d-\d\d", said):
                return said[:10]
        return ""

    def author(self) -> str:
        """Return the author in the page's metadata; "" if none."""
        return self.meta.get("author", "") or next(iter(self._of_data("author")), "")

    def headline(self) -> str:
        """Return the title in the page's metadata, else its `title` element; "" if none."""
        return self.meta.get("og:title", "") or self.title

    def _of_data(self, name: str) -> Iterator[str]:
        for text in self.data:
            try:
                yield from _named(json.loads(text), name)
            except ValueError:
                continue


def _named(data: Any, name: str) -> Iterator[str]:
    """Yield every text under the key `name` in JSON-LD data; for an object such as a person, its "name"."""
    if isinstance(data, list):
        for one in data:
            yield from _named(one, name)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == name and isinstance(value, str):
                yield value
            elif key == name and isinstance(value, dict) and isinstance(value.get("name"), str):
                yield value["name"]
            else:
                yield from _named(value, name)


def page(text: str) -> Page:
    """Return the parsed page of the HTML text."""
    found = Page()
    found.feed(text)
    found.close()
    return found
