"""AECA 36(b), 22 USC 2776(b): whether this country has the higher thresholds and the shorter review.

The yes or no is about both together. What then applies to one proposed sale is decided in `foreign_military_sales`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Expr, Named
from mnna.statutes.aeca.s36b_foreign_military_sales import DAYS, EVERYONE, FAVORED, GROUP
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import choose

_ONE, _HIGHER = "22 USC 2776(b)(1)", "22 USC 2776(b)(6)"
NOT_YET = Named("higher thresholds", "the section has higher thresholds for some countries", NO, spelled=False)
ROUTES = (
    Act("accession to the North Atlantic Treaty", _HIGHER),
    Act(
        "an Act of Congress names the country beside the five, as it did Korea in 2008 and Israel in 2010; "
        "designation as a major non-NATO ally changes nothing here",
        _HIGHER,
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


def _old(since: date, until: date, says: str, days: Expr, group: Expr) -> Provision:
    return Provision(since, until, _ONE, says, NOT_YET, _figures(days, group), routes=ROUTES, source="usc-22-2776")


AUTHORITY = Authority(
    id="notification-thresholds",
    question="Do the higher notification thresholds and the fifteen-day review of government sales apply to this "
    "country?",
    topic="notification",
    provisions=(
        _old(
            date(1974, 12, 30),
            date(1976, 6, 30),
            "One threshold and twenty days for every country.",
            param("36b-days"),
            EVERYONE,
        ),
        _old(
            date(1976, 6, 30),
            date(1981, 12, 29),
            "One set of thresholds and thirty days for every country.",
            param("36b-days"),
            EVERYONE,
        ),
        _old(
            date(1981, 12, 29),
            date(2002, 9, 30),
            "One set of thresholds for every country; fifteen days of review for NATO, its members and the countries "
            "named beside them, thirty for all others.",
            DAYS,
            GROUP,
        ),
        Provision(
            since=date(2002, 9, 30),
            until=None,
            citation="22 USC 2776(b)(1), (b)(6)",
            says="NATO members and the countries named beside them have higher thresholds and fifteen days of review; "
            "NATO itself has the fifteen days but the lower thresholds; all others have the lower thresholds and "
            "thirty days.",
            rule=Cited(_HIGHER, FAVORED),
            terms={
                "mde_usd": choose(FAVORED, param("36b-mde-nato-plus"), param("36b-mde")),
                "total_usd": choose(FAVORED, param("36b-total-nato-plus"), param("36b-total")),
                "construction_usd": choose(FAVORED, param("36b-construction-nato-plus"), param("36b-construction")),
                "review_days": DAYS,
                "group": GROUP,
            },
            routes=ROUTES,
            source="usc-22-2776",
            note="Commercial licenses, retransfers and leases have thresholds and days of their own, which follow the "
            "same names. A threshold law after August 2026 is not known here.",
        ),
    ),
    examples=(
        Example(
            "COL",
            "2025-06-01",
            "no",
            "A major non-NATO ally has the general figures.",
            trap=True,
            terms={
                "mde_usd": 14000000,
                "total_usd": 50000000,
                "construction_usd": 200000000,
                "review_days": 30,
                "group": "general",
            },
        ),
        Example(
            "JPN",
            "2025-06-01",
            "yes",
            "Named beside NATO.",
            terms={"mde_usd": 25000000, "total_usd": 100000000, "construction_usd": 300000000, "review_days": 15},
        ),
        Example(
            "NATO",
            "2025-06-01",
            "no",
            "Fifteen days, but (b)(6) speaks of a member country: the lower thresholds.",
            trap=True,
            terms={"mde_usd": 14000000, "review_days": 15, "group": "nato-organization"},
        ),
        Example("JOR", "2016-02-18", "yes", "Treated as named for three years.", terms={"review_days": 15}),
        Example("JOR", "2019-02-19", "no", "The three years are over.", terms={"review_days": 30}),
        Example("TWN", "2025-06-01", "no", "Treated as an ally, which counts for nothing here.", trap=True),
        Example(
            "JPN",
            "2002-09-29",
            "no",
            "Fifteen days already, but one set of thresholds for all.",
            terms={"mde_usd": 14000000, "review_days": 15, "group": "nato-plus"},
        ),
    ),
)
