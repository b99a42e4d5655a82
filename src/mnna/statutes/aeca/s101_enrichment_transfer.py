"""AECA 101, 22 USC 2799aa, before 1994 FAA 669: enrichment transfers, the Symington amendment."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.other import pl106_79_s9001_south_asia_waiver as south_asia
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

ENRICHED = Status("symington-determined", "determined by the President to have taken part in enrichment transfers")
SYMINGTON_WAIVED = Status("symington-waived", "one for which the President waived the bar on enrichment transfers")

ACTS = Acts(__name__)

SYMINGTON = Authority(
    id="restriction-enrichment-transfer",
    question="Is this country barred from aid for nuclear enrichment transfers (Symington amendment)?",
    provisions=amended(
        Provision(
            since=date(1981, 12, 29),
            citation="22 USC 2429(a)",
            says="No money of the Foreign Assistance Act or the Arms Export Control Act gives economic or military "
            "aid, or military credit, to a country that the President determines to have delivered or received "
            "enrichment equipment without safeguards.",
            rule=Cited("22 USC 2429(a)", ENRICHED & ~SYMINGTON_WAIVED),
            terms={
                "cuts": "economic and military aid, military education, peacekeeping aid, military credit",
                "waiver": "a certificate of vital interests and assurances; for Pakistan also a waiver of its own",
            },
            steps=ACTS("assured-1981", "pakistan-while"),
            source="usc-22-2799aa",
            confidence="medium",
            cuts=(Cut(authorities=of_form("financing")),),
            note="The section is read from the text that replaced it, and is not encoded before 29 December 1981. "
            "The power to waive it for Pakistan ran to 30 September 1987 and from 22 December 1987 to 30 September "
            "1994.",
        ),
        Amendment(
            since=date(1994, 6, 29),
            citation="22 USC 2799aa(a)",
            rule=Cited("22 USC 2799aa(a)", ENRICHED & ~SYMINGTON_WAIVED),
            steps=ACTS("assured", "pakistan-before-1994"),
            note="Whether the President determined that another country took part in such transfers was not found.",
        ),
        Amendment(since=south_asia.SINCE, steps=ACTS("assured", south_asia.WAIVE)),
    ),
)
