"""AECA 21(e) and 21(h), 22 USC 2761(e), (h): charges that may be reduced or waived for a buyer.

Neither depends on ally status. Both name five countries beside NATO: Australia, Japan, New Zealand, later Korea and
Israel.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Expr, Literal
from mnna.statutes.partners import A_COUNTRY, FRIENDLY
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION, QUALITY_ASSURANCE, STANDARDIZATION, choose

_STANDARD = "22 USC 2761(e)(2)(A)"
_ANY_SALE = "22 USC 2761(e)(2)(B)"
_CLOSE = NATO | NATO_ORGANIZATION | STANDARDIZATION

ELIGIBLE = Act(
    text="the buyer is eligible for sales: the President finds that they strengthen the security of the United States "
    "and promote world peace",
    citation="22 USC 2753(a)(1)",
)
ADVANCES = Act(
    text="the President finds that the particular sale would significantly advance standardization with NATO or with "
    "the named country's forces",
    citation=_STANDARD,
    when=_CLOSE,
)
LOSES = Act(
    text="the President determines that the charge would likely lose the sale or, for equipment the United States "
    "forces buy too, that the waiver saves about as much as it forgoes",
    citation=_ANY_SALE,
)
ADVANCES_1981 = Act(text=ADVANCES.text, citation="22 USC 2761(e)(2)", when=_CLOSE)
GRANTS = Act(
    text="no charge falls on equipment wholly paid for by military assistance grants", citation="22 USC 2761(e)(1)(B)"
)
COPRODUCTION = Act(
    text="the sale is foreign procurement in the United States under a coproduction arrangement",
    citation="22 USC 2761(e)(2)",
    when=A_COUNTRY,
)

WAIVER = Authority(
    id="recoupment-waiver",
    question="May the President waive the share of research and development costs in the price of a sale to this "
    "country?",
    provisions=(
        Provision(
            since=date(1981, 12, 29),
            citation="22 USC 2761(e)(2)",
            says="The charge may be waived for sales that significantly advance NATO standardization, standardization "
            "with the forces of Japan, Australia or New Zealand, or coproduction.",
            rule=Cited("22 USC 2761(e)(2)", _CLOSE),
            terms={"ground": choose(_CLOSE, "standardization", "coproduction only")},
            steps=(ELIGIBLE, ADVANCES_1981),
            routes=(COPRODUCTION,),
            source="usc-22-2761",
        ),
        Provision(
            since=date(1996, 9, 23),
            citation="22 USC 2761(e)(2)",
            says="The charge may be waived for sales that advance standardization with NATO, Japan, Australia, Korea, "
            "Israel or New Zealand, or coproduction; for any friendly buyer where it would lose the sale or the waiver "
            "saves the United States money.",
            rule=Cited(_STANDARD, _CLOSE) | Cited(_ANY_SALE, FRIENDLY),
            terms={
                "ground": choose(
                    _CLOSE, "standardization, loss of the sale, or savings", "loss of the sale, or savings"
                )
            },
            steps=(ELIGIBLE, ADVANCES, LOSES, GRANTS),
            source="usc-22-2761",
            note="The amendment of 10 February 1996 took effect on 23 September 1996, when an offset was enacted. "
            "Korea is named since 15 October 2008 and Israel since 8 October 2010, although the words in furtherance "
            "of the mutual defense treaties fit no treaty with Israel. A correction of estimates may also be waived, "
            "(e)(2)(C). Paragraph (2)(B) names no buyer; the Act authorizes sales to friendly countries, 22 USC 2751.",
        ),
    ),
)

_SERVICES = "22 USC 2761(h)(1)(A)"
_FIRST = "22 USC 2761(h)"
_BOTH = "22 USC 2761(h)(1), (2)"
_CATALOG = "22 USC 2761(h)(2)"
RECIPROCAL = Act(
    text="a reciprocal agreement under which the country gives the United States the same services without charge; "
    "whether one is in force with this country is not held here",
    citation="22 USC 2761(h)",
)
NAMED_BY_ACT = Act(text="an Act of Congress names the country, as it did five others", citation="22 USC 2761(h)")
ASSURANCE = "quality assurance, inspection, contract administration and audit"
PROGRAM = "quality assurance in NATO's infrastructure (now Security Investment) program"


def _no_charge(*, since: date, says: str, rule: Expr, services: Expr, citation: str) -> Provision:
    return Provision(
        since=since,
        citation=citation,
        says=says,
        rule=rule,
        terms={"services": services},
        steps=(RECIPROCAL,),
        routes=(NAMED_BY_ACT,),
        source="usc-22-2761",
    )


NO_CHARGE = Authority(
    id="no-charge-quality-assurance",
    question="May the United States inspect and administer this country's defense contracts without charge?",
    provisions=(
        _no_charge(
            since=date(1979, 10, 29),
            says="Quality assurance, inspection and audit may be given without charge to NATO governments, and in "
            "NATO's infrastructure program, on the basis of reciprocity.",
            rule=Cited(_FIRST, NATO) | Cited(_FIRST, NATO_ORGANIZATION),
            services=choose(
                NATO_ORGANIZATION, PROGRAM, choose(NATO, "quality assurance, inspection and audit", "none")
            ),
            citation=_FIRST,
        ),
        _no_charge(
            since=date(1985, 10, 1),
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO and NATO governments on the basis of reciprocity.",
            rule=Cited(_SERVICES, NATO) | Cited(_CATALOG, NATO_ORGANIZATION),
            services=choose(
                NATO_ORGANIZATION, f"{PROGRAM}, cataloging", choose(NATO, f"{ASSURANCE}, cataloging", "none")
            ),
            citation=_BOTH,
        ),
        _no_charge(
            since=date(2005, 11, 14),
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO and NATO governments and, but for cataloging, to Australia, New Zealand, Japan and "
            "Israel, on the basis of reciprocity.",
            rule=Cited(_SERVICES, NATO | QUALITY_ASSURANCE) | Cited(_CATALOG, NATO_ORGANIZATION),
            services=choose(
                NATO_ORGANIZATION,
                f"{PROGRAM}, cataloging",
                choose(NATO, f"{ASSURANCE}, cataloging", choose(QUALITY_ASSURANCE, Literal(ASSURANCE), "none")),
            ),
            citation=_BOTH,
        ),
        _no_charge(
            since=date(2008, 10, 15),
            says="Quality assurance, inspection, contract administration, audit and cataloging may be given without "
            "charge to NATO, NATO governments, Australia, New Zealand, Japan, Korea and Israel on the basis of "
            "reciprocity.",
            rule=Cited(_SERVICES, NATO | QUALITY_ASSURANCE) | Cited(_CATALOG, NATO_ORGANIZATION),
            services=choose(
                NATO_ORGANIZATION,
                f"{PROGRAM}, cataloging",
                choose(NATO | QUALITY_ASSURANCE, f"{ASSURANCE}, cataloging", "none"),
            ),
            citation=_BOTH,
        ),
    ),
)
