"""10 USC 2349: who may bid to maintain Department of Defense equipment abroad."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.partners import A_COUNTRY, Taiwan, allies, title_10_listing, unpublished
from mnna.statutes.provision import Acts, Authority, Provision
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO

ACTS = Acts(__name__)

BIDDING = Authority(
    id="overseas-workload-bidding",
    question="May this country's firms bid to maintain Department of Defense equipment abroad?",
    provisions=(
        Provision(
            since=date(1993, 11, 30),
            citation="10 USC 2349(a)",
            says="Firms of NATO members and of major non-NATO allies on the title-10 list may bid on competitive "
            "contracts of the Overseas Workload Program.",
            rule=allies(Cited("10 USC 2349(a)", NATO) | Cited("10 USC 2349(d)", MNNA_TITLE_10), taiwan=Taiwan.ARGUABLY),
            steps=ACTS("competitive", "in-the-theater", "not-restricted"),
            routes=(title_10_listing("10 USC 2349(d)", A_COUNTRY),),
            caveats=(unpublished("10 USC 2349(d)"),),
            note="The text is certain; who is on the title-10 list after 2003 is not published. Similar provisions "
            "stood in yearly acts from 1987.",
        ),
    ),
)
