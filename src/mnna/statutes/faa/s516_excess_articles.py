"""FAA 516, 22 USC 2321j: defense articles the services no longer need, given or sold.

Any country may receive them once its receipt is justified to Congress. Only the order of delivery depends on status,
and only for countries on the southern and southeastern flank of NATO, words that the section does not define.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.faa.s517_designation import designation
from mnna.statutes.parameters import param
from mnna.statutes.partners import A_COUNTRY, Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, NATO

FLANK = Status("southern-flank", "on the southern or southeastern flank of NATO")
NAMED = Status("eda-named", "named in the section for priority")
_PRIORITY = "22 USC 2321j(c)(2)"

ACTS = Acts(__name__)
_NOTE = (
    "Which countries were justified for a fiscal year is not held here. Bars such as the terrorism list or the child "
    "soldiers list are findings of their own. Before 21 July 1996 the section reached few countries."
)

ELIGIBLE = Authority(
    id="excess-defense-articles",
    question="May this country receive excess defense articles?",
    provisions=amended(
        Provision(
            since=date(1996, 7, 21),
            citation="22 USC 2321j(a)",
            says="The President may transfer excess defense articles to any country whose receipt of them was "
            "justified to Congress for that fiscal year; no status is required.",
            rule=Cited("22 USC 2321j(a)", A_COUNTRY),
            terms={
                "notice_value_usd": param("eda-notice"),
                "notice_days": param("eda-notice-days"),
                "free_transport_pounds": param("eda-transport-pounds"),
                "free_transport_assistance_usd": param("eda-transport-assistance"),
            },
            steps=ACTS("justified", "conditions", "agreed", "notice", "transport"),
            routes=ACTS("to-a-member"),
            note=f"{_NOTE} Its yearly cap counts from fiscal year 1997 on, by subsection (g)(2).",
        ),
        Amendment(
            since=date(1996, 10, 1),
            terms={
                "notice_value_usd": param("eda-notice"),
                "notice_days": param("eda-notice-days"),
                "annual_cap_usd": param("eda-cap"),
                "free_transport_pounds": param("eda-transport-pounds"),
                "free_transport_assistance_usd": param("eda-transport-assistance"),
            },
            steps=ACTS("justified", "conditions", "agreed", "notice", "yearly", "transport"),
            note=_NOTE,
        ),
    ),
)

FOR_THE_FLANK = designation(FLANK, ", which helps only a country on the flank")
FIRST = "Delivery has priority for NATO members and major non-NATO allies on NATO's southern and southeastern flank"

PRIORITY = Authority(
    id="excess-defense-articles-priority",
    question="Are excess defense articles delivered to this country ahead of others?",
    provisions=amended(
        Provision(
            since=date(1996, 7, 21),
            citation=_PRIORITY,
            says=f"{FIRST}.",
            rule=Cited(_PRIORITY, allies(NATO | MNNA, taiwan=Taiwan.NAMED) & FLANK) | Cited(_PRIORITY, NAMED),
            steps=ACTS("no-more-than-priority", "justified", "conditions", "agreed", "notice"),
            routes=ACTS(FOR_THE_FLANK, "named-by-act"),
            confidence="medium",
            note="The flank is defined nowhere: Greece and Turkey are taken to lie on it, the Mediterranean and Gulf "
            "allies are unknown, and a country on another continent does not lie on it.",
        ),
        Amendment(
            since=date(2002, 9, 30),
            says=f"{FIRST}, and for the Philippines.",
            routes=ACTS(FOR_THE_FLANK, "named-as-manila"),
        ),
        Amendment(
            since=date(2022, 12, 23),
            says=f"{FIRST}, for the Philippines and for Taiwan.",
            routes=ACTS(FOR_THE_FLANK, "named-as-manila-and-taipei"),
        ),
    ),
)
