"""What an act does to other lists: the same for a row of ours, for a row of the user's and for a what-if."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.answers.authorities import authorities_in
from mnna.answers.status import status_in
from mnna.answers.what_if import what_if_in
from mnna.briefs.gather import gather
from mnna.engine.finding import Finding
from mnna.engine.record import to_json
from mnna.errors import BadQuestion
from mnna.registry.consequences import Assumption, lay
from mnna.registry.countries import countries
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Span
from mnna.registry.spans_by_country import SpansByKey
from mnna.registry.statuses import our_statuses
from tests.answers.worlds import span
from tests.registry.test_read_tables import HEADER, changed, table

DAY = date(2026, 12, 15)
OURS = load_registry()
FOREIGN = [one for one in countries().values() if one.sovereign == "yes" and one.iso3 != "USA"]


def own(folder: Path, *rows: str) -> Path:
    return table(folder / "facts", HEADER, *rows)


def row(country: str, status: str, since: date = DAY, **cells: str) -> str:
    return changed(country=country, status=status, since=since.isoformat(), **cells)


def asked(finding: Finding) -> tuple[object, ...]:
    """What a finding says, without whose word it is and how sure of it they are."""
    return finding.id, finding.verdict, dict(finding.terms), finding.steps, finding.routes, finding.needs


@pytest.mark.parametrize("status", ["mnna", "nato", "nato-plus"])
def test_an_own_row_does_what_the_what_if_of_that_day_does(tmp_path: Path, status: str) -> None:
    outside = [one for one in FOREIGN if not OURS.holds(one.iso3, status, DAY)]
    theirs = load_registry(own(tmp_path, *(row(one.iso3, status) for one in outside)))
    assert len(outside) > 150
    for one in outside:
        assumed = OURS.assume(Assumption(one.iso3, status, DAY, "designate"))
        found = [authorities_in(registry, one, DAY).findings for registry in (theirs, assumed)]
        assert [asked(finding) for finding in found[0]] == [asked(finding) for finding in found[1]], one.name
        held = [[theirs_.holds(one.iso3, id_, DAY) for id_ in OURS.kinds] for theirs_ in (theirs, assumed)]
        assert held[0] == held[1], one.name


def test_an_own_designation_leaves_the_title_10_list_unknown(tmp_path: Path) -> None:
    facts = own(tmp_path, row("MEX", "mnna"))
    found = mnna.authorities("MEX", on="2027-01-01", facts=facts)
    assert found["counterterrorism-rd"].verdict == "unknown"
    assert found["cooperative-rd"].terms["wait_days"] is None
    told = mnna.status("MEX", on="2027-01-01", facts=facts).to_dict()
    assert told["disagreements"] == []
    assert {"mnna-title10", "itar-mnna-list"} <= {one["status"] for one in told["unknown"]}
    assert "your own facts" in " ".join(found["counterterrorism-rd"].own_facts)


@pytest.mark.parametrize(
    ("rows", "title_10", "why"),
    [
        ([row("MEX", "mnna")], None, "nothing says whether it is listed"),
        ([row("MEX", "mnna"), row("MEX", "mnna-title10")], True, "a row of that day says that it is"),
        ([row("MEX", "mnna"), row("MEX", "mnna-title10", date(2028, 1, 1))], False, "a later row: not before"),
        ([row("MEX", "mnna"), row("MEX", "mnna-title10", date(2020, 1, 1), until="2024-01-01")], None, "over by then"),
    ],
)
def test_a_row_of_that_list_speaks_for_itself(tmp_path: Path, rows: list[str], title_10: bool | None, why: str) -> None:
    assert load_registry(own(tmp_path, *rows)).holds("MEX", "mnna-title10", DAY) is title_10, why


def test_an_own_row_of_nato_brings_its_treaty_and_ends_with_it(tmp_path: Path) -> None:
    theirs = load_registry(own(tmp_path, row("MEX", "nato", until="2030-01-01")))
    held = [theirs.holds("MEX", "mutual-defense-treaty", date(year, 6, 1)) for year in (2026, 2027, 2030)]
    assert held == [False, True, False]
    (brought,) = theirs.spans_of("MEX", "mutual-defense-treaty")
    assert brought.own and brought.source == ("my-source",)


def test_the_doubt_about_a_list_outlives_the_designation(tmp_path: Path) -> None:
    theirs = load_registry(own(tmp_path, row("CHE", "mnna", until="2027-01-01")))
    assert theirs.holds("CHE", "mnna", date(2027, 6, 1)) is False
    assert theirs.holds("CHE", "mnna-title10", date(2027, 6, 1)) is None


def test_every_designee_of_ours_has_an_answer_for_both_lists() -> None:
    """Tunisia stands on no title-10 list we know and came into the recital later; nobody wrote the first as a row."""
    held = [OURS.holds("TUN", id_, date(2015, 8, 1)) for id_ in ("mnna", "mnna-title10", "itar-mnna-list")]
    assert held == [True, None, False]
    for country, status in OURS.by_key:
        if status == "mnna":
            assert OURS.spans_of(country, "mnna-title10") and OURS.spans_of(country, "itar-mnna-list"), country


def test_a_source_says_that_a_list_is_left_unknown_by_the_act_that_rests_on_it() -> None:
    rests = mnna.source("pd-2022-14").to_dict()["rests_on_it"]
    assert {"COL mnna since 2022-05-23", "COL mnna-title10 unknown since 2022-05-23"} <= set(rests)


def test_the_united_states_has_no_treaty_with_itself() -> None:
    held = status_in(OURS, countries()["USA"], DAY).held
    assert {span.status for span in held} >= {"nato"} and "mutual-defense-treaty" not in {span.status for span in held}


@pytest.mark.parametrize("country", ["FRA", "GBR", "POL", "DEU"])
def test_brief_and_what_if_agree_on_what_the_end_of_nato_would_do(country: str) -> None:
    """France and the United Kingdom stay in the Manila Pact, Poland and Germany in nothing."""
    on = date(2026, 11, 28)
    pairs = gather(country, None, on, "nato", None).today.pairs
    after = what_if_in(OURS, countries()[country], on, [Assumption(country, "nato", on, "terminate")])
    changed_ = {change.id for change in after.changed}
    assert {pair.id for pair in pairs if pair.without.verdict != pair.having.verdict} <= changed_
    assert ("collective-defense" in changed_) is (country in ("POL", "DEU"))


def test_own_statuses_of_an_older_table_are_still_read(tmp_path: Path) -> None:
    old = "id,title,definition,citation,absent,known_from,complete_until,follows,note"
    folder = table(tmp_path / "facts", old, "my-club,My club,A club.,A charter,no,,,mnna,", name="statuses.csv")
    table(folder, HEADER, row("CHE", "my-club"))
    theirs = load_registry(folder)
    assert theirs.kinds["my-club"].brings == ()
    assert theirs.holds("CHE", "mnna", DAY) is None, "a list that follows the user's own status"


ON = date(2026, 6, 1)
KINDS = dict(our_statuses())


def laid(act: str, status: str, *spans: Span) -> dict[tuple[str, str], tuple[Span, ...]]:
    found: dict[tuple[str, str], tuple[Span, ...]] = {}
    for one in spans:
        found[one.country, one.status] = (*found.get((one.country, one.status), ()), one)
    lay(found, KINDS, Assumption("MEX", status, ON, act))
    return found


def holds(spans: dict[tuple[str, str], tuple[Span, ...]], status: str, on: date) -> bool | None:
    return Registry(KINDS, SpansByKey.as_given(spans), ()).holds("MEX", status, on)


def test_a_status_begins_that_day_and_not_before() -> None:
    found = laid("designate", "aukus")
    assert holds(found, "aukus", ON) is True and holds(found, "aukus", date(2026, 5, 31)) is False
    (one,) = found["MEX", "aukus"]
    assert one.assumed and one.note == "assumed designation of aukus on 1 June 2026" and one.confidence == "low"


def test_designating_a_holder_changes_nothing() -> None:
    before = span("MEX", "mnna", "2020-01-01")
    assert laid("designate", "mnna", before) == {("MEX", "mnna"): (before,)}


def test_a_designation_leaves_the_lists_that_follow_unknown() -> None:
    found = laid("designate", "mnna")
    assert [holds(found, status, ON) for status in KINDS["mnna"].follows] == [None, None]


def test_a_status_ends_that_day_also_on_a_list_that_is_not_complete() -> None:
    for status in ("mnna", "defense-cooperation"):
        found = laid("terminate", status, span("MEX", status, "2020-01-01"))
        assert holds(found, status, date(2026, 5, 31)) is True and holds(found, status, ON) is False, status


def test_the_parts_of_a_status_end_with_it() -> None:
    part = next(kind.id for kind in KINDS.values() if kind.part_of == "nato-plus")
    found = laid("terminate", "nato-plus", span("MEX", "nato-plus", "2020-01-01"), span("MEX", part, "2020-01-01"))
    assert holds(found, part, ON) is False


def test_an_act_is_one_of_two() -> None:
    with pytest.raises(BadQuestion, match=r"to 'suspend'.*designate or terminate"):
        laid("suspend", "mnna")
    assert to_json(Assumption("MEX", "mnna", ON, "designate"))["on"] == "2026-06-01"
