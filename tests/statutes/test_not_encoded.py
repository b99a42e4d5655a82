"""Bars that are known and not encoded are named under every answer that they could touch."""

from __future__ import annotations

from datetime import date

from mnna.engine.finding import Finding, find
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog
from mnna.statutes.citations import parse
from mnna.statutes.not_encoded import not_encoded

REGISTRY = load_registry()


def ask(id_: str, country: str, day: str) -> Finding:
    return find(catalog.authority(id_), REGISTRY, country, date.fromisoformat(day))


def test_each_row_touches_grants_names_its_countries_and_its_source() -> None:
    for bar in not_encoded():
        assert bar.touches and all(id_ in catalog.AUTHORITIES and not catalog.is_bar(id_) for id_ in bar.touches)
        assert bar.countries <= set(countries()) and set(bar.source.split(";")) <= set(REGISTRY.sources), bar.id
        assert parse(bar.citation), bar.citation


def test_an_answer_names_what_it_was_not_tested_against() -> None:
    found = ask("foreign-military-financing", "MEX", "2025-06-01")
    assert "use of chemical or biological weapons [22 USC 5605(a)]" in found.not_checked
    assert found.to_dict()["not_checked"] == list(found.not_checked)


def test_a_bar_on_one_country_is_named_for_it_alone_and_from_its_first_day() -> None:
    named, later = "the bar on aid to the government of Cuba [22 USC 2370(a)]", "help for Cuba's nuclear development"
    assert named in ask("excess-defense-articles", "CUB", "2020-06-01").not_checked
    assert named not in ask("excess-defense-articles", "HTI", "2020-06-01").not_checked
    told = [ask("excess-defense-articles", "HTI", day).not_checked for day in ("1998-10-20", "1998-10-21")]
    assert [any(later in one for one in some) for some in told] == [False, True]


def test_what_no_such_bar_could_touch_says_nothing() -> None:
    assert not ask("cooperative-rd", "MEX", "2025-06-01").not_checked
    assert not ask("restriction-coup", "MEX", "2025-06-01").not_checked


def test_two_bans_on_one_country_stand_under_the_answers_that_they_could_touch() -> None:
    """P.L. 97-113 s. 726(b) on Chile, and P.L. 101-246 s. 902(a) on China; neither is encoded."""
    assert any("726(b)" in bar for bar in ask("foreign-military-financing", "CHL", "1986-05-01").not_checked)
    told = [ask("satellite-licensing", "CHN", day).not_checked for day in ("1999-12-01", "2026-06-01")]
    assert all(any("902(a)" in bar for bar in some) for some in told)
    assert not any("902(a)" in bar for bar in ask("satellite-licensing", "TWN", "1999-12-01").not_checked)
