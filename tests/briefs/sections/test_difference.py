"""The rows of the what-if: each cited, each true to the answer it is taken from, none missing."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from mnna.answers.authorities import authorities
from mnna.briefs import Brief
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.sections import question_rows
from mnna.briefs.sections.difference import _caption, other_country
from mnna.present.document import Lines, Paragraph, Said, Section, Table, as_json
from mnna.present.terminal import to_text
from mnna.registry.practice import in_practice
from mnna.statutes.listing import AUTHORITIES, subject
from tests.briefs.reading import brief

TODAY = "2026-11-24"
PAIRS = [("MEX", "COL"), ("JPN", "AUS"), ("FRA", "TWN"), ("TWN", "AFG"), ("FJI", "MEX"), ("SAU", "QAT")]


def rows(made: Brief, section: str) -> list[dict[str, Any]]:
    tables = [block for block in made.section(section).blocks if isinstance(block, Table)]
    return [row for table in tables for row in as_json(table)["rows"]]


def verdict(cell: Any) -> str:
    return str(cell["head"]) if isinstance(cell, dict) else str(cell)


def turn(row: dict[str, Any]) -> tuple[str, str]:
    return verdict(row["before"]), verdict(row["after"])


@pytest.mark.parametrize(("country", "versus"), PAIRS)
def test_every_row_carries_a_citation_and_two_verdicts(country: str, versus: str) -> None:
    made = brief(country, versus, TODAY)
    for row in rows(made, "what-if") + rows(made, "beside"):
        assert row["citations"][0]["text"] not in ("", "—"), row["id"]
        assert {verdict(row["before"]), verdict(row["after"])} <= {"yes", "no", "unknown"}
        assert row["steps"], row["id"]
    for row in rows(made, "restrictions"):
        assert row["citations"][0]["text"] not in ("", "—"), row["id"]


def test_every_question_of_law_has_one_row() -> None:
    made = brief("MEX", on=TODAY)
    asked = [finding.id for finding in authorities("MEX", on=TODAY).findings]
    told = [row["id"] for section in ("what-if", "restrictions") for row in rows(made, section)]
    assert sorted(told) == sorted(asked)


def test_what_a_candidate_has_today_is_the_answer_of_today() -> None:
    today = {finding.id: finding.verdict for finding in authorities("MEX", on=TODAY).findings}
    for row in rows(brief("MEX", on=TODAY), "what-if"):
        assert verdict(row["before"]) == today[row["id"]]


def test_what_an_ally_has_today_is_in_the_column_with_the_status() -> None:
    today = {finding.id: finding.verdict for finding in authorities("JPN", on=TODAY).findings}
    told = {row["id"]: row for row in rows(brief("JPN", on=TODAY), "what-if")}
    for id_, row in told.items():
        assert verdict(row["after"]) == today[id_]
    assert verdict(told["depleted-uranium-rounds"]["before"]) == "no"


def test_beside_stands_the_law_of_the_day_of_designation() -> None:
    told = {row["id"]: row for row in rows(brief("MEX", "COL", TODAY), "beside")}
    assert (verdict(told["fmf-commercial-leasing"]["before"]), verdict(told["fmf-commercial-leasing"]["after"])) == (
        "no",
        "yes",
    )
    assert "Cap for a year: $200 million" in told["war-reserve-stockpile-site"]["after"]["body"]
    assert (verdict(told["counterterrorism-rd"]["before"]), verdict(told["counterterrorism-rd"]["after"])) == (
        "no",
        "unknown",
    )


def test_lists_that_began_earlier_are_not_credited_to_the_designation() -> None:
    told = {row["id"] for row in rows(brief("MEX", "JPN", TODAY), "beside")}
    assert "overseas-workload-bidding" not in told, "Japan was on the title-10 list from 1987, nine years before"


@pytest.mark.parametrize(
    ("versus", "title", "words"),
    [
        (
            "COL",
            "at its designation",
            "It was announced on 10 March 2022 and notified on 21 April 2022; neither was the designation itself.",
        ),
        ("AFG", "at its designation", "It ceased to be one on 23 September 2022."),
        ("FJI", "if it were a major non-NATO ally", "Fiji has never been a major non-NATO ally"),
    ],
)
def test_the_comparison_says_on_what_footing_it_stands(versus: str, title: str, words: str) -> None:
    section = brief("MEX", versus, TODAY).section("beside")
    assert section.title.endswith(title)
    assert any(words in str(as_json(block).get("text", "")) for block in section.blocks)


def test_an_unknown_status_is_weighed_both_ways() -> None:
    made = brief("SAU", on="2026-01-10")
    told = {row["id"]: row for row in rows(made, "what-if")}
    assert made.section("what-if").title.startswith("What depends on whether Saudi Arabia is")
    assert turn(told["rdte-loans"]) == ("no", "yes")
    assert made.bottom_line[1].startswith(
        "If Saudi Arabia were a major non-NATO ally, it would get a better answer on "
    )


def test_before_the_status_existed_its_procedure_is_not_told() -> None:
    reading = str(as_json(brief("MEX", on="1990-05-01").section("what-if").blocks[0])["text"])
    assert "The status did not exist before 21 July 1996" in reading
    assert "thirty days after notice" not in reading


def test_a_comparison_in_the_past_says_what_came_after() -> None:
    opening = str(as_json(brief("MEX", "COL", "2021-06-01").section("beside").blocks[0])["text"])
    assert opening.startswith(
        "Colombia has never been a major non-NATO ally; Colombia was to become one on 23 May 2022."
    )


def test_a_status_that_is_a_treaty_is_told_without_it_and_with_it() -> None:
    told = [
        str(as_json(block)["text"]) for block in brief("PER", on=TODAY, designate="nato").section("commitments").blocks
    ]
    assert [text.partition(":")[0] for text in told] == ["Without it", "With it"]
    assert "assumed designation" not in told[0]


def test_a_row_that_is_decided_with_the_status_is_not_said_to_be_left_unknown() -> None:
    between_two_acts = "2026-01-31"
    blocks = brief("JPN", on=between_two_acts).section("what-if").blocks
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    assert [caption.partition(" (")[0] for caption in captions] == [
        "Without the status it would lose these",
        "These depend on a fact not known here",
        "The status changes the terms or steps of these",
        "The status does not change these",
    ]


@pytest.mark.parametrize("country", ["FRA", "JPN", "FJI", "PER"])
def test_no_other_country_is_explained_by_mexico_or_colombia(country: str) -> None:
    made = brief(country, on=TODAY).to_dict()
    told = [section for section in made["sections"] if section["id"] in ("what-if", "commitments", "unknown", "record")]
    assert not re.search("Mexic|Colombia", json.dumps(told, ensure_ascii=False))


def test_the_restrictions_are_never_lifted() -> None:
    section = brief("MEX", on=TODAY).section("restrictions")
    assert "The status changes none of these" in str(as_json(section.blocks[0])["text"])
    assert {row["applies"] for row in rows(brief("MEX", on=TODAY), "restrictions")} <= {"yes", "no", "unknown"}


def test_no_row_offers_as_a_way_what_is_assumed_already() -> None:
    for country in ("MEX", "JPN"):
        for row in rows(brief(country, on=TODAY), "what-if"):
            if verdict(row["after"]) == "no":
                assert not any("22 USC 2321k(a)" in step["text"] for step in row["steps"]), row["id"]


def test_every_question_of_law_has_a_subject_of_its_own() -> None:
    assert all(row.subject for row in AUTHORITIES.values())
    assert len({row.subject for row in AUTHORITIES.values()}) == len(AUTHORITIES)


def test_verdicts_are_printed_in_words_that_fit_the_question() -> None:
    shown = to_text(brief("MEX", on=TODAY).document, 10_000)
    assert "Without: Not allowed\n      With: Allowed. Cap for a year: $500 million;" in shown
    assert "* Police and prisons\n      Answer: Barred\n" in shown
    assert (
        "Is the United States bound by treaty to treat an armed attack on this country as a common danger? No: Only a"
        in shown
    )
    assert not re.search(r"(Without|With|Answer): (yes|no|unknown)\b", shown)


def test_a_row_names_the_bars_that_stop_it() -> None:
    told = {row["id"]: row for row in rows(brief("PRK", on=TODAY), "what-if")}
    stopped = {one.id: one.suspended_by for one in authorities("PRK", on=TODAY).findings if one.suspended_by}
    body = told["excess-defense-articles"]["subject"]["body"]
    bars = [subject(id_) for id_ in stopped["excess-defense-articles"]]
    assert len(bars) > 1
    assert "Stopped by: state sponsors of terrorism (suspended since 20 November 2017 under 22 USC 2371(a), " in body
    assert all(f"{bar} (suspended since " in body for bar in bars)
    assert {id_ for id_, row in told.items() if "Stopped by: " in str(row["subject"])} == set(stopped)


def test_a_caption_counts_the_restrictions_that_stand_below(mexico: BriefContext) -> None:
    here = mexico.today
    bars = [pair.id for pair in here.bars if pair.id in here.partition.same]
    made = _caption(here, "same", "The same")
    assert len(bars) > 1 and made == f"The same ({len(here.partition.same)}, of which {len(bars)} restrictions below)"
    assert _caption(here, "gain", "Gained") == f"Gained ({len(here.partition.gain)})"


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
    kinds = [{row.kind for row in in_practice(id_, date.fromisoformat(TODAY))} for id_ in moved]
    used = sum("used" in found for found in kinds)
    likely = sum("fits" in found and "used" not in found for found in kinds)
    none = sum(found != set() and not found & {"used", "fits"} for found in kinds)
    assert used and likely and none, "the sentence is asked with all three"
    assert f"documented for {used}, likely for {likely} and not found for {none}" in lead
    assert "Access to U.S. arsenal" in str([as_json(block) for block in made.section("sources").blocks])


def test_a_brief_that_changes_nothing_has_no_such_section() -> None:
    ids = [section.id for section in brief("MEX", on="1977-01-01").sections]
    assert "practice" not in ids


def texts(section: Section | None) -> list[str]:
    assert section is not None
    return [str(block.text) for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("versus", "on", "title", "words"),
    [
        ("COL", TODAY, "Colombia, at its designation",
         "Colombia became a major non-NATO ally on 23 May 2022, by Presidential Determination No. 2022-14. The rows "
         "show the law of 23 May 2022. It was announced on 10 March 2022 and notified on 21 April 2022; neither was "
         "the designation itself."),
        ("AFG", TODAY, "Afghanistan, at its designation",
         "Afghanistan became a major non-NATO ally on 6 July 2012, by Presidential Determination No. 2012-11. The rows "
         "show the law of 6 July 2012. It ceased to be one on 23 September 2022."),
        ("SAU", TODAY, "Saudi Arabia, at its designation",
         "Saudi Arabia became a major non-NATO ally on a day between 1 and 23 January 2026, by Presidential "
         "determination, FR Doc. 2026-01421. The rows show the law of 23 January 2026. It was announced on 18 November "
         "2025; that was not the designation itself."),
        ("FJI", TODAY, "Fiji, if it were a major non-NATO ally",
         "Fiji has never been a major non-NATO ally. The rows show what the status would change in the law of 24 "
         "November 2026."),
        ("SAU", "2026-01-10", "Saudi Arabia, if it were a major non-NATO ally",
         "Whether Saudi Arabia is a major non-NATO ally on 10 January 2026 is not known. The rows show what depends on "
         "it."),
    ],
)  # fmt: skip
def test_the_footing_of_the_comparison(versus: str, on: str, title: str, words: str) -> None:
    section = other_country(gather("MEX", versus, on, "mnna", None))
    assert section is not None and section.title == f"For comparison: {title}"
    assert texts(section)[0] == words


def test_without_another_country_there_is_no_section(japan: BriefContext) -> None:
    assert other_country(japan) is None


def test_every_question_is_in_the_table_or_among_the_unchanged(mexico: BriefContext) -> None:
    section, beside = other_country(mexico), mexico.versus
    assert section is not None and beside is not None
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    changed = [pair for pair in beside.grants if pair.id not in beside.partition.same]
    assert [one.id for one in table.rows] == [pair.id for pair in changed]
    assert table.caption == f"What the status changed ({len(changed)})"
    last = texts(section)[-1]
    assert last.startswith(f"The other {len(beside.grants) - len(changed)} answers are the same without the status and")
    assert [last.find(f"{word} for ") for word in ("yes", "no", "not known")] == sorted(
        last.find(f"{word} for ") for word in ("yes", "no", "not known")
    )


def test_steps_and_law_that_the_first_section_has_are_not_told_again(mexico: BriefContext) -> None:
    section, beside = other_country(mexico), mexico.versus
    assert section is not None and beside is not None
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    again = Lines(("As above.",))
    for one in table.rows:
        here, there, full = mexico.today.pair(one.id), beside.pair(one.id), question_rows.row(beside.pair(one.id))
        same = (here.having.steps, here.having.needs) == (there.having.steps, there.having.needs)
        assert one.cells[3] == (again if same and there.having.steps else full.cells[3]), one.id
        assert isinstance(one.cells[0], Said) and one.cells[1:3] == full.cells[1:3]
    assert any(one.cells[3] == again for one in table.rows) and any(one.cells[3] != again for one in table.rows)
    bodies = {str(one.cells[0].body) for one in table.rows if isinstance(one.cells[0], Said)}
    assert "" in bodies and len(bodies) > 1
