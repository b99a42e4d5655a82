"""When a status began, and “Neither is Vietnam.”"""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.beginnings import began, denied_too, likened, under
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, masked
from mnna.article_claims.reading.spoken_days import SpokenDay

DATED = date(2024, 6, 27)


def test_a_day_is_that_of_the_act_and_a_year_that_of_the_beginning() -> None:
    told = began("KEN", "mnna", SpokenDay(2024, 6, 24))
    assert told == ("designated_on", {"country": "KEN", "status": "mnna", "day": date(2024, 6, 24)})
    assert began("KEN", "mnna", SpokenDay(2024, 6))[1] == {
        "country": "KEN", "status": "mnna", "year": 2024, "month": 6,
    }  # fmt: skip


def test_before_the_status_there_was_the_list_before_it() -> None:
    assert began("EGY", "mnna", SpokenDay(1987))[1]["status"] == "mnna-title10"


def test_who_gave_it_and_who_is_only_treated_as_a_holder() -> None:
    assert under("KEN", "mnna", "Biden")[0] == "designated_by"
    assert likened("mnna") == "treated-as-mnna"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Oman is not a major non-NATO ally. Neither is Libya.", [("OMN", "mnna"), ("LBY", "mnna")]),
        ("Oman is no longer a major non-NATO ally. Nor is Libya, nor Chad.",
         [("OMN", "mnna"), ("LBY", "mnna"), ("TCD", "mnna")]),
        ("Oman has never held major non-NATO ally status. Nor has Libya.", [("OMN", "mnna"), ("LBY", "mnna")]),
        ("Japan is not a NATO member. Neither is Chad.", [("JPN", "nato"), ("TCD", "nato")]),
        ("Oman is not a major non-NATO ally. Neither is the harbor.", [("OMN", "mnna")]),
        ("Oman is not a major non-NATO ally. Neither is Libya a friend.", [("OMN", "mnna")]),
    ],
)  # fmt: skip
def test_what_is_denied_of_one_is_denied_of_the_next(text: str, lacking: list[tuple[str, str]]) -> None:
    found = [(args["country"], args["status"]) for one in read(text, "", DATED) for _, draft in one.drafts
             for _, args in draft.parts if args.get("holds") is False]  # fmt: skip
    assert found == lacking


def test_nothing_is_made_of_it_after_another_sentence() -> None:
    text = "Neither is Libya."
    assert denied_too(masked(text, entities(text, DATED), Context(DATED)), ()) is None
    (first, then) = read("Jordan is a major non-NATO ally. Neither is Libya.", "", DATED)
    assert first.drafts and not then.drafts
