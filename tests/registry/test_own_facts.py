"""A user's own facts over ours: they decide, they are marked in every answer they touch, and ours stay as they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.errors import BadFacts
from mnna.registry.load import load_registry
from tests.registry.test_read_tables import HEADER, ROW, STEPS, changed, table
from tests.terminal import document, run

ON = "2026-11-01"
PROPOSALS = (
    "id,country,direction,kind,proposer,proposer_role,on,precision,instrument,outcome,outcome_on,note,source,confidence"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Mexico designated, by the user's own account."""
    return table(tmp_path / "facts", HEADER, ROW)


def test_an_own_row_decides_and_is_marked_in_the_status(own: Path) -> None:
    (row,) = [row for row in mnna.status("MEX", on=ON, facts=own).to_dict()["statuses"] if row["status"] == "mnna"]
    assert row["own"] is True and row["source"] == "my-source"
    assert not any(row.get("own") for row in mnna.status("COL", on=ON, facts=own).to_dict()["statuses"])


def test_it_is_marked_in_every_finding_it_touches_and_in_no_other(own: Path) -> None:
    theirs = {one.id: one for one in mnna.authorities("MEX", on=ON, facts=own).findings}
    ours = {one.id: one for one in mnna.authorities("MEX", on=ON).findings}
    differ = [id_ for id_ in ours if (ours[id_].verdict, ours[id_].terms) != (theirs[id_].verdict, theirs[id_].terms)]
    assert "depleted-uranium-rounds" in differ
    assert [id_ for id_ in differ if "your own facts: my-source" not in " ".join(theirs[id_].own_facts)] == []
    assert not any(one.own_facts for one in ours.values())
    assert not any(one.own_facts for one in mnna.authorities("FRA", on=ON, facts=own).findings)


def test_it_is_marked_in_a_case(tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, changed(country="MEX", status="nato"))
    asked = {"recipient": "MEX", "channel": "fms", "mde": 20e6, "total": 20e6, "on": ON}
    found = mnna.case(**asked, facts=folder).to_dict()  # type: ignore[arg-type]
    assert found["notify"]["verdict"] == "no" and "your own facts" in found["notify"]["own_facts"][0]
    assert found["findings"][0]["own_facts"] == found["notify"]["own_facts"]
    assert mnna.case(**asked).to_dict()["notify"]["verdict"] == "yes"  # type: ignore[arg-type]


def test_the_stamp_says_that_other_facts_were_asked(own: Path) -> None:
    ours, theirs = (mnna.status("COL", on=ON, facts=facts).to_dict()["stamp"] for facts in (None, own))
    assert ours["facts"] != theirs["facts"] and ours["law"] == theirs["law"]


def test_our_registry_is_not_touched(own: Path) -> None:
    load_registry(own)
    assert load_registry().holds("MEX", "mnna", date.fromisoformat(ON)) is False


def test_a_row_of_the_same_first_day_replaces_ours(tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, changed(country="COL", since="2022-05-23", until="2026-01-01"))
    theirs = load_registry(folder)
    assert len(theirs.spans_of("COL", "mnna")) == 1 and theirs.spans_of("COL", "mnna")[0].own
    assert theirs.holds("COL", "mnna", date.fromisoformat(ON)) is False


def test_a_row_of_another_day_stands_beside_ours(tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, changed(country="AFG"))
    held = [load_registry(folder).holds("AFG", "mnna", date(year, 12, 1)) for year in (2020, 2023, 2026)]
    assert held == [True, False, True]


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (changed(), "overlaps your own row"),
        (changed(since="2026-08-01"), "overlaps your own row"),
        (changed(since="20260801"), "is not a date like"),
        (changed(since="2026-W31-6"), "is not a date like"),
    ],
)
def test_two_own_rows_about_the_same_days_are_refused_with_the_line(tmp_path: Path, second: str, says: str) -> None:
    folder = table(tmp_path / "facts", HEADER, changed(), second)
    with pytest.raises(BadFacts, match=says) as refused:
        load_registry(folder)
    assert "spans.csv line 3" in str(refused.value)


def test_two_own_instruments_of_one_day_stand_side_by_side(tmp_path: Path) -> None:
    rows = [changed(status="mutual-defense-treaty", instrument=name) for name in ("One pact", "Another pact")]
    registry = load_registry(table(tmp_path / "facts", HEADER, *rows))
    assert {span.instrument for span in registry.spans_of("MEX", "mutual-defense-treaty")} == {
        "One pact",
        "Another pact",
    }


