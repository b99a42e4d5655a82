"""Where a page of an error leads: to the same question put right, or to what the search finds for a name."""

from __future__ import annotations

import re

from fastapi import Request

from mnna.errors import MnnaError, UnknownCountry
from mnna.interfaces.search import search
from mnna.registry.countries import countries


def found_for(error: MnnaError) -> list[tuple[str, str]]:
    """What the search finds for a name that is no country: the name may be that of a status or a law."""
    said = re.fullmatch(r"the country '(.+)'", error.asked) if isinstance(error, UnknownCountry) else None
    return [(f"{one.title} ({one.kind.lower()})", one.address) for one in search(said[1], 5)] if said else []


def nearby(text: str, request: Request) -> str:
    """Where a near match leads: the same question with the country put right, a page, or nowhere."""
    code = text[-4:-1] if text.endswith(")") and text[-5:-4] == "(" else ""
    if text.startswith("/"):
        return text
    if code not in countries():
        return ""
    names = [name for name in ("country", "recipient") if name in request.query_params]
    if names and request.url.path != "/find":
        return str(request.url.include_query_params(**{names[0]: code}).replace(scheme="", netloc=""))
    return f"/countries/{code}"
