"""A row of a question of law: both answers, and what is left to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.answers.authorities import authorities
from mnna.briefs.gather import BriefContext, Pair, contrast
from mnna.briefs.sections.question_rows import cited, named, need, on_record, row, says, suspensions, table
from mnna.present.document import Items, Row, Said, Table, spelled
from mnna.present.wording import NOTHING
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.statuses import our_statuses, usual
from mnna.statutes.citations import official
from tests.briefs.reading import brief, lines, links

TODAY = "2026-11-24"


def left(made: Row) -> list[str]:
    return lines(made.cells[3])


def body(made: Row, place: int) -> str:
    cell = made.cells[place]
    assert isinstance(cell, Said)
    return str(cell.body)


def changed(pair: Pair, **having: object) -> Pair:
    return replace(pair, having=replace(pair.having, **having))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("authority", "number", "first"),
    [
        ("rdte-loans", 3, "A written agreement between the Secretary of Defense and the country. [22 USC 2796d(a)(2)]"),
        ("foreign-military-financing", 4, "Congress appropriates the money and it is allotted to the country. [22 USC"),
        ("excess-defense-articles", 1, "First of six: the country's receipt of excess articles is justified to"),
        ("collective-defense", 1, "How this could change: a treaty made by the President with the advice and consent"),
        ("overseas-workload-bidding", 2, "Whether Mexico holds the status “Major non-NATO ally (10 USC 2350a)” on 24"),
    ],
)
def test_what_is_left_to_do(mexico: BriefContext, authority: str, number: int, first: str) -> None:
    told = left(row(mexico.today.pair(authority)))  # every step where the status decides, else the first
    assert len(told) == number and told[0].startswith(first)


def test_an_unknown_tells_what_would_settle_it_and_then_the_first_step(mexico: BriefContext) -> None:
    assert left(row(mexico.today.pair("overseas-workload-bidding")))[1].startswith("Still to do, first of three: ")


def test_an_unknown_without_the_status_is_told_as_such(mexico: BriefContext) -> None:
    pair = mexico.today.pair("rdte-loans")
    unknown = replace(pair, without=replace(pair.without, verdict="unknown", needs=("a fact",)))
    assert left(row(unknown))[0] == "Without it: a fact."


def test_where_nothing_is_left_it_is_said(mexico: BriefContext) -> None:
    assert left(row(changed(mexico.today.pair("rdte-loans"), steps=()))) == ["None named."]


def test_a_route_is_not_what_is_assumed_already(mexico: BriefContext) -> None:
    pair = mexico.today.pair("collective-defense")
    routes = ("designation by the President [22 USC 2321k(a)]", "a treaty [TIAS 1]")
    assert left(row(changed(pair, routes=routes))) == ["How this could change: a treaty. [TIAS 1]"]


def test_terms_are_those_of_a_yes_and_only_what_differs(mexico: BriefContext) -> None:
    pair = mexico.today.pair("war-reserve-stockpile-site")
    made = row(pair)
    assert body(made, 1) == "" and body(made, 2).startswith("Cap for a year: $500 million; Notice before a designation")
    assert body(row(replace(pair, without=pair.having)), 2) == ""
    more = changed(replace(pair, without=pair.having), terms=dict(pair.having.terms) | {"annual_cap_usd": 600_000_000})
    assert body(row(more), 2) == "Cap for a year: $600 million"


def test_terms_of_the_same_no_tell_what_differs(mexico: BriefContext) -> None:
    _, before, after, *_ = row(mexico.today.pair("icc-protected-persons")).cells
    assert isinstance(before, Said) and isinstance(after, Said)
    assert (str(before.body), str(after.body)) == ("", "Counts as an ally under: order and statute")


def test_the_law_is_followed_by_what_qualifies_it(mexico: BriefContext) -> None:
    pair = mexico.today.pair("rdte-loans")
    plain = says(pair)
    assert plain.endswith("designated under FAA 517.")
    doubtful = changed(pair, confidence="medium", presumes=("it is presumed that it is so.",), own_facts=("MEX mnna",))
    assert says(doubtful) == (f"{plain} Presumed: it is so. Rests on your own facts: MEX mnna. (Medium confidence.)")
    assert (
        says(replace(doubtful, without=replace(pair.without, own_facts=("MEX mnna", "MEX nato")))).count("MEX mnna")
        == 1
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("whether it holds: assumed designation of mnna on 2026-11-24", "whether it holds"),
        ("whether it holds: assumed termination of nato-plus on 24 November 2026", "whether it holds"),
        ("whether on 2026-11-24 it holds", "whether on 24 November 2026 it holds"),
    ],
)
def test_a_need_does_not_repeat_the_assumption(text: str, said: str) -> None:
    assert need(text) == said


def test_the_columns_of_answers_are_wide_where_there_are_terms(mexico: BriefContext) -> None:
    with_terms, without = (row(mexico.today.pair(id_)) for id_ in ("war-reserve-stockpile-site", "rdte-loans"))
    wide, narrow = (table("Caption", rows, "Left") for rows in ([with_terms, without], [without]))
    assert [column.id for column in wide.columns] == ["subject", "before", "after", "steps", "citations"]
    assert wide.columns[3].title == "Left" and wide.caption == "Caption" and len(wide.rows) == 2
    assert wide.columns[2].share > narrow.columns[2].share and wide.columns[0].share < narrow.columns[0].share


def test_a_question_that_changes_shows_more_of_its_law(mexico: BriefContext) -> None:
    pair = changed(mexico.today.pair("rdte-loans"), citations=("22 USC 1", "22 USC 2", "22 USC 3", "22 USC 4"))
    same = replace(pair, without=pair.having)
    assert [len(lines(row(one).cells[4])) for one in (pair, same)] == [3, 2]


def test_each_is_listed_once_in_order_with_its_official_address() -> None:
    found = cited(["22 USC 2321k(a)", "", "22 USC 2321k(a); P.L. 104-164", "a speech"])
    assert [link.text for link in links(found)] == ["22 USC 2321k(a)", "P.L. 104-164", "a speech"]
    assert [link.address for link in links(found)] == [official(link.text) or "" for link in links(found)]
    assert links(found)[0].address.startswith("https://") and links(found)[2].address == ""


def test_no_more_are_listed_than_wanted_and_none_is_told() -> None:
    assert lines(cited(["22 USC 2321k", "22 USC 2776"], 1)) == ["22 USC 2321k"]
    assert lines(cited(["", ""])) == [NOTHING] == lines(cited([], 3))


@pytest.mark.parametrize("country", ["PRK", "CUB", "IRN", "SYR", "MMR", "CHN", "COL", "MEX"])
def test_every_bar_of_a_finding_has_its_words(country: str) -> None:
    for finding in authorities(country, on=TODAY).findings:
        found = suspensions(finding)
        assert tuple(found) == finding.suspended_by
        assert all(words.startswith("Suspended") and " under " in words for words in found.values())


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
