"""FAA 517, 22 USC 2321k: the designation of a major non-NATO ally, the route to what the status opens."""

from __future__ import annotations

from mnna.rules.nodes import Expr
from mnna.statutes.parameters import param
from mnna.statutes.partners import A_COUNTRY, Taiwan, allies
from mnna.statutes.provision import Act
from mnna.statutes.vocabulary import MNNA


def designation(when: Expr, remark: str = "", *, lifts: bool = False) -> Act:
    """Return the route of designation where `when` holds, with a remark that follows its words."""
    text = (
        f"designation as a major non-NATO ally, {{mnna-designation-days:words}} days after notice to Congress{remark}"
    )
    return Act(text=text, citation="22 USC 2321k(a)", when=when, lifts=lifts)


DESIGNATION = designation(A_COUNTRY & ~allies(MNNA, taiwan=Taiwan.NO))
NOTICE_DAYS = param("mnna-designation-days")
"""The days of notice to Congress before a designation or the end of one."""
