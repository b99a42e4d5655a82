"""AECA 23, 22 USC 2763: United States money for a partner's purchases, and its use for commercial leases.

Ally status is neither needed for the money nor enough: what counts is the appropriation. Only leasing turned on it,
and only through the yearly appropriations acts.
"""

from __future__ import annotations

from datetime import date

from mnna.law.parameters import param
from mnna.law.partners import DESIGNATION, FRIENDLY, RESCISSION, TAIWAN_ARGUABLY
from mnna.law.provision import Act, Authority, Example, Provision
from mnna.law.vocabulary import MNNA, MNNA_TITLE_10, NATO, NATO_ORGANIZATION
from mnna.rules.expressions import Any, Cited, Field, Kind, Status

ISRAEL_EGYPT = Status("commercial-leasing-permanent", "Israel or Egypt, named in the section")

APPROPRIATION = Act("Congress appropriates the money and it is allotted to the country", "22 USC 2763(a)")
CASH_FLOW = Act(
    "where the country has cash flow financing, a purchase above the threshold goes to the committees first",
    "22 USC 2763(g)",
)
COMMERCIAL = Act(
    "purchases directly from companies come out of a sum set each year for all countries but Israel and Egypt",
    "22 USC 2763(h)",
    ~ISRAEL_EGYPT,
)
LOAN_TERMS = {"repayment_years": param("fmf-repayment-years"), "minimum_interest_percent": param("fmf-interest")}
_OPEN = Cited("22 USC 2763(a)", FRIENDLY) | Cited("22 USC 2763(a)", NATO_ORGANIZATION)

FINANCING = Authority(
    id="foreign-military-financing",
    question="May the President finance this country's purchases of defense articles and services?",
    topic="money",
    provisions=(
        Provision(
            since=date(1985, 10, 1),
            until=date(1996, 7, 21),
            citation="22 USC 2763(a)",
            says="The President may finance such purchases by friendly countries and international organizations; no "
            "status is required.",
            rule=_OPEN,
            terms=LOAN_TERMS,
            steps=(APPROPRIATION,),
            routes=(RESCISSION,),
            source="usc-22-2763",
        ),
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation="22 USC 2763(a), (g), (h)",
            says="The President may finance such purchases by friendly countries and international organizations; no "
            "status is required. Purchases directly from companies are limited in sum, except for Israel and Egypt.",
            rule=_OPEN,
            terms={
                **LOAN_TERMS,
                "cash_flow_notice_usd": param("fmf-cash-flow"),
                "commercial_contracts_usd": param("fmf-commercial-contracts"),
                "commercial_contracts_limited": ~ISRAEL_EGYPT,
            },
            steps=(APPROPRIATION, CASH_FLOW, COMMERCIAL),
            routes=(RESCISSION,),
            source="usc-22-2763",
            note="The terms are those of loans; grants carry none. Acts of their own add loans for NATO members that "
            "joined after 1 March 1999 (P.L. 116-332) and, for fiscal years 2026 to 2030, loans and guarantees for the "
            "Philippines (P.L. 119-60 s. 1270). Loan powers of the yearly acts are not verified.",
        ),
    ),
    examples=(
        Example(
            "MEX",
            "2009-06-01",
            "yes",
            "Mexico drew military financing under Merida without being an ally.",
            trap=True,
            terms={"repayment_years": 12, "minimum_interest_percent": 5},
        ),
        Example("COL", "2022-05-22", "yes", "Eligible the day before its designation as on the day.", trap=True),
        Example("ISR", "2025-06-01", "yes", "Outside the yearly limit.", terms={"commercial_contracts_limited": False}),
        Example(
            "MEX",
            "2025-06-01",
            "yes",
            "Within the yearly limit on purchases from companies.",
            terms={"commercial_contracts_limited": True, "commercial_contracts_usd": 100000000},
        ),
        Example("PRK", "2025-06-01", "no", "On the terrorism list."),
    ),
)

