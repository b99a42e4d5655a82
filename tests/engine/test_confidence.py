"""An answer is no surer, and no newer, than the text, the rows and the figures it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.engine.finding import Finding, find
from mnna.present.document import FindingBlock
from mnna.present.findings import lay_out
from mnna.registry.load import load_registry
from mnna.rules.nodes import YES, Dated, Kind, Param
from mnna.statutes import catalog
from mnna.statutes.catalog import authority
from mnna.statutes.provision import Authority, Provision
from tests.registry.test_read_tables import HEADER, changed, table

REGISTRY = load_registry()
READ, LATE = date(2026, 3, 1), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("id_", "country", "on", "sure", "why"),
    [
        ("cross-servicing-agreement", "MEX", "2021-06-01", "high", "every figure was read"),
    ],
)
def test_a_finding_is_no_surer_than_its_figures(id_: str, country: str, on: str, sure: str, why: str) -> None:
    law, day = authority(id_), date.fromisoformat(on)
    provision = law.at(day)
    assert provision is not None and provision.confidence == "high"
    assert find(law, REGISTRY, country, day).confidence == sure, why


def test_a_notice_is_no_surer_than_the_users_rows(tmp_path: Path) -> None:
    facts = table(tmp_path / "facts", HEADER, changed(country="MEX", status="nato", confidence="low"))
    asked = {"recipient": "MEX", "channel": "fms", "mde": 30e6, "total": 30e6, "on": "2026-11-01", "facts": facts}
    found = mnna.case(**asked).notice  # type: ignore[arg-type]
    assert (found.verdict, found.confidence) == ("yes", "low") and found.own_facts
    assert mnna.case(**asked | {"facts": None}).notice.confidence == "high"  # type: ignore[arg-type]


def test_a_finding_is_no_surer_than_the_users_rows(tmp_path: Path) -> None:
    facts = table(tmp_path / "facts", HEADER, changed(country="MEX", status="mnna", confidence="low"))
    found = mnna.authorities("MEX", on="2026-11-01", facts=facts)
    assert found["depleted-uranium-rounds"].confidence == "low"
    assert found["restriction-terrorism-list"].confidence == "high"


def with_figure(sure: str, source: str = "") -> Authority:
    figure = Dated(30, date(2000, 1, 1), None, "a law", source, sure)
    days = Param("days", Kind.COUNT, "the days", (figure,))
    text = Provision(
        since=date(2000, 1, 1),
        until=None,
        citation="a law",
        says="Says so.",
        rule=YES,
        terms={"days": days},
    )
    return Authority(id="collective-defense", question="May it?", provisions=(text,))


@pytest.mark.parametrize("sure", ["high", "medium", "low"])
def test_the_text_itself_bounds_it_too(sure: str) -> None:
    law = with_figure("high")
    weaker = replace(law, provisions=(replace(law.provisions[0], confidence=sure),))
    assert find(weaker, REGISTRY, "MEX", LATE).confidence == sure


def test_a_source_names_the_question_whose_figure_rests_on_it() -> None:
    assert "notify-dcs" in mnna.source("pl-105-277").to_dict()["rests_on_it"]


READINGS = [
    ("rdte-loans", "TWN", "2024-06-01", "Section 1206", "Taiwan comes in by a reading"),
    ("rdte-loans", "JPN", "1990-06-01", "2767a", "the text of those years is of medium confidence"),
    ("cooperative-rd", "EGY", "1990-06-01", "title-10", "so is the list of those years"),
    ("fmf-commercial-leasing", "KEN", "2025-01-15", "undefined", "the act does not say which list"),
    ("notification-thresholds", "NATO", "2026-01-15", "Notice 25-97", "practice conflicts"),
]


@pytest.mark.parametrize(("id_", "country", "day", "said", "why"), READINGS)
def test_a_caveat_is_told_with_the_answer_and_lowers_it(id_: str, country: str, day: str, said: str, why: str) -> None:
    found = find(authority(id_), REGISTRY, country, date.fromisoformat(day))
    assert any(said in text for text in found.caveats), why
    assert found.confidence == "medium"
    printed = lay_out(FindingBlock(found.to_dict()))
    assert [told.title for told in printed.told].count("Caveat") == 1 and "Medium confidence" in printed.notes


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_whoever_is_less_than_sure_says_why(id_: str) -> None:
    one = authority(id_)
    for country in ("COL", "TWN", "EGY", "PHL", "NATO", "TUR", "THA", "IRN"):
        for on in (*(provision.since for provision in one.provisions), LATE):
            if one.at(on) is not None:
                found = find(one, REGISTRY, country, on)
                assert (found.confidence == "high") is not bool(found.caveats), (country, on)


def test_a_member_country_has_no_caveat_of_the_organization() -> None:
    assert not find(authority("notification-thresholds"), REGISTRY, "FRA", date(2026, 1, 15)).caveats


@pytest.mark.parametrize(("mde", "told"), [(10e6, True), (30e6, False)])
def test_an_and_that_is_read_as_or_is_told_only_where_it_matters(mde: float, told: bool) -> None:
    found = mnna.case("FRA", "fms", "2024-06-01", mde=mde, total=120e6).notice
    assert found.verdict == "yes" and any("joins them with “and”" in text for text in found.caveats) is told


@pytest.mark.parametrize(("total", "told"), [(60e6, True), (100e6, False)])
def test_a_sale_to_nato_itself_tells_that_practice_conflicts(total: float, told: bool) -> None:
    found = mnna.case("NATO", "fms", "2026-01-15", mde=0, total=total).notice
    assert found.verdict == "yes" and any("25-97" in text for text in found.caveats) is told
    assert not any(
        "25-97" in text for text in mnna.case("NATO", "fms", "2020-01-15", mde=0, total=total).notice.caveats
    )


@pytest.mark.parametrize(("territory", "state"), [("GRL", "Denmark"), ("NCL", "France"), ("ABW", "the Netherlands")])
def test_a_territory_is_told_to_ask_by_the_name_of_its_state(territory: str, state: str) -> None:
    on = date(2026, 6, 1)
    open_ = find(catalog.authority("foreign-military-financing"), REGISTRY, territory, on)
    shut = find(catalog.authority("depleted-uranium-rounds"), REGISTRY, territory, on)
    assert (open_.verdict, shut.verdict) == ("unknown", "no")
    assert any(f"Territory of {state}" in need for need in open_.needs)
    assert all(any(f"(Territory of {state})" in said for said in one.caveats) for one in (open_, shut))


def test_a_yes_is_no_surer_than_the_waiver_of_a_bar_on_it() -> None:
    found = find(authority("foreign-military-financing"), REGISTRY, "PAK", date(2001, 10, 27))
    assert (found.verdict, found.confidence) == ("yes", "medium")
    assert any("“Coup clause waived” is of medium confidence" in one for one in found.caveats)


def test_an_answer_tells_the_users_rows_that_lift_a_bar_or_end_a_waiver(tmp_path: Path) -> None:
    lifted = changed(country="AZE", status="section-907-waived", since="2024-01-01", until="2025-01-01")
    ended = changed(country="COL", status="drug-majors-vital-interest", since="2025-10-01", until="2025-10-02")
    facts = table(tmp_path / "facts", HEADER, lifted, ended)

    def asked(country: str, on: str) -> Finding:
        return mnna.authorities(country, on=on, facts=facts)["foreign-military-financing"]

    assert (
        asked("AZE", "2024-06-01").verdict == "yes" and "section-907-waived" in asked("AZE", "2024-06-01").own_facts[0]
    )
    assert asked("COL", "2025-10-02").suspended_by == ("restriction-drug-majors",)
    assert "drug-majors-vital-interest" in asked("COL", "2025-10-02").own_facts[0]
    assert not asked("MEX", "2024-06-01").own_facts


@pytest.mark.parametrize(("country", "doubted"), [("COL", True), ("GBR", True), ("ISR", False), ("MEX", False)])
def test_that_the_order_on_the_court_says_or_reaches_the_answers_that_it_decides(country: str, doubted: bool) -> None:
    """Executive Order 14203 s. 8(d)(ii): an ally that has not consented “or” is no party."""
    found = find(authority("icc-protected-persons"), REGISTRY, country, date(2025, 6, 1))
    assert any("by the word “or” alone" in one for one in found.caveats) is doubted
