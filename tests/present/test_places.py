"""Countries and sources in running text."""

from __future__ import annotations

from mnna.present.document import Link
from mnna.present.places import country, law, sources


def test_a_country_leads_to_its_page() -> None:
    assert country("the Philippines", "PHL") == Link("the Philippines", "/countries/PHL")


def test_a_question_of_law_leads_to_its_page_whatever_it_is_called() -> None:
    assert law("the rule", "cooperative-rd") == Link("the rule", "/law/cooperative-rd")
    assert law("it", "22 USC 2776(b)") == Link("it", "/law/22%20USC%202776%28b%29")


def test_each_source_leads_to_its_page() -> None:
    one, other = (Link(id_, f"/sources/{id_}") for id_ in ("usc", "cfr"))
    assert sources("usc;cfr") == (one, ", ", other) and sources("usc") == (one,) and sources("") == ()
