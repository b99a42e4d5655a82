"""What is printed of a finding."""

from __future__ import annotations

from mnna.present.document import Change, FindingBlock, Verdict, spelled
from mnna.present.findings import Told, lay_out
from tests.present.samples import finding, refused


def told(block: FindingBlock | Change) -> dict[str, tuple[str, ...]]:
    return {one.title: tuple(map(spelled, one.items)) for one in lay_out(block).told}


def test_the_short_form_leaves_out_what_is_looked_up() -> None:
    short, full = lay_out(FindingBlock(finding())), lay_out(FindingBlock(finding(), "full"))
    assert len(short.citations) == 1
    assert len(full.citations) == 2
    assert short.tree is None
    assert full.tree == finding()["why"]
    assert short.notes == ("Medium confidence",)
    assert full.notes == ("Medium confidence", "As of 26 March 2026")
    assert short.told == full.told


def test_own_facts_are_in_both_forms_and_in_every_change() -> None:
    own = {"Rests on your own facts": ("MEX mnna from 15 December 2026 (your own facts: mine.csv)",)}
    assert told(FindingBlock(finding())).items() >= own.items()
    assert told(FindingBlock(finding(), "full")).items() >= own.items()
    assert told(Change(finding(), refused())).items() >= own.items()
    assert told(Change(refused(), finding())).items() >= own.items()


def test_a_finding_is_marked_with_its_own_id_unless_the_block_has_another() -> None:
    laid = lay_out(FindingBlock(finding()))
    assert (laid.id, laid.anchor) == (finding()["id"],) * 2
    other = lay_out(FindingBlock(finding(), id="row-3"))
    assert (other.id, other.anchor) == (finding()["id"], "row-3")


def test_the_terms_of_a_no_wait_for_the_full_form() -> None:
    assert lay_out(FindingBlock(refused())).terms == ()
    assert lay_out(FindingBlock(refused(), "full")).terms[0] == ("Cap for a year", "$500 million")
    asked = refused(question="Is the country named?")
    assert lay_out(FindingBlock(asked)).terms[0] == ("Cap for a year", "$500 million")


def test_bars_that_stop_it_are_named() -> None:
    assert told(FindingBlock(refused()))["Stopped by"] == ("Coup",)
    named = FindingBlock(refused(), names={"restriction-coup": "the coup clause"})
    assert told(named)["Stopped by"] == ("The coup clause",)


def test_fields_with_nothing_to_say_may_be_missing() -> None:
    one = {name: value for name, value in finding().items() if name not in ("suspended_by", "own_facts", "as_of")}
    assert lay_out(FindingBlock(one, "full")).verdict == Verdict("yes", "grant")


def test_a_change_of_verdict_tells_all_terms_after() -> None:
    laid = lay_out(Change(refused(), finding()))
    assert laid.before == Verdict("no", "grant")
    assert laid.terms[0] == ("Cap for a year", "$500 million")


def test_a_change_of_terms_tells_what_they_were() -> None:
    before, after = finding(terms={"wait_days": 30, "annual_cap_usd": 1}), finding(terms={"wait_days": 0})
    assert lay_out(Change(before, after)).terms == (
        ("Wait after the report to Congress", "0 days (before: 30 days)"),
        ("Cap for a year", "none (before: $1)"),
    )


def test_what_would_settle_the_answer_before_is_told_where_the_act_settles_it() -> None:
    before = finding(verdict="unknown", needs=["whether it is listed"], because="Unknown. Open: whether it is listed.")
    assert told(Change(before, finding()))["What would settle the answer before"] == ("Whether it is listed.",)
    assert "What would settle the answer before" not in told(Change(before, before))


def test_the_day_of_the_law_is_told() -> None:
    assert "As of 23 November 2026" in lay_out(FindingBlock(finding(as_of="2026-11-23"), "full")).notes


def test_kinds_name_the_classes_of_the_site() -> None:
    assert lay_out(FindingBlock(finding())).told[0] == Told(
        "steps", "Still to do", lay_out(FindingBlock(finding())).told[0].items
    )


def test_a_presumption_is_said_once() -> None:
    presumed = "it is presumed that the country counts as friendly"
    laid = lay_out(
        FindingBlock(
            finding(because="Yes. It may. It is presumed that the country counts as friendly. No.", presumes=[presumed])
        )
    )
    assert laid.reason == "It may. No." and [one.items for one in laid.told if one.kind == "presumes"] != []
