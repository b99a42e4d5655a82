"""`countries` as people read it: every country by region, with what it holds."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from mnna.registry.countries import countries
from tests.interfaces.checks import fits
from tests.terminal import document, said


@pytest.mark.parametrize("words", [[], ["--on", "1990-01-01"]])
def test_questions(words: list[str]) -> None:
    fits("countries", *words)


def test_every_country_stands_once_with_what_it_holds() -> None:
    rows = document("countries", "--on", "2026-06-01")["countries"]
    assert [row["country"] for row in rows] == sorted(countries(), key=lambda code: countries()[code].name)
    held = {row["country"]: (row["status"], row["since"]) for row in rows}
    assert held["COL"] == ("mnna", "2022-05-23") and held["MEX"] == (None, None) and held["FRA"][0] == "nato"
    told = said("countries", "--on", "2026-06-01")
    assert "- Colombia, a major non-NATO ally since 23 May 2022" in told
    assert "- Saudi Arabia, a major non-NATO ally since a day between 1 and 23 January 2026" in told


def test_what_a_country_may_hold_is_not_told_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = said("countries", "--on", "2026-01-10")
    assert "- Saudi Arabia: not known whether a major non-NATO ally - Syria - " in told
    monkeypatch.setenv("MNNA_TODAY", "2029-01-01")
    assert "- Japan: not known - " in said("countries", "--on", "2028-12-01")


def test_the_page_leads_to_each_country_on_that_day() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        text = client.get("/countries?on=2026-06-01").text
    assert text.count('href="/countries/') >= len(countries())
    assert '<a href="/countries/COL?on=2026-06-01">Colombia</a>' in text
