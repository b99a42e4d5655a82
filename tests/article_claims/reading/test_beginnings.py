"""When a status began."""

from __future__ import annotations

from datetime import date

from mnna.article_claims.reading.beginnings import began, likened, under
from mnna.article_claims.reading.spoken_days import SpokenDay


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
