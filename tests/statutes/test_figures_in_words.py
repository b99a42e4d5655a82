"""Every figure in force, and every country that the law names, stands in the words of its citation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mnna.registry import countries
from mnna.registry.load import Registry
from mnna.rules.nodes import Kind
from mnna.statutes.figures_in_words import NAMED_BY_THE_LAW, Figure, faults, figures, names, section_of, states, unit
from mnna.statutes.official_words import words_of
from mnna.statutes.parameters import parameters

CONVERTED = {
    "arrears-any-months": (12, "one calendar year"),
    "62-months": (12, "one year or longer"),
}
"""Figures that the law states in another unit: our value, and its words."""


def spellings(iso3: str) -> list[str]:
    return [name for name, code in countries.names().items() if code == iso3]


def test_every_figure_in_force_stands_in_the_words_it_cites() -> None:
    found = figures()
    assert len(found) > 60
    assert faults(found).keys() == CONVERTED.keys(), faults(found)
    for one in found:
        if one.id in CONVERTED:
            value, said = CONVERTED[one.id]
            told = " ".join(words.text for words in words_of(one.citation))
            assert one.value == value and (said in told or said.replace("one", "1") in told), one.id


def test_what_is_not_checked_cites_no_section_that_is_held() -> None:
    checked = {one.id for one in figures()}
    for id_, param in parameters().items():
        newest = param.history[-1]
        if newest.until is None and id_ not in checked and param.kind is not Kind.DATE:
            assert not words_of(newest.citation), id_


def test_a_figure_of_a_later_day_is_not_sought_in_the_words_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    known = parameters()["36b-mde"]
    *before, newest = (dated for dated in known.history if dated.since < date(2026, 3, 26))
    ends = date(2099, 1, 1)
    later = replace(newest, value=Decimal(23_000_000), since=ends, until=None)
    raised = replace(known, history=(*before, replace(newest, until=ends), later))
    monkeypatch.setattr("mnna.statutes.figures_in_words.parameters", lambda: {"36b-mde": raised})
    assert [(one.id, one.value) for one in figures()] == [("36b-mde", newest.value)]


def test_every_country_that_the_law_names_stands_in_its_words(registry: Registry) -> None:
    checked = 0
    for span in registry.spans:
        if span.until is not None or span.holds != "yes" or span.status not in NAMED_BY_THE_LAW:
            continue
        if held := words_of(span.citation):
            told = " ".join(one.text for one in held)
            who = f"{span.status}: {span.country} is not in {span.citation}"
            assert names(countries.fold(told), spellings(span.country)), who
            checked += 1
    assert checked > 50


@pytest.mark.parametrize(
    ("text", "value", "unit_", "there"),
    [
        ("for $14,000,000 or more", Decimal(14_000_000), "usd", True),
        ("for $14,000,000,000 or more", Decimal(14_000_000), "usd", False),
        ("within thirty calendar days after", 30, "days", True),
        ("at least 30 days before", 30, "days", True),
        ("a 30-day period", 30, "days", True),
        ("at least 130 days before", 30, "days", False),
        ("30 months, and 15 days", 30, "days", False),
        ("not less than 5 per centum", 5, "percent", True),
        ("five or more of the sanctions", 5, "sanctions", True),
    ],
)
def test_a_figure_is_found_with_its_unit(text: str, value: Decimal | int, unit_: str, there: bool) -> None:
    assert states(text, value, unit_) is there


def test_a_figure_is_compared_with_its_section_and_with_others() -> None:
    sound = {one.id: one for one in figures() if one.id not in CONVERTED}
    wrong: dict[str, dict[str, Any]] = {
        "36b-days": {"citation": "22 USC 2776(d)(2)(B)"},
        "36b-days-nato-plus": {"value": 30},
        "36b-mde": {"value": Decimal(50_000_000)},
        "eda-cap": {"value": Decimal(50_000_000)},
    }
    for id_, change in wrong.items():
        planted: list[Figure] = [one._replace(**change) if one.id == id_ else one for one in sound.values()]
        assert faults(planted), id_
    assert section_of("36i-shipment-days", Path("aeca/s36b_sales.parameters.csv")) == "/us/usc/t22/s2776/i"
    assert section_of("arrears-days", Path("faa/s620q_arrears.parameters.csv")) == "/us/usc/t22/s2370/q"
    assert section_of("acsa-days", Path("title10/s2342_x.parameters.csv")) == "/us/usc/t10/s2342"


def test_units_and_names() -> None:
    assert (unit("36b-days-nato-plus", Kind.COUNT), unit("36b-mde", Kind.MONEY)) == ("days", "usd")
    assert names("to Japan or Niger", ["Niger"]) and not names("to Nigeria", ["Niger"])


def test_planted_errors_are_caught() -> None:
    from bench.planted import KINDS, planted

    rows = list(planted(120, 7))
    assert {kind for kind, _, _ in rows} == set(KINDS)
    missed = [what for _, what, caught in rows if not caught]
    assert len(missed) <= len(rows) * 0.03, missed
