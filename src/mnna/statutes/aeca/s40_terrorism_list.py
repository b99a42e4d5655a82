"""AECA 40, 22 USC 2780, and FAA 620A, 22 USC 2371: no arms and no aid for state sponsors of terrorism."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Expr
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.partners import BARS_LIFTED, TERRORISM_LIST
from mnna.statutes.provision import Act, Authority, Cut, Provision

_ARMS_CUT = "all munitions: sales, leases, gifts, credits, consent to retransfer, export licenses"

_SPECIFIC = Act(
    text="the President may waive the arms bar for a specific transaction essential to national security, "
    "{terrorism-waiver-days} days after consulting and reporting",
    citation="22 USC 2780(g)",
    lifts=True,
)

_RESCIND = Act(
    text="the listing is rescinded after a report to Congress: at once on a fundamental change of leadership and "
    "policy, otherwise after {terrorism-rescission-days} days",
    citation="22 USC 2371(c), 2780(f)",
    lifts=True,
)


def _no_aid_and_no_arms(*, since: date, barred: Expr, note: str = "") -> Provision:
    return Provision(
        since=since,
        citation="22 USC 2371(a), 2780(d)",
        says="No foreign assistance and no munitions go to a country whose government the Secretary of State has "
        "determined to have repeatedly supported international terrorism.",
        rule=barred,
        terms={
            "cuts": (
                "assistance under the Foreign Assistance Act, Food for Peace, the Peace Corps and the "
                f"Export-Import Bank; {_ARMS_CUT}"
            ),
            "waiver": "a waiver by the President, {terrorism-waiver-days} days after a report to Congress; for "
            "arms only transaction by transaction",
            "waiver_notice_days": param("terrorism-waiver-days"),
            "rescission_notice_days": param("terrorism-rescission-days"),
        },
        steps=(
            Act(
                text="the President may waive the aid bar for national security or humanitarian reasons, "
                "{terrorism-waiver-days} days after report; not for anything that 22 USC 2780 also bars",
                citation="22 USC 2371(d)",
            ),
            _SPECIFIC,
            _RESCIND,
        ),
        source="usc-22-2780",
        cuts=(Cut(authorities=of_form("financing", "excess articles", "sale", "loan guarantee")),),
        note=note,
    )


TERRORISM = Authority(
    id="restriction-terrorism-list",
    question="Is this country barred from aid and arms as a state sponsor of terrorism?",
    provisions=(
        Provision(
            since=date(1986, 8, 27),
            citation="22 USC 2780",
            says="Munitions may not be exported to a country that the Secretary of State has determined to have "
            "repeatedly supported international terrorism.",
            rule=TERRORISM_LIST,
            terms={"cuts": "exports of munitions", "waiver": "a waiver by the President for a transaction"},
            source="usc-22-2780",
            confidence="medium",
            note="The wording of 1986 was not read; the section was rewritten on 12 December 1989. FAA 620A then had a "
            "test of its own and is not encoded before that day.",
        ),
        _no_aid_and_no_arms(since=date(1989, 12, 12), barred=TERRORISM_LIST),
        _no_aid_and_no_arms(
            since=date(2003, 4, 16),
            barred=TERRORISM_LIST & ~Cited("P.L. 108-11 §1503", BARS_LIFTED),
            note="Section 1503 of the act of 16 April 2003 let the President make these laws inapplicable to Iraq.",
        ),
        _no_aid_and_no_arms(since=date(2004, 10, 20), barred=TERRORISM_LIST),
    ),
)
