"""Arms sales in the Federal Register: the documented forms, and servers that are late, hostile or cut off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mnna.registry.data_directory import own_notices
from mnna.registry.notices import by_number, notice_sources
from mnna.series.refresh import Outcome
from mnna.series.refresh.arms_sales import _licenses, _plain, _sale
from tests.series.refresh.running import run

SEARCH, DEFENSE = "/api/v1/documents.json", "defense-department"
UNREADABLE = [{"purchaser": "Government of Ruritania"}, {"mde": "$900 million"}, {"number": "none"}]
ONE = {
    "document_number": "2026-20000", "title": "Arms Sales Notification", "html_url": "https://x/d/1", "channel": "fms",
}  # fmt: skip


def text(number: str) -> str:
    return f"/documents/full_text/text/2026/10/01/{number}.txt"


def asked(server: Any, quick: Any, **more: Any) -> Outcome:
    return run(server, quick, "notices", **more)["notices"]


@pytest.fixture
def serve(server: Any, answer: Any, shapes: Any) -> Any:
    """Serve these documents of the Agency by number, and no list of the State Department."""

    def served(**documents: bytes) -> None:
        numbers = {f"2026-2000{at}": page for at, page in enumerate(documents.values())}
        agency, none = answer(shapes.listed_notices(*numbers)), answer(b'{"count": 0}')
        server.routes[SEARCH] = lambda query, _: (
            agency if "defense-department" in query["conditions[agencies][]"] else none
        )
        server.routes |= {text(number): answer(page, kind="text/html") for number, page in numbers.items()}

    return served


def test_a_notice_in_its_documented_form(shapes: Any) -> None:
    found = _sale(_plain(shapes.sale_notice(purchaser="Government of Kuwait").decode()), ONE)
    assert found is not None
    assert (found.transmittal, found.recipient, found.channel) == ("26-90", "KWT", "fms")
    assert (found.mde_usd, found.total_usd, found.notified_on) == (150_000_000, 400_000_000, date(2026, 9, 10))
    assert found.what == "Forty (40) invented & improved radios" and (found.emergency, found.amends) == ("no", "")


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"mde": "$1.25 billion", "total": "$2,000,000,000"}, "mde_usd", 1_250_000_000),
        ({"mde": "$0"}, "mde_usd", 0),
        ({"purchaser": "NATO Support and Procurement Agency (NSPA)"}, "recipient", "NATO"),
        ({"purchaser": "Taipei Economic and Cultural Representative Office in the United States"}, "recipient", "TWN"),
        ({"delivered": "to be named"}, "notified_on", None),
        ({"number": "26-1C", "more": "36(b)(5)(C)"}, "amends", "26-1"),
        ({"more": "The Secretary determined that an emergency exists."}, "emergency", "yes"),
    ],
)
def test_what_is_stated_and_what_is_not(shapes: Any, more: dict[str, str], field: str, value: object) -> None:
    found = _sale(_plain(shapes.sale_notice(**({"purchaser": "Kuwait"} | more)).decode()), ONE)
    assert found is not None and getattr(found, field) == value


@pytest.mark.parametrize("more", UNREADABLE)
def test_what_cannot_be_read_is_no_notice(shapes: Any, more: dict[str, str]) -> None:
    assert _sale(_plain(shapes.sale_notice(**({"purchaser": "Kuwait"} | more)).decode()), ONE) is None


def test_a_list_of_licenses_states_no_value(shapes: Any) -> None:
    (found,) = _licenses(_plain(shapes.license_list().decode()), ONE | {"channel": "dcs"})
    assert (found.transmittal, found.recipient, found.channel) == ("DDTC 26-011", "NOR", "dcs")
    assert found.notified_on == date(2026, 7, 9) and found.total_usd is None and found.mde_usd is None


def test_new_notices_are_shown_and_taken_after_a_yes(serve: Any, server: Any, quick: Any, shapes: Any) -> None:
    serve(one=shapes.sale_notice(purchaser="Kuwait"), two=shapes.sale_notice(number="26-91"))
    seen: list[Any] = []
    told = asked(server, quick, approve=lambda name, found: seen.append((name, found)))
    assert told.status == "declined" and not own_notices().exists()
    ((name, (one,)),) = seen
    assert (name, one.kind, one.transmittal, one.country) == ("notices", "new", "26-90", "KWT")
    assert "2026-20001 (Arms Sales Notification)" in told.notes[0]
    taken = asked(server, quick, approve=lambda *_: True)
    assert taken.status == "updated" and "1 taken" in taken.reason
    row = by_number()["26-90"]
    assert row.own and row.mde_usd == 150_000_000 and notice_sources()[row.source[0]].address.startswith("https://")
    again = asked(server, quick)
    assert again.status == "unchanged" and again.differences == ()


def test_what_the_record_lacks_is_added_and_a_contradiction_is_only_shown(
    serve: Any, server: Any, quick: Any, shapes: Any
) -> None:
    held = by_number()["18-06"]
    assert held.mde_usd is None and held.total_usd == 1_200_000_000
    whose = {"number": "18-06", "purchaser": "Government of Mexico", "mde": "$800 million"}
    serve(one=shapes.sale_notice(**whose, total="$1.2 billion", delivered="April 18, 2018"))
    told = asked(server, quick)
    (one,) = told.differences
    assert one.kind == "changed" and "major defense equipment not stated held, $800,000,000 published" in one.changes
    assert by_number()["18-06"] == replace_row(held, by_number()["18-06"])
    serve(one=shapes.sale_notice(**whose, total="$1.3 billion"))
    told = asked(server, quick)
    (one,) = told.differences
    assert one.kind == "conflict" and told.status == "unchanged" and "in conflict" in told.reason


def replace_row(held: Any, found: Any) -> Any:
    """The row held, with what was published: the equipment, the day of delivery, one more source."""
    assert found.own and found.source[1:] == held.source
    return held._replace(
        mde_usd=800_000_000, mde_basis="stated", day_is="delivered", notified_on=date(2018, 4, 18),
        source=found.source, own=True,
    )  # fmt: skip


def test_a_server_that_is_late_or_answers_twice(serve: Any, server: Any, answer: Any, quick: Any, shapes: Any) -> None:
    page = shapes.sale_notice(purchaser="Kuwait")
    serve(one=page, two=page)
    server.routes[text("2026-20000")] = [answer(b"busy", 503), answer(page, kind="text/html")]
    told = asked(server, quick)
    assert told.status == "updated" and len(told.differences) == 1


def test_a_server_that_is_too_slow_leaves_everything(
    serve: Any, server: Any, answer: Any, quick: Any, shapes: Any
) -> None:

    serve(one=shapes.sale_notice(purchaser="Kuwait"))
    server.routes[text("2026-20000")] = answer(shapes.sale_notice(), kind="text/html", drip=0.05)
    told = asked(server, replace(quick, total=0.3, tries=1))
    assert told.status == "failed" and not own_notices().exists()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"count": 5}', "no results"),
        (b"[]", "no count"),
        (b'{"count": 1, "total_pages": 99, "results": [{}]}', "99 pages"),
        (b'{"count": 1, "results": [{"title": 3}]}', "without number, title, day or address"),
        (b"<html>error</html>", "HTML"),
    ],
)
def test_a_search_of_another_form(server: Any, answer: Any, quick: Any, body: bytes, says: str) -> None:
    server.routes[SEARCH] = answer(body)
    told = asked(server, quick)
    assert told.status == "failed" and says in told.reason and not own_notices().exists()


def test_a_text_that_is_cut_off_or_lies_elsewhere(
    serve: Any, server: Any, answer: Any, quick: Any, shapes: Any
) -> None:
    page = shapes.sale_notice(purchaser="Kuwait")
    serve(one=page[: len(page) // 2])
    assert "is cut off" in asked(server, quick).reason
    serve(one=page)
    server.routes[text("2026-20000")] = answer(page, kind="text/html", cut=300)
    assert asked(server, quick).status == "failed"
    server.routes[SEARCH] = answer(shapes.listed_notices("1").replace(b"/full_text/text/", b"/../etc/"))
    assert "address of another form" in asked(server, quick).reason
    assert not own_notices().exists()
