"""The page that reads an article: pasted, dropped, put right, taken away; and what cannot be read."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app

TEXT = (
    "Kenya joins\nNairobi, June 25, 2024\nBiden designated Kenya a major non-NATO ally on Monday. "
    "The status gives Kenya foreign military financing. What next?"
)


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


def sent(client: TestClient, **fields: str) -> Any:
    return client.post("/claims/read", files={name: (None, value) for name, value in fields.items()})


def test_the_empty_page_has_the_form(client: TestClient) -> None:
    page = client.get("/claims/read").text
    assert 'name="text"' in page and 'type="file"' in page and 'action="/claims/read" method="post"' in page


def test_a_sentence_read_in_part_is_listed_with_what_was_not_checked(client: TestClient) -> None:
    page = unescape(sent(client, text="Kenya is a major non-NATO ally, and its economy grew by 4.7 percent.").text)
    assert "1 sentence of which only a part was read" in page and "not checked: “4.7 percent”" in page


def test_an_article_comes_back_marked_with_the_verdicts_beside_it(client: TestClient) -> None:
    answer = sent(client, text=TEXT)
    page = unescape(answer.text)
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert "2 claims read in 2 of 5 sentences" in page and "The day is that of the line" in page
    marks = re.findall(r'<mark class="([\w-]+)"><a href="#c-([\d.]+)">([^<]+)</a>', page)
    assert marks == [
        ("r-right", "3", "designated Kenya a major non-NATO ally"),
        ("r-wrong", "4", "foreign military financing"),
    ]
    assert "On 25 June 2024" not in page or "Kenya was designated" in page
    assert "not read: a question" in page and page.count("<h1") == 1 and ' style="' not in page


def test_a_reading_is_put_right_in_the_form(client: TestClient) -> None:
    fields = {"c:4:0:type": "authority_unlocked_by", "c:4:0:status": "mnna", "c:4:0:country": "Kenya"}
    fields |= {"c:4:0:authority": "rdte-loans", "c:3:0:type": "designated_on", "out:3": "yes"}
    told = json.loads(sent(client, text=TEXT, **fields, **{"as": "json"}).text)
    (claim,) = told["claims"]
    assert claim["verdict"] == "right" and claim["args"]["authority"] == "rdte-loans"
    assert claim["read"] == "corrected by hand" and claim["span"]


def test_a_reading_that_cannot_be_judged_says_so_and_stops_nothing(client: TestClient) -> None:
    fields = {
        "c:3:0:type": "designated_on",
        "c:3:0:country": "Atlantis",
        "c:3:0:status": "mnna",
        "c:3:0:day": "2024-06-24",
    }
    fields |= {"c:4:0:type": "list_includes", "c:4:0:status": "mnna", "c:4:0:countries": "Kenya, JPN"}
    page = unescape(sent(client, text=TEXT, **fields).text)
    assert "It cannot be judged" in page and "Atlantis" in page and "Japan since 21 July 1996" in page


def test_what_can_be_taken_away(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(sent(client, text=TEXT, **{"as": "csv"}).text)))
    assert [row["verdict"] for row in rows] == ["right", "wrong"]
    review = sent(client, text=TEXT, **{"as": "jsonld"})
    assert (
        review.json()["@graph"][0]["@type"] == "ClaimReview" and "attachment" in review.headers["content-disposition"]
    )
    assert 'type = "designated_on"' in sent(client, text=TEXT, **{"as": "toml"}).text
    for form, inside in (("xlsx", "xl/workbook.xml"), ("docx", "word/document.xml")):
        with zipfile.ZipFile(io.BytesIO(sent(client, text=TEXT, **{"as": form}).content)) as made:
            assert inside in made.namelist()


def test_an_address_judges_the_same_claims_again(client: TestClient) -> None:
    page = sent(client, text=TEXT, **{"c:4:0:type": "status_on", "c:4:0:country": "KEN", "c:4:0:status": "mnna"}).text
    address = unescape(re.findall(r'<a href="(/claims\?stated=[^"]+)"', page)[0])
    again = client.get(address)
    assert again.status_code == 200 and "<title>Of 1 claim: 1 right" in again.text
    long = "\n".join(f"Kenya was designated a major non-NATO ally on June {day}, 2024." for day in range(1, 29))
    assert "/claims?stated=" not in sent(client, text=f"{TEXT}\n{long}").text


def test_a_file_is_read_like_a_text(client: TestClient) -> None:
    page = f"<!doctype html><meta name='date' content='2024-06-25'><p>{TEXT}</p>"
    answer = client.post("/claims/read", files={"file": ("kenya.html", page.encode())}, data={"text": "", "dated": ""})
    assert "The day is the page's own." in unescape(answer.text)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": " "}, "no words"), ({"text": TEXT, "dated": "yesterday"}, "2022-05-23"),
        ({"text": TEXT, "dated": "2999-01-01"}, "before the day of the article"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_above_the_form(client: TestClient, fields: dict[str, str], says: str) -> None:
    answer = sent(client, **fields)
    assert 400 <= answer.status_code < 500 and says in unescape(answer.text) and 'name="text"' in answer.text


def test_another_form_and_another_site_are_refused(client: TestClient) -> None:
    assert client.post("/claims/read", data={"text": TEXT}).status_code == 400
    other = client.post("/claims/read", files={"text": (None, TEXT)}, headers={"sec-fetch-site": "cross-site"})
    assert other.status_code == 403
