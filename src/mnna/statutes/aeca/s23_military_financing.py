"""AECA 23, 22 USC 2763: United States money for a partner's purchases.

Ally status is neither needed for the money nor enough: what counts is the appropriation. Its use for commercial leases
is a question of its own, in `leasing`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION
from mnna.statutes.provision import Act, Authority, Example, Extra, Provision
from mnna.statutes.vocabulary import NATO_ORGANIZATION

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

LATE_NATO = Status("nato-since-1999", "a NATO member that joined after 1 March 1999")
EASTERN_STEP = Act(
    "loans on terms of their own for members that joined NATO after 1 March 1999: no lowest interest, and a "
    "certificate fifteen days before on defense spending and democratic values",
    "P.L. 116-332 s. 3",
    LATE_NATO,
)
EASTERN = Extra(
    LATE_NATO,
    {
        "nato_loan_certification_days": param("fmf-nato-certification-days"),
        "nato_loan_repayment_years": param("fmf-nato-repayment-years"),
    },
)
PHILIPPINES = Status("fmf-philippines", "the Philippines, named in P.L. 119-60 s. 1270")
MANILA_STEP = Act(
    "loans and guarantees of their own for the Philippines in fiscal years 2026 to 2030, after notice to the "
    "committees, and grants authorized apart; nothing after 30 September 2035",
    "P.L. 119-60 s. 1270",
    PHILIPPINES,
)
MANILA = Extra(
    PHILIPPINES,
    {
        "philippines_direct_loans_usd": param("fmf-philippines-loans"),
        "philippines_guaranteed_principal_usd": param("fmf-philippines-guarantees"),
        "philippines_guarantee_percent": param("fmf-philippines-guarantee-percent"),
        "philippines_repayment_years": param("fmf-philippines-repayment-years"),
        "philippines_yearly_grants_usd": param("fmf-philippines-grants"),
        "philippines_authority_ends": param("fmf-philippines-ends"),
    },
)
MERIDA_LIMITS = Act(
    "Merida money, of which $420.7 million was military financing in fiscal years 2008 to 2010, served against crime "
    "and for the rule of law, under human rights conditions: no budget support and no cash payments",
    "P.L. 110-252 s. 1406",
    Status("fmf-merida", "Mexico, under the Merida appropriations"),
)
WITHHELD_PART = Act(
    "part of the yearly money may be withheld until the Secretary of State certifies: for Colombia under section "
    "7045(c)(3)(B), under which a certification was published on 25 November 2025; the clause on Mexico is not "
    "verified",
    "P.L. 118-47 div. F §7045",
    Status("fmf-part-withheld", "one for which part of the yearly act's military financing is withheld"),
)


def _since_1996(
    since: date, until: date | None, steps: tuple[Act, ...] = (), extras: tuple[Extra, ...] = ()
) -> Provision:
    return Provision(
        since=since,
        until=until,
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
        steps=(APPROPRIATION, CASH_FLOW, COMMERCIAL, MERIDA_LIMITS, WITHHELD_PART, *steps),
        routes=(RESCISSION,),
        source="usc-22-2763",
        note="The terms are those of loans; grants carry none. Loan powers of the yearly acts are not verified.",
        extras=extras,
    )


AUTHORITY = Authority(
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
        _since_1996(date(1996, 7, 21), date(2021, 1, 13)),
        _since_1996(date(2021, 1, 13), date(2025, 12, 18), (EASTERN_STEP,), (EASTERN,)),
        _since_1996(date(2025, 12, 18), None, (EASTERN_STEP, MANILA_STEP), (EASTERN, MANILA)),
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
        Example(
            "PHL",
            "2025-12-18",
            "yes",
            "With loans and guarantees of its own from that day; ally status is not what gives them.",
            trap=True,
            terms={
                "philippines_direct_loans_usd": 1000000000,
                "philippines_guarantee_percent": 80,
                "philippines_repayment_years": 17,
                "philippines_authority_ends": "2035-09-30",
            },
        ),
        Example("PHL", "2025-12-17", "yes", "As any friendly country.", terms={"philippines_direct_loans_usd": None}),
        Example("POL", "2021-01-13", "yes", "Joined NATO in 1999.", terms={"nato_loan_certification_days": 15}),
    ),
)
