"""Make links to the pages of countries, questions of law and sources."""

from __future__ import annotations

from mnna.present.inline import Inline, Link, separated


def country(name: str, code: str) -> Link:
    """Return a link to the page of a country, by its ISO 3166 alpha-3 code, with the name as its text."""
    return Link(name, f"/countries/{code}")


def law(words: str, name: str) -> Link:
    """Return a link to the page of a question of law, by its id, or of a citation, by its text."""
    if not name.replace("-", "").isalnum():
        from urllib.parse import quote  # it takes longer to load than to print a short answer's text

        name = quote(name)
    return Link(words, f"/law/{name}")


def source(id_: str) -> Link:
    """Return a link to the page of a source, with its id as text."""
    return Link(id_, f"/sources/{id_}")


def sources(ids: str) -> tuple[str | Inline, ...]:
    """Return the sources of a fact as links to their pages, separated by commas; `ids` are separated by semicolons."""
    return separated(source(id_) for id_ in ids.split(";") if id_)
