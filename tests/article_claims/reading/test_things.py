"""Words of money, tariffs, notices and stocks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import things
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


@pytest.mark.parametrize(
    ("said", "type_", "more"),
    [
        ("The status lowers tariffs.", "status_opens", {"thing": "tariffs"}),
        ("Kenya will pay no tariffs on arms.", "status_opens", {"thing": "tariffs"}),
        ("The status lifts no tariffs.", "status_opens", {"thing": "tariffs", "holds": False}),
        ("Major non-NATO ally status does not bring any money.", "status_opens", {"thing": "money", "holds": False}),
        ("The status means faster arms sales.", "notification_changes", {}),
        ("Allies are exempt from congressional notification.", "notification_changes", {}),
        ("The status cuts the review period for arms sales to 15 days.", "notification_changes", {}),
        ("It does not halve the review period to 15 days.", "notification_changes", {"holds": False}),
        ("Arms are sold without congressional review.", "notification_changes", {}),
    ],
)
def test_what_is_claimed_of_no_authority(said: str, type_: str, more: dict[str, Any]) -> None:
    (part,) = things.read(sentence(said), "mnna", "KEN", [])
    assert part[2:] == (type_, {"status": "mnna", "country": "KEN"} | more)


def test_words_that_an_authority_has_taken_are_left_to_it() -> None:
    words = sentence("The status means faster arms sales.")
    assert list(things.read(words, "mnna", "KEN", [(0, len(words.words))])) == []


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("access to American war reserve stocks", "use of the stocks"),
        ("They may buy war reserve stocks.", "purchase of the stocks"),
        ("It never means ownership of war reserve stocks.", None),
    ],
)
def test_a_site_of_stocks_is_not_the_stocks(said: str, thing: str | None) -> None:
    found = [part[3]["thing"] for part in things.stocks(sentence(said))]
    assert found == ([thing] if thing else [])


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("The status frees Kenya from export licenses for American arms.", ["wrong"]),
        ("Kenya no longer needs an export license for American weapons.", ["wrong"]),
        ("The status does not exempt Kenya from the ITAR.", ["right"]),
        ("Major non-NATO allies still need export licenses for American arms.", ["right"]),
        ("Canada is exempt from the ITAR.", []),
        ("Australia, an ally under AUKUS, is exempt from ITAR licensing.", []),
        ("The unclassified parts need no export license.", []),
    ],
)
def test_the_status_spares_nobody_an_export_license(said: str, verdicts: list[str]) -> None:
    lead = "Kenya is a major non-NATO ally. The status brings benefits."
    assert judged(lead, said, date(2026, 3, 3)) == verdicts
