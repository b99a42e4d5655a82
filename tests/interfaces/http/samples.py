"""One question for every page, for tests that go through them all."""

from __future__ import annotations

from mnna.interfaces.http.declared import declared_pages, example

SAMPLES = {page.address: example(page).address() for page in declared_pages()} | {
    "/": "/",
    "/countries": "/countries",
    "/unlocks": "/unlocks?authority=depleted-uranium-rounds&country=MEX",
    "/case": "/case?recipient=COL&channel=fms&mde=20000000&total=20000000&on=2023-05-01",
    "/screen": "/screen",
    "/timeline": "/timeline?country=MEX&since=2020-01-01",
    "/claims": "/claims",
    "/law": "/law?search=stockpile",
    "/law/{asked}": "/law/22%20USC%202776(b)",
    "/brief": "/brief",
    "/brief/{country}": "/brief/MEX?vs=COL",
    "/sources": "/sources?search=determination",
    "/sources/{id}": "/sources/usc-22-2321k",
    "/docs": "/docs",
}
"""The address of a page to a question put to it."""


SLOW = ("/compare?", "/compare/lines?", "/rank?", "/rank/multiverse?", "/criteria?", "/effects?")
"""Questions that are worked out when they are first asked."""


def form_of(address: str, form: str) -> str:
    """The same question with `.json` and the like."""
    path, mark, query = address.partition("?")
    return f"{path}.{form}{mark}{query}"
