"""The American Servicemembers' Protection Act, section 2013, 22 USC 7432, and Executive Order 14203.

Both shield the people of allies against the International Criminal Court.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, If, Kind, Known, Literal, Named, Status
from mnna.statutes.faa.s517_designation import designation
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, NATO, choose

TAIWAN = Status("tra", "Taiwan, named in the definition")

_SAID = Field(
    "icc_consent",
    Kind.TRUTH,
    "the country has joined the Rome Statute or consented to the jurisdiction of the International Criminal Court",
)

_PRESUMED = Field(
    "icc_consent",
    Kind.TRUTH,
    "a country outside the Rome Statute has consented to the jurisdiction of the Court otherwise",
    presumed=False,
    presumption="it is presumed that a country outside the Rome Statute has not consented to the jurisdiction of the "
    "Court otherwise",
)

_PARTY = Status("rome-statute", "a party to the Rome Statute")

_OUTSIDE = Status("rome-statute-outside", "known to be outside the Rome Statute")

SUBMITTED = Named(
    "submitted",
    "the country has joined the Rome Statute or consented to the jurisdiction of the Court",
    If(Known(_SAID), _SAID, If(Known(_PARTY), _PARTY, If(_OUTSIDE, _PRESUMED, _SAID))),
)
"""Two incomplete lists: a country on the first qualifies, one on the second does not, and any other is not known."""

_COVERED = "22 USC 7432(3)"

_PROTECTED = "Executive Order 14203 s. 8(d)(ii)"

ACTS = Acts(
    __name__, {"leaving": _PARTY & ~_OUTSIDE, "read-together": allies(NATO | MNNA, taiwan=Taiwan.NO) & SUBMITTED}
)

COURT = Authority(
    id="icc-protected-persons",
    question="Does United States law shield this country's people, as an ally's, against the International Criminal "
    "Court?",
    provisions=amended(
        Provision(
            since=date(2002, 8, 2),
            citation=_COVERED,
            says="Those who work for the government of a NATO member, a major non-NATO ally or Taiwan are covered "
            "persons, whom the President may free and help, while that government stays outside the Court.",
            rule=(Cited(_COVERED, NATO | TAIWAN) | Cited("22 USC 7432(3), (7)", allies(MNNA, taiwan=Taiwan.NAMED)))
            & ~SUBMITTED,
            steps=ACTS("wishes"),
            routes=ACTS(designation(~(allies(NATO | MNNA, taiwan=Taiwan.NAMED) | TAIWAN)), "leaving"),
            note="The ban on military aid to parties of the Court, from which allies were exempt, was repealed on "
            "28 January 2008.",
        ),
        Amendment(
            since=date(2025, 2, 6),
            citation=f"{_PROTECTED}; {_COVERED}",
            says="The order's sanctions protect citizens and residents of NATO members and major non-NATO allies that "
            "have not joined the Court or consented to its jurisdiction; the statute covers those who work for such "
            "governments, and for Taiwan.",
            rule=(Cited(_PROTECTED, allies(NATO | MNNA, taiwan=Taiwan.NAMED)) | Cited(_COVERED, TAIWAN)) & ~SUBMITTED,
            terms={
                "basis": choose(
                    allies(NATO | MNNA, taiwan=Taiwan.NAMED),
                    "order and statute",
                    choose(TAIWAN, Literal("statute"), "none"),
                )
            },
            caveats=ACTS("read-together"),
            source="eo-14203",
            note="The order takes its definition of ally from 22 USC 7432(7), which does not name Taiwan.",
        ),
    ),
)
