"""Where a page of an error leads."""

from __future__ import annotations

import pytest
from fastapi import Request

from mnna.errors import BadDate, UnknownCountry
from mnna.interfaces.http.near import found_for, nearby


def asked(path: str, query: str = "") -> Request:
    scope = {"type": "http", "scheme": "http", "server": ("127.0.0.1", 80), "path": path, "headers": []}
    return Request(scope | {"method": "GET", "query_string": query.encode()})


@pytest.mark.parametrize(
    ("text", "path", "query", "leads"),
    [
        ("Mexico (MEX)", "/compare", "country=Mexiko&to=COL", "/compare?to=COL&country=MEX"),
        ("Mexico (MEX)", "/find", "country=Mexiko", "/countries/MEX"),
        ("Mexico (MEX)", "/law/x", "", "/countries/MEX"),
        ("/law/fms", "/law/x", "", "/law/fms"),
        ("rdte-loans", "/law/x", "", ""),
    ],
)
def test_a_near_match_leads_to_the_question_put_right(text: str, path: str, query: str, leads: str) -> None:
    assert nearby(text, asked(path, query)) == leads


def test_a_name_of_no_country_is_searched_for() -> None:
    found = found_for(UnknownCountry("the country 'AUKUS'", "no country has that code or name"))
    assert any("AUKUS" in title for title, _ in found)
    assert found_for(BadDate("the day 'x'", "it is not a date")) == []
