"""AECA 36(c), 22 USC 2776(c): licenses to export defense articles and services sold commercially.

Status as a major non-NATO ally changes nothing here. Two texts disagree on firearms: 36(c)(5) says that for NATO and
the countries named beside it the section applies "only" at the higher thresholds, none of which is for firearms, while
ITAR 123.15(a)(3) demands a certification for category I firearms of $1 million or more with no destination excepted.
The regulation is followed here, as the State Department does, and the answer says so.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, Kind, Named
from mnna.statutes.aeca.s36_review import (
    EDGE_DETAIL,
    EVERYONE,
    LETHAL,
    MILITARY_EDGE,
    UPGRADE,
    below,
    group,
    measure,
    of_the_organization,
    shown,
    since,
    treaty_notice,
    unless_aukus,
)
from mnna.statutes.aeca.s38b3_commercial_ceiling import CEILING, EXEMPT
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseLaw, CaseProvision, Measure, any_met
from mnna.statutes.vocabulary import (
    FIREARMS,
    INCLUDES_OUTSIDE,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    REVIEW_36B,
    REVIEW_36C,
    THRESHOLDS,
    TOTAL,
    at_least,
    choose,
    new_sales_territory,
)

_ONE, _FIVE, _ITAR = "22 USC 2776(c)(1)", "22 USC 2776(c)(5)", "22 CFR 123.15(a)(3)"

NEW_TERRITORY = new_sales_territory("license", INCLUDES_OUTSIDE)
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
"""The recipients with the higher thresholds under 36(c)(5): a member country, so not the Organization itself."""

GENERAL = (measure("mde", MDE, "36c-mde", _ONE), measure("total", TOTAL, "36c-total", _ONE))
HIGHER = (
    measure("mde", MDE, "36c-mde-nato-plus", f"{_ONE}, (c)(5)(A)"),
    measure("total", TOTAL, "36c-total-nato-plus", f"{_ONE}, (c)(5)(B)"),
)
FIREARM = Measure(
    name="firearms",
    met=Named(
        "firearms",
        "category I firearms reach their own threshold, for any destination (ITAR 123.15(a)(3); the word “only” in "
        "AECA 36(c)(5) would spare NATO members and the named countries)",
        Cited(_ITAR, at_least(FIREARMS, param("36c-firearms"))),
    ),
    usd=param("36c-firearms"),
    citation=f"{_ONE}; {_ITAR}",
)
SINCE_2002 = (*shown(GROUP_MEMBER, NEW_TERRITORY, HIGHER, GENERAL, FAVORED), FIREARM)
REACHED_2002 = choose(FAVORED, any_met(HIGHER), any_met(GENERAL)) | FIREARM.met
REACHED_2025 = unless_aukus(REACHED_2002, "22 USC 2778(l)(2)")

DAYS_1996 = choose(NATO | NATO_ORGANIZATION | REVIEW_36C, param("36c-days-nato-plus"), param("36c-days"))
DAYS_2000 = choose(
    NATO | NATO_ORGANIZATION | REVIEW_36C,
    param("36c-days-nato-plus"),
    choose(COMSAT, param("36c-days-comsat"), param("36c-days")),
)
GROUP = group(REVIEW_36C)

EMERGENCY = Act(
    text="the President may certify that an emergency requires the export, which removes the wait; the certification "
    "must then justify it in detail",
    citation="22 USC 2776(c)(2)",
)
HOLD = Act(
    text="the license may issue when the days have run, unless Congress has enacted a joint resolution against it",
    citation="22 USC 2776(c)(2)",
)
SPARED_1980 = NATO | NATO_ORGANIZATION | REVIEW_36B
"""The countries whose licenses no resolution of Congress could forbid until 1996; 36(b) named them beside NATO too."""
OBJECTION_1980 = Act(
    text="Congress may forbid the license within the {36c-days:words} days by concurrent resolution, but not one for "
    "NATO, its members, Japan, Australia or New Zealand",
    citation="22 USC 2776(c)(2)(B)",
    when=~since("36-joint-resolution") & ~SPARED_1980,
)
RESOLUTION_1986 = Act(
    text="Congress may forbid the license within the {36c-days:words} days by joint resolution, but not one for NATO, "
    "its members, Japan, Australia or New Zealand",
    citation="22 USC 2776(c)(2)(B)",
    when=since("36-joint-resolution") & ~SPARED_1980,
)
ABOVE_CEILING = Act(
    text="no license issues to this country for major defense equipment above {commercial-ceiling} without an "
    "exception: the Government sells it instead",
    citation="22 USC 2778(b)(3)",
    when=~since("commercial-ceiling-struck") & (TOTAL >= CEILING) & (MDE >= CEILING) & ~(NATO | EXEMPT),
    always=True,
)
FIREARM_CONFLICT = Act(
    text="for NATO members and the named countries the texts conflict on firearms: AECA 36(c)(5), read by its words, "
    "would need no certification; ITAR 123.15(a)(3) requires one and is followed here",
    citation="22 USC 2776(c)(5); 22 CFR 123.15(a)(3)",
    when=GROUP_MEMBER & FIREARM.met,
)
ORGANIZATION_READ = of_the_organization("22 USC 2776(c)(5)", below(param("36c-total-nato-plus")))
TREATY = treaty_notice("22 USC 2776(c)(6)")
TODAY = (EMERGENCY, HOLD, UPGRADE, MILITARY_EDGE, EDGE_DETAIL, TREATY, LETHAL)

LAW = CaseLaw(
    channel="dcs",
    question="Must Congress be notified before a license is issued to export defense articles sold commercially?",
    provisions=(
        CaseProvision(
            since=date(1976, 6, 30),
            citation="22 USC 2776(c)",
            says="A numbered certification goes to Congress not less than {36c-days:words} days before the license "
            "issues.",
            notify=any_met(GENERAL),
            measures=GENERAL,
            review_days=param("36c-days"),
            group=EVERYONE,
            steps=(ABOVE_CEILING,),
            source="usc-22-2776",
            note="For applications filed on or after 30 June 1976. Congress had no power of objection yet.",
        ),
        CaseProvision(
            since=date(1980, 12, 16),
            citation=_ONE,
            says="A numbered certification goes to Congress, and the license waits {36c-days:words} days, whoever the "
            "recipient is.",
            notify=any_met(GENERAL),
            measures=GENERAL,
            review_days=param("36c-days"),
            group=EVERYONE,
            steps=(EMERGENCY, OBJECTION_1980, RESOLUTION_1986, ABOVE_CEILING),
            source="usc-22-2776",
        ),
        CaseProvision(
            since=date(1996, 7, 21),
            citation="22 USC 2776(c)(1)-(2)",
            says="One set of thresholds for all; the license waits {36c-days-nato-plus:words} days for NATO, its "
            "members and the countries named beside it, {36c-days:words} for all others.",
            notify=any_met(GENERAL),
            measures=GENERAL,
            review_days=DAYS_1996,
            group=GROUP,
            steps=(EMERGENCY, HOLD, UPGRADE, LETHAL),
            source="usc-22-2776",
        ),
        CaseProvision(
            since=date(2000, 10, 6),
            citation="22 USC 2776(c)(1)-(2)",
            says="As before, with {36c-days-comsat:words} days for communications satellites launched from and by "
            "Russia, Ukraine or Kazakhstan.",
            notify=any_met(GENERAL),
            measures=GENERAL,
            review_days=DAYS_2000,
            group=GROUP,
            steps=(EMERGENCY, HOLD, UPGRADE, LETHAL),
            source="usc-22-2776",
        ),
        CaseProvision(
            since=date(2002, 9, 30),
            citation="22 USC 2776(c)(1), (c)(5)",
            says="Higher thresholds for NATO members and the countries named beside them, unless the license "
            "authorizes a new sales territory outside that group; a low threshold of its own for category I firearms.",
            notify=REACHED_2002,
            measures=SINCE_2002,
            review_days=DAYS_2000,
            group=GROUP,
            steps=TODAY,
            caveats=(FIREARM_CONFLICT, ORGANIZATION_READ),
            source="usc-22-2776",
            note="Firearms: the statute's word “only” in (c)(5) conflicts with ITAR 123.15(a)(3), which is followed "
            "for every destination; its text was read as of January 2025, not as of 2002.",
        ),
        CaseProvision(
            since=date(2025, 12, 18),
            citation="22 USC 2776(c)(1), (c)(5)",
            says="As before, except that what falls within the AECA 38(l)(2) exemption for Australia and the United "
            "Kingdom needs no certification.",
            notify=REACHED_2025,
            measures=SINCE_2002,
            review_days=DAYS_2000,
            group=GROUP,
            steps=TODAY,
            caveats=(FIREARM_CONFLICT, ORGANIZATION_READ),
            source="usc-22-2776",
            note="P.L. 119-60 §1085(b)(1). Whether ITAR 126.7 still limits the exemption to transfers below these very "
            "thresholds is not known here. A threshold law after August 2026 is not known here either.",
        ),
    ),
    note="Firearms not given are unknown, not zero: a license below the other thresholds is decided only when the "
    "value of its category I firearms is known, or the whole is below a million dollars. Exports in a NATO "
    "cooperative project are excused by AECA 27(g), and sales under AECA 21 and 22 belong to 36(b).",
)
