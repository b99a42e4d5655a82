"""Countries and questions of law in running text: links to their pages."""

from __future__ import annotations

from mnna.present.inline import Link


def country(name: str, code: str) -> Link:
    """A country's name that leads to its page: the name as the sentence has it, the ISO 3166 alpha-3 code."""
    return Link(name, f"/countries/{code}")


def law(words: str, name: str) -> Link:
    """Words that lead to the page of a question of law, by its id, or of a place in the law."""
    if not name.replace("-", "").isalnum():
        from urllib.parse import quote  # it takes longer to load than to print a short answer's text

        name = quote(name)
    return Link(words, f"/law/{name}")


def sources(ids: str) -> tuple[str | Link, ...]:
    """The sources of a fact, whose ids stand in a text with semicolons between, each leading to its page."""
    links = [Link(id_, f"/sources/{id_}") for id_ in ids.split(";") if id_]
    return tuple(piece for link in links for piece in (", ", link))[1:]
