"""The political record: one dated list, announced kept apart from designated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.answers.timeline import KINDS, timeline, timeline_in
from mnna.errors import BadDate, BadQuestion, UnknownCountry
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes.naming import namings
from tests.answers.worlds import leader, registry, span, step

TODAY = "2026-11-24"


def test_mexico() -> None:
    shown = timeline("MEX", TODAY).to_dict()
    entries = {(entry["on"], entry["kind"]): entry["what"] for entry in shown["entries"]}
    assert "Claudia Sheinbaum" in entries["2024-10-01", "leader"]
    assert "Merida" in entries["2008-06-30", "framework"]
    assert "op-ed" in entries["2022-04-29", "proposal"]
    assert "Major drug transit" in entries["2021-09-15", "determination"]
    ends = [e for e in shown["entries"] if e["what"] == "Merida Initiative partner: ends"]
    assert [e["on"] for e in ends] == ["2021-10-08"]
    assert {e["kind"] for e in shown["entries"]} <= set(KINDS)


def test_entries_are_in_order_and_carry_source_confidence_and_precision() -> None:
    for code in ("MEX", "COL", "SAU", "NZL"):
        shown = timeline(code, TODAY).to_dict()["entries"]
        assert [entry["on"] for entry in shown] == sorted(entry["on"] for entry in shown)
        for entry in shown:
            assert entry["source"] and entry["confidence"] and entry["precision"] in ("day", "month", "year", "window")


def test_announced_notified_and_designated_are_three_entries() -> None:
    shown = timeline("COL", TODAY, us_leaders=False).entries
    road = [
        (entry.on, entry.kind) for entry in shown if "2022-03-01" < entry.on < "2022-06-01" and "FAA 517" in entry.what
    ]
    assert road == [("2022-05-23", "status")]
    assert ("2022-03-10", "step") in [(entry.on, entry.kind) for entry in shown]
    assert ("2022-04-21", "step") in [(entry.on, entry.kind) for entry in shown]


def test_a_window_of_days_is_said() -> None:
    found = [entry for entry in timeline("SAU", TODAY).entries if "FAA 517" in entry.what]
    assert [(entry.on, entry.on_by, entry.precision) for entry in found] == [("2026-01-01", "2026-01-23", "window")]


def test_nothing_after_the_day_and_nothing_over_before_since() -> None:
    shown = timeline("MEX", "2022-01-01", since="2019-01-01")
    assert all(entry.on <= "2022-01-01" for entry in shown.entries)
    assert not [entry for entry in shown.entries if "Peña" in entry.what]  # left office in 2018
    assert [entry for entry in shown.entries if "López Obrador" in entry.what]  # took office before, still in office


def test_the_end_of_what_was_read_is_no_event() -> None:
    for code in ("MEX", "COL", "AFG", "VEN"):
        of = timeline(code, TODAY, us_leaders=False)
        read_to = {kind.title: of.registry.trust(kind.id) for kind in of.registry.kinds.values()}
        for entry in of.entries:
            if entry.what.endswith(": ends"):
                read = read_to[entry.what.removesuffix(": ends")]
                assert read is None or entry.on <= read.trusted_to.isoformat(), entry
    majors = [entry for entry in timeline("MEX", TODAY).entries if entry.what.startswith("Major drug transit")]
    assert majors[-1].on == "2025-09-15" and majors[-1].until == "" and "goes on" in majors[-1].what
    ended = [entry for entry in timeline("AFG", TODAY).entries if entry.what.endswith("ally (FAA 517): ends")]
    assert [entry.on for entry in ended] == ["2022-09-23"]


def test_the_record_of_an_invented_country(tmp_path: Path) -> None:
    made = registry(
        [span("MEX", "merida", "2001-01-01", "2002-01-01"), span("MEX", "merida", "2002-01-01", "2003-01-01")],
        tmp_path,
        [step("MEX", "mnna", "announced", "2004-05-01", "2004-05-31"), step("MEX", "mnna", "designated", "2004-06-01")],
        [leader("USA", "Somebody", "x", "2000-01")],
    )
    entries = timeline_in(made, countries()["MEX"], date(2010, 1, 1)).entries
    assert [(entry.on, entry.kind, entry.precision) for entry in entries] == [
        ("2000-01", "leader", "month"),
        ("2001-01-01", "framework", "day"),
        ("2002-01-01", "framework", "day"),
        ("2003-01-01", "framework", "day"),
        ("2004-05-01", "step", "window"),
    ]
    assert "goes on by a new act" in entries[2].what and entries[3].what.endswith("ends")
    assert not timeline_in(made, countries()["COL"], date(2010, 1, 1), us_leaders=False).entries


@pytest.mark.parametrize(
    ("asked", "error"),
    [(("Mexicoo", None), UnknownCountry), (("MEX", "someday"), BadDate), (("USA", None), BadQuestion)],
)
def test_what_cannot_be_asked(asked: tuple[str, str | None], error: type[Exception]) -> None:
    with pytest.raises(error):
        timeline(*asked)


def test_sales_notified_to_congress_stand_in_the_word_and_not_in_the_record_of_a_brief() -> None:
    found = timeline("MEX", "2018-02-01", us_leaders=False)
    sales = [entry for entry in found.entries if entry.kind == "notice"]
    assert sales[-1].on == "2018-01-05" and "6 Harpoon" in sales[-1].what and sales[-1].instrument == "Number 17-63"
    assert [entry.on for entry in found.entries] == sorted(entry.on for entry in found.entries)
    assert not any(entry.kind == "notice" for entry in timeline_in(found.registry, found.country, found.on).entries)
    late = timeline("MEX", "2018-02-01", since="2017-01-01")
    assert [entry.on for entry in late.entries if entry.kind == "notice"] == ["2018-01-05"]


def test_a_status_begins_only_where_the_list_before_was_found() -> None:
    told = [entry.what for entry in timeline("BLR", TODAY).entries if entry.what.startswith("Trafficking in persons")]
    assert [what.partition(": ")[2] for what in told] == [*["known to be held"] * 3, *["goes on by a new act"] * 3]


def test_a_bill_to_end_the_status_since_2017_has_its_number() -> None:
    ends = ("revoke", "suspend", "review")
    bills = [
        row
        for row in load_registry().proposals
        if row.kind == "bill" and row.direction.startswith(ends) and row.on >= "2017"
    ]
    assert len(bills) >= 8
    assert not [row.id for row in bills if not row.instrument.startswith(("H.R. ", "S. "))]


def test_a_bill_of_the_ledger_on_the_status_of_one_country_is_a_proposal() -> None:
    told = [row.instrument for row in load_registry().proposals]
    about = [row.citation for row in namings() if row.kind == "bill" and "of the designation of" in row.title]
    assert about == ["H.R. 6431"] and all(any(one.startswith(bill) for one in told) for bill in about)
