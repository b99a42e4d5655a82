"""Links of an error page: to the corrected question, or to what the search finds for an unknown name."""

from __future__ import annotations

import re

from fastapi import Request

from mnna.errors import MnnaError, UnknownCountry
from mnna.interfaces.search import search
from mnna.registry.countries import countries


def found_for(error: MnnaError) -> list[tuple[str, str]]:
    """Return title and address of up to five search results for an unknown country: it may be a status or a law."""
    said = re.fullmatch(r"the country '(.+)'", error.asked) if isinstance(error, UnknownCountry) else None
    return [(f"{one.title} ({one.kind.lower()})", one.address) for one in search(said[1], 5)] if said else []


def nearby(text: str, request: Request) -> str:
    """Return the address for a suggestion: a page, the question with the country corrected, or empty for no address."""
    code = text[-4:-1] if text.endswith(")") and text[-5:-4] == "(" else ""
    if text.startswith("/"):
        return text
    if code not in countries():
        return ""
    names = [name for name in ("country", "recipient") if name in request.query_params]
    if names and request.url.path != "/find":
        return str(request.url.include_query_params(**{names[0]: code}).replace(scheme="", netloc=""))
    return f"/countries/{code}"
