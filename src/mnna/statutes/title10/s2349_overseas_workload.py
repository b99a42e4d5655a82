"""10 USC 2349: who may bid to maintain Department of Defense equipment abroad."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.partners import TITLE_10_LISTING, Taiwan, allies, unpublished
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO

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
            steps=(
                Act(
                    text="the contract is awarded competitively, for equipment located outside the United States",
                    citation="10 USC 2349(a)",
                ),
                Act(
                    text="the work is done in the theater of the equipment or in the firm's own country",
                    citation="10 USC 2349(b)",
                ),
                Act(
                    text="no Secretary of a military department has restricted the region for readiness or treaty "
                    "reasons",
                    citation="10 USC 2349(c)",
                ),
            ),
            routes=(Act(text=TITLE_10_LISTING.text, citation="10 USC 2349(d)", when=TITLE_10_LISTING.when),),
            caveats=(unpublished("10 USC 2349(d)"),),
            source="usc-10-2349",
            note="The text is certain; who is on the title-10 list after 2003 is not published. Similar provisions "
            "stood in yearly acts from 1987.",
        ),
    ),
)
