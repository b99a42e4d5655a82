"""Spans and what is laid over them: half-open ends, days that are not known, and what-ifs that touch nothing before."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mnna
from mnna.errors import BadQuestion, UnknownWord
from mnna.registry.consequences import Assumption, carried, parts
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Span, StatusKind
from mnna.registry.spans_by_country import SpansByKey

DAY = timedelta(days=1)
REGISTRY = load_registry()
DATES = st.dates(date(1940, 1, 1), date(2035, 12, 31))
KINDS = sorted(REGISTRY.kinds)
SPANS = REGISTRY.spans
COUNTRIES = sorted({span.country for span in SPANS})
ACTS = st.sampled_from(["designate", "terminate"])
ASSUMPTIONS = st.builds(Assumption, st.sampled_from(COUNTRIES), st.sampled_from(KINDS), DATES, ACTS)


def span(since: str, until: str = "", since_by: str = "", until_by: str = "", holds: str = "yes") -> Span:
    days = [date.fromisoformat(text) if text else None for text in (since, since_by, until, until_by)]
    return Span("COL", "mnna", *days, holds, "an act", "a law", ("a source",), "high", None, "")  # type: ignore[arg-type, call-arg]


def registry_of(*spans: Span, absent: str = "no", known_from: date | None = None, reading: str = "") -> Registry:
    kind = StatusKind("mnna", "Ally", "An ally.", "a law", absent, known_from, reading, ("other",), "")
    other = kind._replace(id="other", follows=())
    return Registry({"mnna": kind, "other": other}, SpansByKey.as_given({("COL", "mnna"): spans}), ())


@pytest.mark.parametrize(
    ("on", "held"),
    [("2022-05-22", False), ("2022-05-23", True), ("2024-06-30", True), ("2024-07-01", False), ("2030-01-01", False)],
)
def test_a_span_holds_from_its_first_day_until_the_day_before_its_last(on: str, held: bool) -> None:
    assert registry_of(span("2022-05-23", "2024-07-01")).holds("COL", "mnna", date.fromisoformat(on)) is held


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2025-12-31", False),
        ("2026-01-01", None),
        ("2026-01-22", None),
        ("2026-01-23", True),
        ("2027-02-27", True),
        ("2027-02-28", None),
        ("2027-03-14", None),
        ("2027-03-15", False),
    ],
)
def test_inside_a_window_of_unknown_days_the_answer_is_unknown(on: str, held: bool | None) -> None:
    known = span("2026-01-01", "2027-02-28", "2026-01-23", "2027-03-15")
    assert registry_of(known).holds("COL", "mnna", date.fromisoformat(on)) is held


def test_a_span_of_unknown_holding_is_unknown_throughout() -> None:
    found = registry_of(span("2000-01-01", "2001-01-01", holds="unknown"))
    assert [found.holds("COL", "mnna", date(year, 6, 1)) for year in (1999, 2000, 2001)] == [False, None, False]


def test_a_certain_span_outweighs_an_uncertain_one() -> None:
    found = registry_of(span("2000-01-01", holds="unknown"), span("2000-06-01"))
    assert found.holds("COL", "mnna", date(2000, 3, 1)) is None
    assert found.holds("COL", "mnna", date(2000, 6, 1)) is True


@pytest.mark.parametrize(("absent", "held"), [("no", False), ("unknown", None), ("yes", True)])
def test_what_it_means_that_no_row_names_a_country(absent: str, held: bool | None) -> None:
    assert registry_of(absent=absent).holds("COL", "mnna", date(2020, 1, 1)) is held


def test_past_its_budget_a_list_says_nothing() -> None:
    found = registry_of(span("1990-01-01"), reading="2000-01-01")
    last, after = date(2000, 6, 29), date(2000, 6, 30)
    assert (found.holds("MEX", "mnna", last), found.holds("COL", "mnna", last)) == (False, True)
    assert (found.holds("MEX", "mnna", after), found.holds("COL", "mnna", after)) == (None, None)
    assert found.last_read("COL", "mnna", after) is True and found.unnamed("mnna", after) == "unknown"
    ended = found.assume(Assumption("COL", "mnna", date(2001, 1, 1), "terminate"))
    assert ended.holds("COL", "mnna", date(2001, 1, 1)) is False, "an assumption is no reading"
    named = found.assume(Assumption("MEX", "mnna", date(2001, 1, 1), "designate"))
    assert named.holds("MEX", "mnna", date(2001, 1, 1)) is True


@pytest.mark.parametrize(
    ("status", "country", "said"),
    [
        ("csp-list", "MEX", "does not name Mexico)"),  # published in June, it counts from October
        ("religious-freedom-concern", "SAU", "names Saudi Arabia)"),
        ("religious-freedom-waived", "SAU", "leaves Saudi Arabia open)"),
    ],
)
def test_what_a_list_said_is_told_of_the_days_for_which_it_counts(status: str, country: str, said: str) -> None:
    name = "Mexico" if country == "MEX" else "Saudi Arabia"
    assert REGISTRY.last_said(country, status, name).endswith(said)


def test_a_users_row_outlives_the_budget_of_its_list() -> None:
    found = registry_of(span("1990-01-01")._replace(own=True), reading="2000-01-01")
    assert found.holds("COL", "mnna", date(2005, 1, 1)) is True
    assert found.holds("MEX", "mnna", date(2005, 1, 1)) is None


def test_before_a_list_is_encoded_only_its_rows_count() -> None:
    found = registry_of(span("1990-01-01"), known_from=date(2000, 1, 1))
    assert found.holds("COL", "mnna", date(1990, 1, 1)) is True
    assert (
        found.holds("COL", "mnna", date(1989, 12, 31)) is None and found.holds("MEX", "mnna", date(1999, 1, 1)) is None
    )
    assert (
        found.holds("COL", "mnna", date(2000, 1, 1)) is True and found.holds("MEX", "mnna", date(2000, 1, 1)) is False
    )


@pytest.mark.parametrize(
    ("country", "status", "on"),
    [("RUS", "itar-126-1-table2", "2021-06-01"), ("CUB", "relations-severed", "1962-01-01")],
)
def test_a_row_before_the_list_is_whole_is_told_with_its_source(country: str, status: str, on: str) -> None:
    assert load_registry().holds(country, status, date.fromisoformat(on)) is True


@pytest.mark.parametrize(("country", "day", "party"), [("IND", "2026-06-01", False), ("ARM", "2010-01-01", False)])
def test_who_is_outside_a_treaty_is_no_party_to_it(country: str, day: str, party: bool) -> None:
    on = date.fromisoformat(day)
    assert load_registry().last_read(country, "rome-statute-outside", on) is True
    assert load_registry().last_read(country, "rome-statute", on) is party


def test_an_unknown_status_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownWord, match="mnna"):
        REGISTRY.holds("COL", "mnna-titel10", date(2020, 1, 1))


# The embedded registry.


@pytest.mark.parametrize("one", [s for s in SPANS if s.status in ("mnna", "nato", "treated-as-mnna")], ids=str)
def test_each_span_begins_and_ends_on_its_days(one: Span) -> None:
    begun = one.since_by or one.since
    assert REGISTRY.holds(one.country, one.status, begun) is True
    assert REGISTRY.holds(one.country, one.status, one.since - DAY) is False
    if one.until is not None:
        assert REGISTRY.holds(one.country, one.status, one.until - DAY) is True
        assert REGISTRY.holds(one.country, one.status, one.until_by or one.until) is False


def test_spans_of_one_country_status_and_act_are_in_order_and_do_not_overlap() -> None:
    for key, group in REGISTRY.by_key.items():
        assert list(group) == sorted(group, key=lambda one: (one.since, one.instrument)), key
        for instrument in {one.instrument for one in group}:
            for earlier, later in pairwise([one for one in group if one.instrument == instrument]):
                ended = earlier.until_by or earlier.until or date.max
                assert ended <= later.since, f"The spans {key} overlap: close that of {earlier.since} with `until`."


@given(st.sampled_from(SPANS), DATES)
def test_no_day_lies_inside_and_outside_a_span(one: Span, on: date) -> None:
    covered = one.covers(on)
    assert covered in (True, None) if one.touches(on) else covered is False
    assert covered is not False or on < one.since or on >= (one.until_by or one.until or date.max)


@given(st.sampled_from(COUNTRIES), st.sampled_from(KINDS), DATES)
def test_what_is_held_is_held_by_a_span(country: str, status: str, on: date) -> None:
    if REGISTRY.holds(country, status, on):
        found = REGISTRY.deciding(country, status, on)
        assert found is not None and found.covers(on) is True


COLOMBIA = [  # day, in law, in the title-10 list, in the ITAR recital
    ("2022-03-10", False, False, False),  # announced
    ("2022-04-21", False, False, False),  # Congress notified
    ("2022-05-22", False, False, False),
    ("2022-05-23", True, None, False),  # designated
    ("2024-06-01", True, None, False),
    ("2025-07-06", True, None, False),
    ("2025-07-07", True, None, True),  # recited
]


@pytest.mark.parametrize(("on", "law", "title_10", "recited"), COLOMBIA)
def test_announced_is_not_designated_and_lists_lag(on: str, law: bool, title_10: bool | None, recited: bool) -> None:
    held = [REGISTRY.holds("COL", id_, date.fromisoformat(on)) for id_ in ("mnna", "mnna-title10", "itar-mnna-list")]
    assert held == [law, title_10, recited]


@pytest.mark.parametrize(
    ("country", "status", "on", "held"),
    [
        ("BRA", "itar-mnna-list", "2022-09-05", None),
        ("BRA", "itar-mnna-list", "2022-09-06", True),  # 87 FR 16396 in effect
        ("UZB", "csto", "2012-06-27", True),
        ("UZB", "csto", "2012-12-18", None),  # notice of suspension given in June
        ("UZB", "csto", "2012-12-19", False),
        ("UZB", "religious-freedom-concern", "2017-12-22", True),  # named again that day
        ("UZB", "religious-freedom-concern", "2018-11-28", False),
    ],
)
def test_a_day_known_in_part_is_bounded_by_the_acts_around_it(
    country: str, status: str, on: str, held: bool | None
) -> None:
    assert REGISTRY.holds(country, status, date.fromisoformat(on)) is held


@pytest.mark.parametrize(("on", "held"), [("2025-12-31", False), ("2026-01-10", None), ("2026-02-01", True)])
def test_saudi_arabias_day_is_not_known(on: str, held: bool | None) -> None:
    """Announced 18 November 2025, determined in January 2026 on a day that was not published."""
    assert REGISTRY.holds("SAU", "mnna", date.fromisoformat(on)) is held


def test_the_only_termination() -> None:
    assert REGISTRY.holds("AFG", "mnna", date(2022, 9, 22)) is True
    assert REGISTRY.holds("AFG", "mnna", date(2022, 9, 23)) is False


# What-ifs.


def test_an_empty_overlay_gives_the_same_bytes_for_every_answer() -> None:
    from mnna.answers.authorities import authorities_in
    from mnna.answers.status import status_in
    from mnna.registry.countries import countries

    after = REGISTRY.assume()
    for iso3 in ("COL", "MEX", "TWN", "AFG", "SAU", "NATO"):
        for on in (date(1999, 1, 1), date(2026, 1, 10)):
            for ask in (status_in, authorities_in):
                found = [json.dumps(ask(one, countries()[iso3], on).to_dict()) for one in (REGISTRY, after)]
                assert found[0] == found[1]


@settings(max_examples=300)
@given(st.lists(ASSUMPTIONS, max_size=3), st.sampled_from(COUNTRIES), st.sampled_from(KINDS), DATES)
def test_no_day_before_an_assumption_changes(made: list[Assumption], country: str, status: str, on: date) -> None:
    after = REGISTRY.assume(*made)
    if all(on < assumption.on for assumption in made):
        assert after.holds(country, status, on) == REGISTRY.holds(country, status, on)


@settings(max_examples=200)
@given(ASSUMPTIONS, st.integers(1, 20_000))
def test_the_answers_of_earlier_days_do_not_change_either(made: Assumption, before: int) -> None:
    from mnna.answers.status import status_in
    from mnna.registry.countries import countries

    on = max(made.on - timedelta(days=before), date(1900, 1, 1))
    held = [status_in(one, countries()[made.country], on).open_ for one in (REGISTRY, REGISTRY.assume(made))]
    assert held[0] == held[1]


@settings(max_examples=300)
@given(ASSUMPTIONS, DATES, st.sampled_from(COUNTRIES), st.sampled_from(KINDS))
def test_an_assumption_holds_from_its_day_and_for_its_country_only(
    made: Assumption, on: date, country: str, status: str
) -> None:
    after = REGISTRY.assume(made)
    known_from = REGISTRY.kinds[made.status].known_from
    if on >= made.on and (known_from is None or on >= known_from) and not _held_already(made):
        assert after.holds(made.country, made.status, on) is (made.act == "designate")
    follows = (made.status, *REGISTRY.kinds[made.status].follows, *carried(REGISTRY.kinds, made.status))
    if country != made.country or status not in follows:
        assert after.holds(country, status, on) == REGISTRY.holds(country, status, on)


def _held_already(made: Assumption) -> bool:
    return made.act == "designate" and any(s.covers(made.on) for s in REGISTRY.spans_of(made.country, made.status))


@settings(max_examples=200)
@given(st.lists(ASSUMPTIONS, min_size=1, max_size=3))
def test_the_registry_underneath_is_never_touched(made: list[Assumption]) -> None:
    before = dict(REGISTRY.by_key)
    after = REGISTRY.assume(*made)
    assert before == REGISTRY.by_key and REGISTRY.assumptions == ()
    assert after.assumptions == tuple(made) and after.hash == REGISTRY.hash


@settings(max_examples=200)
@given(st.lists(ASSUMPTIONS, min_size=1, max_size=3))
def test_spans_under_an_assumption_still_run_forward(made: list[Assumption]) -> None:
    for assumption in made:
        for one in REGISTRY.assume(*made).spans_of(assumption.country, assumption.status):
            marks = [day for day in (one.since, one.since_by, one.until, one.until_by) if day is not None]
            assert marks == sorted(marks) and one.since != one.until, one


def test_an_assumed_designation_leaves_the_lagging_lists_unknown() -> None:
    after = REGISTRY.assume(Assumption("MEX", "mnna", date(2026, 6, 1), "designate"))
    held = {id_: after.holds("MEX", id_, date(2026, 6, 1)) for id_ in ("mnna", "mnna-title10", "itar-mnna-list")}
    assert held == {"mnna": True, "mnna-title10": None, "itar-mnna-list": None}


@pytest.mark.parametrize(
    ("country", "on", "title_10", "recital", "why"),
    [
        ("JPN", "2026-06-01", True, True, "on both lists by other acts, which the end of the designation leaves alone"),
        ("COL", "2026-06-01", None, True, "whether it is on the one was not known before either"),
        ("COL", "2021-06-01", False, False, "never designated, it would have come onto neither"),
    ],
)
def test_an_assumed_end_leaves_the_other_lists_as_they_stood(
    country: str, on: str, title_10: bool | None, recital: bool, why: str
) -> None:
    after = REGISTRY.assume(Assumption(country, "mnna", date.fromisoformat(on), "terminate"))
    held = [after.holds(country, id_, date(2026, 6, 1)) for id_ in ("mnna", "mnna-title10", "itar-mnna-list")]
    assert held == [False, title_10, recital], why


def test_nato_plus_stands_and_falls_in_all_its_provisions() -> None:
    on, beside = date(2026, 6, 1), parts(REGISTRY.kinds, "nato-plus")
    assert len(beside) == 6
    named = REGISTRY.assume(Assumption("MEX", "nato-plus", on, "designate"))
    assert all(named.holds("MEX", id_, on) is True for id_ in beside)
    struck = REGISTRY.assume(Assumption("JPN", "nato-plus", on, "terminate"))
    assert all(struck.holds("JPN", id_, on) is False for id_ in beside)
    assert all(struck.holds("JPN", id_, date(2026, 5, 31)) is True for id_ in beside)


@pytest.mark.parametrize(
    ("country", "act", "bound", "why"),
    [
        ("MEX", "designate", True, "a member of NATO is party to a treaty of mutual defense"),
        ("POL", "terminate", False, "no other treaty is left"),
        ("FRA", "terminate", True, "the Manila Pact is a treaty of its own"),
        ("JPN", "designate", True, "bound already, by another treaty"),
    ],
)
def test_membership_of_nato_is_a_treaty_of_mutual_defense(country: str, act: str, bound: bool, why: str) -> None:
    on = date(2026, 6, 1)
    after = REGISTRY.assume(Assumption(country, "nato", on, act))
    assert after.holds(country, "mutual-defense-treaty", on) is bound, why


def test_designating_one_who_holds_the_status_changes_nothing() -> None:
    after = REGISTRY.assume(Assumption("COL", "mnna", date(2026, 6, 1), "designate"))
    assert after.by_key == REGISTRY.by_key


def test_terminating_and_designating_again_leaves_a_gap_of_days() -> None:
    after = REGISTRY.assume(
        Assumption("COL", "mnna", date(2026, 6, 1), "terminate"),
        Assumption("COL", "mnna", date(2026, 7, 1), "designate"),
    )
    assert [after.holds("COL", "mnna", date(2026, month, 15)) for month in (5, 6, 7)] == [True, False, True]


def test_an_act_that_is_neither_is_refused() -> None:
    with pytest.raises(BadQuestion, match="terminate"):
        REGISTRY.assume(Assumption("COL", "mnna", date(2026, 6, 1), "suspend"))
    with pytest.raises(UnknownWord):
        REGISTRY.assume(Assumption("COL", "nmna", date(2026, 6, 1), "designate"))


def test_what_is_not_changed_by_a_what_if_is_named() -> None:
    found = mnna.what_if("MEX", designate="mnna", on="2026-06-01").to_dict()
    ids = [change["id"] for change in found["changed"]] + found["unchanged"]
    assert sorted(ids) == sorted(one.id for one in mnna.authorities("MEX", on="2026-06-01").findings)
    assert "depleted-uranium-rounds" in [change["id"] for change in found["changed"]]


def test_a_window_of_unknown_days_is_said_in_the_answer() -> None:
    found = mnna.status("SAU", on="2026-01-10").to_dict()
    assert "mnna" in {row["status"] for row in found["unknown"]}
    assert "mnna" not in {row["status"] for row in found["statuses"]}


def test_replacing_a_record_leaves_the_original() -> None:
    assert replace(REGISTRY, assumptions=()) == REGISTRY


def test_the_countries_of_each_status_are_those_with_a_row() -> None:
    told = {(country, status) for status, named in REGISTRY.named.items() for country in named}
    assert told == set(REGISTRY.by_key) and all(list(named) == sorted(named) for named in REGISTRY.named.values())
    assert "MEX" in REGISTRY.assume(Assumption("MEX", "mnna", date(2026, 1, 1), "designate")).named["mnna"]


@pytest.mark.parametrize(("on", "held"), [("2025-07-15", True), ("2025-07-16", None), ("2026-11-30", None)])
def test_a_partnership_said_to_end_is_unknown_from_that_day(on: str, held: bool | None) -> None:
    assert load_registry().holds("COL", "nato-partner", date.fromisoformat(on)) is held
