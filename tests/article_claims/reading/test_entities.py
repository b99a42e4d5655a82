"""What a sentence names."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.entities import COUNTRY, PEOPLE, PRESIDENT, REGION, STATUS, entities
from tests.article_claims.reading.conftest import judged

DATED = date(2024, 6, 27)


def named(text: str, kind: str, capitals: frozenset[str] = frozenset()) -> list[object]:
    return [one.value for one in entities(text, DATED, capitals) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Saudi Arabia and the Philippines", ["SAU", "PHL"]), ("New Mexico and the Gulf of Mexico", []),
        ("the Republic of Korea, the UAE", ["KOR", "ARE"]), ("South Africa’s army", ["ZAF"]), ("turkey and chad", []),
        ("the United States and NATO", []), ("Michael Jordan", []), ("the South China Sea", []),
    ],
)  # fmt: skip
def test_countries(text: str, codes: list[str]) -> None:
    assert named(text, COUNTRY) == [(code,) for code in codes]


def test_peoples_and_regions_are_told_apart_from_countries() -> None:
    assert named("the Kenyan president", PEOPLE) == ["KEN"]
    assert named("a sub-Saharan African nation and a South American one", REGION) == [
        "sub-Saharan Africa",
        "South America",
    ]


def test_a_capital_stands_for_a_country_that_is_named_and_not_for_a_place() -> None:
    assert named("Washington gave Nairobi the status", COUNTRY) == []
    assert named("Washington gave Nairobi the status", COUNTRY, frozenset({"KEN"})) == [("KEN",)]
    assert named("he said in Nairobi", COUNTRY, frozenset({"KEN"})) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a “major non-NATO ally”", "mnna"), ("MNNA status", "mnna"), ("major non-Nato allies", "mnna"),
        ("NATO members", "nato"),
        ("“NATO Plus”", "nato-plus"), ("a Major Defense Partner", "major-defense-partner"),
        ("key allies outside NATO", "mnna"),
    ],
)  # fmt: skip
def test_statuses(text: str, status: str) -> None:
    assert named(text, STATUS) == [status]


def test_presidents_go_by_a_name_that_only_one_has_or_by_their_title() -> None:
    assert named("President Joe Biden and George W. Bush", PRESIDENT) == ["Biden", "George W. Bush"]
    assert named("President Bush and Mr. Bush", PRESIDENT) == ["Bush"]


def test_what_is_not_nato_is_no_partner_of_it() -> None:
    assert named("granted to non-NATO partners and non-NATO members", STATUS) == []
    assert named("US-Colombia trade, Saudi-US ties", COUNTRY) == [("COL",)]


def test_a_name_that_is_said_of_many_is_a_status_only_as_a_title() -> None:
    for said, there in (
        ("Egypt is a major security partner of the United States.", False),
        ("Bahrain is a Major Security Partner.", True),
        ("Bahrain and the UAE are “major security partners”.", True),
    ):
        assert any(one.value == "major-security-partner" for one in entities(said, None)) is there


def test_a_capital_stands_for_its_government_where_it_acts() -> None:
    lead = "The United States has 21 major non-NATO allies."
    assert judged(lead, "Rabat was added in June 2004.", date(2026, 3, 3)) == ["right"]
    assert judged(lead, "Rabat is pleasant in June.", date(2026, 3, 3)) == []
