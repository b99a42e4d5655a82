"""The country beside: on what footing it is compared, and what is the same for it."""

from __future__ import annotations

import pytest

from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.sections.other_country import other_country
from mnna.briefs.sections.question_rows import row
from mnna.present.document import Lines, Paragraph, Said, Section, Table

TODAY = "2026-11-24"


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
        here, there, full = mexico.today.pair(one.id), beside.pair(one.id), row(beside.pair(one.id))
        same = (here.having.steps, here.having.needs) == (there.having.steps, there.having.needs)
        assert one.cells[3] == (again if same and there.having.steps else full.cells[3]), one.id
        assert isinstance(one.cells[0], Said) and one.cells[1:3] == full.cells[1:3]
    assert any(one.cells[3] == again for one in table.rows) and any(one.cells[3] != again for one in table.rows)
    bodies = {str(one.cells[0].body) for one in table.rows if isinstance(one.cells[0], Said)}
    assert "" in bodies and len(bodies) > 1
