"""A country's name in a sentence: the same at every door."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.status import status_in
from mnna.interfaces.words.status import headline
from mnna.registry.countries import countries, the
from mnna.registry.load import load_registry
from mnna.registry.records import Country
from mnna.sentences import capital

ON = date(2026, 6, 1)


@pytest.mark.parametrize("country", countries().values(), ids=lambda one: one.iso3)
def test_a_country_has_its_article_at_every_door_or_at_none(country: Country) -> None:
    said = f"the {country.name}" if country.article else country.name
    assert said == the(country.name)
    line = headline(status_in(load_registry(), country, ON))
    assert said in line or capital(said) in line
