"""AECA 36(c), 22 USC 2776(c): licenses to export defense articles and services sold commercially.

Status as a major non-NATO ally changes nothing here. Two texts disagree on firearms: 36(c)(5) says that for NATO and
the countries named beside it the section applies "only" at the higher thresholds, none of which is for firearms, while
ITAR 123.15(a)(3) demands a certification for category I firearms of $1 million or more with no destination excepted.
The regulation is followed here, as the State Department does, and the answer says so.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, Kind, Literal, Named
from mnna.statutes.aeca.s36_review import (
    EDGE_DETAIL,
    LETHAL,
    MILITARY_EDGE,
    UPGRADE,
    shown,
    since,
    treaty_notice,
    unless_aukus,
)
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseExample, CaseLaw, CaseProvision, Measure, any_met
from mnna.statutes.vocabulary import (
    FIREARMS,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    REVIEW_36B,
    REVIEW_36C,
    THRESHOLDS,
    TOTAL,
    at_least,
    choose,
)

_ONE, _FIVE, _ITAR = "22 USC 2776(c)(1)", "22 USC 2776(c)(5)", "22 CFR 123.15(a)(3)"

NEW_TERRITORY = Field(
    "new_sales_territory",
    Kind.TRUTH,
    "the license authorizes a new sales territory that includes a country outside the favored group",
)
"""Not presumed either way: exporters' licenses often cover several countries."""

COMSAT = Field(
    "comsat_launch",
    Kind.TRUTH,
    "the license is for a commercial communications satellite to be launched from, and by nationals of, Russia, "
    "Ukraine or Kazakhstan",
    presumed=False,
    presumption="it is presumed that the license is not for a communications satellite to be launched from Russia, "
    "Ukraine or Kazakhstan",
)

GROUP_MEMBER = NATO | THRESHOLDS
FAVORED = Named("favored", "the higher thresholds apply", GROUP_MEMBER & ~NEW_TERRITORY)
"""Whom 36(c)(5) gives the higher thresholds: a member country, so not the Organization itself."""

GENERAL = (
    Measure("mde", at_least(MDE, param("36c-mde")), param("36c-mde"), _ONE),
    Measure("total", TOTAL >= param("36c-total"), param("36c-total"), _ONE),
)
HIGHER = (
    Measure("mde", at_least(MDE, param("36c-mde-nato-plus")), param("36c-mde-nato-plus"), f"{_ONE}, (c)(5)(A)"),
    Measure("total", TOTAL >= param("36c-total-nato-plus"), param("36c-total-nato-plus"), f"{_ONE}, (c)(5)(B)"),
)
FIREARM = Measure(
    "firearms",
    Named(
        "firearms",
        "category I firearms reach their own threshold, for any destination (ITAR 123.15(a)(3); the word “only” in "
        "AECA 36(c)(5) would spare NATO members and the named countries)",
        Cited(_ITAR, at_least(FIREARMS, param("36c-firearms"))),
    ),
    param("36c-firearms"),
    f"{_ONE}; {_ITAR}",
)
SINCE_2002 = (*shown(GROUP_MEMBER, NEW_TERRITORY, HIGHER, GENERAL, FAVORED), FIREARM)
REACHED_2002 = choose(FAVORED, any_met(HIGHER), any_met(GENERAL)) | FIREARM.met
REACHED_2025 = unless_aukus(REACHED_2002, "22 USC 2778(l)(2)")

EVERYONE = Literal("general")
DAYS_1996 = choose(NATO | NATO_ORGANIZATION | REVIEW_36C, param("36c-days-nato-plus"), param("36c-days"))
DAYS_2000 = choose(
    NATO | NATO_ORGANIZATION | REVIEW_36C,
    param("36c-days-nato-plus"),
    choose(COMSAT, param("36c-days-comsat"), param("36c-days")),
)
GROUP = choose(NATO, "nato", choose(REVIEW_36C, "nato-plus", choose(NATO_ORGANIZATION, "nato-organization", "general")))

