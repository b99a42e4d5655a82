"""FAA 620J, 22 USC 2378a: no United States funds for the sale of depleted-uranium anti-tank rounds, with exceptions.

The section was numbered 620G until 21 December 2006. It is not the Leahy section, which bore the number 620J before
it became 620M.
"""

from __future__ import annotations

from datetime import date

from mnna.law.provision import Act, Authority, Example, Provision
from mnna.law.vocabulary import MNNA, NATO
from mnna.rules.expressions import Cited, Status

NAMED = Status("du-named", "Taiwan, named in the section itself")

AUTHORITY = Authority(
    id="depleted-uranium-rounds",
    question="May United States funds be used to facilitate the sale to this country of M-833 or comparable "
    "depleted-uranium anti-tank rounds?",
    topic="equipment",
    provisions=(
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation="22 USC 2378a",
            says="No funds may be used to facilitate such a sale, except to a NATO member, a major non-NATO ally or "
            "Taiwan.",
            rule=Cited("22 USC 2378a(a)(1)", NATO)
            | Cited("22 USC 2378a(a)(2)", MNNA)
            | Cited("22 USC 2378a(a)(3)", NAMED),
            routes=(
                Act(
                    "the President finds that the sale to this country is in the national security interest of the "
                    "United States",
                    "22 USC 2378a(b)",
                ),
                Act("designation as a major non-NATO ally", "22 USC 2321k(a)"),
            ),
            source="usc-22-2378a",
        ),
    ),
    examples=(
        Example("COL", "2024-06-01", "yes", "Designated a major non-NATO ally on 23 May 2022."),
        Example("MEX", "2024-06-01", "no", "Neither NATO member nor ally; the presidential finding is the route."),
        Example(
            "TWN", "1997-01-01", "yes", "Named in the section since 1996, six years before section 1206.", trap=True
        ),
        Example("COL", "2022-04-21", "no", "Notice to Congress is not designation.", trap=True),
        Example("COL", "1996-07-20", "unknown", "The section did not exist yet."),
    ),
)
