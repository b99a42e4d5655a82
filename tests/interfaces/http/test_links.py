"""Every link to a page of our own leads somewhere, also to the place on it; every link away is https and says so."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

from starlette.testclient import TestClient

from mnna.interfaces.http.declared import pages
from mnna.interfaces.params import read
from mnna.registry.countries import resolve
from tests.interfaces.http.samples import SAMPLES, SLOW

MORE = ["/countries/JPN", "/countries/TWN", "/countries/FRA", "/what-if?country=JPN&terminate=mnna", "/?country=JPN"]
LINK = re.compile(r'<(?:a|link|script|form)\b[^>]*?\b(?:href|src|action)="([^"]*)"')
ID = re.compile(r'\bid="([^"]+)"')


COUNTRY = re.compile(r"/countries/([A-Z]{3})([?][^#]*)?")
"""A page that hundreds of links lead to, each with another country or day."""
ENOUGH = 40
"""So many of them are opened."""


def read_only(target: str, opened: int) -> bool:
    """Whether it would be worked out anew, or enough countries were opened; then it is enough that it can be read.

    Raises what the page would answer of its parameters, its countries and its day.
    """
    path = target.removeprefix("http://127.0.0.1")
    country = COUNTRY.fullmatch(path)
    if not path.startswith(SLOW) and (opened < ENOUGH or country is None):
        return False
    asked = urlsplit(target)
    page = next(page for page in pages() if page.address == ("/countries/{country}" if country else asked.path))
    given = read(page.params, {"country": country[1]} if country else {}, parse_qsl(asked.query))
    for code in [given.get("country"), *given.get("to", ())]:
        assert code is None or resolve(code)
    assert given.get("on") is None or date.fromisoformat(given["on"])
    return True


def test_every_internal_link_leads_somewhere(client: TestClient) -> None:
    wrong: list[tuple[object, ...]] = []
    seen: set[str] = set()
    ids: dict[str, set[str] | None] = {}
    countries = 0
    for start in [*SAMPLES.values(), *MORE]:
        text = client.get(start).text
        found = ID.findall(text)
        assert len(found) == len(set(found)), f"{start}: an id is given twice"
        for link in LINK.findall(text):
            target = urljoin(f"http://127.0.0.1{start}", unescape(link))
            if urlsplit(target).netloc != "127.0.0.1" or target in seen:
                continue
            seen.add(target)
            if read_only(target, countries):
                continue
            page, _, place = target.partition("#")
            if page not in ids:
                countries += COUNTRY.fullmatch(urlsplit(page).path) is not None
                answer = client.get(page)
                ids[page] = set(ID.findall(answer.text)) if answer.status_code < 400 else None
                if ids[page] is None and answer.status_code != 405:
                    wrong.append((start, link, answer.status_code))
            there = ids[page]
            if place and there is not None and place not in there:
                wrong.append((start, link, "no such place"))
    assert not wrong and len(seen) > 500


def test_links_away_are_https_and_tell_nobody_where_from(client: TestClient) -> None:
    away = set()
    for start in SAMPLES.values():
        for tag in re.findall(r"<a\b[^>]*>", client.get(start).text):
            link = unescape(tag.split('href="')[1].split('"')[0])
            if "://" in link:
                away.add(link)
                assert link.startswith(("https://", "http://")) and 'rel="noreferrer"' in tag, tag
    assert len(away) > 50
