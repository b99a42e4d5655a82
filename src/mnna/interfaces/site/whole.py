"""The files of the site as a whole: front page, search, stamp, documentation, the map over time, files for crawlers.

Each Markdown file of `docs` becomes a page, with its links changed to the other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from mnna._version import NAME, __version__
from mnna.engine.record import to_json
from mnna.interfaces.http import declared, front, openapi
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.declared import Question
from mnna.interfaces.http.outputs import as_csv, as_json
from mnna.interfaces.http.rendering import HERE, render
from mnna.interfaces.search import entries, script
from mnna.interfaces.site import stamp
from mnna.interfaces.site.addresses import Places, away, file, localized
from mnna.interfaces.site.plan import Scope
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

Named = tuple[str, bytes]


def whole_files(scope: Scope, questions: list[Question], base: str) -> Iterator[Named]:
    """Yield path and bytes of each file; `questions` are all that the site answers."""
    places = Places(scope, {one.key: one for one in questions})
    yield from _static()
    yield from _pages(scope, places, base)
    written = list(documentation(places))
    yield from written
    yield from over_time(scope)
    yield "search-index.js", _index(places).encode()
    yield stamp.FILE, as_json(stamp.stamp() | {"address": f"{stamp.permanent()}/"})
    yield from _found_by_machines(questions, [path for path, _ in written], base)


OVER_TIME = ("country", "status", "holds", "since", "since_by", "until", "until_by", "instrument", "source")
"""Columns of a span: `until` is the first day after it, and a day in `since_by` or `until_by` the first certain one."""


def over_time(scope: Scope) -> Iterator[Named]:
    """Yield every span of the site's countries, as JSON and as CSV, so that the map needs no page for each month."""
    spans = (span for span in load_registry(scope.facts).spans if span.country in scope.codes)
    rows: list[dict[str, Any]] = [{name: to_json(getattr(span, name)) for name in OVER_TIME} for span in spans]
    yield "map/over-time.json", as_json({"spans": rows})
    yield "map/over-time.csv", as_csv(rows)


def _static() -> Iterator[Named]:
    folder = HERE / "static"
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield f"static/{path.name}", path.read_bytes()


def _pages(scope: Scope, places: Places, base: str) -> Iterator[Named]:
    asked = front.ASKED_FIRST if front.ASKED_FIRST in scope.codes else scope.codes[0]
    view = front.view({"country": asked}, scope.facts) | {"asked": None, "title": front.ASKS}
    view["others"] = [countries()[code] for code in scope.codes if code != asked]
    yield _page("index.html", "front.html", view, places)
    yield _page("search.html", "search.html", {"title": "Search", "asked": "", "meant": "", "found": []}, places)
    yield _page("404.html", "missing.html", {"title": "There is no such page", "base": base}, places)
    yield _page("stamp.html", "stamp.html", {"title": "What these answers rest on"}, places)
    stamped = {"title": "The answers of this stamp", "stamp": stamp.stamp()}
    yield _page(f"{stamp.permanent()}/index.html", "stamped.html", stamped, places)
    api = create_app().openapi()
    yield "openapi.json", as_json(api)
    body = declared.body(openapi.document(api))
    yield _page("docs.html", "docs.html", {"title": openapi.TITLE, "body": body}, places)


def _page(path: str, template: str, view: Mapping[str, Any], places: Places) -> Named:
    html = render(template, **{"site": True, "depth": path.count("/")} | dict(view)).decode()
    html = localized(html, path, places, lambda asked: None)
    return path, (html if path.startswith("v/") else stamp.without_hashes(html)).encode()


def _index(places: Places) -> str:
    """Return the search index with the entries that the site has, each with the address of its file."""
    found = []
    for one in entries():
        target = places.target(one.address)
        if target is not None:
            found.append(one._replace(address=away(target.file, "index.html") + target.rest))
    return script(found)


def _found_by_machines(questions: list[Question], documents: list[str], base: str) -> Iterator[Named]:
    pages = ["index.html", *sorted(file(one) for one in questions), *documents]
    yield "sitemap.xml", _sitemap([away(page, "index.html") for page in pages if page.endswith(".html")], base).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base.rstrip('/')}/sitemap.xml\n".encode()
    yield "llms.txt", _llms(questions).encode()


def _sitemap(pages: list[str], base: str) -> str:
    rows = "\n".join(f"<url><loc>{escape(base.rstrip('/'))}/{escape(page)}</loc></url>" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}\n{rows}\n</urlset>\n"


def _llms(questions: list[Question]) -> str:
    """Return a text for language models: what the site is, and where its Markdown and JSON files are."""
    lines = [f"# {NAME} {__version__}", "", f"> {front.WHAT} {front.MEANS}", ""]
    lines += ["Replace `.md` by `.json`, `.csv` or `.pdf` for the other forms. `stamp.json` says what all rest on."]
    lines += ["`map/over-time.csv` and `.json` have every span of every status.", ""]
    by_word: dict[str, list[Question]] = {}
    for one in questions:
        if "md" in one.page.forms and any(one.given.values()):
            by_word.setdefault(one.page.address, []).append(one)
    for group, pages in declared.menu():
        lines += [f"## {group}", ""]
        lines += [f"- [{page.label}]({away(file(page.asked({})), 'index.html')}): {page.says}" for page in pages]
        lines.append("")
    lines += ["## Every answer", ""]
    for address, asked in by_word.items():
        shown = asked[0]
        lines.append(f"- `{address}`: {len(asked)} answers, such as {away(file(shown, 'md'), 'index.html')}")
    return "\n".join(lines) + "\n"


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
    root, titles = folder(), []
    names = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for path in sorted(root.rglob("*.md")):
        name, text = path.relative_to(root), path.read_text(encoding="utf-8")
        yield f"docs/{name.with_suffix('.html').as_posix()}", page(name.as_posix(), text, names, places)
        titles.append((title(text, path.stem), name))
    yield "docs/index.html", contents(titles, places)
    for shown in sorted(names):
        if Path(shown).suffix in SHOWN:
            yield f"docs/{shown}", (root / shown).read_bytes()


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
