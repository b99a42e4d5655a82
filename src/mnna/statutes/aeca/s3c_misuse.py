"""AECA 3(c) and 3(f), 22 USC 2753(c), (f): arms used against their terms, and breaches of nuclear commitments."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Amendment, Authority, Cut, Provision, amended

MISUSED = Status("aeca-3c-ineligible", "determined to have used United States arms in substantial violation")
BREACHED = Status("aeca-3f-breach", "determined to be in material breach of nuclear commitments to the United States")

_CEASED = Act(
    text="the President determines that the violation has ceased, and the country assures that it will not recur",
    citation="22 USC 2753(c)(4)",
    when=MISUSED,
    lifts=True,
)
_IMPACT = Act(
    text="cash sales and deliveries may go on where the President certifies that ending them would harm United States "
    "security, unless Congress forbids it by joint resolution",
    citation="22 USC 2753(c)(3)(B)",
    when=MISUSED,
    lifts=True,
)
_SAYS = (
    "A country that uses arms in substantial violation of the agreement on them is ineligible for credits, guaranties "
    "and sales, if the President so determines or Congress does by joint resolution."
)

MISUSE = Authority(
    id="restriction-misuse",
    question="Is this country ineligible for arms sales for using them against their terms, or for a nuclear breach?",
    provisions=amended(
        Provision(
            since=date(1976, 6, 30),
            citation="22 USC 2753(c)",
            says=_SAYS,
            rule=Cited("22 USC 2753(c)(3)(A)", MISUSED),
            terms={
                "cuts": "credits, guaranties, cash sales and deliveries under the Arms Export Control Act",
                "waiver": "the violation ceases and will not recur; a certificate for cash sales",
            },
            steps=(_CEASED, _IMPACT),
            confidence="medium",
            cuts=(Cut(authorities=of_form("financing", "sale")),),
            note="From 1976 to 6 March 2012 neither the President nor Congress ever made such a determination, by a "
            "report of the Congressional Research Service; none was found since. That a violation may have occurred is "
            "reported to Congress, and bars nothing by itself.",
        ),
        Amendment(
            since=date(1994, 6, 29),
            citation="22 USC 2753(c), (f)",
            says=f"{_SAYS} Nothing is sold or leased to a country determined to be in material breach of its nuclear "
            "commitments.",
            rule=Cited("22 USC 2753(c)(3)(A)", MISUSED) | Cited("22 USC 2753(f)", BREACHED),
        ),
    ),
)
