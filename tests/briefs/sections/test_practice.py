"""The brief says what the permissions that the status opens were used for, with sources."""

from __future__ import annotations

from datetime import date

from mnna.briefs import brief
from mnna.present.document import Table, as_json
from mnna.registry.practice import in_practice

TODAY = date(2026, 11, 24)


def test_every_question_that_changes_and_was_looked_into_has_a_row() -> None:
    made = brief("MEX", on=TODAY)
    (table,) = (block for block in made.section("practice").blocks if isinstance(block, Table))
    moved = {id_ for group, ids in made.partition.groups() if group != "same" for id_ in ids}
    assert {row.id for row in table.rows} == moved
    rounds = next(row for row in table.rows if row.id == "depleted-uranium-rounds")
    assert "No use found: A sale of such rounds" in str(rounds.cells)
    assert "Epoch Times" in str(rounds.cells) and "epochtimes-2023-uranium" not in str(rounds.cells)


def test_the_counts_lead_and_the_sources_are_listed() -> None:
    made = brief("MEX", on=TODAY)
    lead = str(as_json(made.section("practice").blocks[0])["text"])
    moved = [id_ for group, ids in made.partition.groups() if group != "same" for id_ in ids]
    kinds = [{row.kind for row in in_practice(id_, TODAY)} for id_ in moved]
    used = sum("used" in found for found in kinds)
    likely = sum("fits" in found and "used" not in found for found in kinds)
    none = sum(found != set() and not found & {"used", "fits"} for found in kinds)
    assert used and likely and none, "the sentence is asked with all three"
    assert f"documented for {used}, likely for {likely} and not found for {none}" in lead
    assert "Access to U.S. arsenal" in str([as_json(block) for block in made.section("sources").blocks])


def test_a_brief_that_changes_nothing_has_no_such_section() -> None:
    ids = [section.id for section in brief("MEX", on="1977-01-01").sections]
    assert "practice" not in ids
