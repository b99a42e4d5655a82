"""Claims about what the law gives: the reason each ruling gives, and the law it cites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mnna.article_claims.law_claims import _unlocked
from mnna.article_claims.verdicts import Ruling
from mnna.engine.finding import Verdict, find
from mnna.errors import UnknownWord
from mnna.registry.load import load_registry
from mnna.statutes import catalog

Told = Callable[..., Ruling]
MNNA = {"country": "MEX", "status": "mnna"}
TITLE = "“Major non-NATO ally (FAA 517)”"
LOANS = "Loans of equipment for research and testing"


@pytest.mark.parametrize(
    ("type_", "world", "args", "begins", "ends"),
    [
        ("authority_already_available", "ally", {"country": "MEX", "authority": "rdte-loans"},
         "The law's answer is yes. The Secretary",
         f"It is open because Mexico holds the status {TITLE}, and would not be without it."),
        ("authority_already_available", "member", {"country": "MEX", "authority": "rdte-loans"},
         "The law's answer is yes. The Secretary",
         "It is open because Mexico holds the status “NATO member”, and would not be without it."),
        ("authority_unlocked_by", "empty", MNNA | {"authority": "rdte-loans"},
         f"{LOANS}: the answer for Mexico is no without the status {TITLE} and yes with it. The Secretary of",
         "no strategic material of which the National Defense Stockpile is short [22 USC 2796d(c)]."),
        ("authority_unlocked_by", "member", MNNA | {"authority": "rdte-loans"},
         f"{LOANS}: the answer for Mexico is yes already, without the status {TITLE}, so the status does not open",
         "ally designated under FAA 517."),
        ("authority_unlocked_by", "empty", MNNA | {"authority": "collective-defense"},
         f"A commitment of collective defense: the answer for Mexico is no without the status {TITLE} and still no",
         "The status of major non-NATO ally contains no security commitment."),
        ("authority_unlocked_by", "empty", MNNA | {"authority": "overseas-workload-bidding"},
         f"Bidding on overseas maintenance contracts: whether the status {TITLE} opens it to Mexico is not known. It "
         "turns on whether Mexico holds the status", "no listing after 2003 was found."),
        ("authority_never_from_status", "empty", MNNA | {"authority": "rdte-loans"},
         f"{LOANS}: no without the status and yes with it. The Secretary", "designated under FAA 517."),
        ("authority_never_from_status", "empty", MNNA | {"authority": "overseas-workload-bidding"},
         "Bidding on overseas maintenance contracts: no without the status and unknown with it.", "unknown with it."),
        ("authority_never_from_status", "empty", MNNA | {"authority": "restriction-leahy-state", "holds": False},
         "Leahy law, State Department: unknown without the status and unknown with it.", ""),
        ("status_opens", "empty", MNNA | {"thing": "equipment"},
         "Equipment: the status opens to Mexico: depleted-uranium anti-tank rounds; loans of equipment",
         "Open already without it: excess defense articles."),
        ("status_opens", "member", MNNA | {"thing": "equipment"}, "Equipment: the status opens nothing to Mexico.",
         "Open already without it: excess defense articles; depleted-uranium anti-tank rounds; loans of equipment for "
         "research and testing."),
        ("status_opens", "empty", MNNA | {"thing": "civil trade"},
         "Civil trade: the status opens none of it. The status is for the purposes of", "civil trade."),
        ("opens_under", "empty", MNNA | {"act": "title 10"}, "title 10: the status opens nothing to Mexico. Not known",
         "exchange of communications support."),
        ("restrictions_lifted", "empty", MNNA,
         f"Of {len([a for a in catalog.authorities().values() if a.bears == 'bar'])} restrictions on assistance and "
         "arms encoded here, the status lifts none. Not known, with it and without it: child soldiers",
         "police and prisons."),
        ("authority_gives", "ally", {"authority": "rdte-loans", "thing": "loan"},
         f"The law on {LOANS.lower()} gives “loan”. A loan under a written agreement.", ""),
        ("authority_gives", "ally", {"authority": "rdte-loans", "thing": "purchase of the stocks"},
         f"{LOANS}: no reading of the law says whether it gives purchase of the stocks.", ""),
    ],
)  # fmt: skip
def test_the_reason(told: Told, type_: str, world: str, args: dict[str, Any], begins: str, ends: str) -> None:
    because = told(type_, world, **args).because
    assert because.startswith(begins) and because.endswith(ends)
    assert ".." not in because and "  " not in because


@pytest.mark.parametrize(
    ("type_", "world", "args", "citations"),
    [
        ("authority_on", "ally", {"country": "MEX", "authority": "rdte-loans"}, ("22 USC 2796d(a)(1)",)),
        ("status_opens", "empty", MNNA | {"thing": "equipment"}, ("22 USC 2378a", "22 USC 2796d(a)(1)")),
        ("status_opens", "empty", MNNA | {"thing": "civil trade"}, ("22 USC 2321k(a); 22 USC 2403(q)",)),
        ("opens_under", "empty", MNNA | {"act": "title 10"},
         ("10 USC 2349(a)", "10 USC 2342(a)", "10 USC 2350c(a), (d)(1) (formerly (e)(1))", "10 USC 2350f(a), (d)(1)")),
        ("opens_under", "member", MNNA | {"act": "Arms Export Control Act"}, ()),
        ("restrictions_lifted", "empty", MNNA, ("22 USC 2420(a)",)),
        ("money_may_pay", "empty", {"authority": "foreign-military-financing", "purpose": "military salaries"},
         ("22 USC 2763(a)",)),
    ],
)  # fmt: skip
def test_the_law_it_cites(told: Told, type_: str, world: str, args: dict[str, Any], citations: tuple[str, ...]) -> None:
    assert told(type_, world, **args).citations == citations


@pytest.mark.parametrize(
    ("verdict", "claimed", "ruled"),
    [
        ("yes", "yes", "right"),
        ("yes", "no", "wrong"),
        ("unknown", "no", "not verifiable"),
        ("unknown", "unknown", "right"),
    ],
)
def test_an_unknown_settles_only_the_claim_that_it_is_unknown(
    told: Told, verdict: str, claimed: str, ruled: str
) -> None:
    authority = {"yes": "depleted-uranium-rounds", "unknown": "overseas-workload-bidding"}[verdict]
    assert told("authority_on", "ally", authority=authority, country="MEX", verdict=claimed).verdict == ruled


def test_what_is_open_to_everybody_rests_on_no_status(told: Told) -> None:
    ruled = told("authority_already_available", "ally", country="MEX", authority="foreign-military-financing")
    assert ruled.verdict == "right" and "It is open because" not in ruled.because


@pytest.mark.parametrize(
    ("without", "having", "unlocked"),
    [
        ("yes", "yes", False), ("yes", "no", False), ("yes", "unknown", False),
        ("no", "yes", True), ("no", "no", False), ("no", "unknown", None),
        ("unknown", "yes", None), ("unknown", "no", False), ("unknown", "unknown", None),
    ],
)  # fmt: skip
def test_a_yes_without_it_or_a_no_with_it_settles_it(without: Verdict, having: Verdict, unlocked: bool | None) -> None:
    found = find(catalog.authority("rdte-loans"), load_registry(), "MEX", date(2024, 6, 1))
    assert _unlocked(replace(found, verdict=without), replace(found, verdict=having)) is unlocked


def test_a_thing_no_reading_speaks_of_is_refused(told: Told) -> None:
    with pytest.raises(UnknownWord):
        told("status_opens", "empty", **MNNA, thing="chocolate")
