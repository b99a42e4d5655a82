"""A bad question gets the words of the command, the fitting status, and as JSON the parts of the error."""

from __future__ import annotations

from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from mnna.answers.authorities import authorities
from mnna.answers.case import case
from mnna.answers.law import law
from mnna.answers.source import source
from mnna.answers.status import status
from mnna.answers.unlocks import unlocks
from mnna.answers.what_if import what_if
from mnna.errors import MnnaError
from mnna.sentences import capital
from tests.interfaces.http.samples import form_of

BAD = [
    ("/countries/Afganistan", 404, lambda: status("Afganistan")),
    ("/countries/COL?on=2024-02-30", 422, lambda: status("COL", "2024-02-30")),
    ("/countries/MEX/authorities?only=stockpile", 404, lambda: authorities("MEX", only=["stockpile"])),
    (
        "/what-if?country=MEX&designate=nato&terminate=nato",
        400,
        lambda: what_if("MEX", designate="nato", terminate="nato"),
    ),
    ("/what-if?country=MEX&designate=nmna", 404, lambda: what_if("MEX", designate="nmna")),
    ("/unlocks?authority=coup&country=MEX", 404, lambda: unlocks("coup", "MEX")),
    ("/case?recipient=COL&channel=fms&mde=30&total=20", 422, lambda: case("COL", "fms", mde="30", total="20")),
    ("/case?recipient=COL&channel=fms&mde=abc", 400, lambda: case("COL", "fms", mde="abc")),
    ("/case?recipient=COL&channel=fms&total=-1", 400, lambda: case("COL", "fms", total="-1")),
    ("/case?recipient=COL&channel=post", 404, lambda: case("COL", "post")),
    ("/law/22%20USC%209999", 404, lambda: law("22 USC 9999")),
    ("/sources/nothing", 404, lambda: source("nothing")),
]


@pytest.mark.parametrize(("address", "code", "ask"), BAD)
def test_the_same_words_as_the_command(client: TestClient, address: str, code: int, ask: object) -> None:
    with pytest.raises(MnnaError) as caught:
        ask()  # type: ignore[operator]
    page, data = client.get(address), client.get(form_of(address, "json"))
    assert page.status_code == data.status_code == code
    error, text = caught.value, unescape(page.text)
    assert f"{capital(error.asked)}: {error.wrong}." in text and error.do in text
    assert all(f">{near}<" in text for near in error.near) and text.count("Did you mean") == bool(error.near)
    assert data.json() == error.to_dict()


def test_a_form_keeps_what_was_typed(client: TestClient) -> None:
    text = client.get("/case?recipient=Columbia%20%22%3E%3Cscript%3E&channel=dcs&total=12").text
    assert "<script>" not in text and 'value="12"' in text and 'value="dcs" selected' in text


@pytest.mark.parametrize("query", ["county=MEX", "on=2024-01-01&on=2025-01-01", "on=" + "1" * 600, "on=2024%00"])
def test_a_parameter_is_never_ignored_in_silence(client: TestClient, query: str) -> None:
    assert client.get(f"/countries/COL.json?{query}").status_code == 400


def test_an_empty_field_counts_as_not_given(client: TestClient) -> None:
    left = client.get("/case.json?recipient=COL&channel=fms&mde=&total=2e6&construction=&on=2024-01-01").json()
    assert left == client.get("/case.json?recipient=COL&channel=fms&total=2e6&on=2024-01-01").json()


def test_a_near_match_leads_to_the_same_question(client: TestClient) -> None:
    text = client.get("/what-if?country=Afganistan&designate=mnna").text
    links = [part.split('"', 1)[0] for part in unescape(text).split('href="')]
    right = next(link for link in links if "country=AFG" in link)
    assert urlsplit(right).netloc == "" and dict(parse_qsl(urlsplit(right).query))["designate"] == "mnna"
    assert client.get(right).status_code == 200


@pytest.mark.parametrize("name", ["Burma", "South Korea", "TÜRKİYE", "côte d'ivoire"])
def test_a_country_is_found_by_any_usual_name(client: TestClient, name: str) -> None:
    answer = client.get("/find", params={"country": name})
    assert answer.status_code == 303 and client.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/rank?on=1990-01-01", 422),
        ("/compare?country=MEX&to=Mexico", 400),
        ("/effects?outcome=love", 404),
        ("/effects?outcome=us_arms", 409),
        ("/criteria?use=love%3Aup", 404),
        ("/claims?article=..%2F..%2Fetc%2Fpasswd", 404),
        ("/claims?article=/etc/passwd", 404),
        ("/timeline?country=MEX&since=yesterday", 422),
        ("/indicators/love", 404),
        ("/indicators/homicide_rate/Afganistan", 404),
    ],
)
def test_evidence_refuses_in_words_too(client: TestClient, address: str, code: int) -> None:
    data = client.get(form_of(address, "json"))
    assert data.status_code == code, data.text
    assert set(data.json()) == {"error", "asked", "wrong", "near", "do"} and "root:" not in data.text
    page = client.get(address)
    assert page.status_code == code and data.json()["wrong"] in unescape(page.text)
