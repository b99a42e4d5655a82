"""FAA 620J, 22 USC 2378a: no United States funds for the sale of depleted-uranium anti-tank rounds, with exceptions.

The section was numbered 620G until 21 December 2006. It is not the Leahy section, which bore the number 620J before
it became 620M.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Literal, Status
from mnna.statutes.partners import DESIGNATION
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA, NATO

NAMED = Status("du-named", "Taiwan, named in the section itself")

_RULE = Cited("22 USC 2378a(a)(1)", NATO) | Cited("22 USC 2378a(a)(2)", MNNA) | Cited("22 USC 2378a(a)(3)", NAMED)
_ROUTES = (
    Act(
        "the President finds that the sale to this country is in the national security interest of the United States",
        "22 USC 2378a(b)",
    ),
    DESIGNATION,
)


def _rounds(since: date, until: date | None, section: str, note: str) -> Provision:
    return Provision(
        since,
        until,
        "22 USC 2378a",
        "No funds may be used to facilitate such a sale, except to a NATO member, a major non-NATO ally or Taiwan.",
        _RULE,
        {"section_of_the_act": Literal(section)},
        routes=_ROUTES,
        source="usc-22-2378a",
        note=note,
    )


AUTHORITY = Authority(
    id="depleted-uranium-rounds",
    question="May United States funds be used to facilitate the sale to this country of M-833 or comparable "
    "depleted-uranium anti-tank rounds?",
    topic="equipment",
    provisions=(
        _rounds(
            date(1996, 7, 21),
            date(2006, 12, 21),
            "FAA 620G",
            "Added as section 620G by P.L. 104-164 s. 149; another section bore that number too.",
        ),
        _rounds(
            date(2006, 12, 21),
            None,
            "FAA 620J",
            "Renumbered 620J by P.L. 109-446 s. 2(b)(1). From 26 December 2007 to 23 December 2011 the Leahy section "
            "was numbered 620J as well; it is 620M now.",
        ),
    ),
    examples=(
        Example("COL", "2024-06-01", "yes", "Designated a major non-NATO ally on 23 May 2022."),
        Example("MEX", "2024-06-01", "no", "Neither NATO member nor ally; the presidential finding is the route."),
        Example(
            "TWN", "1997-01-01", "yes", "Named in the section since 1996, six years before section 1206.", trap=True
        ),
        Example("COL", "2006-12-20", "no", "Then section 620G of the Act.", terms={"section_of_the_act": "FAA 620G"}),
        Example(
            "JPN",
            "2006-12-21",
            "yes",
            "Section 620J from that day; the Leahy section once bore that number too.",
            trap=True,
            terms={"section_of_the_act": "FAA 620J"},
        ),
        Example("COL", "2022-04-21", "no", "Notice to Congress is not designation.", trap=True),
        Example("COL", "1996-07-20", "unknown", "The section did not exist yet."),
    ),
)