EMERGENCY = Act(
    "the President may certify that an emergency requires the export, which removes the wait; the certification must "
    "then justify it in detail",
    "22 USC 2776(c)(2)",
)
HOLD = Act(
    "the license may issue when the days have run, unless Congress has enacted a joint resolution against it",
    "22 USC 2776(c)(2)",
)
SPARED_1980 = NATO | NATO_ORGANIZATION | REVIEW_36B
"""Whose licenses no resolution of Congress could forbid until 1996; the names stood beside NATO in 36(b) too."""
OBJECTION_1980 = Act(
    "Congress may forbid the license within the thirty days by concurrent resolution, but not one for NATO, its "
    "members, Japan, Australia or New Zealand",
    "22 USC 2776(c)(2)(B)",
    ~since("36-joint-resolution") & ~SPARED_1980,
)
RESOLUTION_1986 = Act(
    "Congress may forbid the license within the thirty days by joint resolution, but not one for NATO, its members, "
    "Japan, Australia or New Zealand",
    "22 USC 2776(c)(2)(B)",
    since("36-joint-resolution") & ~SPARED_1980,
)
FIREARM_CONFLICT = Act(
    "for NATO members and the named countries the texts conflict on firearms: AECA 36(c)(5), read by its words, would "
    "need no certification; ITAR 123.15(a)(3) requires one and is followed here",
    "22 USC 2776(c)(5); 22 CFR 123.15(a)(3)",
    GROUP_MEMBER & FIREARM.met,
)
TREATY = treaty_notice("22 USC 2776(c)(6)")
TODAY = (EMERGENCY, HOLD, FIREARM_CONFLICT, UPGRADE, MILITARY_EDGE, EDGE_DETAIL, TREATY, LETHAL)

