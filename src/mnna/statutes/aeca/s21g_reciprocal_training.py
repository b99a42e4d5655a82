"""AECA 21(g), 22 USC 2761(g): training exchanged on the basis of reciprocity.

The subsection was struck on 12 October 1984 and put back with effect from 1 October 1985. Its earlier text is not
encoded.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO, NATO_ORGANIZATION, STANDARDIZATION

_CITE = "22 USC 2761(g)"
_NATO = Cited(_CITE, NATO | NATO_ORGANIZATION)
_THREE_NAMED = Cited(_CITE, STANDARDIZATION)
"""Japan, Australia and New Zealand, which the subsection named until 1996; 21(e)(2)(A) then named the same three."""

ACTS = Acts(__name__)

AUTHORITY = Authority(
    id="reciprocal-training",
    question="May the President agree with this country to exchange military training at reduced cost?",
    provisions=amended(
        Provision(
            since=date(1985, 10, 1),
            citation=_CITE,
            says="Agreements for cooperative training may be made within NATO and, likewise, with Japan, Australia and "
            "New Zealand.",
            rule=_NATO | _THREE_NAMED,
            steps=ACTS("agreement", "costs", "sent-to-congress"),
            routes=ACTS("by-statute"),
        ),
        Amendment(
            since=date(1987, 12, 22),
            says="Agreements for cooperative training may be made within NATO and, likewise, with Japan, Australia, "
            "New Zealand and the major non-NATO allies of the title-10 list.",
            rule=_NATO | _THREE_NAMED | allies(Cited(_CITE, MNNA_TITLE_10), taiwan=Taiwan.NO),
            routes=ACTS("listing"),
            confidence="medium",
            note="The title-10 list of those years is known only from an old fact sheet.",
        ),
        Amendment(
            since=date(1996, 7, 21),
            says="Agreements for cooperative training may be made within NATO and, likewise, with major non-NATO "
            "allies.",
            rule=allies(_NATO | Cited(_CITE, MNNA), taiwan=Taiwan.ARGUABLY),
            routes=(DESIGNATION,),
            confidence="high",
            note="Training of United States pupils by the partner is no transfer to it, so whether section 1206 "
            "carries Taiwan here can be argued either way.",
        ),
    ),
)
