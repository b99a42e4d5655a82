"""`case` as people read it: the headline with what it presumes, the threshold, and the form for every fact of law."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.answers.case import case, fields_of
from mnna.interfaces.http.app import create_app
from mnna.interfaces.words.case import OF_CHANNELS, VALUES, headline
from mnna.rules.nodes import Kind
from mnna.statutes import catalog
from mnna.statutes.listing import CHANNELS
from tests.interfaces.checks import fits
from tests.terminal import document, said

COLOMBIA = ["COL", "--channel", "fms", "--mde", "20e6", "--total", "20e6", "--on", "2023-05-01"]


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.parametrize(
    "words",
    [
        COLOMBIA,
        ["KEN", "--channel", "fms", "--total", "20e6"],
        ["GBR", "--channel", "dcs", "--mde", "1", "--total", "2", "--firearms", "0", "--new-sales-territory", "no"],
        ["AUS", "--channel", "dcs", "--total", "90e6", "--aukus-exempt", "yes"],
        ["PER", "--channel", "lease", "--lease-months", "11"],
        ["PER", "--channel", "lease", "--lease-months", "12"],
        ["TUN", "--channel", "retransfer", "--total", "1", "--origin", "commercial"],
        ["NATO", "--channel", "license-agreement"],
        ["COL", "--channel", "fms", "--on", "1950-01-01"],
    ],
)
def test_questions(words: list[str]) -> None:
    fits("case", *words)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"recipient": "COL", "channel": "fms", "mde": 20e6}, "Notify Congress: 30 calendar days of review"),
        ({"recipient": "KOR", "channel": "fms", "mde": 25e6}, "Notify Congress: 15 calendar days of review"),
        ({"recipient": "COL", "channel": "fms", "total": 1}, "No notice to Congress needed"),
        ({"recipient": "COL", "channel": "fms"}, "Not known whether Congress must be notified"),
        (
            {"recipient": "KOR", "channel": "fms", "mde": 20e6, "total": 20e6},
            "No notice to Congress needed, if the letter of offer authorizes no new sales territory outside the "
            "favored group",
        ),
        (
            {"recipient": "COL", "channel": "license-agreement"},
            "Notify Congress, if the agreement involves manufacture abroad of significant military equipment: 30 "
            "calendar days of review",
        ),
    ],
)
def test_the_headline_answers_and_names_what_it_presumes(given: dict[str, Any], told: str) -> None:
    assert headline(case(on="2023-05-01", **given)) == told


def test_a_presumption_that_changes_nothing_is_left_to_the_answer_below() -> None:
    answer = case("TUN", "retransfer", "2023-05-01", total=1, origin="commercial")
    assert answer.notice.presumes and answer.rests_on() == () and headline(answer) == "No notice to Congress needed"


def test_own_facts_are_marked_in_every_form(tmp_path: Path) -> None:
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,nato,2026-01-15,,,,yes,A treaty of ours,,general-knowledge,low,2026-01-15,"
    (tmp_path / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    asked = ["MEX", "--channel", "fms", "--mde", "20e6", "--on", "2026-02-01"]
    assert "Rests on your own facts:" in said("case", *asked, "--facts", str(tmp_path))
    with TestClient(create_app(tmp_path), base_url="http://127.0.0.1") as own:
        for form in ("", ".md", ".csv"):
            told = own.get(f"/case{form}?recipient=MEX&channel=fms&mde=20e6&on=2026-02-01").text
            assert "your own facts" in told, form


def test_the_general_threshold_is_called_so() -> None:
    told = " ".join(said("case", *COLOMBIA).split())
    assert "is worth at least $14,000,000, the general threshold." in told and "any other country" not in told
    assert "the threshold for a NATO member" in case("FRA", "fms", "2023-05-01", mde=25e6).notice.because


def test_the_text_says_what_was_given_and_why() -> None:
    told = said("case", *COLOMBIA)
    assert "Foreign military sale: Colombia (COL), 1 May 2023" in told and "Why, step by step" in told
    assert "Major defense equipment: $20 million" in told and "Threshold: $14 million" in told.replace("\n", "")


def test_every_fact_of_every_channel_can_be_given_and_no_other() -> None:
    laws = [fields_of(catalog.case_law(channel)) for channel in CHANNELS]
    facts = {name: field for law in laws for name, field in law.items() if field.kind is not Kind.MONEY}
    amounts = {name for law in laws for name, field in law.items() if field.kind is Kind.MONEY}
    declared = {param.name: param for param in OF_CHANNELS}
    assert set(declared) == set(facts) and amounts == {param.name for param in VALUES}
    for name, field in facts.items():
        choices = declared[name].choices
        expected = ["yes", "no"] if field.kind is Kind.TRUTH else list(field.domain)
        assert ([value for value, _ in choices()] if choices else []) == expected, name
        turned = [channel for channel, law in zip(CHANNELS, laws, strict=True) if name in law]
        assert declared[name].says.endswith(f"({', '.join(turned)})."), name


def test_a_fact_given_by_name_is_the_option() -> None:
    asked = ["AUS", "--channel", "dcs", "--total", "90e6", "--on", "2025-06-01"]
    assert document("case", *asked, "--given", "trade_treaty=yes") == document("case", *asked, "--trade-treaty", "yes")


def test_the_form_asks_for_amounts_and_opens_what_was_filled_in(client: TestClient) -> None:
    bare = unescape(client.get("/case").text)
    assert "Must Congress be notified of this transfer?" in bare and '<span class="money">' in bare
    assert '<details class="more"><summary>What some channels turn on' in bare
    filled = client.get("/case?recipient=PER&channel=lease&lease_months=12").text
    assert '<details class="more" open>' in filled and 'name="lease_months" value="12"' in filled
    assert 'value="lease" selected' in filled and '<details class="finding f-yes" id="notify-lease" open>' in filled


def test_a_case_without_a_channel_is_refused_with_the_channels(client: TestClient) -> None:
    told = client.get("/case.json?recipient=COL")
    assert told.status_code == 400 and told.json()["near"] == list(CHANNELS)


def test_a_case_under_a_bill() -> None:
    asked = ("case", "MEX", "--channel", "fms", "--mde", "20e6", "--total", "90e6")
    assert document(*asked)["notify"]["verdict"] == "yes" and "enact" not in document(*asked)
    under = document(*asked, "--enact", "H.R. 3613")
    assert under["notify"]["verdict"] == "no" and under["enact"] == "H.R. 3613"
    assert "if H.R. 3613 were law" in said(*asked, "--enact", "H.R. 3613")
