"""The documentation as pages: each Markdown file of `docs` as HTML, with its links changed to the other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

from markdown_it import MarkdownIt
from markupsafe import Markup

from mnna.interfaces.http.rendering import render
from mnna.interfaces.site.addresses import Places, localized

PACKAGE = Path(__file__).resolve().parents[2]
FOLDERS = (PACKAGE / "documentation", PACKAGE.parents[1] / "docs")
"""Folders with the documents: in the installed package, or beside the source."""
SHOWN = {".svg", ".png", ".jpg", ".csv", ".json", ".html", ".pdf", ".txt", ".toml", ".xlsx", ".docx"}
"""Endings of files beside the documents that are copied."""
_LINK = re.compile(r'(href|src)="([^"#?:]+)(#[^"]*)?"')
_TITLE = re.compile(r"^# (.+)$", re.M)


def folder() -> Path:
    """Return the folder of the documents."""
    return next((each for each in FOLDERS if each.is_dir()), FOLDERS[0])


def documentation(places: Places) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every document and of the files that it shows."""
    root = folder()
    documents = sorted(root.rglob("*.md"))
    names = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for path in documents:
        name = path.relative_to(root).as_posix()
        yield f"docs/{name.removesuffix('.md')}.html", page(name, path.read_text(encoding="utf-8"), names, places)
    titles = [(title(path.read_text(encoding="utf-8"), path.stem), path.relative_to(root)) for path in documents]
    yield "docs/index.html", contents(titles, places)
    for name in sorted(names):
        if Path(name).suffix in SHOWN:
            yield f"docs/{name}", (root / name).read_bytes()


def title(text: str, name: str) -> str:
    """Return the title of a document, or `name` where it has none."""
    found = _TITLE.search(text)
    return re.sub(r"[`*]", "", found[1]) if found else name


def page(name: str, text: str, names: set[str], places: Places) -> bytes:
    """Return one document as a page; a link to a file that is not in `names` becomes plain text."""
    body = MarkdownIt("commonmark").enable("table").render(text)

    def link(match: re.Match[str]) -> str:
        attribute, target, place = match[1], unescape(match[2]), match[3] or ""
        found = normpath(join(dirname(name), target))
        if found not in names and f"{found}/README.md" not in names:
            return "data-served"
        if f"{found}/README.md" in names:
            target = f"{target.rstrip('/')}/README.md"
        shown = f"{target.removesuffix('.md')}.html" if target.endswith(".md") else target
        return f'{attribute}="{shown}{place}"'

    body = _with_anchors(_LINK.sub(link, body))
    return _rendered(f"docs/{name.removesuffix('.md')}.html", title(text, name), Markup(body), places)


def contents(titles: list[tuple[str, Path]], places: Places) -> bytes:
    """Return the page that lists all documents."""
    rows = [Markup('<li><a href="{}">{}</a></li>').format(f"{p.with_suffix('')}.html", name) for name, p in titles]
    body = Markup("<h1>Documentation</h1><ul>") + Markup("").join(rows) + Markup("</ul>")
    return _rendered("docs/index.html", "Documentation", body, places)


def _rendered(path: str, title: str, body: Markup, places: Places) -> bytes:
    html = render("document.html", title=title, body=body, site=True).decode()
    return localized(html, path, places, lambda asked: None).encode()


def _with_anchors(body: str) -> str:
    """Return HTML with an anchor on each heading, so that other documents can link to it."""

    def anchored(match: re.Match[str]) -> str:
        words = re.sub(r"<[^>]+>", "", unescape(match[2])).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).strip().replace(" ", "-")
        return f'<h{match[1]} id="{anchor}">{match[2]}</h{match[1]}>'

    return re.sub(r"<h([1-6])>(.+?)</h\1>", anchored, body)
