"""AECA 38(b)(3), 22 USC 2778(b)(3) until 1981: no license for major defense equipment above a ceiling.

The text itself was not found; the notes of the Code say what it did and how the ceiling rose.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO

EXEMPT = Status("commercial-ceiling-exempt", "Japan, Australia or New Zealand, which the ceiling spared")

CEILING = param("commercial-ceiling")

COMMERCIAL_CEILING = Authority(
    id="restriction-commercial-ceiling",
    question="Is there a ceiling above which major defense equipment may not be sold to this country commercially?",
    provisions=amended(
        Provision(
            since=date(1976, 6, 30),
            citation="22 USC 2778(b)(3)",
            says="No license is issued for a commercial sale of major defense equipment above the ceiling to a country "
            "other than a member of NATO, Japan, Australia or New Zealand; such a sale goes through the Government.",
            rule=Cited("22 USC 2778(b)(3)", ~(NATO | EXEMPT)),
            terms={
                "cuts": "licenses for commercial sales of major defense equipment above the ceiling",
                "ceiling_usd": CEILING,
                "waiver": "exceptions by later amendments, whose text was not found",
            },
            steps=(Act(text="the Government sells it instead", citation="22 USC 2778(b)(3)"),),
            confidence="medium",
            note="Added by P.L. 94-329, raised by P.L. 96-92 and P.L. 96-533, struck by P.L. 97-113 §106. Since when "
            "Japan, Australia and New Zealand were spared is not told by the notes: before 16 December 1980 it is "
            "unknown.",
        ),
        Amendment(
            since=date(1981, 12, 29),
            citation="22 USC 2778(b)",
            says="The ceiling on commercial sales was struck; no sum bars a license.",
            rule=NO,
            terms={"cuts": "no license by reason of its sum", "waiver": "not needed"},
            note="P.L. 97-113 §106.",
            steps=(),
            confidence="high",
        ),
    ),
)
