"""The comparison with the allies: whom it is made for, and what its table says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from mnna.answers.compare import Row, compare
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.sections.comparison import LEFT, NEAREST, RIGHT, STEP, TOP, candidate, comparison, rank_plot
from mnna.present.document import Items, Paragraph, Picture, Section, Table, as_json, spelled
from tests.briefs.reading import brief, head

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def section(mexico: BriefContext) -> Section:
    found = comparison(mexico)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("country", "asked", "is_candidate"),
    [
        ("MEX", "mnna", True), ("FJI", "mnna", True), ("JPN", "mnna", False), ("FRA", "mnna", False),
        ("TWN", "mnna", False), ("MEX", "nato", False),
    ],
)  # fmt: skip
def test_a_candidate_is_a_state_outside_nato_that_is_no_ally(country: str, asked: str, is_candidate: bool) -> None:
    assert candidate(gather(country, None, TODAY, asked, None)) is is_candidate


def test_a_status_that_is_not_known_makes_no_candidate() -> None:
    assert candidate(gather("SAU", None, "2026-01-10", "mnna", None)) is False


def test_others_have_no_such_section(japan: BriefContext) -> None:
    assert comparison(japan) is None


def test_before_there_were_allies_there_is_nothing_to_compare_with(mexico: BriefContext) -> None:
    assert comparison(replace(mexico, on=date(1980, 1, 1))) is None


def test_every_measure_has_a_row_with_its_year_place_and_source(section: Section) -> None:
    found = compare("MEX", to=["COL"], on=TODAY)
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert [row.id for row in table.rows] == [row.measure.id for row in found.rows]
    names = [column.id for column in table.columns]
    assert names == ["measure", "candidate", "other", "entrants", "at_risk", "other_at_risk", "source"]
    by_id = {row.id: [spelled(head(cell)) for cell in row.cells] for row in table.rows}
    for row in found.rows:
        cells, one, other = by_id[row.measure.id], row.candidate, row.others[0]
        assert cells[1].endswith(f"({one.year})") or cells[1].startswith(f"{one.year}: "), row.measure.id
        assert cells[2].endswith(f"({other.year})") or cells[2].startswith(f"{other.year}: "), row.measure.id
        place = one.percentile_at_risk
        assert cells[4] == ("—" if place is None else f"{place:.0f} ({one.n_at_risk})")
        beside = other.percentile_at_risk
        assert cells[5] == ("—" if beside is None else f"{beside:.0f}")
    (sources,) = [block for block in section.blocks if isinstance(block, Items) and block.title.startswith("Sources")]
    keys = {cells[6] for cells in by_id.values()}
    assert keys == {spelled(item)[1] for item in sources.items} and len(sources.items) == len(keys)


def test_the_reading_says_what_is_compared_with_what(section: Section) -> None:
    said = str(as_json(section.blocks[0])["text"])
    assert "Mexico in its latest covered year" in said and "For comparison: Colombia in 2021." in said
    assert (
        isinstance(section.blocks[1], Picture) and section.blocks[1].title == "Mexico and Colombia, measure by measure"
    )


def test_a_country_never_designated_is_taken_in_its_latest_year() -> None:
    found = comparison(gather("FJI", "MEX", TODAY, "mnna", None))
    assert found is not None
    assert "For comparison: Mexico, never designated, in its latest year." in str(as_json(found.blocks[0])["text"])


def test_the_nearest_allies_are_named_with_what_parts_them(section: Section) -> None:
    near = compare("MEX", to=["COL"], on=TODAY).nearness
    items = next(block for block in section.blocks if isinstance(block, Items) and block.title.startswith("Nearest"))
    assert items.title == f"Nearest of {len(near.nearest)} allies at their own entry"
    told = [spelled(item) for item in items.items]
    assert len(told) >= NEAREST and f"distance {near.nearest[0].distance:.2f} (rank 1, and " in told[0]
    assert sum("Colombia 2021, " in line for line in told) == 1
    words = " ".join(str(block.text) for block in section.blocks if isinstance(block, Paragraph))
    changed = sum(one.changes_the_nearest for one in near.sensitivity())
    assert f"changes the nearest ally in {changed} of {len(near.sensitivity())} cases." in words
    assert "figures end before 2025; each shows its year" in words


def test_a_number_without_a_unit_of_its_own_has_its_scale() -> None:
    said = str(brief("MEX", "COL", TODAY).section("comparison").blocks)
    for part in (
        "2.34 points (2024)",
        "0.469 of 1 (2025)",
        "in parentheses, how many were compared",
        "lower is closer",
    ):
        assert part in said, part


@pytest.fixture(scope="module")
def rows() -> Sequence[Row]:
    return compare("MEX", to=["COL"], on="2026-11-24").rows[:3]


def placed(row: Row, risk: float | None, entrants: float | None, other: float | None = None) -> Row:
    candidate = replace(row.candidate, percentile_at_risk=risk, percentile_among_entrants=entrants)
    return replace(row, candidate=candidate, others=(replace(row.others[0], percentile_at_risk=other),))


def marks(picture: Picture, fill: str) -> list[float]:
    """How far right the diamonds of that ink stand, without the one of the legend."""
    found = re.findall(rf'<path d="M([\d.]+) [\d.]+[^"]*" {fill}', picture.svg)
    return [float(x) for x in found][1:]


def test_a_place_of_0_is_at_the_left_and_one_of_100_at_the_right(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], 0.0, 100.0), placed(rows[1], 50.0, None)], "Mexico", "")
    assert marks(found, 'fill="currentColor"') == [LEFT, (LEFT + RIGHT) / 2]
    assert marks(found, 'fill="#fff"') == [RIGHT] and "<circle" not in found.svg


def test_a_measure_without_a_place_has_no_line(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], None, None), placed(rows[1], 10.0, 20.0)], "Mexico", "")
    assert rows[0].measure.title not in found.svg and rows[1].measure.title in found.svg
    assert f'viewBox="0 0 680 {TOP + STEP + 20:g}"' in found.svg
    assert found.alt.startswith("A line from 0 to 100 for each measure of the table")


def test_the_country_beside_has_a_circle_and_its_words(rows: Sequence[Row]) -> None:
    found = rank_plot([placed(rows[0], 10.0, None, 0.0), placed(rows[1], 1.0, 2.0, None)], "Mexico", "Colombia")
    circles = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', found.svg)]
    assert circles == [6.0, LEFT] and found.title == "Mexico and Colombia, measure by measure"
    assert "Circle: Colombia among those that could be named in its own year." in found.caption
