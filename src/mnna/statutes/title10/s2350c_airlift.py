"""10 USC 2350c: military airlift exchanged with allied countries, by a list of the section's own."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.partners import A_COUNTRY
from mnna.statutes.provision import Acts, Authority, Provision
from mnna.statutes.vocabulary import NATO

_FORMER = "(formerly (e)(1))"
ALLIED = Status("allied-country-airlift", "named in 10 USC 2350c(d)(1), or designated for that section")

ACTS = Acts(__name__, {"designated": A_COUNTRY})

AIRLIFT = Authority(
    id="airlift-exchange",
    question="May the Secretary of Defense exchange military airlift with this country?",
    provisions=(
        Provision(
            since=date(1992, 10, 23),
            citation=f"10 USC 2350c(a), (d)(1) {_FORMER}",
            says="The Secretary of Defense may agree with an allied country that each carries the forces of the "
            "other. Allied are NATO members, Australia, New Zealand, Japan, Korea, and whoever else is designated for "
            "this section.",
            rule=Cited(f"10 USC 2350c(d)(1)(A) {_FORMER}", NATO)
            | Cited(f"10 USC 2350c(d)(1)(B)-(C) {_FORMER}", ALLIED),
            steps=ACTS("consulted", "same-rate", "settled"),
            routes=ACTS("designated"),
            note="A list of this section alone. Israel and Egypt are not named, and no status of major non-NATO ally "
            "counts. No list of further designations was found. NATO's subsidiary bodies have agreements of their "
            "own kind under subsection (b).",
        ),
    ),
)
