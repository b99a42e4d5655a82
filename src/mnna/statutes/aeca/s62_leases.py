"""AECA 62 and 63, 22 USC 2796a and 2796b: leases of defense articles, and loans under FAA part II chapter 2.

Whether Congress is told turns on time alone: one year or longer, whatever the value. What the value decides is whether
Congress also has a joint resolution with which to forbid the lease.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Literal, Named
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseExample, CaseLaw, CaseProvision, Measure
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
ANY_VALUE = (Measure("none", LONG, None, "22 USC 2796a(a)"),)
EVERYONE = Literal("general")
DAYS = choose(NATO | NATO_ORGANIZATION | RETRANSFER_COMMERCIAL, param("62-days-nato-plus"), param("62-days"))
GROUP = choose(
    NATO,
    "nato",
    choose(RETRANSFER_COMMERCIAL, "nato-plus", choose(NATO_ORGANIZATION, "nato-organization", "general")),
)

LARGE = at_least(MDE, param("63-mde")) | (TOTAL >= param("63-total"))
LARGE_FAVORED = at_least(MDE, param("63-mde-nato-plus")) | (TOTAL >= param("63-total-nato-plus"))
SPARED_1981 = NATO | NATO_ORGANIZATION | RETRANSFER
"""Whose leases section 63 did not reach until 1996; the names are those of 3(d)(2)(B), enacted the same day."""

_VETO = (
    "where the lease reaches the section 63 thresholds (replacement cost less depreciation), Congress may forbid it by "
    "joint resolution within the same days"
)
VETO_1981 = Act(_VETO.replace("joint", "concurrent"), "22 USC 2796b(a)", ~since("36-joint-resolution") & ~SPARED_1981)
VETO_1986 = Act(_VETO, "22 USC 2796b(a)", since("36-joint-resolution") & ~SPARED_1981)
VETO_1996 = Act(_VETO, "22 USC 2796b(a)", LARGE)
VETO_2002 = Act(_VETO, "22 USC 2796b(a)(1)-(2)", choose(NATO | THRESHOLDS, LARGE_FAVORED, LARGE))

EMERGENCY = Act(
    "the President may certify that an emergency requires the lease at once, which removes the notice and the "
    "section 63 review",
    "22 USC 2796a(b)",
)
TERM = Act("a lease has a fixed term of at most five years, besides time for major refurbishment", "22 USC 2796(b)")
COST = Act(
    "the lessee pays in United States dollars all costs of the lease, depreciation included, save for the waivers the "
    "section names",
    "22 USC 2796(a)",
)

LAW = CaseLaw(
    id="notify-lease",
    channel="lease",
    question="Must Congress be notified before defense articles are leased or lent to this recipient?",
    provisions=(
        CaseProvision(
            date(1981, 12, 29),
            date(1996, 7, 21),
            "22 USC 2796a(a)",
            "A lease or loan for a year or longer is certified to Congress not less than thirty days before, whatever "
            "its value and whoever the recipient is.",
            LONG,
            ANY_VALUE,
            param("62-days"),
            EVERYONE,
            (EMERGENCY, VETO_1981, VETO_1986, TERM, COST),
            source="usc-22-2796a",
        ),
        CaseProvision(
            date(1996, 7, 21),
            date(2002, 9, 30),
            "22 USC 2796a(a), (c)",
            "As before, with fifteen days for NATO, its members and the countries named beside it.",
            LONG,
            ANY_VALUE,
            DAYS,
            GROUP,
            (EMERGENCY, VETO_1996, TERM, COST),
            source="usc-22-2796a",
        ),
        CaseProvision(
            date(2002, 9, 30),
            None,
            "22 USC 2796a(a), (c)",
            "A lease or loan for a year or longer is certified whatever its value, fifteen days before for NATO, its "
            "members and the countries named beside it, thirty for all others; the section 63 veto has higher "
            "thresholds for members and named countries.",
            LONG,
            ANY_VALUE,
            DAYS,
            GROUP,
            (EMERGENCY, VETO_2002, TERM, COST),
            source="usc-22-2796a",
            note="There is no exemption here for Australia and the United Kingdom: AECA 38(l) lifts 3(d), 36(c) and "
            "36(d) only.",
        ),
    ),
    examples=(
        CaseExample(
            "KEN",
            "2024-05-01",
            {"lease_months": 11, "total": "900000000"},
            "no",
            "Under twelve months no certification is needed, whatever the value.",
            trap=True,
        ),
        CaseExample(
            "KEN",
            "2024-05-01",
            {"lease_months": 12, "total": "1000"},
            "yes",
            "Exactly a year is “one year or longer”, and there is no dollar floor.",
            trap=True,
            review_days=30,
            measure="none",
        ),
        CaseExample(
            "NATO",
            "2024-05-01",
            {"lease_months": 24},
            "yes",
            "The Organization is named in 62(c)(1).",
            review_days=15,
            measure="none",
        ),
        CaseExample(
            "ITA",
            "1996-07-20",
            {"lease_months": 24},
            "yes",
            "Until that day NATO members too had thirty days.",
            review_days=30,
            measure="none",
        ),
        CaseExample(
            "ITA",
            "1996-07-21",
            {"lease_months": 24},
            "yes",
            "Fifteen days from this day on.",
            review_days=15,
            measure="none",
        ),
        CaseExample("KEN", "2024-05-01", {"total": "60000000"}, "unknown", "The length of the lease is not given."),
    ),
)
