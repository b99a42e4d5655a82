"""EAR 740.20: License Exception STA. Its country groups follow neither ally status nor NATO membership."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Literal, Status
from mnna.statutes.provision import Acts, Authority, Provision
from mnna.statutes.vocabulary import choose

A5 = Status("ear-a5", "in Country Group A:5 of the EAR")

A6 = Status("ear-a6", "in Country Group A:6 of the EAR")

ACTS = Acts(__name__)

STRATEGIC_TRADE = Authority(
    id="strategic-trade-authorization",
    question="May items under Commerce control go to this country under License Exception STA?",
    provisions=(
        Provision(
            since=date(2011, 6, 16),
            citation="15 CFR 740.20(c)",
            says="License Exception STA covers items controlled for any of six reasons to the countries of paragraph "
            "(c)(1). To those of (c)(2) it covers only items controlled for national security alone, unless the STA "
            "paragraph of their entry excludes them. Neither list follows ally status or NATO membership.",
            rule=Cited("15 CFR 740.20(c)(1)", A5) | Cited("15 CFR 740.20(c)(2)", A6),
            terms={"scope": choose(A5, "wide", choose(A6, Literal("narrow"), "none"))},
            steps=ACTS("reasons-covered", "statement"),
            routes=ACTS("added", "license"),
            confidence="medium",
            note="The six reasons: national security, chemical or biological weapons, nuclear nonproliferation, "
            "regional stability, crime control and significant items. Until 2013 the two lists stood in the section "
            "itself; since then they are Country Groups A:5 and A:6.",
        ),
    ),
)
