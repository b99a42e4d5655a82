"""Bars on record: each is named with its first day and its law, in the rows and above the restrictions."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.authorities import authorities
from mnna.briefs.gather import contrast
from mnna.briefs.sections.suspensions import named, on_record, suspensions
from mnna.present.document import Items, Table, spelled
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.statuses import our_statuses, usual
from tests.briefs.reading import brief

TODAY = "2026-11-24"


@pytest.mark.parametrize("country", ["PRK", "CUB", "IRN", "SYR", "MMR", "CHN", "COL", "MEX"])
def test_every_bar_of_a_finding_has_its_words(country: str) -> None:
    for finding in authorities(country, on=TODAY).findings:
        found = suspensions(finding)
        assert tuple(one.bar for one in found) == finding.suspended_by
        assert all(one.words.startswith("Suspended") and " under " in one.words for one in found)


def test_a_bar_is_named_with_its_day_and_its_law() -> None:
    (found,) = [one for one in authorities("PRK", on="2018-01-01").findings if one.id == "excess-defense-articles"]
    said = "state sponsors of terrorism (suspended since 20 November 2017 under 22 USC 2371(a), 2780(d))"
    assert said in named(suspensions(found))


def test_the_brief_lists_each_bar_on_record_with_what_it_stops() -> None:
    section = brief("PRK", on=TODAY).section("restrictions")
    (shown,) = [block for block in section.blocks if isinstance(block, Items)]
    assert shown.title == "Bars on record, and what each of them stops"
    assert spelled(shown.items[0]).startswith(
        "State sponsors of terrorism. Suspended since 20 November 2017 under 22 USC 2371(a), 2780(d): excess defense"
    )
    assert isinstance(section.blocks[-1], Table)


def test_a_country_without_a_bar_on_record_has_no_such_list() -> None:
    kind = usual(our_statuses())
    assert on_record(contrast(load_registry(), countries()["JPN"], kind, date(2026, 11, 24))) is None
