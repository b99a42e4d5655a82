"""A page of the server as a file: relative links, the policy in a tag, and a mark on links that need a server."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from mnna.interfaces.http.page_spec import Question
from mnna.interfaces.http.security import DOCUMENT, POLICY
from mnna.interfaces.site.addresses import Places, away

SERVED = "Only `mnna serve` answers this; a site of files does not."
_LINK = re.compile(r'<(a|link|script|form|img|input)\b([^<>]*?)\s(href|src|action|content|data-index)="(/[^"]*)"')
_NOT_IN_A_TAG = ("frame-ancestors", "sandbox")
"""Parts of a policy that work only in a header."""


def policy(header: str) -> str:
    """Return a policy as a `meta` tag."""
    kept = "; ".join(part for part in header.split("; ") if not part.startswith(_NOT_IN_A_TAG))
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(kept)}">'


PAGE, ALONE = policy(POLICY), policy(DOCUMENT)


def localized(html: str, here: str, places: Places, found: Callable[[Question], None]) -> str:
    """Return the page for the file `here`; `found` is called with every question that its links ask."""

    def link(match: re.Match[str]) -> str:
        tag, before, name, address = match.groups()
        target = places.target(unescape(address))
        if target is None:
            return f'<{tag}{before} data-served title="{SERVED}"'
        if target.asked is not None:
            found(target.asked)
        return f'<{tag}{before} {name}="{away(target.file, here)}{escape(target.rest)}"'

    return with_policy(_LINK.sub(link, html), PAGE)


def with_policy(html: str, tag: str) -> str:
    """Return the page with the policy tag before anything that it loads."""
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{tag}', 1)
