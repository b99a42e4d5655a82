"""FAA 620J, 22 USC 2378a: no United States funds for the sale of depleted-uranium anti-tank rounds, with exceptions.

The section was numbered 620G until 21 December 2006. It is not the Leahy section, which bore the number 620J before
it became 620M.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, NATO

NAMED = Status("du-named", "Taiwan, named in the section itself")

_ROUTES = (
    Act(
        text="the President finds that the sale to this country is in the national security interest of the United "
        "States",
        citation="22 USC 2378a(b)",
    ),
    DESIGNATION,
)

AUTHORITY = Authority(
    id="depleted-uranium-rounds",
    question="May United States funds be used to facilitate the sale to this country of M-833 or comparable "
    "depleted-uranium anti-tank rounds?",
    provisions=amended(
        Provision(
            since=date(1996, 7, 21),
            citation="22 USC 2378a",
            says="No funds may be used to facilitate such a sale, except to a NATO member, a major non-NATO ally or "
            "Taiwan.",
            rule=allies(Cited("22 USC 2378a(a)(1)", NATO) | Cited("22 USC 2378a(a)(2)", MNNA), taiwan=Taiwan.NAMED)
            | Cited("22 USC 2378a(a)(3)", NAMED),
            terms={"section_of_the_act": "FAA 620G"},
            routes=_ROUTES,
            note="Added as section 620G by P.L. 104-164 s. 149; another section bore that number too.",
        ),
        Amendment(
            since=date(2006, 12, 21),
            terms={"section_of_the_act": "FAA 620J"},
            note="Renumbered 620J by P.L. 109-446 s. 2(b)(1). From 26 December 2007 to 23 December 2011 the Leahy "
            "section was numbered 620J as well; it is 620M now.",
        ),
    ),
)