LAW = CaseLaw(
    id="notify-dcs",
    channel="dcs",
    question="Must Congress be notified before a license is issued to export defense articles sold commercially?",
    provisions=(
        CaseProvision(
            date(1976, 6, 30),
            date(1980, 12, 16),
            "22 USC 2776(c)",
            "A numbered certification goes to Congress not less than thirty days before the license issues.",
            any_met(GENERAL),
            GENERAL,
            param("36c-days"),
            EVERYONE,
            source="usc-22-2776",
            note="For applications filed on or after 30 June 1976. Congress had no power of objection yet.",
        ),
        CaseProvision(
            date(1980, 12, 16),
            date(1996, 7, 21),
            _ONE,
            "A numbered certification goes to Congress, and the license waits thirty days, whoever the recipient is.",
            any_met(GENERAL),
            GENERAL,
            param("36c-days"),
            EVERYONE,
            (
                EMERGENCY,
                OBJECTION_1980,
                RESOLUTION_1986,
            ),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(1996, 7, 21),
            date(2000, 10, 6),
            "22 USC 2776(c)(1)-(2)",
            "One set of thresholds for all; the license waits fifteen days for NATO, its members and the countries "
            "named beside it, thirty for all others.",
            any_met(GENERAL),
            GENERAL,
            DAYS_1996,
            GROUP,
            (EMERGENCY, HOLD, UPGRADE, LETHAL),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(2000, 10, 6),
            date(2002, 9, 30),
            "22 USC 2776(c)(1)-(2)",
            "As before, with fifteen days for communications satellites launched from and by Russia, Ukraine or "
            "Kazakhstan.",
            any_met(GENERAL),
            GENERAL,
            DAYS_2000,
            GROUP,
            (EMERGENCY, HOLD, UPGRADE, LETHAL),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(2002, 9, 30),
            date(2025, 12, 18),
            "22 USC 2776(c)(1), (c)(5)",
            "Higher thresholds for NATO members and the countries named beside them, unless the license authorizes "
            "a new sales territory outside that group; a low threshold of its own for category I firearms.",
            REACHED_2002,
            SINCE_2002,
            DAYS_2000,
            GROUP,
            TODAY,
            source="usc-22-2776",
            note="Firearms: the statute's word “only” in (c)(5) conflicts with ITAR 123.15(a)(3), which is followed "
            "for every destination; its text was read as of January 2025, not as of 2002.",
        ),
        CaseProvision(
            date(2025, 12, 18),
            None,
            "22 USC 2776(c)(1), (c)(5)",
            "As before, except that what falls within the AECA 38(l)(2) exemption for Australia and the United Kingdom "
            "needs no certification.",
            REACHED_2025,
            SINCE_2002,
            DAYS_2000,
            GROUP,
            TODAY,
            source="usc-22-2776",
            note="P.L. 119-60 §1085(b)(1). Whether ITAR 126.7 still limits the exemption to transfers below these very "
            "thresholds is not known here. A threshold law after August 2026 is not known here either.",
        ),
    ),
    examples=(
        CaseExample(
            "COL",
            "2023-05-01",
            {"mde": "14000000", "total": "14000000"},
            "yes",
            "A major non-NATO ally has the general figures, and the threshold itself is reached.",
            trap=True,
            review_days=30,
            measure="mde",
        ),
        CaseExample(
            "GBR",
            "2024-05-01",
            {"mde": "20000000", "total": "20000000", "firearms": "0", "new_sales_territory": False},
            "no",
            "A NATO member's equipment is measured against 25 million.",
        ),
        CaseExample(
            "GBR",
            "2024-05-01",
            {"mde": "20000000", "total": "20000000", "firearms": "0"},
            "unknown",
            "Between the two thresholds it turns on the sales territory, which is not given.",
            trap=True,
        ),
        CaseExample(
            "GBR",
            "2024-05-01",
            {"total": "1000000", "firearms": "1000000"},
            "yes",
            "The regulation wants firearms of a million certified for every destination, though 36(c)(5) says "
            "otherwise.",
            trap=True,
            review_days=15,
            measure="firearms",
        ),
        CaseExample(
            "NATO",
            "2024-05-01",
            {"mde": "20000000", "total": "20000000"},
            "yes",
            "The Organization waits fifteen days but has the lower thresholds: (c)(5) speaks of a member country.",
            trap=True,
            review_days=15,
            measure="mde",
        ),
        CaseExample(
            "FRA",
            "1990-05-01",
            {"mde": "20000000", "total": "20000000"},
            "yes",
            "Before 21 July 1996 a license for a NATO member waited thirty days like any other.",
            trap=True,
            review_days=30,
            measure="mde",
        ),
        CaseExample(
            "AUS",
            "2025-12-18",
            {"mde": "30000000", "total": "30000000", "aukus_exempt": True},
            "no",
            "From this day what AECA 38(l)(2) exempts is no longer certified.",
        ),
        CaseExample(
            "AUS",
            "2025-12-17",
            {"mde": "30000000", "total": "30000000", "aukus_exempt": True},
            "yes",
            "The day before, an exempt export was still certified.",
            trap=True,
            review_days=15,
            measure="mde",
        ),
        CaseExample(
            "AUS",
            "2026-03-01",
            {"mde": "30000000", "total": "30000000"},
            "unknown",
            "It turns on whether the export falls within the exemption.",
        ),
        CaseExample(
            "JPN",
            "2026-03-01",
            {"mde": "30000000", "total": "30000000", "aukus_exempt": True},
            "yes",
            "The exemption covers Australia and the United Kingdom only.",
            trap=True,
            review_days=15,
            measure="mde",
        ),
    ),
    note="Firearms not given are unknown, not zero: a license below the other thresholds is decided only when the "
    "value of its category I firearms is known, or the whole is below a million dollars. Exports in a NATO "
    "cooperative project are excused by AECA 27(g), and sales under AECA 21 and 22 belong to 36(b).",
)
