"""AECA 65, 22 USC 2796d: loans of materials, supplies and equipment for cooperative research.

Until 1996 the section used the title-10 list of allies, since then the list of FAA 517.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.partners import (
    DESIGNATION,
    TAIWAN_BY_TRANSFER,
    TITLE_10_LISTING,
)
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_LOAN = "22 USC 2796d(a)(1)"

LOAN_STEPS = (
    Act("a written agreement between the Secretary of Defense and the country", "22 USC 2796d(a)(2)"),
    Act("the loan is for a program of cooperative research, development, test or evaluation", _LOAN),
    Act("no strategic material of which the National Defense Stockpile is short", "22 USC 2796d(c)"),
)

LOANS = Authority(
    id="rdte-loans",
    question="May the Secretary of Defense lend this country materials or equipment for cooperative research and "
    "testing?",
    topic="research",
    provisions=(
        Provision(
            since=date(1988, 9, 29),
            until=date(1996, 7, 21),
            citation="22 USC 2796d(a)(1), (d)",
            says="The Secretary may lend materials, supplies or equipment for cooperative research to a NATO member or "
            "to a major non-NATO ally on the title-10 list.",
            rule=Cited("22 USC 2796d(d)", NATO) | Cited("22 USC 2796d(d)", MNNA_TITLE_10),
            steps=LOAN_STEPS,
            routes=(Act(TITLE_10_LISTING.text, "22 USC 2796d(d)"),),
            source="usc-22-2796d",
            confidence="medium",
            note="The definition pointed first to 22 USC 2767a, then to 10 USC 2350a(i)(3).",
        ),
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation=_LOAN,
            says="The Secretary may lend materials, supplies or equipment for cooperative research to a NATO member or "
            "to a major non-NATO ally designated under FAA 517.",
            rule=Cited(_LOAN, NATO) | Cited(_LOAN, MNNA) | TAIWAN_BY_TRANSFER,
            steps=LOAN_STEPS,
            routes=(DESIGNATION,),
            source="usc-22-2796d",
            note="Loans for use in operations, or to sell the equipment, are outside the section. Taiwan comes in "
            "through section 1206, a loan being a transfer: a reading, of medium confidence.",
        ),
    ),
    examples=(
        Example("COL", "2022-05-22", "no", "Not yet an ally; designation is the route."),
        Example("COL", "2022-05-23", "yes", "An ally under FAA 517, the list this section has used since 1996."),
        Example(
            "NZL",
            "1996-07-20",
            "no",
            "Until 1996 the section used the title-10 list, on which New Zealand was not.",
            trap=True,
        ),
        Example("NZL", "1996-07-21", "yes", "Deemed an ally under FAA 517 from that day."),
        Example("TWN", "2002-09-29", "no", "Section 1206 was enacted the next day."),
        Example("TWN", "2002-09-30", "yes", "A loan is a transfer, for which Taiwan is treated as an ally."),
        Example("MEX", "2026-01-01", "no", "Neither NATO member nor ally.", trap=True),
    ),
)
