"""AECA 62 and 63, 22 USC 2796a and 2796b: leases of defense articles, and loans under FAA part II chapter 2.

Whether Congress is notified depends only on the length: one year or longer, whatever the value. The value decides
whether Congress can also forbid the lease by joint resolution.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Named
from mnna.statutes.aeca.s36_review import EVERYONE, group, since
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, CaseLaw, CaseProvision, Measure, amended
from mnna.statutes.vocabulary import (
    LEASE_MONTHS,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    RETRANSFER,
    RETRANSFER_COMMERCIAL,
    THRESHOLDS,
    TOTAL,
    at_least,
    choose,
)

LONG = Named(
    "a year or longer", "the lease or loan is for a year or longer", LEASE_MONTHS >= param("62-months"), spelled=True
)

LARGE = at_least(MDE, param("63-mde")) | (TOTAL >= param("63-total"))
SPARED_1981 = NATO | NATO_ORGANIZATION | RETRANSFER
"""The countries whose leases section 63 did not cover until 1996; 3(d)(2)(B), enacted the same day, names the same."""

ACTS = Acts(
    __name__,
    {
        "veto-1981": ~since("36-joint-resolution") & ~SPARED_1981,
        "veto-1986": since("36-joint-resolution") & ~SPARED_1981,
        "veto-1996": LARGE,
        "veto-2002": choose(
            NATO | THRESHOLDS, at_least(MDE, param("63-mde-nato-plus")) | (TOTAL >= param("63-total-nato-plus")), LARGE
        ),
    },
)

LAW = CaseLaw(
    channel="lease",
    question="Must Congress be notified before defense articles are leased or lent to this recipient?",
    provisions=amended(
        CaseProvision(
            since=date(1981, 12, 29),
            citation="22 USC 2796a(a)",
            says="A lease or loan for a year or longer, or its renewal, is certified to Congress not less than "
            "{62-days:words} days before, whatever its value and whoever the recipient is.",
            notify=LONG,
            measures=(Measure(name="none", met=LONG, usd=None, citation="22 USC 2796a(a)"),),
            review_days=param("62-days"),
            group=EVERYONE,
            steps=ACTS("emergency", "veto-1981", "veto-1986", "rather", "term-1981", "cost"),
        ),
        Amendment(
            since=date(1996, 7, 21),
            citation="22 USC 2796a(a), (c)",
            says="As before, with {62-days-nato-plus:words} days for NATO, its members and the countries named beside "
            "it.",
            review_days=choose(
                NATO | NATO_ORGANIZATION | RETRANSFER_COMMERCIAL, param("62-days-nato-plus"), param("62-days")
            ),
            group=group(RETRANSFER_COMMERCIAL),
            steps=ACTS("emergency", "veto-1996", "rather", "term-1981", "cost"),
        ),
        Amendment(
            since=date(2002, 9, 30),
            says="A lease or loan for a year or longer, or its renewal, is certified whatever its value, "
            "{62-days-nato-plus:words} days before for NATO, its members and the countries named beside it, "
            "{62-days:words} for all others; the "
            "section 63 veto has higher thresholds for members and named countries.",
            steps=ACTS("emergency", "veto-2002", "rather", "term", "cost"),
            note="There is no exemption here for Australia and the United Kingdom: AECA 38(l) lifts 3(d), 36(c) and "
            "36(d) only.",
        ),
    ),
)
