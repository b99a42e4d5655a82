"""What stands beside a link to a page where it is shared."""

from __future__ import annotations

import asyncio
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http import app
from mnna.interfaces.http.background import Slow, Worked
from mnna.interfaces.http.declared import example, pages
from mnna.interfaces.http.sharing import ALL, HEIGHT, card, drawn, unanswered
from mnna.present.document import Document

pytest.importorskip("typst", reason="the extra `brief` is not installed")


def test_a_page_names_its_address_and_its_picture(client: TestClient) -> None:
    text = client.get("/countries/COL?on=2024-06-01").text
    told = {name: unescape(said) for name, said in re.findall(r'property="og:(\w+)" content="([^"]*)"', text)}
    assert told["url"] == "http://127.0.0.1/countries/COL?on=2024-06-01"
    assert told["image"] == "http://127.0.0.1/countries/COL.card?on=2024-06-01" and told["title"] in text
    assert f'<link rel="canonical" href="{told["url"]}">' in text and '<html lang="en">' in text
    drawn = client.get(told["image"])
    assert drawn.headers["content-type"] == "image/png" and drawn.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "address",
    [
        "/countries/COL?on=2026-11-24",
        "/countries/COL/authorities?on=2026-11-24",
        "/what-if?country=MEX&designate=mnna&on=2026-11-24",
        "/case?recipient=COL&channel=fms&total=60e6&on=2026-11-24",
        "/next/MEX?on=2026-11-24",
        "/next/MEX?on=2036-11-24",
        "/map?on=2026-11-24",
    ],
)
def test_a_preview_begins_with_the_answer_and_not_with_the_day_of_its_texts(client: TestClient, address: str) -> None:
    text = client.get(address).text
    told = unescape(re.findall(r'property="og:description" content="([^"]*)"', text)[0])
    assert told and not told.startswith(("As of", "A projection")), told
    assert len(told) > 180 or "As of" in told or "projection" in told


def test_a_mistake_has_no_picture(client: TestClient) -> None:
    assert "og:image" not in client.get("/countries/Atlantis").text
    assert client.get("/countries/Atlantis.card").status_code == 404


def test_a_slow_answer_is_drawn_once_it_is_there_and_only_its_question_before(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, seconds, address = Document(title="Mexico most resembles Peru"), [60.0, 0.0], "/compare.card?country=MEX"

    async def worked(*asked: object) -> Worked:
        await asyncio.sleep(seconds.pop(0))
        return Worked({}, [], shown, shown, b"")

    monkeypatch.setattr(Slow, "answer", worked)
    monkeypatch.setattr(app, "CARD", 0.1)
    early, late = client.get(address), client.get(address)
    assert early.headers["cache-control"] == "no-store" and early.content.startswith(b"\x89PNG")
    assert late.content == drawn(shown) != early.content and late.headers["cache-control"] == "max-age=3600"


def test_the_card_of_a_question_says_nothing_of_its_answer() -> None:
    asked = example(next(page for page in pages() if page.word == "compare"))
    assert unanswered(asked).lead == ("The answer is worked out when the page is opened.", f"Asked: {asked.command()}")


STAMP = re.compile(r"stamp=([0-9a-f-]+)")


def test_a_page_has_every_style_with_its_own_address(client: TestClient) -> None:
    text = unescape(client.get("/countries/COL?on=2024-06-01").text)
    for name in ("Bluebook", "Chicago", "BibTeX", "RIS", "CSL-JSON"):
        assert f"<dt>{name}</dt>" in text
    assert "http://127.0.0.1/countries/COL?on=2024-06-01&stamp=" in text and 'href="#cite"' in text


def test_an_address_with_its_stamp_says_that_it_is_the_same(client: TestClient) -> None:
    stamp = STAMP.search(client.get("/countries/COL?on=2024-06-01").text)
    assert stamp is not None
    asked = f"on=2024-06-01&stamp={stamp[1]}"
    assert client.get(f"/countries/COL.json?{asked}").json()["cited"]["same"] is True
    assert "This is the answer that was cited" in client.get(f"/countries/COL?{asked}").text
    moved = client.get(f"/v/{stamp[1]}/countries/COL?on=2024-06-01", follow_redirects=False)
    assert moved.status_code == 303 and moved.headers["location"] == f"/countries/COL?{asked}"


def test_another_stamp_is_said_to_be_of_another_answer(client: TestClient) -> None:
    asked = f"on=2024-06-01&stamp={'0' * 16}-{'1' * 16}-{'2' * 12}"
    assert client.get(f"/countries/COL.json?{asked}").json()["cited"]["same"] is False
    assert "The answer is now another." in client.get(f"/countries/COL?{asked}").text
    assert "The answer is now another." in client.get(f"/countries/COL.md?{asked}").text
    for form in ("json", "csv", "md", "pdf"):
        assert client.get(f"/countries/COL.{form}?stamp=x").status_code == 400


def test_a_stamp_leads_nowhere_else(client: TestClient) -> None:
    for rest in ("/evil.example", "//evil.example", "%5Cevil.example", "/%5C/evil.example"):
        moved = client.get(f"/v/aa{'/' if not rest.startswith('/') else ''}{rest}", follow_redirects=False)
        location = moved.headers.get("location", "/")
        assert re.match(r"/[^/\\]", location) or location == "/", (rest, location)


def test_a_card_says_title_first_sentences_and_source() -> None:
    svg = card(Document(title="Is it next?", lead=("No answer < yet.",)), "mnna")
    assert re.findall(r">([^<>]+)</text>", svg) == ["Is it next?", "No answer &lt; yet.", "mnna"]


def test_long_words_end_in_an_ellipsis_above_the_foot() -> None:
    svg = card(Document(title="long title " * 60, lead=("many words " * 90,)), "mnna")
    heights = [float(y) for y in re.findall(r' y="([\d.]+)"', svg)]
    assert svg.count("…</text>") == 2 and len(heights) == ALL + 1 and max(heights[:-1]) < heights[-1] - 32 < HEIGHT
    assert card(Document(title="A"), "mnna").count("<text") == 2
