"""Drugs: the majors list and the tag of having failed demonstrably, 22 USC 2291j-1, and the certification before it."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, If, Kind, Known, Named, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

MAJOR = Status("drug-majors", "on the President's list of major drug transit or producing countries")
FAILED = Status("drug-majors-failed", "designated as having failed demonstrably in its counternarcotics obligations")
SAID = Field(
    "vital_interest_reported",
    Kind.TRUTH,
    "the President has reported that aid to the country is vital to the national interests of the United States, or "
    "that the country has since made substantial efforts",
)
REPORTED = Status("drug-majors-vital-interest", "one for which the President reported that aid is vital all the same")
IN_PART = Status(
    "drug-majors-vital-part", "one of which the President reported that only some programs are vital all the same"
)
VITAL = Named(
    "vital", "the President has reported that aid is vital, or efforts made since", If(Known(SAID), SAID, REPORTED)
)
DENIED = Status("drug-certification-denied", "one that the President did not certify as cooperating against drugs")
_ASSISTANCE = (
    "United States assistance, which includes sales and financing under the Arms Export Control Act, "
    "but not counternarcotics, disaster, food or refugee aid"
)

ACTS = Acts(
    __name__,
    {
        "certified-vital": DENIED,
        "outside-1992": DENIED,
        "reported-vital": FAILED,
        "vital-programs": FAILED & IN_PART,
        "efforts": FAILED,
        "outside": FAILED,
    },
)

DRUGS = Authority(
    id="restriction-drug-majors",
    question="Is United States assistance to this country cut because of its record against drugs?",
    provisions=amended(
        Provision(
            since=date(1992, 11, 2),
            citation="22 USC 2291j(b), (e)",
            says="A major drug country that the President does not certify by 1 March gets no United States assistance "
            "until he certifies it: as cooperating, or because vital national interests require it.",
            rule=DENIED,
            terms={"cuts": _ASSISTANCE, "waiver": "a certification that vital national interests require the aid"},
            steps=ACTS("certified-vital", "outside-1992"),
            cuts=(Cut(authorities=of_form("financing", "excess articles", "sale")),),
            note="Section 490 of the Foreign Assistance Act, from P.L. 102-583. Colombia was denied in 1996 and on "
            "28 February 1997, and certified on grounds of vital interests on 26 February 1998. Half of the year's aid "
            "was withheld until the certification. From 10 January 2002 section 591 of P.L. 107-115 stood in its place "
            "for the rest of that fiscal year, on terms like those of today.",
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation="22 USC 2291j-1(3)",
            says="A country tagged as having failed demonstrably gets United States assistance in the next fiscal year "
            "only if the President reports that it is vital to the national interests or that the country has since "
            "made substantial efforts. The majors list alone cuts nothing.",
            rule=FAILED & ~VITAL,
            terms={
                "on_majors_list": MAJOR,
                "failed_demonstrably": FAILED,
                "reported_vital": VITAL,
                "reported_vital_in_part": IN_PART,
                "cuts": _ASSISTANCE,
                "waiver": "a report that aid is vital to the national interests, or of substantial efforts since",
            },
            source="usc-22-2291j-1",
            steps=ACTS("reported-vital", "vital-programs", "efforts", "outside"),
            note="The list is due by 15 September and the cut runs in the fiscal year that begins on 1 October; a tag "
            "counts in that year, not in the weeks between. The bar does not bite while the President's report of "
            "vital interest stands: the tag stays visible among the terms. Colombia was tagged on 15 September 2025 "
            "with such a report. Three designations in five years under (2)(B) or (C), for want of scheduling or of "
            "prosecuting analogues, have the same effect since 27 March 2022 (P.L. 117-81 s. 6610(d), (e)). The "
            "determinations of September 2022, 2023 and 2024 made none, so that ground can cut nothing before fiscal "
            "year 2028 and is not encoded.",
        ),
    ),
)
