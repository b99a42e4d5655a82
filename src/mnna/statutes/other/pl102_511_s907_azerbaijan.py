"""Section 907 of the FREEDOM Support Act, a note under 22 USC 5812: no aid to the Government of Azerbaijan."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Amendment, Authority, Cut, Provision, amended

NAMED = Status("section-907", "Azerbaijan, named in section 907 of the FREEDOM Support Act")
WAIVED = Status("section-907-waived", "one for which section 907 is waived")

_CITE = "P.L. 102-511 §907"
_STEPS = Act(
    text="the President determines and reports that Azerbaijan takes demonstrable steps to cease its blockades and "
    "its offensive uses of force against Armenia and Nagorno-Karabakh",
    citation=_CITE,
    when=NAMED,
    lifts=True,
)
_WAIVE = Act(
    text="the President waives the section, or extends the waiver for a year, against terrorism or for the security of "
    "Azerbaijan's border, and certifies that it will not be used against Armenia",
    citation="P.L. 107-115 title II",
    when=NAMED,
    lifts=True,
)
_CUTS = "United States assistance, except for nonproliferation and disarmament"

SECTION_907 = Authority(
    id="restriction-section-907",
    question="Does section 907 of the FREEDOM Support Act bar aid to this country?",
    provisions=amended(
        Provision(
            since=date(1992, 10, 24),
            citation=_CITE,
            says="No United States assistance under any Act goes to the Government of Azerbaijan until it is found to "
            "take steps to end its blockades and its offensive uses of force. No other country is named.",
            rule=Cited(_CITE, NAMED),
            terms={"cuts": _CUTS, "waiver": "none"},
            steps=(_STEPS,),
            source="usc-22-5812",
            cuts=(Cut(authorities=of_form("financing", "excess articles")),),
            note="Set out as a note under 22 USC 5812. Yearly acts spare humanitarian aid and aid to democracy too.",
        ),
        Amendment(
            since=date(2002, 1, 10),
            rule=Cited(_CITE, NAMED & ~WAIVED),
            terms={"cuts": _CUTS, "waiver": "by the President, for a year at a time"},
            steps=(_STEPS, _WAIVE),
        ),
    ),
)
