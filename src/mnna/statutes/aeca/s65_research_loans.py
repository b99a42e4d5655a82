"""AECA 65, 22 USC 2796d: materials, supplies and equipment lent, borrowed or given for cooperative research.

Until 1996 the section used the title-10 list of allies, since then the list of FAA 517.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies, title_10_listing
from mnna.statutes.provision import Act, Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_LOAN = "22 USC 2796d(a)(1)"

ACTS = Acts(__name__)


def _provisions(may: str, side: str, *, steps: tuple[Act, ...], taiwan: Taiwan, note: str) -> tuple[Provision, ...]:
    """Return the provisions of one of the paragraph's two sentences, which name the same countries.

    These are the title-10 list until 1996, then that of FAA 517. `may` says what the Secretary may do, and `side`
    whether "to" or "from" the countries; `taiwan` and `note` are for the text since 1996.
    """
    return amended(
        Provision(
            since=date(1988, 9, 29),
            citation="22 USC 2796d(a)(1), (d)",
            says=f"The Secretary of Defense may {may} {side} a NATO member or {side} a major non-NATO ally on the "
            "title-10 list.",
            rule=allies(Cited("22 USC 2796d(d)", NATO) | Cited("22 USC 2796d(d)", MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=steps,
            routes=(title_10_listing("22 USC 2796d(d)"),),
            confidence="medium",
            note="The definition pointed first to 22 USC 2767a, then to 10 USC 2350a(i)(3).",
        ),
        Amendment(
            since=date(1996, 7, 21),
            citation=_LOAN,
            says=f"The Secretary of Defense may {may} {side} a NATO member or {side} a major non-NATO ally designated "
            "under FAA 517.",
            rule=allies(Cited(_LOAN, NATO) | Cited(_LOAN, MNNA), taiwan=taiwan),
            routes=(DESIGNATION,),
            note=note,
            confidence="high",
        ),
    )


LOANS = Authority(
    id="rdte-loans",
    question="May the Secretary of Defense lend this country materials or equipment for cooperative research and "
    "testing?",
    provisions=_provisions(
        "lend materials, supplies or equipment for cooperative research",
        "to",
        steps=ACTS("agreement", "loan-for-research", "no-short-material"),
        taiwan=Taiwan.BY_TRANSFER,
        note="Loans for use in operations, or to sell the equipment, are outside the section. Taiwan comes in "
        "through section 1206, a loan being a transfer: a reading, of medium confidence.",
    ),
)

ACCEPTANCE = Authority(
    id="rdte-acceptance",
    question="May the Secretary of Defense accept materials or equipment from this country, as a loan or a gift, for "
    "cooperative research and testing?",
    provisions=_provisions(
        "accept materials, supplies or equipment for cooperative research, as a loan or a gift,",
        "from",
        steps=ACTS("agreement", "loan-or-gift-for-research"),
        taiwan=Taiwan.ARGUABLY,
        note="The second sentence of the paragraph. Section 1206 speaks of transfers and does not say in which "
        "direction; whether it covers what Taiwan lends or gives to the United States is arguable.",
    ),
)
