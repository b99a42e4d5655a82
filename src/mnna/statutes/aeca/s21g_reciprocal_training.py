"""AECA 21(g), 22 USC 2761(g): training exchanged on the basis of reciprocity.

The subsection was struck on 12 October 1984 and put back with effect from 1 October 1985. Its earlier text is not
encoded.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO, NATO_ORGANIZATION, STANDARDIZATION

_CITE = "22 USC 2761(g)"
_NATO = Cited(_CITE, NATO | NATO_ORGANIZATION)
_THREE_NAMED = Cited(_CITE, STANDARDIZATION)
"""Japan, Australia and New Zealand, which the subsection named until 1996; 21(e)(2)(A) then named the same three."""

STEPS = (
    Act(text="an agreement whose financial principles rest on reciprocity", citation=_CITE),
    Act(text="direct costs are reimbursed; indirect costs, surcharges and billeting may be left out", citation=_CITE),
    Act(text="the agreement is sent promptly to Congress", citation=_CITE),
)
BY_STATUTE = Act(text="an Act of Congress names the country or its class", citation=_CITE)

AUTHORITY = Authority(
    id="reciprocal-training",
    question="May the President agree with this country to exchange military training at reduced cost?",
    provisions=(
        Provision(
            since=date(1985, 10, 1),
            citation=_CITE,
            says="Agreements for cooperative training may be made within NATO and, likewise, with Japan, Australia and "
            "New Zealand.",
            rule=_NATO | _THREE_NAMED,
            steps=STEPS,
            routes=(BY_STATUTE,),
            source="usc-22-2761",
        ),
        Provision(
            since=date(1987, 12, 22),
            citation=_CITE,
            says="Agreements for cooperative training may be made within NATO and, likewise, with Japan, Australia, "
            "New Zealand and the major non-NATO allies of the title-10 list.",
            rule=_NATO | _THREE_NAMED | allies(Cited(_CITE, MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=STEPS,
            routes=(Act(text="designation as a major non-NATO ally by the Secretary of Defense", citation=_CITE),),
            source="usc-22-2761",
            confidence="medium",
            note="The title-10 list of those years is known only from an old fact sheet.",
        ),
        Provision(
            since=date(1996, 7, 21),
            citation=_CITE,
            says="Agreements for cooperative training may be made within NATO and, likewise, with major non-NATO "
            "allies.",
            rule=allies(_NATO | Cited(_CITE, MNNA), taiwan=Taiwan.ARGUABLY),
            steps=STEPS,
            routes=(DESIGNATION,),
            source="usc-22-2761",
            note="Training of United States pupils by the partner is no transfer to it, so whether section 1206 "
            "carries Taiwan here can be argued either way.",
        ),
    ),
)
