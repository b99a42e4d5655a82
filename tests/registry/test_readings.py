"""What was read, how long it is trusted, and which day a question without a day means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

import mnna
from mnna.engine.finding import find_here, situation
from mnna.errors import BadDate, BadFacts
from mnna.registry import readings as module
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.readings import (
    FRESH,
    budgets,
    default_day,
    depth_note,
    depths,
    first_line,
    lapsed,
    last_said,
    missing,
    not_found,
    older,
    read_again,
    read_through,
    reading,
    reading_of,
    readings,
)
from mnna.registry.records import Reading
from mnna.registry.statuses import our_statuses
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from tests.terminal import said


def test_every_list_of_ours_says_what_was_read_of_it() -> None:
    assert {kind.reading for kind in our_statuses().values()} <= set(readings())


@pytest.mark.parametrize("status", ["csto", "five-eyes", "nato-enhanced-partner", "nato-partner", "state-partnership"])
def test_a_list_the_white_house_does_not_keep_is_of_the_day_of_its_own_text(status: str) -> None:
    own, white_house = readings()[our_statuses()[status].reading], readings()["white-house"]
    assert "White House" not in own.what and own.text_as_of < white_house.text_as_of


def test_the_factbook_is_of_its_last_copy() -> None:
    by_it = [one for one in readings().values() if "last copy of the World Factbook" in one.what]
    assert {one.text_as_of for one in by_it} == {date(2026, 1, 21)}
    assert not [one.id for one in readings().values() if "World Factbook of" in one.what]
    notes = [span.note for spans in load_registry().by_key.values() for span in spans if "Factbook" in span.note]
    assert notes and not [note for note in notes if "May 2026" in note]


def test_nothing_is_read_before_the_day_of_its_text() -> None:
    for one in readings().values():
        assert one.text_as_of <= one.read_on and one.text_as_of <= one.trusted_to and one.because, one


@pytest.mark.parametrize(
    ("budget", "text", "last"),
    [
        ("statute", "2026-03-26", "2027-03-26"),
        ("executive list", "2026-08-31", "2027-02-27"),
        ("autumn report", "2025-09-15", "2026-09-14"),
        ("fiscal year", "2025-09-15", "2026-09-30"),
        ("fiscal year", "2024-06-24", "2025-09-30"),
        ("fiscal year", "2024-10-08", "2025-09-30"),
        ("standing", "2003-12-31", "9999-12-31"),
        ("30", "2026-01-01", "2026-01-31"),
        ("2026-12-11", "2026-01-01", "2026-12-11"),
    ],
)
def test_the_last_day_that_a_text_is_trusted(budget: str, text: str, last: str) -> None:
    day = date.fromisoformat(text)
    assert module._trust(Reading("x", "a text", day, day, budget, "a reason")).trusted_to == date.fromisoformat(last)


def test_a_budget_of_its_own_needs_a_reason() -> None:
    with pytest.raises(BadFacts, match="needs a reason"):
        module._trust(Reading("x", "a text", date(2026, 1, 1), date(2026, 1, 1), "30"))


def test_every_kind_of_budget_has_its_reason() -> None:
    assert all(one.because for one in budgets().values())


def test_the_code_copy_is_of_its_release_point_and_not_of_the_day_it_was_read() -> None:
    code = reading_of("usc-22-2321k")
    assert code is not None and (code.text_as_of, code.read_on) == (date(2026, 3, 26), date(2026, 11, 24))


def test_of_several_sources_the_one_trusted_least_counts() -> None:
    assert reading_of("usc-22-2321k;cfr-22-123-27") == reading_of("cfr-22-123-27")
    assert reading_of("a source") is None


def test_a_longer_part_of_a_source_is_covered_before_a_shorter_one() -> None:
    assert reading_of("usc-22-9525") == readings()["caatsa"]


def test_a_users_list_may_give_the_day_of_its_text() -> None:
    own = reading("2026-01-01")
    assert own is not None and own.trusted_to == date(2026, 1, 1) + timedelta(days=180)
    assert reading("") is None


@pytest.mark.parametrize(("now", "on", "past"), [(300, 300, True), (300, 100, False), (100, 300, False)])
def test_a_text_lapses_once_its_budget_is_over_for_the_day_and_for_today(
    monkeypatch: pytest.MonkeyPatch, now: int, on: int, past: bool
) -> None:
    own = reading("2026-01-01")
    assert own is not None
    monkeypatch.setenv("MNNA_TODAY", (own.text_as_of + timedelta(days=now)).isoformat())
    assert lapsed(own, own.text_as_of + timedelta(days=on)) is past
    assert not lapsed(None, date(2999, 1, 1))


def test_what_would_settle_it_names_text_and_days() -> None:
    own = reading("2026-01-01")
    assert own is not None
    said = "the one read is of 1 January 2026, trusted through 30 June 2026"
    assert read_again(own) == f"a later text of your own list ({said})"
    assert last_said(own, "Mexico", False) == f"a later text of your own list ({said}, and does not name Mexico)"


def test_older_texts_are_those_of_days_before() -> None:
    code = readings()["us-code"]
    assert older([code, None], code.text_as_of) == []
    assert older([code, None], code.text_as_of + timedelta(days=1)) == [code.text_as_of]


@pytest.mark.parametrize("days", [0, 89, 90])
def test_while_the_reading_is_fresh_the_day_is_today(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    now = read_through() + timedelta(days=days)
    monkeypatch.setenv("MNNA_TODAY", now.isoformat())
    assert default_day() == now and first_line(now) == ""


@pytest.mark.parametrize("days", [91, 1000])
def test_later_the_day_is_the_last_reading_and_the_first_line_says_so(
    monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    monkeypatch.setenv("MNNA_TODAY", (read_through() + timedelta(days=days)).isoformat())
    assert default_day() == read_through() and timedelta(days=days) > FRESH
    assert first_line(read_through()).endswith(f"today is {days:,} days later.")
    assert "the last day that mnna's law and lists were read" in first_line(read_through())


def test_a_later_day_is_a_projection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "2026-11-28")
    assert first_line(date(2026, 11, 29)) == "A projection: if nothing changes after 28 November 2026."
    assert first_line(date(2026, 11, 28)) == ""


def test_the_first_line_says_of_which_day_the_texts_are() -> None:
    one, other = date(2026, 3, 26), date(2003, 12, 31)
    assert first_line(date(2026, 11, 1), [one]) == "As of 26 March 2026, the day of the text behind this answer."
    said = first_line(date(2026, 11, 1), [one, one, other])
    assert said.endswith("the day of most texts behind this answer; the oldest is of 31 December 2003.")


def test_a_day_of_today_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "tomorrow")
    with pytest.raises(BadDate):
        default_day()


CANDIDATES = ("UKR", "IND", "ARE", "PER", "ECU", "VNM", "IDN", "SGP", "GEO", "ARM", "KAZ", "KEN", "SAU", "MEX", "COL")


def test_the_candidates_were_read_in_depth() -> None:
    assert set(CANDIDATES) == set(depths())
    assert all(one.read_on <= date(2026, 11, 28) for one in depths().values())


@pytest.mark.parametrize("code", CANDIDATES)
def test_somebody_leads_a_country_on_the_day_it_was_read(code: str) -> None:
    on = depths()[code].read_on.isoformat()
    led = [row for row in load_registry().leaders if row.country == code]
    assert [row for row in led if row.since <= on and (not row.until or on < row.until)], led[-1]


@pytest.mark.parametrize("code", CANDIDATES)
def test_depth_means_leaders_since_1990_and_events_each_with_a_source(code: str) -> None:
    registry = load_registry()
    led = [row for row in registry.leaders if row.country == code]
    assert led[0].since <= "1992" and led[-1].since >= "2003", "independence of 1991 is allowed for"
    happened = [row for row in registry.events if row.country == code]
    assert len(happened) >= 4 and all(row.source and row.event for row in happened)


def test_ukraine_tells_its_story() -> None:
    held = {row["status"] for row in mnna.status("UKR", on="2026-11-24").to_dict()["statuses"]}
    assert held >= {"nato-enhanced-partner", "bilateral-security-agreement", "rome-statute", "strategic-partnership"}
    before = {row["status"] for row in mnna.status("UKR", on="2019-01-01").to_dict()["statuses"]}
    assert not before & {"nato-enhanced-partner", "bilateral-security-agreement", "rome-statute"}
    told = [entry.what for entry in mnna.timeline("UKR", "2026-11-24", us_leaders=False).entries]
    for word in ("Zelenskyy takes office", "full invasion", "Lend-Lease", "Bilateral Security Agreement is signed"):
        assert any(word in what for what in told), word


def test_the_answer_says_where_the_registry_is_thin() -> None:
    read, thin, own = (depth_note(countries()[code]) for code in ("UKR", "PHL", "USA"))
    assert "Ukraine were read on 28 November 2026" in read
    assert "thin for the Philippines" in thin and "no finding" in thin and own == ""
    assert mnna.status("PHL").to_dict()["note"] == thin
    assert "thin for the Philippines" in said("status", "PHL")


STATES = [code for code, country in countries().items() if country.sovereign == "yes" and code != "USA"]
LAST = date(2026, 11, 29)
"""The last day that was read for."""


def says_nothing(id_: str, on: date) -> bool:
    """Whether the question is open for every state that day, and not only for want of the facts of a case."""
    law, registry = catalog.authority(id_), load_registry()
    found = (find_here(law, registry, code, situation(registry, code, on, {})) for code in STATES)
    return all(one.verdict == "unknown" and one.turns_on == "record" for one in found)


def covered(id_: str) -> Iterator[date]:
    """The middle of every year, the first day of every fiscal year, and the first and last day of each text."""
    texts = catalog.authority(id_).provisions
    years = range(texts[0].since.year, LAST.year + 1)
    days = {date(year, month, 1) for year in years for month in (7, 10, 12)}
    days |= {day for text in texts for day in (text.since, (text.until or LAST) - timedelta(days=1))} | {LAST}
    return (day for day in sorted(days) if day <= LAST and catalog.authority(id_).at(day) is not None)


def declared(id_: str, on: date) -> bool:
    """Whether for that day a list is declared not found, or a list or the text itself is past its budget."""
    text, registry = catalog.authority(id_).at(on), load_registry()
    assert text is not None
    asked = {node.id for node in text.rule.walk() if isinstance(node, Status)}
    late = any(lapsed(trust, on) for trust in (reading_of(text.source), *map(registry.trust, asked)))
    return late or any(missing(status, on) for status in asked)


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_a_question_says_something_on_every_day_its_law_covers(id_: str) -> None:
    missed = [str(day) for day in covered(id_) if says_nothing(id_, day) and not declared(id_, day)]
    assert not missed, f"{id_} is unknown for every state on {', '.join(missed)}; read the list, or declare it."


def test_each_declaration_names_a_list_and_the_search_that_failed() -> None:
    registry = load_registry()
    for row in not_found():
        assert row.status in registry.kinds and row.what and row.searched and row.read_on <= LAST, row
        assert row.until is None or row.since < row.until, row


def test_absence_from_a_list_says_no_only_where_the_list_was_found() -> None:
    registry = load_registry()
    for row in not_found():
        assert registry.unnamed(row.status, row.since) == "unknown", row
    assert registry.unnamed("csp-list", date(2021, 1, 1)) == "no"


def test_an_unknown_names_the_list_that_was_not_found() -> None:
    here = situation(load_registry(), "MEX", date(2026, 11, 28), {})
    found = find_here(catalog.authority("restriction-child-soldiers"), load_registry(), "MEX", here)
    assert found.verdict == "unknown" and "child soldiers list of 2026, not found" in found.needs[0]
