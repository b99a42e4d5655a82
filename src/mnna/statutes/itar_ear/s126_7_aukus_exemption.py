"""ITAR 126.7 and AECA 38(l), 22 USC 2778(l): exports to AUKUS partners without a license.

Ally status makes no difference.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Named, Status
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.itar_ear.s126_5_canada_exemption import CANADA
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended

AUKUS = Status("aukus", "Australia or the United Kingdom, the AUKUS partners of the United States")

CERTIFIED = since("aukus-certified")

ACTS = Acts(
    __name__,
    {
        "own": CANADA,
        "expedited": CANADA,
        "certified": AUKUS & ~CERTIFIED,
        "in-force": AUKUS & CERTIFIED,
        "by-statute-2023": ~AUKUS,
    },
)

AUKUS_EXEMPTION = Authority(
    id="aukus-exemption",
    question="May defense articles go to this country without an ITAR license under the AUKUS exemption?",
    provisions=amended(
        Provision(
            since=date(2023, 12, 22),
            citation="22 USC 2778(l)(1)",
            says="Australia and the United Kingdom are to be exempted once the President certifies that their export "
            "controls are comparable; no rule has put an exemption in force yet.",
            rule=Named("in force", "the exemption is in force", NO, spelled=False),
            routes=ACTS("certified", "in-force", "by-statute-2023"),
        ),
        Amendment(
            since=date(2024, 9, 1),
            citation="22 CFR 126.7; 22 USC 2778(l)(2)",
            says="No license is needed for transfers among authorized users in Australia, the United Kingdom and the "
            "United States, less a list of excluded technologies.",
            rule=Cited("22 CFR 126.7(a)", AUKUS),
            terms={"ends_on": param("aukus-ends")},
            steps=ACTS("territory", "users", "not-excluded", "below"),
            routes=ACTS("by-statute", "own", "expedited", "license"),
            source="cfr-22-126-7",
        ),
        Amendment(
            since=date(2025, 12, 18),
            until=date(2038, 12, 22),
            says="No license is needed for transfers among authorized users in Australia, the United Kingdom and the "
            "United States, less a list of excluded technologies; nor do AECA 36(c) and (d) require notice of them.",
            steps=ACTS("territory", "users", "not-excluded", "below-unverified"),
            source="usc-22-2778",
            note="P.L. 119-60 s. 1085(b) ended the notices. The final rule of 30 December 2025 (90 FR 61053) added "
            "retransfers for field support. The exemption ends after fifteen years unless renewed for five, 22 USC "
            "2778(l)(8).",
        ),
    ),
)
