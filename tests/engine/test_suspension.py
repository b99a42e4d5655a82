"""A bar on record that cuts off an authority turns its answer to no, openly; every other bar stands beside it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mnna.answers.unlocks import unlocks
from mnna.engine.finding import Finding, find, situation
from mnna.engine.suspension import began
from mnna.registry.load import load_registry
from mnna.rules.evaluate import evaluate
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from tests.answers.worlds import registry as invented
from tests.answers.worlds import span

REGISTRY = load_registry()
FINANCING = "foreign-military-financing"
TURN_ON_THE_CASE = {
    "restriction-leahy-state",
    "restriction-leahy-dod",
    "restriction-human-rights-502b",
    "restriction-caatsa",
    "restriction-police",
}


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(catalog.authority(id_), REGISTRY, country, date.fromisoformat(day), given)


SUSPENDED: list[tuple[str, str, str, dict[str, bool], list[str], str]] = [
    (FINANCING, "PAK", "1995-01-01", {}, ["pressler", "enrichment-transfer"], "no certificate, no waiver"),
    (FINANCING, "PAK", "2000-06-01", {}, ["pressler", "nuclear-detonation", "enrichment-transfer", "coup"], "and more"),
    (FINANCING, "PAK", "2001-09-22", {}, ["coup"], "the nuclear bars are waived, the coup clause not yet"),
    (FINANCING, "PAK", "2001-10-26", {}, ["coup"], "the day before the Act that lifted the clause"),
    (FINANCING, "PAK", "2001-10-27", {}, [], "lifted by P.L. 107-57 itself"),
    (FINANCING, "PAK", "2002-06-01", {}, [], "bars that are waived suspend nothing"),
    (FINANCING, "COL", "1997-06-01", {}, ["drug-majors"], "denied certification in February 1997"),
    (FINANCING, "COL", "1998-06-01", {}, [], "certified on grounds of vital interests"),
    (FINANCING, "MEX", "1997-06-01", {}, [], "certified in full"),
    (FINANCING, "HTI", "2003-06-01", {}, [], "failed on drugs, but aid was reported vital"),
    (FINANCING, "MMR", "2003-06-01", {}, ["drug-majors"], "failed on drugs"),
    (FINANCING, "PAK", "1988-01-01", {}, [], "a bar that is only possible suspends nothing"),
    (FINANCING, "IND", "1999-01-01", {}, ["nuclear-detonation"], "it tested"),
    ("excess-defense-articles", "IND", "1999-01-01", {}, ["nuclear-detonation"], "aid and sales both end"),
    ("depleted-uranium-rounds", "PRK", "2010-06-01", {}, ["nuclear-detonation", "trafficking-tier3"], "so do sales"),
    ("cooperative-rd", "IND", "1999-01-01", {}, [], "the section does not speak of joint research"),
    (
        "excess-defense-articles",
        "IRN",
        "2019-06-01",
        {},
        ["terrorism-list", "trafficking-tier3", "severed-relations"],
        "three",
    ),
    ("excess-defense-articles", "SYR", "2026-08-23", {}, ["terrorism-list"], "still listed"),
    ("excess-defense-articles", "SYR", "2026-08-24", {}, [], "off the list"),
    (FINANCING, "SOM", "2024-01-15", {}, ["child-soldiers"], "waived for training and peacekeeping, not for financing"),
    (FINANCING, "EGY", "2024-01-15", {}, [], "listed for child soldiers and waived"),
    (FINANCING, "BOL", "2022-01-15", {}, [], "failed on drugs, but aid was reported vital"),
    (FINANCING, "AFG", "2026-01-15", {}, ["drug-majors", "trafficking-tier3"], "failed on drugs"),
    (FINANCING, "NIC", "2024-06-01", {}, ["trafficking-tier3"], "aid withheld"),
    (FINANCING, "KHM", "2025-06-01", {}, [], "aid withheld, but not sales and financing"),
    (FINANCING, "MLI", "2024-06-01", {"coup": True, "coup_lifted": False}, ["coup"], "a coup, as the user says"),
    ("excess-defense-articles", "MLI", "2024-06-01", {"coup": True, "coup_lifted": False}, [], "not that act's money"),
    (
        FINANCING,
        "ARG",
        "2024-06-01",
        {"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False},
        ["arrears"],
        "a year's default cuts military financing",
    ),
    (
        "excess-defense-articles",
        "ARG",
        "2024-06-01",
        {"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False},
        [],
        "but not what six months' default cuts",
    ),
    (FINANCING, "CUB", "2015-07-19", {}, ["severed-relations", "trafficking-tier3"], "severed"),
    ("excess-defense-articles", "CHN", "2010-06-01", {}, ["communist-countries"], "named in the Act"),
    ("excess-defense-articles", "VNM", "2024-06-01", {}, [], "named, but a removal there must have been was not found"),
    (FINANCING, "THA", "2015-06-01", {}, ["coup"], "an ally, after the coup of 2014"),
    (FINANCING, "EGY", "2014-06-01", {}, [], "an ally, and no determination was made"),
    (FINANCING, "NER", "2024-06-01", {}, ["coup"], "after the coup of 2023"),
    (FINANCING, "TUR", "2024-06-01", {}, [], "a person is barred, not the country"),
    (FINANCING, "COL", "1996-06-01", {}, ["drug-majors"], "certification was denied on 1 March 1996"),
    (FINANCING, "AZE", "2001-06-01", {}, ["section-907"], "before its first waiver"),
    (FINANCING, "AZE", "2002-01-25", {}, [], "waived from this day"),
    ("excess-defense-articles", "AZE", "2001-06-01", {}, ["section-907"], "aid under any Act"),
    (FINANCING, "GTM", "2026-06-01", {}, ["named-by-act"], "none of the military financing of fiscal year 2026"),
    ("excess-defense-articles", "GTM", "2026-06-01", {}, [], "not that act's money"),
    (FINANCING, "IRQ", "1989-06-01", {}, ["named-by-act"], "named, and not on the terrorism list then"),
    (FINANCING, "MEX", "2026-06-01", {}, [], "named until a certificate on water, which is not known"),
    (FINANCING, "COL", "2024-06-01", {}, [], "the police bar bites everywhere, and turns on the case"),
    (FINANCING, "COL", "2024-06-01", {"unit_violation_state": True}, [], "so does the Leahy law"),
]


@pytest.mark.parametrize(("id_", "country", "day", "given", "bars", "why"), SUSPENDED)
def test_table(id_: str, country: str, day: str, given: dict[str, bool], bars: list[str], why: str) -> None:
    found = ask(id_, country, day, **given)
    assert sorted(found.suspended_by) == sorted(f"restriction-{bar}" for bar in bars), why
    assert not bars or found.verdict == "no"


MAY_STOP = "Not known for that day: whether a bar on record stops this ({})."
_NAMED = "countries that the yearly act bars by name"


@pytest.mark.parametrize(
    ("country", "day", "open_", "why"),
    [
        ("HND", "2009-12-01", ["military coup", _NAMED], "aid ended without a finding"),
        ("BOL", "1996-06-01", ["major drug countries", _NAMED], "of the determination of 1996 only Colombia was read"),
        ("COL", "2022-06-01", [], "every list was read"),
        ("IND", "1999-01-01", [], "a bar that is known has spoken"),
    ],
)
def test_a_yes_names_the_bars_on_record_that_are_not_known(country: str, day: str, open_: list[str], why: str) -> None:
    said = [caveat for caveat in ask(FINANCING, country, day).caveats if caveat.startswith(MAY_STOP[:20])]
    assert said == ([MAY_STOP.format("; ".join(open_))] if open_ else []), why


def test_the_answer_names_the_bar_its_day_its_waiver_and_what_the_grant_would_give() -> None:
    found = ask(FINANCING, "IND", "1999-01-01")
    assert found.because.startswith("No. Suspended since 13 May 1998 under 22 USC 2799aa-1(b): ")
    assert "By its own rule the answer would be: Yes." in found.because
    assert found.routes and all("2799aa-1(b)(4)-(5)" in route for route in found.routes)
    assert "22 USC 2799aa-1(b)" in found.citations and "22 USC 2763(a)" in found.citations
    assert not found.steps and not found.needs
    assert (found.why["says"], found.why["value"]) == ("a bar on record cuts this authority off", False)
    assert [part["value"] for part in found.why["of"]] == [True, True]


def test_a_bar_older_than_its_law_is_dated_by_the_law() -> None:
    assert "Suspended since 12 December 1989 under" in ask("excess-defense-articles", "IRN", "2019-06-01").because


@pytest.mark.parametrize("day", ["1990-10-01", "1998-01-01"])
def test_a_bar_that_was_waived_is_dated_by_the_end_of_the_waiver(day: str) -> None:
    told = ask(FINANCING, "PAK", day).because  # determined in 1979, waived from 1982 to 30 September 1990
    assert re.findall(r"Suspended since ([^:]+) under 22 USC 2(?:429|799aa)\(a\):", told) == ["1 October 1990"]


def test_the_end_of_another_ground_of_a_bar_does_not_date_it() -> None:
    listed, other, waived = (Status(id_, id_) for id_ in ("terrorism-list", "relations-severed", "glenn-waived"))
    of = invented(
        [
            span("IRN", "terrorism-list", "1990-01-01"),
            span("IRN", "relations-severed", "1980-01-01", "2005-01-01"),
            span("IRN", "glenn-waived", "1991-01-01", "2000-01-01"),
        ]
    )
    day = date(2010, 1, 1)
    trace = evaluate((listed | other) & ~waived, situation(of, "IRN", day, {}))
    assert began(of, "IRN", day, trace, date(1985, 1, 1)) == " since 1 January 2000"


def test_an_answer_is_as_sure_as_the_surest_bar() -> None:
    assert ask(FINANCING, "PAK", "1995-01-01").confidence == "medium"
    assert ask(FINANCING, "PAK", "2000-06-01").confidence == "high"


def test_a_grant_that_says_no_by_itself_keeps_its_own_routes() -> None:
    found = ask(FINANCING, "IRN", "2019-06-01")
    own, bar = "the finding that the government supports terrorism", "22 USC 2780(g)"
    assert found.suspended_by and any(own in r for r in found.routes) and any(bar in r for r in found.routes)


def test_before_the_law_of_a_grant_is_encoded_no_bar_makes_it_known() -> None:
    found = ask(FINANCING, "IRN", "1985-01-01")
    assert (found.verdict, found.suspended_by) == ("unknown", ())


def test_a_bar_is_a_bar_and_is_never_suspended() -> None:
    for id_, one in catalog.authorities().items():
        found = find(one, REGISTRY, "PAK", date(2000, 6, 1))
        assert found.bears == ("bar" if id_.startswith("restriction-") else "grant")
        assert found.bears == "grant" or not found.suspended_by


def test_what_a_bar_cuts_is_a_grant_and_what_turns_on_the_case_cuts_nothing() -> None:
    for id_, bar in catalog.authorities().items():
        cut = {one for provision in bar.provisions for cut in provision.cuts for one in cut.authorities}
        assert not cut or (bar.bears == "bar" and id_ not in TURN_ON_THE_CASE), id_
        assert all(catalog.authority(one).bears == "grant" for one in cut), id_


def test_a_bar_that_cuts_says_what_lifts_it() -> None:
    for id_, bar in catalog.authorities().items():
        for provision in bar.provisions:
            assert not provision.cuts or any(step.lifts for step in provision.steps), (id_, provision.since)


def test_the_end_of_the_bar_is_found_as_what_unlocks_the_authority() -> None:
    found = unlocks(FINANCING, "IND", "1999-01-01")
    assert ("designate", "glenn-waived") in {(one.act, one.id) for one in found.unlocks}


def test_no_waiver_in_part_of_the_child_soldiers_bar_names_what_is_said_to_stay_cut() -> None:
    said = [span.instrument for span in REGISTRY.spans if span.status == "csp-part-waived"]
    assert said and not any("financing" in one or "excess" in one for one in said)
