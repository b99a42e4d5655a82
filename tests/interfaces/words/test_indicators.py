"""`indicators` as people read it: the list, where a series comes from, the years of a country, and one year."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mnna.answers.indicators import FigureAnswer, IndicatorAnswer, SeriesAnswer
from mnna.interfaces.http.app import create_app
from tests.interfaces.checks import fits
from tests.terminal import refused, said


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))


def test_the_list_names_each_series_by_its_id_and_license() -> None:
    rows = fits("indicators")["indicators"]
    text = said("indicators")
    assert rows and all(row["licence"] for row in rows) and all(f"({row['id']})" in text for row in rows)
    assert text.startswith(f"{len(rows)} series of figures")


def test_a_series_says_where_it_comes_from_and_what_it_covers() -> None:
    told = fits("indicators", "homicide_rate", of=IndicatorAnswer)
    text = said("indicators", "homicide_rate")
    assert f"{told['first_year']} to {told['last_year']}, {told['countries']} countries" in text
    assert "License: CC BY 4.0" in text and all(note in text for note in told["caveats"])


def test_the_years_of_a_country_come_with_their_warnings() -> None:
    told = fits("indicators", "us_troops_active_duty", "Iraq", of=SeriesAnswer)
    text = said("indicators", "us_troops_active_duty", "Iraq")
    assert {point["year"] for point in told["series"]} > {2008, 2009} and "2008 110,793" in text
    assert told["notes"] and all(note["note"] in text for note in told["notes"])
    assert "Source:" in text and told["indicator"]["vintage"] in text


def test_no_figure_is_said_with_the_reason() -> None:
    told = fits("indicators", "gdp_current_usd", "TWN", of=SeriesAnswer)
    assert not told["series"] and told["because"] in said("indicators", "gdp_current_usd", "TWN")


def test_one_year_is_a_figure_or_the_reason_why_there_is_none() -> None:
    told = fits("indicators", "homicide_rate", "MEX", "--year", "2030", of=FigureAnswer)
    assert (told["state"], told["value"], told["last_year"]) == ("outside", None, 2023)
    text = said("indicators", "homicide_rate", "MEX", "--year", "2030")
    assert "Mexico in 2030: outside the years covered" in text and told["because"] in text
    known = said("indicators", "homicide_rate", "MEX", "--year", "2018")
    assert "Mexico in 2018: 29.45" in known and "Unit: per 100,000 people." in known


def test_half_a_question_is_refused_with_what_is_near() -> None:
    assert "homicide_rate" in refused("indicators", "homicide")
    assert "no country is named" in refused("indicators", "homicide_rate", "--year", "2020")


def test_the_page_of_a_series_leads_to_a_country_and_draws_its_line() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1", follow_redirects=False) as client:
        record = unescape(client.get("/indicators/homicide_rate").text)
        assert 'name="country"' in record and "The figures of a country" in record
        on = client.get("/indicators/homicide_rate?country=Mexico")
        assert (on.status_code, on.headers["location"]) == (303, "/indicators/homicide_rate/MEX")
        page = unescape(client.get(on.headers["location"]).text)
        lines = client.get("/indicators/homicide_rate/MEX.csv").text.splitlines()
        marked, paper = (client.get(f"/indicators/homicide_rate/MEX.{form}") for form in ("md", "pdf"))
    assert "A line of" in marked.text and b"/Alt" in paper.content, "every form has the picture or its words"
    assert '<figure id="line-picture"' in page and 'href="/indicators/homicide_rate"' in page and "29.45" in page
    assert lines[0] == "indicator,country,unit,year,value,iso2,cow,gwn,fips"
    assert lines[1].startswith("homicide_rate,MEX,")


def test_several_countries_stand_on_one_chart_and_in_one_table() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1", follow_redirects=False) as client:
        text = client.get("/indicators/homicide_rate/MEX?beside=Colombia&beside=KEN").text
        assert client.get("/indicators/homicide_rate/MEX?beside=Atlantis").status_code == 404
    assert "<h1>Intentional homicides: Mexico, Colombia, Kenya</h1>" in text and text.count('id="line-picture"') == 1
    assert all(f">{name}</text>" in text and f">{name}</th>" in text for name in ("Mexico", "Colombia"))
    assert 'href="/indicators/homicide_rate/MEX.csv"' in text
