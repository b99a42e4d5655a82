"""Restrictions: what each cuts, and how it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnna.briefs.gather import BriefContext, Pair
from mnna.briefs.sections.restrictions import restrictions
from mnna.present.document import Paragraph, Row, Section, Table, Verdict, as_json
from tests.briefs.reading import brief, head, said


def of(context: BriefContext, *bars: Pair) -> tuple[Section, Row]:
    section = restrictions(replace(context, today=replace(context.today, pairs=bars)))
    table = next(one for one in section.blocks if isinstance(one, Table) and one.rows)
    return section, table.rows[0]


def heads(made: Row) -> list[object]:
    return [head(cell) for cell in made.cells[:4]]


def test_every_bar_has_a_row(mexico: BriefContext) -> None:
    rows = [row for block in restrictions(mexico).blocks if isinstance(block, Table) for row in block.rows]
    assert sorted(one.id for one in rows) == sorted(pair.id for pair in mexico.today.bars)


def test_what_a_bar_cuts_and_reaches_is_one_sentence(mexico: BriefContext) -> None:
    pair = mexico.today.pair("restriction-leahy-state")
    _, made = of(mexico, pair)
    subject, answer, cuts, ends = heads(made)
    assert (subject, answer) == ("Leahy law, State Department", Verdict("unknown", "bar"))
    assert str(cuts).endswith("to that unit; it reaches the unit concerned, not the country or its other units")
    assert ends == "None in the section; effective steps of the government lift it"


@pytest.mark.parametrize(
    ("verdict", "waiver", "ends"), [("no", "", "—"), ("no", "a report", "A report"), ("yes", "", "—")]
)
def test_a_bar_that_does_not_apply_has_a_way_out_only_where_the_law_names_one(
    mexico: BriefContext, verdict: str, waiver: str, ends: str
) -> None:
    pair = mexico.today.pair("restriction-police")
    finding = replace(pair.having, verdict=verdict, terms={"waiver": waiver})  # type: ignore[arg-type]
    _, made = of(mexico, replace(pair, without=finding, having=finding))
    assert heads(made)[2:] == ["—", ends]


def test_a_bar_that_the_status_changes_is_counted_and_shown_both_ways(mexico: BriefContext) -> None:
    pair = mexico.today.pair("restriction-police")
    lifted = replace(pair, without=replace(pair.without, verdict="yes"), having=replace(pair.having, verdict="no"))
    section, made = of(mexico, lifted)
    said = next(str(block.text) for block in section.blocks if isinstance(block, Paragraph))
    assert said.startswith("The status changes 1 of these. A restriction does not end the status.")
    assert heads(made)[1] == (Verdict("yes", "bar"), ", with it ", Verdict("no", "bar"))
    section, _ = of(mexico, pair)
    assert str(as_json(section.blocks[0])["text"]).startswith("The status changes none of these.")


TODAY = "2026-11-24"


def test_what_is_unknown_is_named() -> None:
    assert "Child soldiers: whether Mexico holds the status “Child soldiers list”" in said(
        brief("MEX", on=TODAY), "unknown"
    )
