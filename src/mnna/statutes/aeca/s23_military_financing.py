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
from mnna.statutes.provision import Act, Authority, Extra, Provision
from mnna.statutes.vocabulary import MNNA, NATO, NATO_ORGANIZATION

ISRAEL_EGYPT = Status("commercial-leasing-permanent", "Israel or Egypt, named in the section")

APPROPRIATION = Act(text="Congress appropriates the money and it is allotted to the country", citation="22 USC 2763(a)")
CASH_FLOW = Act(
    text="where the country has cash flow financing, a purchase above the threshold goes to the committees first",
    citation="22 USC 2763(g)",
)
COMMERCIAL = Act(
    text="purchases directly from companies come out of a sum set each year for all countries but Israel and Egypt",
    citation="22 USC 2763(h)",
    when=~ISRAEL_EGYPT,
)
LOAN_TERMS = {"repayment_years": param("fmf-repayment-years"), "minimum_interest_percent": param("fmf-interest")}
_OPEN = Cited("22 USC 2763(a)", FRIENDLY) | Cited("22 USC 2763(a)", NATO_ORGANIZATION)

LATE_NATO = Status("nato-since-1999", "a NATO member that joined after 1 March 1999")
EASTERN_STEP = Act(
    text="loans on terms of their own for members that joined NATO after 1 March 1999: no lowest interest, and a "
    "certificate {fmf-nato-certification-days:words} days before on defense spending and democratic values",
    citation="P.L. 116-332 s. 3",
    when=LATE_NATO,
)
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
MANILA_STEP = Act(
    text="loans and guarantees of their own for the Philippines in fiscal years 2026 to 2030, after notice to the "
    "committees, and grants authorized apart; nothing after 30 September 2035",
    citation="P.L. 119-60 s. 1270",
    when=PHILIPPINES,
)
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
MERIDA_LIMITS = Act(
    text="Merida money, of which $420.7 million was military financing in fiscal years 2008 to 2010, served against "
    "crime and for the rule of law, under human rights conditions: no budget support and no cash payments",
    citation="P.L. 110-252 s. 1406",
    when=Status("fmf-merida", "Mexico, under the Merida appropriations"),
)
PART_WITHHELD = Status("fmf-part-withheld", "one for which part of the yearly act's military financing is withheld")
WITHHELD_2024 = Act(
    text="part of the yearly money may be withheld until the Secretary of State certifies, for Colombia under section "
    "7045(c)(3)(B); the clauses on Egypt, Mexico and Pakistan were not read",
    citation="P.L. 118-47 div. F §7045",
    when=PART_WITHHELD,
)
WITHHELD_2026 = Act(
    text="part of the money of the year is withheld until the Secretary of State certifies or reports what the act "
    "asks for: for Colombia under section 7045(c)(2)(B), Egypt 7041(a)(4), Mexico 7045(h)(2), Nigeria 7042(e)(1) and "
    "Pakistan 7044(b)",
    citation="P.L. 119-75 div. F",
    when=PART_WITHHELD,
)
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


def _since_1996(
    *, since: date, steps: tuple[Act, ...] = (), extras: tuple[Extra, ...] = (), note: str = ""
) -> Provision:
    return Provision(
        since=since,
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
        steps=(APPROPRIATION, CASH_FLOW, COMMERCIAL, *steps),
        routes=(RESCISSION,),
        source="usc-22-2763",
        note="The terms are those of loans; grants carry none. Loan powers of the yearly acts are not verified." + note,
        extras=extras,
    )


AUTHORITY = Authority(
    id="foreign-military-financing",
    question="May the President finance this country's purchases of defense articles and services?",
    provisions=(
        Provision(
            since=date(1985, 10, 1),
            citation="22 USC 2763(a)",
            says="The President may finance such purchases by friendly countries and international organizations; no "
            "status is required.",
            rule=_OPEN,
            terms=LOAN_TERMS,
            steps=(APPROPRIATION,),
            routes=(RESCISSION,),
            source="usc-22-2763",
        ),
        _since_1996(since=date(1996, 7, 21)),
        _since_1996(since=date(2008, 6, 30), steps=(MERIDA_LIMITS,)),
        _since_1996(since=date(2021, 1, 13), steps=(MERIDA_LIMITS, EASTERN_STEP), extras=(EASTERN,)),
        _since_1996(since=date(2024, 3, 23), steps=(MERIDA_LIMITS, WITHHELD_2024, EASTERN_STEP), extras=(EASTERN,)),
        _since_1996(
            since=date(2025, 12, 18),
            steps=(MERIDA_LIMITS, WITHHELD_2024, EASTERN_STEP, MANILA_STEP),
            extras=(EASTERN, MANILA),
        ),
        _since_1996(
            since=date(2026, 2, 3),
            steps=(MERIDA_LIMITS, WITHHELD_2026, EASTERN_STEP, MANILA_STEP),
            extras=(EASTERN, MANILA, CONTRACTS),
            note=" Title IV of the act for fiscal year 2026 says allies “designated by section 517(b)”, which names "
            "those of 1996 only; it is read as every ally designated under FAA 517.",
        ),
        _since_1996(
            since=date(2026, 12, 12),
            steps=(MERIDA_LIMITS, WITHHELD_2026, EASTERN_STEP, MANILA_STEP),
            extras=(EASTERN, MANILA_LOANS, MANILA_GUARANTEES),
        ),
    ),
)
