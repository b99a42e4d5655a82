"""An answer is no surer, and no newer, than the text, the rows and the figures it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.dates import spoken
from mnna.engine.finding import find
from mnna.registry.load import load_registry
from mnna.rules.nodes import YES, Dated, Kind, Param
from mnna.statutes.catalog import authority
from mnna.statutes.provision import Authority, Provision
from tests.registry.test_read_tables import HEADER, changed, table

REGISTRY = load_registry()
READ, LATE = date(2026, 3, 1), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("id_", "country", "on", "sure", "why"),
    [
        ("cross-servicing-agreement", "MEX", "1995-06-01", "medium", "the words of the clause of 1994 were not read"),
        ("cross-servicing-agreement", "MEX", "2021-06-01", "high", "those of 2019 were"),
        ("restriction-arrears", "MEX", "2022-06-01", "medium", "the months of default of 22 USC 2370(q)"),
    ],
)
def test_a_finding_is_no_surer_than_its_figures(id_: str, country: str, on: str, sure: str, why: str) -> None:
    law, day = authority(id_), date.fromisoformat(on)
    provision = law.at(day)
    assert provision is not None and provision.confidence == "high"
    assert find(law, REGISTRY, country, day).confidence == sure, why


def test_a_notice_is_no_surer_than_its_figures() -> None:
    """The day on which the upgrade report began is read from a weaker source than the thresholds."""
    asked = {"recipient": "MEX", "channel": "fms", "mde": 20e6, "total": 20e6, "on": "2024-06-01"}
    assert mnna.case(**asked).notice.confidence == "medium"  # type: ignore[arg-type]
    assert mnna.case(**asked | {"on": "1984-06-01"}).notice.confidence == "high"  # type: ignore[arg-type]
    assert mnna.case(**asked | {"mde": 1e6, "total": 1e6}).notice.confidence == "high"  # type: ignore[arg-type]


def test_a_notice_is_no_surer_than_the_users_rows(tmp_path: Path) -> None:
    facts = table(tmp_path / "facts", HEADER, changed(country="MEX", status="nato", confidence="low"))
    asked = {"recipient": "MEX", "channel": "fms", "mde": 30e6, "total": 30e6, "on": "2026-11-01", "facts": facts}
    found = mnna.case(**asked).notice  # type: ignore[arg-type]
    assert (found.verdict, found.confidence) == ("yes", "low") and found.own_facts
    assert mnna.case(**asked | {"facts": None}).notice.confidence == "medium"  # type: ignore[arg-type]


def test_a_finding_is_no_surer_than_the_users_rows(tmp_path: Path) -> None:
    facts = table(tmp_path / "facts", HEADER, changed(country="MEX", status="mnna", confidence="low"))
    found = mnna.authorities("MEX", on="2026-11-01", facts=facts)
    assert found["depleted-uranium-rounds"].confidence == "low"
    assert found["restriction-terrorism-list"].confidence == "high"


def with_figure(sure: str, checked: date | None) -> Authority:
    figure = Dated(30, date(2000, 1, 1), None, "a law", "a source", sure, checked)
    days = Param("days", Kind.COUNT, "the days", (figure,))
    text = Provision(
        since=date(2000, 1, 1),
        until=None,
        citation="a law",
        says="Says so.",
        rule=YES,
        terms={"days": days},
        checked_on=LATE,
    )
    return Authority(id="collective-defense", question="May it?", provisions=(text,))


@pytest.mark.parametrize(
    ("checked", "stale"),
    [(READ, f"not verified since {spoken(READ)}"), (LATE, None), (None, None), (date(2026, 12, 1), None)],
)
def test_an_answer_is_as_stale_as_the_oldest_reading_behind_it(checked: date | None, stale: str | None) -> None:
    assert find(with_figure("high", checked), REGISTRY, "MEX", LATE).stale == stale


@pytest.mark.parametrize("sure", ["high", "medium", "low"])
def test_the_text_itself_bounds_it_too(sure: str) -> None:
    law = with_figure("high", LATE)
    weaker = replace(law, provisions=(replace(law.provisions[0], confidence=sure),))
    assert find(weaker, REGISTRY, "MEX", LATE).confidence == sure


def test_a_source_names_the_question_whose_figure_rests_on_it() -> None:
    assert "notify-dcs" in mnna.source("pl-105-277").to_dict()["rests_on_it"]
