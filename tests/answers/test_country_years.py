"""The columns of a panel: what is asked, in the order asked, each with a heading of its own."""

from __future__ import annotations

import random
from typing import Any

import pytest

import mnna
from mnna.answers.country_years import ALL, chosen
from mnna.answers.panel import PanelAnswer, panel
from mnna.errors import UnknownWord
from mnna.registry.countries import countries, ours, resolve
from mnna.registry.load import load_registry
from mnna.statutes import catalog


def test_nothing_named_is_every_status_and_question() -> None:
    registry = load_registry()
    found = chosen(registry, (), (), ())
    assert len(found) == len(registry.kinds) + len(catalog.AUTHORITIES)
    assert len({column.name for column in found}) == len(found)
    assert {column.kind for column in found} == {"status", "authority", "restriction"}


def test_an_id_of_a_status_and_a_question_has_two_headings() -> None:
    found = chosen(load_registry(), ("canada-exemption",), ("canada-exemption",), ())
    assert [(column.name, column.id) for column in found] == [
        ("canada-exemption", "canada-exemption"),
        ("canada-exemption-authority", "canada-exemption"),
    ]
    assert [column.name for column in chosen(load_registry(), (), ("canada-exemption",), ())] == ["canada-exemption"]


def test_all_of_one_kind_and_each_once() -> None:
    registry = load_registry()
    assert [column.id for column in chosen(registry, (ALL,), (), ())] == list(registry.kinds)
    assert [column.id for column in chosen(registry, ("nato", "mnna", "nato"), (), ())] == ["nato", "mnna"]
    figures = chosen(registry, (), (), ("homicide_rate",))
    assert figures[0].kind == "indicator" and "per 100,000" in figures[0].title and "CC BY" in figures[0].source


@pytest.mark.parametrize("asked", [(("mna",), (), ()), ((), ("rdte-loan",), ()), ((), (), ("homicides",))])
def test_a_misspelt_id_names_the_nearest(asked: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(UnknownWord) as error:
        chosen(load_registry(), *asked)
    assert error.value.near


@pytest.fixture(scope="module")
def some() -> PanelAnswer:
    drawn = random.Random(3).sample(sorted(countries()), 14)
    return panel(1960, 2026, countries=[*drawn, "COL", "SAU", "USA"])


def test_random_cells_are_those_of_status_and_authorities(some: PanelAnswer) -> None:
    draw = random.Random(11)
    for row in draw.sample(some.rows, 8):
        on = f"{row['year']}-12-31"
        told = mnna.status(row["iso3"], on=on).to_dict()
        held, open_ = ({one["status"] for one in told[key]} for key in ("statuses", "unknown"))
        own = ours(resolve(row["iso3"]))
        law = {} if own else {one.id: one for one in mnna.authorities(row["iso3"], on=on).findings}
        for column in some.asked:
            if column.kind == "status":
                expected: Any = "yes" if column.id in held else "unknown" if column.id in open_ else "no"
            else:
                expected = law[column.id].verdict if law else None
            assert row[column.name] == expected, (row["iso3"], on, column.id)


def test_the_day_of_the_year_counts() -> None:
    def of(at: str) -> list[str]:
        return [row["mnna"] for row in panel(2021, 2023, statuses="mnna", countries="COL", at=at).rows]

    assert of("05-22") == ["no", "no", "yes"] and of("05-23") == ["no", "yes", "yes"] == of("12-31")


def test_the_long_form_keeps_the_doubt_and_what_suspends() -> None:
    found = panel(
        2025, 2026, statuses="mnna", authorities="excess-defense-articles", countries="SAU,CUB", long=True, at="01-10"
    )
    rows = {(row["iso3"], row["year"], row["id"]): row for row in found.rows}
    saudi = rows["SAU", 2026, "mnna"]
    assert (saudi["value"], saudi["since"], saudi["since_by"]) == ("unknown", "2026-01-01", "2026-01-23")
    assert saudi["source"] and saudi["confidence"] and saudi["citation"]
    assert rows["SAU", 2025, "mnna"]["value"] == "no" and rows["SAU", 2025, "mnna"]["since"] is None
    cuba = rows["CUB", 2025, "excess-defense-articles"]
    finding = mnna.authorities("CUB", on="2025-01-10", only=["excess-defense-articles"]).findings[0]
    assert cuba["value"] == "no" and cuba["suspended_by"] == ";".join(finding.suspended_by) != ""


def test_figures_are_those_of_the_series() -> None:
    rows = panel(2019, 2020, indicators="homicide_rate", countries="MEX,ABW", long=True).rows
    for row in rows:
        found = mnna.indicators("homicide_rate", row["iso3"], row["year"])
        assert (row["value"], row["number"], row["unit"]) == (found.state, found.value, found.unit)
    wide = panel(2019, 2019, indicators="homicide_rate", countries="MEX").rows[0]
    assert wide["homicide_rate"] == rows[[r["iso3"] for r in rows].index("MEX")]["number"]


def test_the_united_states_has_no_answers_of_law(some: PanelAnswer) -> None:
    row = next(row for row in some.rows if row["iso3"] == "USA")
    assert row["nato"] == "yes" and row["depleted-uranium-rounds"] is None
    assert any("United States" in note for note in some.notes)
    found = panel(2020, 2020, authorities="rdte-loans", countries="USA", long=True).rows[0]
    assert found["value"] is None


def test_codes_are_those_of_the_day() -> None:
    found = [row["cow"] for row in panel(1989, 1991, statuses="nato", countries="DEU").rows]
    assert found == [260, 255, 255]