def test_own_steps_proposals_sources_and_statuses(tmp_path: Path) -> None:
    folder = table(tmp_path / "f", STEPS, "MEX,mnna,announced,2026-05-01,,A speech,,my-source,low,", name="steps.csv")
    table(folder, PROPOSALS, "X-1,MEX,designate,bill,A member,,2026-05-02,day,,,,,my-source,low", name="proposals.csv")
    source = "my-source,My notes,Me,report,,,,"
    table(folder, "id,title,publisher,kind,address,licence,opened_on,note", source, name="sources.csv")
    kinds = "id,title,definition,citation,absent,known_from,complete_until,follows,note"
    table(folder, kinds, "my-club,My club,A club.,A charter,no,,,,", name="statuses.csv")
    table(folder, HEADER, changed(status="my-club"))
    found = mnna.status("MEX", on=ON, facts=folder).to_dict()
    assert any(step.get("own") and step["event"] == "A speech" for step in found["steps"])
    assert any(row["id"] == "X-1" for row in found["proposals"])
    assert any(row["status"] == "my-club" and row["own"] for row in found["statuses"])
    assert "MEX my-club since 2026-06-01" in mnna.source("my-source", facts=folder).to_dict()["rests_on_it"]


EVENTS = "on,precision,country,event,bearing,source,confidence,note"
LEADERS = "country,leader,party,since,until,source,confidence,note"


@pytest.mark.parametrize(
    ("name", "head", "row", "says"),
    [
        ("events", EVENTS, "yesterday,day,MEX,A visit,,my-source,low,", "column on: 'yesterday' is not a date"),
        ("events", EVENTS, "2024-05,day,MEX,A visit,,my-source,low,", "the day 2024-05 is not a day, as the column"),
        ("events", EVENTS, "2024-05-01,week,MEX,A visit,,my-source,low,", "'week' is none of day, month, year"),
        ("leaders", LEADERS, "MEX,A,,2024-13-01,,my-source,low,", "column since: '2024-13-01' is not a date"),
        ("leaders", LEADERS, "MEX,A,,2024-05-01,2023,my-source,low,", "its last day 2023 is before its first"),
        ("proposals", PROPOSALS, "X,MEX,designate,bill,A,,5/1/2024,day,,,,,my-source,low", "'5/1/2024' is not a date"),
        ("proposals", PROPOSALS, "X,MEX,designate,bill,A,,,day,,,,,my-source,low", "column on: '' is not a date"),
        ("steps", STEPS, "MEX,mnna,announced,2026-05-01,2025-05-01,A,,my-source,low,", "is before its first"),
    ],
)
def test_a_day_that_would_be_lost_or_break_an_answer_is_refused(
    tmp_path: Path, name: str, head: str, row: str, says: str
) -> None:
    folder = table(tmp_path / "f", head, row, name=f"{name}.csv")
    ran = run("timeline", "MEX", "--facts", str(folder))
    assert ran.code == 2 and f"{name}.csv line 2" in ran.err and says in ran.err, ran.err


def test_a_day_known_to_the_month_or_year_is_taken(tmp_path: Path) -> None:
    folder = table(tmp_path / "f", EVENTS, "2024-05,month,MEX,A visit,,my-source,low,", name="events.csv")
    table(folder, LEADERS, "MEX,A leader,,2024,2024-06,my-source,low,", name="leaders.csv")
    said = [entry["what"] for entry in mnna.timeline("MEX", ON, facts=folder).to_dict()["entries"] if entry.get("own")]
    assert said == ["A leader takes office", "A visit"]


def test_a_what_if_over_own_facts_starts_from_them(own: Path) -> None:
    found = mnna.what_if("MEX", terminate="mnna", on=ON, facts=own).to_dict()
    assert "depleted-uranium-rounds" in {change["id"] for change in found["changed"]}
    assert mnna.what_if("MEX", terminate="mnna", on=ON).to_dict()["changed"] == []


def test_the_terminal_takes_them_before_the_word_after_it_and_from_the_environment(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = document("status", "MEX", "--on", ON, "--facts", str(own))
    before = document("--facts", str(own), "status", "MEX", "--on", ON)
    monkeypatch.setenv("MNNA_FACTS", str(own))
    around = document("status", "MEX", "--on", ON)
    assert after == before == around and any(row.get("own") for row in after["statuses"])
    assert "(your own facts)" in run("status", "MEX", "--on", ON).out


def test_a_mistake_in_them_ends_with_2_and_the_line(tmp_path: Path) -> None:
    ran = run("status", "MEX", "--facts", str(table(tmp_path / "facts", HEADER, changed(since="soon"))))
    assert ran.code == 2 and ran.out == "" and "spans.csv line 2, column since" in ran.err


def test_an_id_stands_once_among_the_sources_and_the_statuses(tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, ROW)
    sources = (folder / "sources.csv").read_text(encoding="utf-8")
    (folder / "sources.csv").write_text(sources + sources.splitlines()[-1].replace("My", "Your") + "\n")
    with pytest.raises(BadFacts, match=r"sources.csv line 3: 'my-source' is a source in a row above"):
        load_registry(folder)
    (folder / "sources.csv").write_text(sources)
    kinds = "id,title,definition,citation,absent,known_from,reading,follows,note\n" + "club,A,B,,no,,,,\n" * 2
    (folder / "statuses.csv").write_text(kinds)
    with pytest.raises(BadFacts, match=r"statuses.csv line 3: 'club' is a status in a row above"):
        load_registry(folder)
