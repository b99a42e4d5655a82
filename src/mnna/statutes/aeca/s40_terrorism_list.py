"""AECA 40, 22 USC 2780, and FAA 620A, 22 USC 2371: no arms and no aid for state sponsors of terrorism."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.partners import BARS_LIFTED, TERRORISM_LIST
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

ACTS = Acts(__name__)

TERRORISM = Authority(
    id="restriction-terrorism-list",
    question="Is this country barred from aid and arms as a state sponsor of terrorism?",
    provisions=amended(
        Provision(
            since=date(1986, 8, 27),
            citation="22 USC 2780",
            says="Munitions may not be exported to a country that the Secretary of State has determined to have "
            "repeatedly supported international terrorism.",
            rule=TERRORISM_LIST,
            terms={"cuts": "exports of munitions", "waiver": "a waiver by the President for a transaction"},
            confidence="medium",
            note="The wording of 1986 was not read; the section was rewritten on 12 December 1989. FAA 620A then had a "
            "test of its own and is not encoded before that day.",
        ),
        Amendment(
            since=date(1989, 12, 12),
            citation="22 USC 2371(a), 2780(d)",
            says="No foreign assistance and no munitions go to a country whose government the Secretary of State has "
            "determined to have repeatedly supported international terrorism.",
            terms={
                "cuts": "assistance under the Foreign Assistance Act, Food for Peace, the Peace Corps and the "
                "Export-Import Bank; all munitions: sales, leases, gifts, credits, consent to retransfer, export "
                "licenses",
                "waiver": "a waiver by the President, {terrorism-waiver-days} days after a report to Congress; for "
                "arms only transaction by transaction",
                "waiver_notice_days": param("terrorism-waiver-days"),
                "rescission_notice_days": param("terrorism-rescission-days"),
            },
            steps=ACTS("aid-waiver", "specific", "rescind"),
            cuts=(Cut(authorities=of_form("financing", "excess articles", "sale", "loan guarantee")),),
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(2003, 4, 16),
            rule=TERRORISM_LIST & ~Cited("P.L. 108-11 §1503", BARS_LIFTED),
            note="Section 1503 of the act of 16 April 2003 let the President make these laws inapplicable to Iraq.",
        ),
        Amendment(since=date(2004, 10, 20), rule=TERRORISM_LIST, note=""),
    ),
)