_LEASING = "22 USC 2763(a)"
_BY_ACTS = "P.L. 118-47 s. 7035(b)(3)"
EXTENDED = Field(
    "leasing_extended",
    Kind.TRUTH,
    "the appropriations act in force that day extends commercial leasing to NATO members and major non-NATO allies",
)
LEASE_STEPS = (
    Act(
        "the President determines that compelling foreign policy or national security reasons call for a commercial "
        "lease rather than a sale between governments",
        _LEASING,
    ),
    Act("the committees on appropriations are notified", _LEASING),
    Act("no major defense equipment but helicopters and aircraft of possible civilian use", _LEASING),
)
NAMED_BY_ACT = Act("an Act of Congress names the country, as it did Israel and Egypt", _LEASING)

LEASING = Authority(
    id="fmf-commercial-leasing",
    question="May this country use military financing to lease defense articles from United States companies?",
    topic="money",
    provisions=(
        Provision(
            since=date(1987, 12, 22),
            until=date(1988, 10, 1),
            citation=_LEASING,
            says="Military financing may pay for commercial leases by Israel and Egypt.",
            rule=Cited(_LEASING, ISRAEL_EGYPT),
            steps=LEASE_STEPS,
            routes=(NAMED_BY_ACT,),
            source="usc-22-2763",
        ),
        Provision(
            since=date(1988, 10, 1),
            until=date(1996, 7, 21),
            citation=f"{_LEASING}; P.L. 100-461 s. 580",
            says="Besides Israel and Egypt, the yearly appropriations acts let NATO members and major non-NATO allies "
            "use military financing for commercial leases.",
            rule=Cited(_LEASING, ISRAEL_EGYPT) | Cited("P.L. 100-461 s. 580", NATO | MNNA_TITLE_10),
            steps=LEASE_STEPS,
            routes=(NAMED_BY_ACT,),
            source="usc-22-2763",
            confidence="medium",
            note="The acts did not define major non-NATO ally; until FAA 517 the title-10 list was the only one.",
        ),
        Provision(
            since=date(1996, 7, 21),
            until=date(2025, 10, 1),
            citation=f"{_LEASING}; {_BY_ACTS}",
            says="Besides Israel and Egypt, the yearly appropriations acts (through fiscal year 2025) let NATO members "
            "and major non-NATO allies use military financing for commercial leases.",
            rule=Any((Cited(_LEASING, ISRAEL_EGYPT), Cited(_BY_ACTS, NATO | MNNA), TAIWAN_ARGUABLY)),
            steps=LEASE_STEPS,
            routes=(DESIGNATION, NAMED_BY_ACT),
            source="usc-22-2763",
            note="The section cited is that of fiscal year 2024, carried through fiscal year 2025 by P.L. 119-4; the "
            "number changed from act to act. The acts leave major non-NATO ally undefined; the setting is the Arms "
            "Export Control Act, so the FAA 517 list.",
        ),
        Provision(
            since=date(2025, 10, 1),
            until=None,
            citation=_LEASING,
            says="Israel and Egypt may lease under the section itself; whether the act for fiscal year 2026 or later "
            "lets NATO members and major non-NATO allies do so has not been verified.",
            rule=Cited(_LEASING, ISRAEL_EGYPT) | ((NATO | MNNA | TAIWAN_ARGUABLY) & EXTENDED),
            steps=LEASE_STEPS,
            routes=(
                Act(DESIGNATION.text + ", if the act of the year still covers allies", DESIGNATION.citation),
                NAMED_BY_ACT,
            ),
            source="usc-22-2763",
            confidence="medium",
            note="The enrolled text of H.R. 7148 (3 February 2026) would settle fiscal year 2026.",
        ),
    ),
    examples=(
        Example("COL", "2025-06-01", "yes", "An ally; fiscal year 2025 carried the terms of fiscal year 2024."),
        Example(
            "COL",
            "2025-10-01",
            "unknown",
            "The act for fiscal year 2026 has not been verified on this point.",
            trap=True,
        ),
        Example("COL", "2025-10-01", "yes", "Once the act is known to extend it.", given={"leasing_extended": True}),
        Example("ISR", "2026-06-01", "yes", "Named in the section itself, whatever the yearly act says."),
        Example("MEX", "2026-06-01", "no", "Neither named, nor NATO member, nor ally, whatever the yearly act says."),
        Example("TWN", "2025-06-01", "unknown", "Whether section 1206 reaches the financing of leases is arguable."),
    ),
)

AUTHORITIES = (FINANCING, LEASING)
