"""10 USC 2350f: communications support exchanged with allied countries, by a list of the section's own."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.partners import A_COUNTRY
from mnna.statutes.provision import Acts, Authority, Provision
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

ALLIED = Status("allied-country-communications", "named in 10 USC 2350f(d)(1), or designated for that section")

ACTS = Acts(__name__, {"designated": A_COUNTRY})

COMMUNICATIONS = Authority(
    id="communications-exchange",
    question="May the Secretary of Defense exchange communications support with this country?",
    provisions=(
        Provision(
            since=date(1989, 11, 29),
            citation="10 USC 2350f(a), (d)(1)",
            says="The Secretary of Defense may arrange with an allied country that each gives the other "
            "communications support of equal value. Allied are NATO members, Australia, New Zealand, Japan, Korea, "
            "and whoever else is designated for this section; NATO itself may take part too.",
            rule=Cited("10 USC 2350f(d)(1)(A)", NATO)
            | Cited("10 USC 2350f(d)(1)(B)-(C)", ALLIED)
            | Cited("10 USC 2350f(d)(2)", NATO_ORGANIZATION),
            steps=ACTS("approved", "limited", "reconciled"),
            routes=ACTS("designated"),
            note="A list of this section alone. Israel and Egypt are not named, and no status of major non-NATO ally "
            "counts. No list of further designations was found.",
        ),
    ),
)
