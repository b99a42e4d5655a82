"""Countries in running text: the article English gives some of them, and links to their pages."""

from __future__ import annotations

import re

from mnna.present.inline import Link

_WITH_ARTICLE = re.compile(
    r"^(United |Central African|Dominican R|Republic of|Czech R|DR Congo)|"
    r"^(?!South Georgia|Heard ).*(Islands|Territories)$|"
    r"^(Bahamas|Gambia|Philippines|Netherlands|Maldives|Comoros|Seychelles|Holy See)$"
)


def the(name: str) -> str:
    """A country's name as a sentence uses it: `the Philippines`, `Mexico`."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def country(name: str, code: str, article: bool = True) -> Link:
    """A country's name that leads to its page; `code` is its ISO 3166 alpha-3 code."""
    return Link(the(name) if article else name, f"/countries/{code}")
