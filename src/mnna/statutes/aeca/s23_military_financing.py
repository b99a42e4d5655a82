"""AECA 23, 22 USC 2763: United States money for a partner's purchases.

Ally status is neither necessary nor sufficient for the money: it depends on the appropriation. Its use for commercial
leases is a separate question, in `s23a_commercial_leasing`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Expr, Named, Status
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION, Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Extra, Provision, amended
from mnna.statutes.vocabulary import ISRAEL_EGYPT, MNNA, NATO, NATO_ORGANIZATION

LOAN_TERMS = {"repayment_years": param("fmf-repayment-years"), "minimum_interest_percent": param("fmf-interest")}

LATE_NATO = Status("nato-since-1999", "a NATO member that joined after 1 March 1999")
EASTERN = Extra(
    when=LATE_NATO,
    terms={
        "nato_loan_certification_days": param("fmf-nato-certification-days"),
        "nato_loan_repayment_years": param("fmf-nato-repayment-years"),
        "nato_loan_interest": "no lowest rate: that of the section does not bind these loans",
    },
    instead_of=tuple(LOAN_TERMS),
)
PHILIPPINES = Status("fmf-philippines", "the Philippines, named in P.L. 119-60 s. 1270")
_GUARANTEES: dict[str, Expr | str] = {
    "philippines_guaranteed_principal_usd": param("fmf-philippines-guarantees"),
    "philippines_guarantee_percent": param("fmf-philippines-guarantee-percent"),
    "philippines_repayment_years": param("fmf-philippines-repayment-years"),
    "philippines_authority_ends": param("fmf-philippines-ends"),
}
_LOANS_OVER = since("fmf-philippines-loans-over")
_LOANS: dict[str, Expr | str] = {
    "philippines_direct_loans_usd": param("fmf-philippines-loans"),
    "philippines_interest": "set by the Secretary of State: the lowest rate of the section does not bind it",
    "philippines_yearly_grants_usd": param("fmf-philippines-grants"),
    **_GUARANTEES,
}
MANILA = Extra(when=PHILIPPINES, terms=_LOANS, instead_of=tuple(LOAN_TERMS))
"""The terms for the Philippines in provisions that end before the fiscal years of its own loans are over."""
MANILA_LOANS = Extra(
    when=Named(
        "own loans", "the country is the Philippines, in the fiscal years of its own loans", PHILIPPINES & ~_LOANS_OVER
    ),
    terms=_LOANS,
    instead_of=tuple(LOAN_TERMS),
)
MANILA_GUARANTEES = Extra(
    when=Named("own guarantees", "the country is the Philippines, after those years", PHILIPPINES & _LOANS_OVER),
    terms=_GUARANTEES,
)
"""The terms for the Philippines from fiscal year 2031 on: no new direct loans; guarantees to 30 September 2035."""
PART_WITHHELD = Status("fmf-part-withheld", "one for which part of the yearly act's military financing is withheld")
CONTRACTS = Extra(
    when=Named(
        "contracts",
        "the country is a NATO member or a major non-NATO ally",
        allies(NATO | MNNA, taiwan=Taiwan.ARGUABLY),
    ),
    terms={
        "contracts_with_companies": "NATO members and major non-NATO allies (in the act's words those “designated by "
        "section 517(b)”, read here as all) may spend the money of fiscal year 2026 on purchases directly from "
        "companies [P.L. 119-75 div. F, title IV]"
    },
)

ACTS = Acts(
    __name__,
    {
        "commercial": ~ISRAEL_EGYPT,
        "eastern": LATE_NATO,
        "philippines": PHILIPPINES,
        "merida": Status("fmf-merida", "Mexico, under the Merida appropriations"),
        "withheld-2024": PART_WITHHELD,
        "withheld-2026": PART_WITHHELD,
    },
)
_STEPS = ("appropriation", "cash-flow", "commercial")
_NOTE = "The terms are those of loans; grants carry none. Loan powers of the yearly acts are not verified."

AUTHORITY = Authority(
    id="foreign-military-financing",
    question="May the President finance this country's purchases of defense articles and services?",
    provisions=amended(
        Provision(
            since=date(1985, 10, 1),
            citation="22 USC 2763(a)",
            says="The President may finance such purchases by friendly countries and international organizations; no "
            "status is required.",
            rule=Cited("22 USC 2763(a)", FRIENDLY) | Cited("22 USC 2763(a)", NATO_ORGANIZATION),
            terms=LOAN_TERMS,
            steps=ACTS("appropriation"),
            routes=(RESCISSION,),
        ),
        Amendment(
            since=date(1996, 7, 21),
            citation="22 USC 2763(a), (g), (h)",
            says="The President may finance such purchases by friendly countries and international organizations; no "
            "status is required. Purchases directly from companies are limited in sum, except for Israel and Egypt.",
            terms={
                **LOAN_TERMS,
                "cash_flow_notice_usd": param("fmf-cash-flow"),
                "commercial_contracts_usd": param("fmf-commercial-contracts"),
                "commercial_contracts_limited": ~ISRAEL_EGYPT,
            },
            steps=ACTS(*_STEPS),
            note=_NOTE,
        ),
        Amendment(since=date(2008, 6, 30), steps=ACTS(*_STEPS, "merida")),
        Amendment(since=date(2021, 1, 13), steps=ACTS(*_STEPS, "merida", "eastern"), extras=(EASTERN,)),
        Amendment(since=date(2024, 3, 23), steps=ACTS(*_STEPS, "merida", "withheld-2024", "eastern")),
        Amendment(
            since=date(2025, 12, 18),
            steps=ACTS(*_STEPS, "merida", "withheld-2024", "eastern", "philippines"),
            extras=(EASTERN, MANILA),
        ),
        Amendment(
            since=date(2026, 2, 3),
            steps=ACTS(*_STEPS, "merida", "withheld-2026", "eastern", "philippines"),
            extras=(EASTERN, MANILA, CONTRACTS),
            note=f"{_NOTE} Title IV of the act for fiscal year 2026 says allies “designated by section 517(b)”, which "
            "names those of 1996 only; it is read as every ally designated under FAA 517.",
        ),
        Amendment(since=date(2026, 12, 12), extras=(EASTERN, MANILA_LOANS, MANILA_GUARANTEES), note=_NOTE),
    ),
)
