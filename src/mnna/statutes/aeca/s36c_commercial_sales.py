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
from mnna.statutes.provision import Acts, Amendment, CaseLaw, CaseProvision, Measure, amended, any_met
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
REACHED_2002 = choose(FAVORED, any_met(HIGHER), any_met(GENERAL)) | FIREARM.met

SPARED_1980 = NATO | NATO_ORGANIZATION | REVIEW_36B
"""The countries whose licenses no resolution of Congress could forbid until 1996; 36(b) named them beside NATO too."""
ACTS = Acts(
    __name__,
    {
        "objection-1980": ~since("36-joint-resolution") & ~SPARED_1980,
        "resolution-1986": since("36-joint-resolution") & ~SPARED_1980,
        "above-ceiling": ~since("commercial-ceiling-struck") & (TOTAL >= CEILING) & (MDE >= CEILING) & ~(NATO | EXEMPT),
        "upgrade": since("36c-upgrade-notice"),
        "firearm-conflict": GROUP_MEMBER & FIREARM.met,
    },
)

LAW = CaseLaw(
    channel="dcs",
    question="Must Congress be notified before a license is issued to export defense articles sold commercially?",
    provisions=amended(
        CaseProvision(
            since=date(1976, 6, 30),
            citation="22 USC 2776(c)",
            says="A numbered certification goes to Congress not less than {36c-days:words} days before the license "
            "issues.",
            notify=any_met(GENERAL),
            measures=GENERAL,
            review_days=param("36c-days"),
            group=EVERYONE,
            steps=ACTS("above-ceiling"),
            note="For applications filed on or after 30 June 1976. Congress had no power of objection yet.",
        ),
        Amendment(
            since=date(1980, 12, 16),
            citation=_ONE,
            says="A numbered certification goes to Congress, and the license waits {36c-days:words} days, whoever the "
            "recipient is.",
            steps=ACTS("emergency", "objection-1980", "resolution-1986", "above-ceiling"),
            note="",
        ),
        Amendment(
            since=date(1996, 7, 21),
            citation="22 USC 2776(c)(1)-(2)",
            says="One set of thresholds for all; the license waits {36c-days-nato-plus:words} days for NATO, its "
            "members and the countries named beside it, {36c-days:words} for all others.",
            review_days=choose(NATO | NATO_ORGANIZATION | REVIEW_36C, param("36c-days-nato-plus"), param("36c-days")),
            group=group(REVIEW_36C),
            steps=ACTS("emergency", "hold", "upgrade", LETHAL),
        ),
        Amendment(
            since=date(2000, 10, 6),
            says="As before, with {36c-days-comsat:words} days for communications satellites launched from and by "
            "Russia, Ukraine or Kazakhstan.",
            review_days=choose(
                NATO | NATO_ORGANIZATION | REVIEW_36C,
                param("36c-days-nato-plus"),
                choose(COMSAT, param("36c-days-comsat"), param("36c-days")),
            ),
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation="22 USC 2776(c)(1), (c)(5)",
            says="Higher thresholds for NATO members and the countries named beside them, unless the license "
            "authorizes a new sales territory outside that group; a low threshold of its own for category I firearms.",
            notify=REACHED_2002,
            measures=(*shown(GROUP_MEMBER, NEW_TERRITORY, HIGHER, GENERAL, FAVORED), FIREARM),
            steps=ACTS(
                "emergency", "hold", "upgrade", MILITARY_EDGE, EDGE_DETAIL, treaty_notice("22 USC 2776(c)(6)"), LETHAL
            ),
            caveats=ACTS(
                "firearm-conflict", of_the_organization("22 USC 2776(c)(5)", below(param("36c-total-nato-plus")))
            ),
            note="Firearms: the statute's word “only” in (c)(5) conflicts with ITAR 123.15(a)(3), which is followed "
            "for every destination; its text was read as of January 2025, not as of 2002.",
        ),
        Amendment(
            since=date(2025, 12, 18),
            says="As before, except that what falls within the AECA 38(l)(2) exemption for Australia and the United "
            "Kingdom needs no certification.",
            notify=unless_aukus(REACHED_2002, "22 USC 2778(l)(2)"),
            note="P.L. 119-60 §1085(b)(1). Whether ITAR 126.7 still limits the exemption to transfers below these very "
            "thresholds is not known here. A threshold law after August 2026 is not known here either.",
        ),
    ),
    note="Firearms not given are unknown, not zero: a license below the other thresholds is decided only when the "
    "value of its category I firearms is known, or the whole is below a million dollars. Exports in a NATO "
    "cooperative project are excused by AECA 27(g), and sales under AECA 21 and 22 belong to 36(b).",
)
