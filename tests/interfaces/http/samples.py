"""One question for every page, for tests that go through them all."""

from __future__ import annotations

from mnna.interfaces.http.declared import example, pages

SAMPLES = {page.address: example(page).address() for page in pages()} | {
    "/": "/",
    "/screen": "/screen",
    "/brief": "/brief",
    "/docs": "/docs",
}
"""The address of a page to a question put to it."""


SLOW = ("/compare?", "/compare/lines?", "/rank?", "/rank/multiverse?", "/criteria?", "/effects?")
"""Questions that are worked out when they are first asked."""


def form_of(address: str, form: str) -> str:
    """The same question with `.json` and the like."""
    path, mark, query = address.partition("?")
    return f"{path}.{form}{mark}{query}"
