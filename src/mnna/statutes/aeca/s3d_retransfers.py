"""AECA 3(d), 22 USC 2753(d): consent to pass United States arms on from one foreign holder to another.

The status of the recipient counts, not that of the present holder. Values are original acquisition cost.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Exceptions, Field, Kind, Named, Special, Status
from mnna.statutes.aeca.s36_review import EVERYONE, group, measure, since, unless_aukus
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseLaw, CaseProvision, any_met, between
from mnna.statutes.vocabulary import (
    INCLUDES_OUTSIDE,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    ORIGIN,
    RETRANSFER,
    RETRANSFER_COMMERCIAL,
    THRESHOLDS,
    TOTAL,
    choose,
    new_sales_territory,
)

_BOTH = "22 USC 2753(d)(1), (d)(3)(A)"

NEW_TERRITORY = new_sales_territory("retransfer", INCLUDES_OUTSIDE, presumed_of="retransfer")

EXEMPT = Field(
    "retransfer_exempt",
    Kind.TRUTH,
    "the retransfer is one that AECA 3(d)(4) exempts: repair without a gain in capability, a temporary transfer for "
    "repair, or cross-servicing or identified lead-nation procurement within NATO",
    presumed=False,
    presumption="it is presumed that the retransfer is none of those that AECA 3(d)(4) exempts, such as for repair",
)

FAVORED = Named("favored", "the higher thresholds apply", (NATO | THRESHOLDS) & ~NEW_TERRITORY)
"""The recipients with the higher thresholds under 3(d)(5): a member country, so not the Organization itself."""

GENERAL = (measure("mde", MDE, "3d-mde", _BOTH), measure("total", TOTAL, "3d-total", _BOTH))
HIGHER = (
    measure("mde", MDE, "3d-mde-nato-plus", f"{_BOTH}, (d)(5)(A)"),
    measure("total", TOTAL, "3d-total-nato-plus", f"{_BOTH}, (d)(5)(B)"),
)
EXEMPTION = Special(EXEMPT, NO, "22 USC 2753(d)(4)")
REACHED_1981 = Exceptions(any_met(GENERAL), (EXEMPTION,))
REACHED_2002 = Exceptions(choose(FAVORED, any_met(HIGHER), any_met(GENERAL)), (EXEMPTION,))
REACHED_2023 = unless_aukus(REACHED_2002, "22 USC 2778(l)(6)(A)")
SINCE_2002 = between(FAVORED, HIGHER, GENERAL)

FROM_GOVERNMENT = ORIGIN.equals("government")
DAYS_GOVERNMENT = choose(NATO | NATO_ORGANIZATION | RETRANSFER, param("3d-days-nato-plus"), param("3d-days"))
DAYS_COMMERCIAL = choose(NATO | RETRANSFER_COMMERCIAL, param("3d-days-commercial"), param("3d-days"))
DAYS_1981 = choose(FROM_GOVERNMENT, DAYS_GOVERNMENT, param("3d-days"))
DAYS_1996 = choose(FROM_GOVERNMENT, DAYS_GOVERNMENT, DAYS_COMMERCIAL)
GROUP = group(RETRANSFER)

SPARED = Status("retransfer-small", "named beside NATO in the exemption of small retransfers, AECA 3(d)(4)(D)")
SMALL_FOR_FRIENDS = Special((NATO | NATO_ORGANIZATION | SPARED) & ~any_met(GENERAL), NO, "22 USC 2753(d)(4)(D)")
"""A retransfer to NATO, its members, Japan, Australia or New Zealand that is below both thresholds."""
REACHED_1977 = Exceptions(FROM_GOVERNMENT, (Special(EXEMPT, NO, "22 USC 2753(d)(3)"),))
REACHED_1980 = Exceptions(FROM_GOVERNMENT | any_met(GENERAL), (EXEMPTION, SMALL_FOR_FRIENDS))

EMERGENCY_1976 = Act(
    text="the President may certify that an emergency requires the consent at once, which removes the wait",
    citation="22 USC 2753(d)",
)
EMERGENCY = Act(
    text="the President may certify that an emergency requires the consent at once, which removes the wait; the "
    "certification must then justify it in detail",
    citation="22 USC 2753(d)(2)(C), (d)(3)(A)",
)
EMERGENCY_1981 = Act(
    text="the President may certify that an emergency requires the consent at once, which removes the wait",
    citation="22 USC 2753(d)(2)",
    when=FROM_GOVERNMENT,
)
OBJECTION_1981 = Act(
    text="consent takes effect when the days have run, unless Congress has disapproved it by concurrent resolution",
    citation="22 USC 2753(d)(2)",
    when=~since("3d-law") & FROM_GOVERNMENT,
)
OBJECTION_1977 = Act(
    text="consent takes effect when the days have run, unless Congress has disapproved it by concurrent resolution",
    citation="22 USC 2753(d)(2)",
    when=FROM_GOVERNMENT,
)
LAW_1986 = Act(
    text="consent takes effect when the days have run, unless Congress has enacted a law against it",
    citation="22 USC 2753(d)(2)",
    when=since("3d-law") & FROM_GOVERNMENT,
)
RESOLUTION_1988 = Act(
    text="for commercially exported articles, consent takes effect when the days have run, unless Congress has "
    "enacted a joint resolution against it",
    citation="22 USC 2753(d)(3)",
    when=since("3d-commercial-resolution") & ORIGIN.equals("commercial"),
)
RESOLUTION = Act(
    text="consent takes effect when the days have run, unless Congress has enacted a joint resolution against it",
    citation="22 USC 2753(d)(2), (d)(3)(B)",
)
COMPONENTS = Act(
    text="no consent, and so no certification, is needed for components built into foreign articles and passed to the "
    "government of a NATO member or named country, if they are not significant military equipment, not notifiable "
    "under 36(b) and not missile-regime items, and notice follows within {3b-notice-days} days",
    citation="22 USC 2753(b); 22 CFR 123.9(e)",
    when=since("3b-components") & (NATO | RETRANSFER_COMMERCIAL),
)
SAME_POLICY = Act(
    text="the President may consent only if the United States itself would transfer the article to the recipient",
    citation="22 USC 2753(a)",
)

LAW = CaseLaw(
    channel="retransfer",
    question="Must Congress be notified before the United States consents to a retransfer to this recipient?",
    provisions=(
        CaseProvision(
            since=date(1976, 6, 30),
            citation="22 USC 2753(d)",
            says="Every retransfer of what the government sold or granted is certified to Congress {3d-days:words} "
            "days before the consent, whatever its value; commercially exported articles are outside the section.",
            notify=FROM_GOVERNMENT,
            measures=(),
            review_days=param("3d-days"),
            group=EVERYONE,
            steps=(SAME_POLICY,),
            source="usc-22-2753",
            note="Congress had no power of objection yet.",
        ),
        CaseProvision(
            since=date(1977, 8, 4),
            citation="22 USC 2753(d)(1)-(2)",
            says="As before; the consent takes effect after {3d-days:words} days unless Congress disapproves it by "
            "concurrent resolution.",
            notify=REACHED_1977,
            measures=(),
            review_days=param("3d-days"),
            group=EVERYONE,
            steps=(EMERGENCY_1976, OBJECTION_1977, SAME_POLICY),
            source="usc-22-2753",
            note="The exemptions of the paragraph are read from what later stood in (d)(4).",
        ),
        CaseProvision(
            since=date(1980, 12, 16),
            citation="22 USC 2753(d)(1)-(4)",
            says="As before, and commercially exported articles above the thresholds are reported too; what goes to "
            "NATO, its members, Japan, Australia or New Zealand is spared below them.",
            notify=REACHED_1980,
            measures=GENERAL,
            review_days=param("3d-days"),
            group=EVERYONE,
            steps=(EMERGENCY_1976, OBJECTION_1977, SAME_POLICY),
            source="usc-22-2753",
        ),
        CaseProvision(
            since=date(1981, 12, 29),
            citation=_BOTH,
            says="A retransfer above the thresholds, at original acquisition cost, is certified to Congress: for "
            "articles the government sold, {3d-days-nato-plus:words} days for NATO, its members, Japan, Australia and "
            "New Zealand as recipients and {3d-days:words} for others; for commercially exported articles "
            "{3d-days:words} days for all.",
            notify=REACHED_1981,
            measures=GENERAL,
            review_days=DAYS_1981,
            group=GROUP,
            steps=(EMERGENCY_1981, OBJECTION_1981, LAW_1986, RESOLUTION_1988, SAME_POLICY),
            source="usc-22-2753",
            note="Until 1988 the report on a commercially exported article carried no power of objection.",
        ),
        CaseProvision(
            since=date(1996, 7, 21),
            citation=_BOTH,
            says="As before, with {3d-days-commercial:words} days also for commercially exported articles going to a "
            "NATO member or a country named beside it.",
            notify=REACHED_1981,
            measures=GENERAL,
            review_days=DAYS_1996,
            group=GROUP,
            steps=(EMERGENCY, RESOLUTION, SAME_POLICY, COMPONENTS),
            source="usc-22-2753",
        ),
        CaseProvision(
            since=date(2002, 9, 30),
            citation="22 USC 2753(d)(1), (d)(3)(A), (d)(5)",
            says="Higher thresholds where the recipient is a NATO member or a country named beside it.",
            notify=REACHED_2002,
            measures=SINCE_2002,
            review_days=DAYS_1996,
            group=GROUP,
            steps=(EMERGENCY, RESOLUTION, SAME_POLICY, COMPONENTS),
            source="usc-22-2753",
        ),
        CaseProvision(
            since=date(2023, 12, 22),
            citation="22 USC 2753(d)(1), (d)(3)(A), (d)(5)",
            says="As before, except that a retransfer within the AECA 38(l)(2) exemption for Australia and the United "
            "Kingdom is reported quarterly instead of certified.",
            notify=REACHED_2023,
            measures=SINCE_2002,
            review_days=DAYS_1996,
            group=GROUP,
            steps=(EMERGENCY, RESOLUTION, SAME_POLICY, COMPONENTS),
            source="usc-22-2753",
            note="P.L. 118-31 §1343. The ITAR exemption itself began on 1 September 2024. Since 18 December 2025 AECA "
            "38(l)(7) also lets government-sold articles pass between the Australian and British governments and "
            "authorized users without consent.",
        ),
    ),
    note="Values are original acquisition cost, not what the recipient pays. Consent to retransfer is always needed, "
    "also below the thresholds; only the certification to Congress turns on them.",
)
