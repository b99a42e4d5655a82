"""The columns of a panel: what is asked, in the order asked, each with a heading of its own."""

from __future__ import annotations

import pytest

from mnna.answers.country_years.columns import ALL, chosen
from mnna.errors import UnknownWord
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
