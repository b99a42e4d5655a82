"""AECA 36(d), 22 USC 2776(d): technical assistance and manufacturing license agreements for making arms abroad.

There is no dollar floor. The statute says "significant combat equipment"; ITAR 124.11 reads it as significant military
equipment. (d)(2)(A) speaks of a country, so the North Atlantic Treaty Organization itself has the thirty days.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Named
from mnna.statutes.aeca.s36_review import EDGE_DETAIL, MILITARY_EDGE, group, treaty_notice, unless_aukus
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, CaseLaw, CaseProvision, Measure, amended
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION, REVIEW_36C, choose

MANUFACTURE = Field(
    "manufactures_sme",
    Kind.TRUTH,
    "the agreement involves manufacture abroad of significant military equipment",
    presumed=True,
    presumption="it is presumed that the agreement involves manufacture abroad of significant military equipment; one "
    "that does not needs no certification under 36(d)",
)

OUTSIDE_NATO = Named(
    "outside NATO", "the agreement is for or in a country that is not a member of NATO", ~(NATO | NATO_ORGANIZATION)
)

NON_NATO = MANUFACTURE & OUTSIDE_NATO

ACTS = Acts(__name__)

LAW = CaseLaw(
    channel="license-agreement",
    question="Must Congress be notified before an agreement to manufacture significant military equipment abroad is "
    "approved?",
    provisions=amended(
        CaseProvision(
            since=date(1976, 6, 30),
            citation="22 USC 2776(d)",
            says="An agreement for or in a country not a member of NATO is certified to Congress before approval, "
            "whatever its value.",
            notify=NON_NATO,
            measures=(Measure(name="none", met=NON_NATO, usd=None, citation="22 USC 2776(d)"),),
            review_days=param("36d-days"),
            group=choose(NATO, "nato", "general"),
            confidence="medium",
            note="The subsection then set no days of its own, only a certification “in a manner similar to” that of "
            "(c); so the days are not stated. That it did not reach the Organization itself is a reading of its words.",
        ),
        Amendment(
            since=date(1996, 7, 21),
            citation="22 USC 2776(d)(1)-(2)",
            says="An agreement with any country is certified before approval, whatever its value: "
            "{36d-days-nato-plus:words} days before for a NATO member or a country named beside it, {36d-days:words} "
            "for all others.",
            notify=MANUFACTURE,
            measures=(Measure(name="none", met=MANUFACTURE, usd=None, citation="22 USC 2776(d)(1)"),),
            review_days=choose(NATO | REVIEW_36C, param("36d-days-nato-plus"), param("36d-days")),
            group=group(REVIEW_36C),
            steps=ACTS(
                "emergency", "resolution", "exports", MILITARY_EDGE, EDGE_DETAIL, treaty_notice("22 USC 2776(d)(6)")
            ),
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(2025, 12, 18),
            says="As before, except that what falls within the AECA 38(l)(2) exemption for Australia and the United "
            "Kingdom needs no certification.",
            notify=unless_aukus(MANUFACTURE, "22 USC 2778(l)(2)"),
            note="P.L. 119-60 §1085(b)(1). Whether ITAR 126.7 still bars manufacture of significant military equipment "
            "from the exemption is not known here.",
        ),
    ),
)
