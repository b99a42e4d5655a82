"""FAA 620(t), 22 USC 2370(t): no assistance where diplomatic relations were severed."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Authority, Cut, Provision

SEVERED = Status("relations-severed", "one with which diplomatic relations are severed")

SEVERED_RELATIONS = Authority(
    id="restriction-severed-relations",
    question="Is this country barred from assistance because diplomatic relations are severed?",
    provisions=(
        Provision(
            since=date(1967, 11, 14),
            citation="22 USC 2370(t)",
            says="No assistance under any Act goes to a country that has severed diplomatic relations with the United "
            "States, or with which the United States has severed them, until they are resumed and agreements for the "
            "assistance are made after that.",
            rule=Cited("22 USC 2370(t)", SEVERED),
            terms={
                "cuts": "assistance under the Foreign Assistance Act or any other Act, and Food for Peace sales",
                "waiver": "relations are resumed, and agreements for the assistance are made after that; no waiver "
                "in the subsection",
            },
            steps=(
                Act(
                    text="diplomatic relations are resumed, and agreements for the assistance are made after that",
                    citation="22 USC 2370(t)",
                    when=SEVERED,
                    lifts=True,
                ),
            ),
            cuts=(Cut(authorities=of_form("financing", "excess articles")),),
            note="Added by P.L. 90-137 §301(f)(4). An embassy that closes or relations that never began are not "
            "relations severed. Taiwan: the end of relations in 1979 does not affect the application of the laws (22 "
            "USC 3303(a)). Whether agreements were made anew after a resumption is not told here.",
        ),
    ),
)
