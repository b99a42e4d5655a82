"""AECA 101, 22 USC 2799aa, before 1994 FAA 669: enrichment transfers, the Symington amendment."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.other import pl106_79_s9001_south_asia_waiver as south_asia
from mnna.statutes.provision import Act, Authority, Cut, Provision

ENRICHED = Status("symington-determined", "determined by the President to have taken part in enrichment transfers")
SYMINGTON_WAIVED = Status("symington-waived", "one for which the President waived the bar on enrichment transfers")

_ASSURED = (
    "the President certifies that ending the aid would seriously harm vital interests and that he has reliable "
    "assurances against nuclear weapons"
)
_NO_OTHER = "Whether the President determined that another country took part in such transfers was not found."


def _symington(*, since: date, section: str, steps: tuple[Act, ...], note: str) -> Provision:
    return Provision(
        since=since,
        citation=f"{section}(a)",
        says="No money of the Foreign Assistance Act or the Arms Export Control Act gives economic or military aid, or "
        "military credit, to a country that the President determines to have delivered or received enrichment "
        "equipment without safeguards.",
        rule=Cited(f"{section}(a)", ENRICHED & ~SYMINGTON_WAIVED),
        terms={
            "cuts": "economic and military aid, military education, peacekeeping aid, military credit",
            "waiver": "a certificate of vital interests and assurances; for Pakistan also a waiver of its own",
        },
        steps=(Act(text=_ASSURED, citation=f"{section}(b)", lifts=True), *steps),
        source="usc-22-2799aa",
        confidence="medium",
        cuts=(Cut(authorities=of_form("financing")),),
        note=note,
    )


SYMINGTON = Authority(
    id="restriction-enrichment-transfer",
    question="Is this country barred from aid for nuclear enrichment transfers (Symington amendment)?",
    provisions=(
        _symington(
            since=date(1981, 12, 29),
            section="22 USC 2429",
            steps=(
                Act(
                    text="the President may waive the bar for Pakistan while that power runs",
                    citation="22 USC 2375(d)",
                    lifts=True,
                ),
            ),
            note="The section is read from the text that replaced it, and is not encoded before 29 December 1981. "
            "The power to waive it for Pakistan ran to 30 September 1987 and from 22 December 1987 to 30 September "
            "1994.",
        ),
        _symington(
            since=date(1994, 6, 29),
            section="22 USC 2799aa",
            steps=(
                Act(
                    text="the President may waive the bar for Pakistan on grounds that arose before 29 June 1994",
                    citation="22 USC 2375(d)",
                    lifts=True,
                ),
            ),
            note=_NO_OTHER,
        ),
        _symington(since=south_asia.SINCE, section="22 USC 2799aa", steps=(south_asia.WAIVE,), note=_NO_OTHER),
    ),
)
