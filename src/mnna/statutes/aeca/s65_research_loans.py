"""AECA 65, 22 USC 2796d: materials, supplies and equipment lent, borrowed or given for cooperative research.

Until 1996 the section used the title-10 list of allies, since then the list of FAA 517.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import TITLE_10_LISTING, Taiwan, allies
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_LOAN = "22 USC 2796d(a)(1)"

LOAN_STEPS = (
    Act(text="a written agreement between the Secretary of Defense and the country", citation="22 USC 2796d(a)(2)"),
    Act(text="the loan is for a program of cooperative research, development, test or evaluation", citation=_LOAN),
    Act(text="no strategic material of which the National Defense Stockpile is short", citation="22 USC 2796d(c)"),
)

LOANS = Authority(
    id="rdte-loans",
    question="May the Secretary of Defense lend this country materials or equipment for cooperative research and "
    "testing?",
    provisions=(
        Provision(
            since=date(1988, 9, 29),
            until=date(1996, 7, 21),
            citation="22 USC 2796d(a)(1), (d)",
            says="The Secretary may lend materials, supplies or equipment for cooperative research to a NATO member or "
            "to a major non-NATO ally on the title-10 list.",
            rule=allies(Cited("22 USC 2796d(d)", NATO) | Cited("22 USC 2796d(d)", MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=LOAN_STEPS,
            routes=(Act(text=TITLE_10_LISTING.text, citation="22 USC 2796d(d)"),),
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
            rule=allies(Cited(_LOAN, NATO) | Cited(_LOAN, MNNA), taiwan=Taiwan.BY_TRANSFER),
            steps=LOAN_STEPS,
            routes=(DESIGNATION,),
            source="usc-22-2796d",
            note="Loans for use in operations, or to sell the equipment, are outside the section. Taiwan comes in "
            "through section 1206, a loan being a transfer: a reading, of medium confidence.",
        ),
    ),
)

ACCEPTANCE_STEPS = (
    Act(text="a written agreement between the Secretary of Defense and the country", citation="22 USC 2796d(a)(2)"),
    Act(
        text="the loan or gift is for a program of cooperative research, development, test or evaluation",
        citation=_LOAN,
    ),
)

ACCEPTANCE = Authority(
    id="rdte-acceptance",
    question="May the Secretary of Defense accept materials or equipment from this country, as a loan or a gift, for "
    "cooperative research and testing?",
    provisions=(
        Provision(
            since=date(1988, 9, 29),
            until=date(1996, 7, 21),
            citation="22 USC 2796d(a)(1), (d)",
            says="The Secretary may accept materials, supplies or equipment for cooperative research, as a loan or a "
            "gift, from a NATO member or from a major non-NATO ally on the title-10 list.",
            rule=allies(Cited("22 USC 2796d(d)", NATO) | Cited("22 USC 2796d(d)", MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=ACCEPTANCE_STEPS,
            routes=(Act(text=TITLE_10_LISTING.text, citation="22 USC 2796d(d)"),),
            source="usc-22-2796d",
            confidence="medium",
            note="The definition pointed first to 22 USC 2767a, then to 10 USC 2350a(i)(3).",
        ),
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation=_LOAN,
            says="The Secretary may accept materials, supplies or equipment for cooperative research, as a loan or a "
            "gift, from a NATO member or from a major non-NATO ally designated under FAA 517.",
            rule=allies(Cited(_LOAN, NATO) | Cited(_LOAN, MNNA), taiwan=Taiwan.ARGUABLY),
            steps=ACCEPTANCE_STEPS,
            routes=(DESIGNATION,),
            source="usc-22-2796d",
            note="The second sentence of the paragraph. Section 1206 speaks of transfers and does not say in which "
            "direction; whether it covers what Taiwan lends or gives to the United States is arguable.",
        ),
    ),
)
