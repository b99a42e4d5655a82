"""Feeds and calendars, read by parsers that did not write them: what RFC 4287 and RFC 5545 ask for is there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, datetime
from typing import Any

import icalendar
import pytest

from mnna.present.feeds import Feed, FeedEntry, atom, calendar

NS = "{http://www.w3.org/2005/Atom}"
ENTRIES = (
    FeedEntry(
        "a", date(2024, 3, 7), "Sweden joins; NATO, at last", "One.\x07<b>&", "status", "https://uscode.house.gov/"
    ),
    FeedEntry("a", date(2024, 3, 7), "The same key", "Two", "status"),
    FeedEntry("b", date(2024, 6, 24), "Ä" * 200, "Long " * 60 + "\nnext line", "law"),
)
FEED = Feed("changes/", "What changed", "All of it.", date(2026, 11, 28), ENTRIES)


def check_atom(made: bytes) -> list[ET.Element]:
    """What RFC 4287 4.1.1 and 4.1.2 demand; gives back the entries."""
    top = ET.fromstring(made)
    assert top.tag == f"{NS}feed"
    for element in (top, *top.findall(f"{NS}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{NS}{name}")) == 1, name
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{NS}id") or "")
        moment = datetime.fromisoformat(element.findtext(f"{NS}updated") or "")
        assert moment.tzinfo is not None
    assert (top.findtext(f"{NS}author/{NS}name") or "") != ""
    entries = top.findall(f"{NS}entry")
    identities = [entry.findtext(f"{NS}id") for entry in entries]
    assert len(set(identities)) == len(identities)
    for entry in entries:
        assert len(entry.findall(f"{NS}content")) == 1 and len(entry.findall(f"{NS}link")) <= 1
        assert all(link.get("href", "").startswith("https://") for link in entry.findall(f"{NS}link"))
        assert all(category.get("term") for category in entry.findall(f"{NS}category"))
    return entries


def check_calendar(made: bytes) -> list[Any]:
    """What RFC 5545 3.1, 3.6 and 3.6.1 demand; gives back the events."""
    assert made.endswith(b"END:VCALENDAR\r\n") and b"\n" not in made.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(made)
    assert read["VERSION"] == "2.0" and read["PRODID"]
    events: list[Any] = list(read.walk("VEVENT"))
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids)
    assert all(event["DTSTAMP"].dt.tzinfo is not None and type(event["DTSTART"].dt) is date for event in events)
    assert not read.errors and not [event for event in events if event.errors]
    return events


def test_the_feed_is_atom_the_newest_first() -> None:
    entries = check_atom(atom(FEED))
    assert [entry.findtext(f"{NS}updated") for entry in entries] == [
        "2024-06-24T00:00:00+00:00", "2024-03-07T00:00:00+00:00", "2024-03-07T00:00:00+00:00",
    ]  # fmt: skip
    assert entries[1].findtext(f"{NS}content") == "One. <b>&" and entries[0].findtext(f"{NS}title") == "Ä" * 200


def test_the_calendar_is_read_back_as_it_was_written() -> None:
    events = check_calendar(calendar(FEED))
    assert [str(event["SUMMARY"]) for event in events] == [entry.title for entry in ENTRIES]
    assert "next line" in str(events[2]["DESCRIPTION"]) and events[0]["DTSTART"].dt == date(2024, 3, 7)


def test_an_id_stays_when_the_words_are_corrected_and_the_bytes_stay_too() -> None:
    other = FEED._replace(entries=tuple(entry._replace(title="Corrected", text="New") for entry in ENTRIES))
    found = [[entry.findtext(f"{NS}id") for entry in check_atom(atom(feed))] for feed in (FEED, other)]
    assert found[0] == found[1]
    assert found[0] == [
        "urn:uuid:24891aac-a933-5acc-af14-b2751924c103", "urn:uuid:664871ab-4e8d-5966-bccf-d711ecf3eb27",
        "urn:uuid:fea251cb-4336-5d8d-a944-441370e662a8",
    ]  # fmt: skip
    assert (atom(FEED), calendar(FEED)) == (atom(FEED), calendar(FEED))


def test_a_feed_without_entries() -> None:
    empty = FEED._replace(entries=())
    assert check_atom(atom(empty)) == [] and check_calendar(calendar(empty)) == []


@pytest.mark.parametrize("make", [atom, calendar])
def test_a_missing_library_names_its_extra(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from mnna.errors import CannotAnswer

    for name in ("feedgen", "feedgen.feed", "icalendar"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(CannotAnswer, match="is not installed"):
        make(FEED)  # type: ignore[operator]
