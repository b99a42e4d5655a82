"""FAA 620E(e), 22 USC 2375(e): Pakistan's certificate, the Pressler amendment."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.other import pl106_79_s9001_south_asia_waiver as south_asia
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

UNCERTIFIED = Status("pressler-uncertified", "Pakistan, without the certificate due for the fiscal year")
PRESSLER_WAIVED = Status("pressler-waived", "one for which the President waived FAA 620E(e)")

_CITE = "22 USC 2375(e)"

ACTS = Acts(__name__, {"old-contracts": UNCERTIFIED, "outside": UNCERTIFIED})

_CUTS_1996 = "military assistance, and sales and transfers of military equipment and technology"

PRESSLER = Authority(
    id="restriction-pressler",
    question="Does the Pressler amendment bar military aid and transfers to this country?",
    provisions=amended(
        Provision(
            since=date(1985, 10, 1),
            citation=_CITE,
            says="No assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device. No other country is named.",
            rule=Cited(_CITE, UNCERTIFIED & ~PRESSLER_WAIVED),
            terms={
                "cuts": "assistance, and sales and transfers of military equipment and technology",
                "waiver": "a certificate each fiscal year",
            },
            steps=ACTS("certify"),
            cuts=(Cut(authorities=of_form("financing", "excess articles", "sale")),),
            note="Certificates were made for fiscal years 1986 to 1990 and none after. That the section reached only "
            "transfers by the Government, not licensed commercial sales, was the executive's reading.",
        ),
        Amendment(
            since=date(1996, 2, 12),
            says="No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device. No other country is named.",
            terms={"cuts": _CUTS_1996, "waiver": "a certificate each fiscal year"},
            steps=ACTS("certify", "outside", "old-contracts"),
        ),
        Amendment(
            since=south_asia.SINCE,
            says="No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device, or waives the bar. No other "
            "country is named.",
            terms={
                "cuts": _CUTS_1996,
                "waiver": "a certificate each fiscal year; since 25 October 1999 also a waiver",
            },
            steps=ACTS("certify", south_asia.WAIVE, "outside", "old-contracts"),
        ),
    ),
)
