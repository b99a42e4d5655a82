"""AECA 21(e) and 21(h), 22 USC 2761(e), (h): charges that may be reduced or waived for a buyer.

Neither depends on ally status. Both name five countries beside NATO: Australia, Japan, New Zealand, later Korea and
Israel.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Literal
from mnna.statutes.partners import A_COUNTRY, FRIENDLY
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION, QUALITY_ASSURANCE, STANDARDIZATION, choose

_CLOSE = NATO | NATO_ORGANIZATION | STANDARDIZATION

ACTS = Acts(__name__, {"advances": _CLOSE, "advances-1981": _CLOSE, "coproduction": A_COUNTRY})

WAIVER = Authority(
    id="recoupment-waiver",
    question="May the President waive the share of research and development costs in the price of a sale to this "
    "country?",
    provisions=amended(
        Provision(
            since=date(1981, 12, 29),
            citation="22 USC 2761(e)(2)",
            says="The charge may be waived for sales that significantly advance NATO standardization, standardization "
            "with the forces of Japan, Australia or New Zealand, or coproduction.",
            rule=Cited("22 USC 2761(e)(2)", _CLOSE),
            terms={"ground": choose(_CLOSE, "standardization", "coproduction only")},
            steps=ACTS("eligible", "advances-1981"),
            routes=ACTS("coproduction"),
        ),
        Amendment(
            since=date(1996, 9, 23),
            says="The charge may be waived for sales that advance standardization with NATO, Japan, Australia, Korea, "
            "Israel or New Zealand, or coproduction; for any friendly buyer where it would lose the sale or the waiver "
            "saves the United States money.",
            rule=Cited("22 USC 2761(e)(2)(A)", _CLOSE) | Cited("22 USC 2761(e)(2)(B)", FRIENDLY),
            terms={
                "ground": choose(
                    _CLOSE, "standardization, loss of the sale, or savings", "loss of the sale, or savings"
                )
            },
            steps=ACTS("eligible", "advances", "loses", "grants"),
            routes=(),
            note="The amendment of 10 February 1996 took effect on 23 September 1996, when an offset was enacted. "
            "Korea is named since 15 October 2008 and Israel since 8 October 2010, although the words in furtherance "
            "of the mutual defense treaties fit no treaty with Israel. A correction of estimates may also be waived, "
            "(e)(2)(C). Paragraph (2)(B) names no buyer; the Act authorizes sales to friendly countries, 22 USC 2751.",
        ),
    ),
)

_SERVICES = "22 USC 2761(h)(1)(A)"
_CATALOG = "22 USC 2761(h)(2)"
ASSURANCE = "quality assurance, inspection, contract administration and audit"
PROGRAM = "quality assurance in NATO's infrastructure (now Security Investment) program"
CATALOGED, CATALOGED_PROGRAM = f"{ASSURANCE}, cataloging", f"{PROGRAM}, cataloging"

NO_CHARGE = Authority(
    id="no-charge-quality-assurance",
    question="May the United States inspect and administer this country's defense contracts without charge?",
    provisions=amended(
        Provision(
            since=date(1979, 10, 29),
            citation="22 USC 2761(h)",
            says="Quality assurance, inspection and audit may be given without charge to NATO governments, and in "
            "NATO's infrastructure program, on the basis of reciprocity.",
            rule=Cited("22 USC 2761(h)", NATO) | Cited("22 USC 2761(h)", NATO_ORGANIZATION),
            terms={
                "services": choose(
                    NATO_ORGANIZATION, PROGRAM, choose(NATO, "quality assurance, inspection and audit", "none")
                )
            },
            steps=ACTS("reciprocal"),
            routes=ACTS("named-by-act"),
        ),
        Amendment(
            since=date(1985, 10, 1),
            citation="22 USC 2761(h)(1), (2)",
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO and NATO governments on the basis of reciprocity.",
            rule=Cited(_SERVICES, NATO) | Cited(_CATALOG, NATO_ORGANIZATION),
            terms={"services": choose(NATO_ORGANIZATION, CATALOGED_PROGRAM, choose(NATO, CATALOGED, "none"))},
        ),
        Amendment(
            since=date(2005, 11, 14),
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO and NATO governments and, but for cataloging, to Australia, New Zealand, Japan and "
            "Israel, on the basis of reciprocity.",
            rule=Cited(_SERVICES, NATO | QUALITY_ASSURANCE) | Cited(_CATALOG, NATO_ORGANIZATION),
            terms={
                "services": choose(
                    NATO_ORGANIZATION,
                    CATALOGED_PROGRAM,
                    choose(NATO, CATALOGED, choose(QUALITY_ASSURANCE, Literal(ASSURANCE), "none")),
                )
            },
        ),
        Amendment(
            since=date(2008, 10, 15),
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO, NATO governments, Australia, New Zealand, Japan, Korea and Israel on the basis of "
            "reciprocity.",
            terms={
                "services": choose(
                    NATO_ORGANIZATION, CATALOGED_PROGRAM, choose(NATO | QUALITY_ASSURANCE, CATALOGED, "none")
                )
            },
        ),
    ),
)
