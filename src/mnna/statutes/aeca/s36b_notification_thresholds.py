"""AECA 36(b), 22 USC 2776(b): whether this country has the higher thresholds and the shorter review.

The yes or no is about both together. `s36b_foreign_military_sales` decides what applies to one proposed sale.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Named
from mnna.statutes.aeca.s36_review import EVERYONE, of_the_organization
from mnna.statutes.aeca.s36b_foreign_military_sales import DAYS, FAVORED, GROUP
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import choose

_HIGHER = "22 USC 2776(b)(6)"
ACTS = Acts(__name__)
_LOWER = {
    "mde_usd": param("36b-mde"),
    "total_usd": param("36b-total"),
    "construction_usd": param("36b-construction"),
}

AUTHORITY = Authority(
    id="notification-thresholds",
    question="Do the higher notification thresholds and the fifteen-day review of government sales apply to this "
    "country?",
    provisions=amended(
        Provision(
            since=date(1974, 12, 30),
            citation="22 USC 2776(b)(1)",
            says="One threshold and {36b-days:words} days for every country.",
            rule=Named("higher thresholds", "the section has higher thresholds for some countries", NO, spelled=False),
            terms={**_LOWER, "review_days": param("36b-days"), "group": EVERYONE},
            routes=ACTS("higher-by-act"),
        ),
        Amendment(since=date(1976, 6, 30), says="One set of thresholds and {36b-days:words} days for every country."),
        Amendment(
            since=date(1981, 12, 29),
            says="One set of thresholds for every country; {36b-days-nato-plus:words} days of review for NATO, its "
            "members and the countries named beside them, {36b-days:words} for all others.",
            terms={**_LOWER, "review_days": DAYS, "group": GROUP},
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation="22 USC 2776(b)(1), (b)(6)",
            says="NATO members and the countries named beside them have higher thresholds and "
            "{36b-days-nato-plus:words} days of review; NATO itself has the {36b-days-nato-plus:words} days but the "
            "lower thresholds; all others have the lower thresholds and {36b-days:words} days.",
            rule=Cited(_HIGHER, FAVORED),
            terms={
                "mde_usd": choose(FAVORED, param("36b-mde-nato-plus"), param("36b-mde")),
                "total_usd": choose(FAVORED, param("36b-total-nato-plus"), param("36b-total")),
                "construction_usd": choose(FAVORED, param("36b-construction-nato-plus"), param("36b-construction")),
                "review_days": DAYS,
                "group": GROUP,
            },
            routes=ACTS("accession", "named-by-act"),
            caveats=(of_the_organization(_HIGHER),),
            note="Commercial licenses, retransfers and leases have thresholds and days of their own, which follow the "
            "same names. A threshold law after August 2026 is not known here.",
        ),
    ),
)
