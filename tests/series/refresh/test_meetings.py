"""Meetings of leaders from the Historian's repositories: well served, and with a grudge."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from mnna.registry.countries import countries
from mnna.series import meetings
from mnna.series.meetings import Meeting
from mnna.series.refresh.meetings import code_of, keep
from tests.series.refresh.running import run

VISITS, TRAVELS = "/HistoryAtState/visits/master/data", "/HistoryAtState/travels/master"
LISTS = "/repos/HistoryAtState/travels/contents"
FOLDERS = {"president": "president-travels", "secretary": "secretary-travels"}
NEW = Meeting(date(2026, 3, 1), date(2026, 3, 2), "PER", "leader", "9000")


def xml(listed: Iterable[Meeting], tag: str) -> bytes:
    place = "from" if tag == "visit" else "country"
    records = (
        f"<{tag}><id>{one.record}</id><start-date>{one.since}</start-date><end-date>{one.until}</end-date>"
        f"<{place} id='x'>{countries()[one.country].name if one.country in countries() else one.country}</{place}>"
        f"</{tag}>"
        for one in listed
    )
    return f"<?xml version='1.0'?><{tag}s>{''.join(records)}</{tag}s>".encode()


@pytest.fixture
def serve(server: Any, answer: Any) -> Any:
    """Serve the meetings held, and more; a file of one's own stands in place of the visits of this decade."""
    keep(meetings.meetings()[::40])  # fewer are quicker

    def route(more: tuple[Meeting, ...] = (), visits: bytes | None = None) -> None:
        held = (*meetings.meetings(), *more)
        for decade in range(1980, date.today().year + 1, 10):
            listed = [one for one in held if one.kind == "leader" and one.since.year // 10 * 10 == decade]
            server.routes[f"{VISITS}/{decade}.xml"] = answer(xml(listed, "visit"))
        if visits is not None:
            server.routes[f"{VISITS}/2020.xml"] = answer(visits)
        for kind, folder in FOLDERS.items():
            names = [{"name": "somebody-a.xml"}, {"name": "README.md"}]
            server.routes[f"{LISTS}/{folder}"] = answer(json.dumps(names).encode())
            listed = [one for one in held if one.kind == kind]
            server.routes[f"{TRAVELS}/{folder}/somebody-a.xml"] = answer(xml(listed, "trip"))

    return route


def test_newer_meetings_are_shown_asked_about_and_taken(server: Any, quick: Any, serve: Any) -> None:
    serve((NEW, NEW._replace(country="Atlantis", record="9001")))
    asked: list[Any] = []

    def no(dataset: str, drifts: tuple[Any, ...]) -> bool:
        asked.append((dataset, drifts))
        return False

    assert run(server, quick, "meetings", approve=no)["meetings"].status == "declined"
    assert asked[0][0] == "meetings" and asked[0][1][0].last_added == 2026 and NEW not in meetings.meetings()
    found = run(server, quick, "meetings")["meetings"]
    assert found.status == "updated" and "138 meetings read" in found.reason, found.reason
    assert NEW in meetings.meetings() and len(meetings.meetings()) == 138 and "Atlantis" in found.notes[0]
    serve()
    assert run(server, quick, "meetings")["meetings"].status == "unchanged"


@pytest.mark.parametrize(
    ("place", "named", "code"),
    [
        ("Peru", "", "PER"),
        ("United Kingdom (Wales)", "united-kingdom", "GBR"),
        ("Serbia-Montenegro (Kosovo)", "kosovo", "XKX"),
        ("Somali Republic", "somalia", "SOM"),
        ("St. Christopher and Nevis", "saint-kitts-nevis", "KNA"),
        ("U.S.S.R.", "russia", None),  # a former state is none of those after it
        ("Serbia and Montenegro", "serbia", None),
        ("Atlantis", "atlantis", None),
    ],
)
def test_a_place_is_read_by_its_name_or_the_sources_own(place: str, named: str, code: str | None) -> None:
    assert code_of(place, named) == code


def test_a_meeting_in_a_part_of_a_country_is_held() -> None:
    found = {(one.since.isoformat(), one.country, one.kind) for one in meetings.meetings()}
    assert {("2014-09-03", "GBR", "president"), ("1999-11-23", "XKX", "president")} < found
    assert {("2022-12-13", "SOM", "leader"), ("2021-05-20", "DNK", "secretary")} < found


@pytest.mark.parametrize(
    ("visits", "says"),
    [
        (b"<visits><visit>", "not whole XML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><visits/>", "it declares a document type"),
        (b"<visits/>", "records held are in them"),
        (b"<visits><visit><id>7</id><start-date>soon</start-date></visit></visits>", "record 7 has no day of the form"),
        (b"{}", "not a page of HTML"),
    ],
)
def test_a_file_of_another_form_changes_nothing(server: Any, quick: Any, serve: Any, visits: bytes, says: str) -> None:
    serve((NEW,), visits)
    found = run(server, quick, "meetings")["meetings"]
    assert found.status == "failed" and says in found.reason, found.reason
    assert NEW not in meetings.meetings()


@pytest.mark.parametrize("listed", [b"{}", b"[]", b'[{"name": "../../etc/passwd"}]'])
def test_a_list_without_travelers_is_refused(server: Any, answer: Any, quick: Any, serve: Any, listed: bytes) -> None:
    serve()
    server.routes[f"{LISTS}/president-travels"] = answer(listed)
    found = run(server, quick, "meetings")["meetings"]
    assert found.status == "failed" and "0 files of travelers" in found.reason, found.reason
