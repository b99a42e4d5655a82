"""One question for every page, for tests that go through them all."""

from __future__ import annotations

SAMPLES = {
    "/": "/",
    "/map": "/map?on=2022-06-01",
    "/countries": "/countries",
    "/countries/{country}": "/countries/COL?on=2024-06-01",
    "/countries/{country}/authorities": "/countries/MEX/authorities",
    "/what-if": "/what-if?country=MEX&designate=mnna",
    "/unlocks": "/unlocks?authority=depleted-uranium-rounds&country=MEX",
    "/case": "/case?recipient=COL&channel=fms&mde=20000000&total=20000000&on=2023-05-01",
    "/screen": "/screen",
    "/law": "/law?q=stockpile",
    "/law/{asked}": "/law/22%20USC%202776(b)",
    "/brief": "/brief",
    "/brief/{country}": "/brief/MEX?vs=COL",
    "/sources": "/sources?q=determination",
    "/sources/{id}": "/sources/usc-22-2321k",
    "/docs": "/docs",
}
"""The address of a page to a question put to it."""


def form_of(address: str, form: str) -> str:
    """The same question with `.json` and the like."""
    path, mark, query = address.partition("?")
    return f"{path}.{form}{mark}{query}"
