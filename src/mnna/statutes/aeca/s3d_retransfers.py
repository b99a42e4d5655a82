"""AECA 3(d), 22 USC 2753(d): consent to pass United States arms on from one foreign holder to another.

The status of the recipient counts, not that of the present holder. Values are original acquisition cost.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Exceptions, Field, Kind, Named, Special, Status
from mnna.statutes.aeca.s36_review import EVERYONE, group, measure, since, unless_aukus
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, CaseLaw, CaseProvision, amended, any_met, between
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

EXEMPT = Field(
    "retransfer_exempt",
    Kind.TRUTH,
    "the retransfer is one that AECA 3(d)(4) exempts: repair without a gain in capability, a temporary transfer for "
    "repair, or cross-servicing or identified lead-nation procurement within NATO",
    presumed=False,
    presumption="it is presumed that the retransfer is none of those that AECA 3(d)(4) exempts, such as for repair",
)

FAVORED = Named(
    "favored",
    "the higher thresholds apply",
    (NATO | THRESHOLDS) & ~new_sales_territory("retransfer", INCLUDES_OUTSIDE, presumed_of="retransfer"),
)
"""The recipients with the higher thresholds under 3(d)(5): a member country, so not the Organization itself."""

GENERAL = (measure("mde", MDE, "3d-mde", _BOTH), measure("total", TOTAL, "3d-total", _BOTH))
HIGHER = (
    measure("mde", MDE, "3d-mde-nato-plus", f"{_BOTH}, (d)(5)(A)"),
    measure("total", TOTAL, "3d-total-nato-plus", f"{_BOTH}, (d)(5)(B)"),
)
EXEMPTION = Special(EXEMPT, NO, "22 USC 2753(d)(4)")
REACHED_2002 = Exceptions(choose(FAVORED, any_met(HIGHER), any_met(GENERAL)), (EXEMPTION,))

FROM_GOVERNMENT = ORIGIN.equals("government")
DAYS_GOVERNMENT = choose(NATO | NATO_ORGANIZATION | RETRANSFER, param("3d-days-nato-plus"), param("3d-days"))

SPARED = Status("retransfer-small", "named beside NATO in the exemption of small retransfers, AECA 3(d)(4)(D)")
SMALL_FOR_FRIENDS = Special((NATO | NATO_ORGANIZATION | SPARED) & ~any_met(GENERAL), NO, "22 USC 2753(d)(4)(D)")
"""A retransfer to NATO, its members, Japan, Australia or New Zealand that is below both thresholds."""

ACTS = Acts(
    __name__,
    {
        "emergency-1981": FROM_GOVERNMENT,
        "objection-1981": ~since("3d-law") & FROM_GOVERNMENT,
        "objection-1977": FROM_GOVERNMENT,
        "law-1986": since("3d-law") & FROM_GOVERNMENT,
        "resolution-1988": since("3d-commercial-resolution") & ORIGIN.equals("commercial"),
        "components": since("3b-components") & (NATO | RETRANSFER_COMMERCIAL),
    },
)

LAW = CaseLaw(
    channel="retransfer",
    question="Must Congress be notified before the United States consents to a retransfer to this recipient?",
    provisions=amended(
        CaseProvision(
            since=date(1976, 6, 30),
            citation="22 USC 2753(d)",
            says="Every retransfer of what the government sold or granted is certified to Congress {3d-days:words} "
            "days before the consent, whatever its value; commercially exported articles are outside the section.",
            notify=FROM_GOVERNMENT,
            measures=(),
            review_days=param("3d-days"),
            group=EVERYONE,
            steps=ACTS("same-policy"),
            note="Congress had no power of objection yet.",
        ),
        Amendment(
            since=date(1977, 8, 4),
            citation="22 USC 2753(d)(1)-(2)",
            says="As before; the consent takes effect after {3d-days:words} days unless Congress disapproves it by "
            "concurrent resolution.",
            notify=Exceptions(FROM_GOVERNMENT, (Special(EXEMPT, NO, "22 USC 2753(d)(3)"),)),
            steps=ACTS("emergency-1976", "objection-1977", "same-policy"),
            note="The exemptions of the paragraph are read from what later stood in (d)(4).",
        ),
        Amendment(
            since=date(1980, 12, 16),
            citation="22 USC 2753(d)(1)-(4)",
            says="As before, and commercially exported articles above the thresholds are reported too; what goes to "
            "NATO, its members, Japan, Australia or New Zealand is spared below them.",
            notify=Exceptions(FROM_GOVERNMENT | any_met(GENERAL), (EXEMPTION, SMALL_FOR_FRIENDS)),
            measures=GENERAL,
            note="",
        ),
        Amendment(
            since=date(1981, 12, 29),
            citation=_BOTH,
            says="A retransfer above the thresholds, at original acquisition cost, is certified to Congress: for "
            "articles the government sold, {3d-days-nato-plus:words} days for NATO, its members, Japan, Australia and "
            "New Zealand as recipients and {3d-days:words} for others; for commercially exported articles "
            "{3d-days:words} days for all.",
            notify=Exceptions(any_met(GENERAL), (EXEMPTION,)),
            review_days=choose(FROM_GOVERNMENT, DAYS_GOVERNMENT, param("3d-days")),
            group=group(RETRANSFER),
            steps=ACTS("emergency-1981", "objection-1981", "law-1986", "resolution-1988", "same-policy"),
            note="Until 1988 the report on a commercially exported article carried no power of objection.",
        ),
        Amendment(
            since=date(1996, 7, 21),
            says="As before, with {3d-days-commercial:words} days also for commercially exported articles going to a "
            "NATO member or a country named beside it.",
            review_days=choose(
                FROM_GOVERNMENT,
                DAYS_GOVERNMENT,
                choose(NATO | RETRANSFER_COMMERCIAL, param("3d-days-commercial"), param("3d-days")),
            ),
            steps=ACTS("emergency", "resolution", "same-policy", "components"),
            note="",
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation="22 USC 2753(d)(1), (d)(3)(A), (d)(5)",
            says="Higher thresholds where the recipient is a NATO member or a country named beside it.",
            notify=REACHED_2002,
            measures=between(FAVORED, HIGHER, GENERAL),
        ),
        Amendment(
            since=date(2023, 12, 22),
            says="As before, except that a retransfer within the AECA 38(l)(2) exemption for Australia and the United "
            "Kingdom is reported quarterly instead of certified.",
            notify=unless_aukus(REACHED_2002, "22 USC 2778(l)(6)(A)"),
            note="P.L. 118-31 §1343. The ITAR exemption itself began on 1 September 2024. Since 18 December 2025 AECA "
            "38(l)(7) also lets government-sold articles pass between the Australian and British governments and "
            "authorized users without consent.",
        ),
    ),
    note="Values are original acquisition cost, not what the recipient pays. Consent to retransfer is always needed, "
    "also below the thresholds; only the certification to Congress turns on them.",
)
