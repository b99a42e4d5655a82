"""Countries in running text: links to their pages."""

from __future__ import annotations

from mnna.present.inline import Link


def country(name: str, code: str) -> Link:
    """A country's name that leads to its page: the name as the sentence has it, the ISO 3166 alpha-3 code."""
    return Link(name, f"/countries/{code}")
