"""The law of two days as people read it, in the terminal and on the page."""

from __future__ import annotations

from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from tests.terminal import refused, run, said

ASKED = ("law", "22 USC 2321h(b)(2)", "--between")


def test_the_command() -> None:
    told = " ".join(run(*ASKED, "2020-01-01", "2024-01-01").out.split())
    assert "{+Taiwan,+}" in told and "Texts that differ: 1 of 1. Figures that differ: 1 of 3." in told
    assert "1 January 2020: $200,000,000 1 January 2024: $500,000,000" in told
    assert "The text is the same." in said(*ASKED, "2023-06-01", "2024-01-01")


def test_a_day_order_reversed_is_refused() -> None:
    assert "the first day is after the last" in refused(*ASKED, "2024-01-01", "2020-01-01")
    assert "no rule rests on it, and its words are not held" in refused(
        "law", "PD 2022-14", *ASKED[2:], "2020-01-01", "2024-01-01"
    )


def test_the_page_has_the_same() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        page = client.get("/law/22 USC 2321h(b)(2)?between=2020-01-01&between=2024-01-01")
        assert page.status_code == 200 and "{+Taiwan,+}" in page.text
        assert "--between 2020-01-01 2024-01-01" in page.text
