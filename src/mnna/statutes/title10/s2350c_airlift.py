"""10 USC 2350c: military airlift exchanged with allied countries, by a list of the section's own."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.partners import A_COUNTRY
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import NATO

_FORMER = "(formerly (e)(1))"
ALLIED = Status("allied-country-airlift", "named in 10 USC 2350c(d)(1), or designated for that section")

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
            steps=(
                Act(
                    text="the Secretary of Defense consults the Secretary of State, and the money is appropriated",
                    citation="10 USC 2350c(a)",
                ),
                Act(text="both pay the same rate", citation="10 USC 2350c(a)(1)"),
                Act(text="accounts are settled regularly, in money or in kind", citation="10 USC 2350c(a)(2)"),
            ),
            routes=(
                Act(
                    text="designation as an allied country for this section by the Secretary of Defense with the "
                    "concurrence of the Secretary of State, which is not the President's designation under FAA 517",
                    citation=f"10 USC 2350c(d)(1)(C) {_FORMER}",
                    when=A_COUNTRY,
                ),
            ),
            source="usc-10-2350c",
            note="A list of this section alone. Israel and Egypt are not named, and no status of major non-NATO ally "
            "counts. No list of further designations was found. NATO's subsidiary bodies have agreements of their "
            "own kind under subsection (b).",
        ),
    ),
)
