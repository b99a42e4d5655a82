"""What each authority was used for: every one that the status opens was looked into, and nothing is from later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.errors import BadFacts
from mnna.registry.countries import countries
from mnna.registry.practice import counted, in_practice, practice
from mnna.registry.read_tables import read
from mnna.registry.records import Practice
from mnna.statutes import catalog
from tests.terminal import said

ROWS = [row for rows in practice().values() for row in rows]
HEADER = "authority,kind,country,on,what,source,confidence,looked_in,read_on\n"


def moved(country: str, **acts: str) -> set[str]:
    answer = mnna.what_if(country, on="2026-11-27", **acts)  # type: ignore[call-overload]
    found = {id_ for group, ids in answer.partition.groups() if group != "same" for id_ in ids}
    return {id_ for id_ in found if not catalog.is_bar(id_)}


def test_every_authority_that_the_status_opens_or_ends_was_looked_into() -> None:
    touched = {id_ for code in ("MEX", "UKR", "IND", "ARE", "SGP") for id_ in moved(code)}
    touched |= {id_ for code in ("EGY", "ISR", "KOR") for id_ in moved(code, terminate="mnna")}
    left = ", ".join(sorted(touched - set(practice())))
    assert touched and not left, f"practice.csv says nothing of {left}: add a use, or `none` with where you looked"


def test_every_row_is_of_an_authority_and_a_country_and_says_its_country() -> None:
    for row in ROWS:
        assert row.authority in catalog.AUTHORITIES and not catalog.is_bar(row.authority)
        assert row.read_on <= date.today(), f"practice.csv: {row.authority} was read on {row.read_on}, a day to come."
        if row.country:
            name = {"KOR": "Korea"}.get(row.country) or countries()[row.country].name
            assert row.what.startswith(name), row


def test_no_authority_has_both_a_use_and_a_search_that_found_none() -> None:
    for id_, rows in practice().items():
        kinds = {row.kind for row in rows}
        assert ("none" in kinds) != bool(kinds & {"used", "fits"}), id_


def test_a_use_by_an_ally_is_of_a_country_that_held_the_status_or_was_on_the_older_list() -> None:
    for row in ROWS:
        if row.kind in ("used", "fits"):
            assert row.on is not None
            held = {one.status for one in mnna.status(row.country, on=row.on).held}
            assert held & {"mnna", "mnna-title10"}, row


def test_nothing_is_shown_before_it_happened() -> None:
    assert [row.kind for row in in_practice("icc-protected-persons", date(2025, 6, 4))] == []
    assert [row.kind for row in in_practice("icc-protected-persons", date(2025, 6, 5))] == ["used"]
    for id_ in practice():
        for row in in_practice(id_, date(2005, 1, 1)):
            assert row.on is None or row.on.year < 2005


def test_the_answer_carries_it_and_an_authority_that_was_not_looked_into_says_nothing() -> None:
    rounds = mnna.authorities("MEX", on="2026-11-27", only=["depleted-uranium-rounds"]).to_dict()["findings"][0]
    assert rounds["verdict"] == "no" and rounds["in_practice"][0]["kind"] == "none"
    assert "notices of arms sales" in rounds["in_practice"][0]["looked_in"]
    waiver = mnna.authorities("MEX", on="2026-11-27", only=["recoupment-waiver"]).to_dict()["findings"][0]
    assert "in_practice" not in waiver


def test_it_is_printed_beside_the_answer_in_the_what_if_and_the_law() -> None:
    for asked in (
        ("authorities", "COL", "depleted-uranium-rounds", "--on", "2026-11-27"),
        ("what-if", "MEX", "--on", "2026-11-27"),
        ("law", "depleted-uranium-rounds"),
    ):
        told = " ".join(said(*asked).split())
        assert "No use found: A sale of such rounds" in told, asked
        assert "Without the status: Ukraine" in told, asked
    assert "depleted-uranium-rounds" not in said("authorities", "MEX", "--on", "2026-11-27").split("In practice")[1:]


def test_the_counts_are_said_in_a_sentence() -> None:
    answer = said("what-if", "MEX", "--on", "2026-11-27")
    assert counted(moved("MEX"), date(2026, 11, 27)) in " ".join(answer.split())
    assert counted(["collective-defense"], date(2026, 11, 27)) == ""


def test_a_source_says_what_rests_on_it() -> None:
    assert "practice of cooperative-rd" in mnna.source("tias-06-1025").to_dict()["rests_on_it"]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("a,seen,MEX,2020-01-01,Mexico did.,s,high,,2026-11-28", "the kind 'seen'"),
        ("a,used,,,Somebody did.,s,high,,2026-11-28", "a use has a country and a day"),
        ("a,none,,,A use,s,low,,2026-11-28", "says where it looked"),
        ("a,used,MEX,2020-01-01,Mexico did.,,high,,2026-11-28", "every fact names its source"),
    ],
)
def test_a_row_that_cannot_stand_is_refused(tmp_path: Path, row: str, wrong: str) -> None:
    (tmp_path / "practice.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=wrong):
        read(tmp_path, "practice", Practice)
