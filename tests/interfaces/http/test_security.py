"""What the server refuses, and what every answer carries."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.declared import pages
from mnna.interfaces.http.security import SMALL_BODY
from tests.interfaces.http.samples import SAMPLES


@pytest.mark.parametrize("address", [*SAMPLES.values(), "/nowhere", "/countries/Afganistan", "/static/mnna.css"])
def test_every_answer_carries_a_strict_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_brief_on_its_own_may_carry_its_style_and_nothing_else(client: TestClient) -> None:
    policy = client.get("/brief/MEX.html").headers["content-security-policy"]
    assert "script-src" not in policy and "default-src 'none'" in policy and "sandbox" in policy


@pytest.mark.parametrize("address", sorted(SAMPLES.values()))
def test_no_page_holds_a_script_or_style_of_its_own(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert "<style" not in text and " style=" not in text and "javascript:" not in text and " onclick" not in text
    assert text.count("<script") == text.count('<script src="/static/')


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8000"])
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/countries/COL.json", headers={"host": host})
    assert answer.status_code == 421 and answer.json()["error"] == "Refused"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:80"])
def test_loopback_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/countries/COL.json", headers={"host": host}).status_code == 200


def test_a_server_for_others_answers_to_any_name() -> None:
    open_ = TestClient(create_app(hosts=None), base_url="http://mnna.example")
    assert open_.get("/countries/COL.json").status_code == 200


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_no_other_site_can_send_a_file(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/screen", files={"file": ("a.csv", b"recipient\nCOL\n")}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("address", ["/countries/COL", "/", "/case"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(client: TestClient, address: str, method: str) -> None:
    assert client.request(method, address).status_code == 405


def test_a_large_body_is_refused_where_none_is_expected(client: TestClient) -> None:
    assert client.request("GET", "/case.json", content=b"x" * (SMALL_BODY + 1)).status_code == 413


@pytest.mark.parametrize(
    "path", ["../pyproject.toml", "..%2f..%2fpyproject.toml", "%2e%2e/app.py", "....//app.py", "/etc/passwd"]
)
def test_no_path_reaches_the_files(client: TestClient, path: str) -> None:
    for place in ("/static/", "/sources/", "/law/", "/screen/x/"):
        answer = client.get(place + path)
        assert answer.status_code in (400, 404, 405) and "hatchling" not in answer.text and "root:" not in answer.text


def test_a_mistake_of_ours_shows_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app()
    page = next(page for page in pages() if page.address == "/countries")
    quiet = TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)
    monkeypatch.setattr("mnna.answers.countries._listed", lambda *_: 1 / 0)
    for address in (page.address, f"{page.address}.json"):
        answer = quiet.get(address)
        assert answer.status_code == 500 and "mistake in mnna" in answer.text
        assert "ZeroDivision" not in answer.text and "Traceback" not in answer.text and ".py" not in answer.text


def test_telemetry_stays_off_whatever_the_environment_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    assert not create_app()._native_telemetry.enabled()
