"""Pages made from declarations speak of countries, not of the arguments of a command."""

from __future__ import annotations

import re

from mnna.interfaces.http.declared import declared_pages, spoken


def test_no_page_names_the_argument_of_a_command() -> None:
    assert spoken("COUNTRY's leaders in one list.") == "A country's leaders in one list."
    assert spoken("What changed in OUTCOME (us_troops, us_aid), and how.") == "What changed in one outcome, and how."
    capitals = re.compile(r"\b(?!NATO\b|JSON\b|TOML\b)[A-Z]{4,}\b")
    assert [page.says for page in declared_pages() if capitals.search(page.says)] == []
