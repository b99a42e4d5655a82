"""AECA 36(b), 22 USC 2776(b): whether this country has the higher thresholds and the shorter review.

The yes or no is about both together. `s36b_foreign_military_sales` decides what applies to one proposed sale.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Expr, Named
from mnna.statutes.aeca.s36_review import EVERYONE, of_the_organization
from mnna.statutes.aeca.s36b_foreign_military_sales import DAYS, FAVORED, GROUP
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import choose

_ONE, _HIGHER = "22 USC 2776(b)(1)", "22 USC 2776(b)(6)"
NOT_YET = Named("higher thresholds", "the section has higher thresholds for some countries", NO, spelled=False)
ROUTES = (
    Act(text="accession to the North Atlantic Treaty", citation=_HIGHER),
    Act(
        text="an Act of Congress names the country beside NATO; designation as a major non-NATO ally changes nothing "
        "here",
        citation=_HIGHER,
    ),
)


def _figures(days: Expr, group: Expr) -> dict[str, Expr]:
    return {
        "mde_usd": param("36b-mde"),
        "total_usd": param("36b-total"),
        "construction_usd": param("36b-construction"),
        "review_days": days,
        "group": group,
    }


def _old(*, since: date, says: str, days: Expr, group: Expr) -> Provision:
    return Provision(
        since=since,
        citation=_ONE,
        says=says,
        rule=NOT_YET,
        terms=_figures(days, group),
        routes=(Act(text="an Act of Congress sets higher thresholds for some countries", citation=_ONE),),
        source="usc-22-2776",
    )


AUTHORITY = Authority(
    id="notification-thresholds",
    question="Do the higher notification thresholds and the fifteen-day review of government sales apply to this "
    "country?",
    provisions=(
        _old(
            since=date(1974, 12, 30),
            says="One threshold and {36b-days:words} days for every country.",
            days=param("36b-days"),
            group=EVERYONE,
        ),
        _old(
            since=date(1976, 6, 30),
            says="One set of thresholds and {36b-days:words} days for every country.",
            days=param("36b-days"),
            group=EVERYONE,
        ),
        _old(
            since=date(1981, 12, 29),
            says="One set of thresholds for every country; {36b-days-nato-plus:words} days of review for NATO, its "
            "members and the countries named beside them, {36b-days:words} for all others.",
            days=DAYS,
            group=GROUP,
        ),
        Provision(
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
            routes=ROUTES,
            caveats=(of_the_organization(_HIGHER),),
            source="usc-22-2776",
            note="Commercial licenses, retransfers and leases have thresholds and days of their own, which follow the "
            "same names. A threshold law after August 2026 is not known here.",
        ),
    ),
)
