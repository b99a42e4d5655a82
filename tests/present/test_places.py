"""Countries in running text."""

from __future__ import annotations

import pytest

from mnna.present.document import Link
from mnna.present.places import country, the
from mnna.registry.countries import countries


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mexico", "Mexico"),
        ("Philippines", "the Philippines"),
        ("DR Congo", "the DR Congo"),
        ("Cayman Islands", "the Cayman Islands"),
        ("United Arab Emirates", "the United Arab Emirates"),
        ("Holy See", "the Holy See"),
        ("South Georgia and the South Sandwich Islands", "South Georgia and the South Sandwich Islands"),
        ("Heard Island and McDonald Islands", "Heard Island and McDonald Islands"),
        ("Thailand", "Thailand"),
    ],
)
def test_names_take_their_article(name: str, said: str) -> None:
    assert the(name) == said


def test_island_groups_and_unions_take_it() -> None:
    plural = [
        one.name for one in countries().values() if one.name.startswith("United ") or one.name.endswith("Islands")
    ]
    without = [name for name in plural if the(name) == name]
    assert without == ["Heard Island and McDonald Islands", "South Georgia and the South Sandwich Islands"]


def test_a_country_leads_to_its_page() -> None:
    assert country("Philippines", "PHL") == Link("the Philippines", "/countries/PHL")
    assert country("Philippines", "PHL", article=False).text == "Philippines"
