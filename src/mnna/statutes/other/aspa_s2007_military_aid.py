"""The American Servicemembers' Protection Act, section 2007, repealed: no military aid to parties of the Court.

Major non-NATO allies were exempt, so from 2003 to 2008 designation lifted this bar.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Named, Status
from mnna.statutes.faa.s517_designation import designation
from mnna.statutes.listing import of_form
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Authority, Cut, Provision
from mnna.statutes.vocabulary import MNNA, NATO

_CITE = "22 USC 7426(a)"
_PARTY = Status("rome-statute", "a party to the Rome Statute")
_OUTSIDE = Status("rome-statute-outside", "known to be outside the Rome Statute")
_ALLY = allies(NATO | MNNA, taiwan=Taiwan.NO)
CUT = Status("court-aid-cut", "reported as cut off for want of an agreement under article 98")
WAIVED = Status("court-aid-waived", "one for which the President waived the ban on military aid")

COURT_AID = Authority(
    id="restriction-court-party",
    question="Is military aid to this country barred because it is a party to the International Criminal Court?",
    provisions=(
        Provision(
            since=date(2002, 8, 2),
            citation=_CITE,
            says="The ban on military aid to parties of the Court takes effect only a year after the Rome Statute.",
            rule=NO,
            terms={"cuts": "nothing yet", "waiver": "not needed"},
        ),
        Provision(
            since=date(2003, 7, 1),
            citation=_CITE,
            says="No military assistance goes to the government of a party to the International Criminal Court that is "
            "neither a NATO member nor a major non-NATO ally, unless the President waives the ban.",
            rule=Named(
                "party",
                "the country is a party to the Court, no ally, and without a waiver",
                Cited(_CITE, _PARTY & ~_OUTSIDE & ~_ALLY & (CUT | ~WAIVED)),
            ),
            terms={
                "cuts": "military financing and, of the Foreign Assistance Act, military aid with excess articles",
                "waiver": "an agreement under article 98 of the Rome Statute, or the national interest",
            },
            steps=(
                Act(
                    text="the President waives the ban for a country that has agreed under article 98 of the Rome "
                    "Statute not to surrender people of the United States, or in the national interest",
                    citation="22 USC 7426(b), (c)",
                    lifts=True,
                ),
                designation(~_ALLY, lifts=True),
            ),
            confidence="medium",
            cuts=(Cut(authorities=of_form("financing", "excess articles")),),
            note="The words of the section were not read: the note of its repeal, the definitions of 22 USC 7432 and "
            "the determinations tell its content. A government is a party once it has deposited its instrument, "
            "before the Statute is in force for it. The definition of military assistance lost military "
            "training on 17 October 2006.",
        ),
        Provision(
            since=date(2008, 1, 28),
            citation="P.L. 110-181 §1212(a)",
            says="The ban on military aid to parties of the Court was repealed.",
            rule=NO,
            terms={"cuts": "nothing", "waiver": "not needed"},
            source="usc-22-7426",
        ),
    ),
)
