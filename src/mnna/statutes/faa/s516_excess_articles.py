"""FAA 516, 22 USC 2321j: defense articles the services no longer need, given or sold.

Any country may receive them once its receipt is justified to Congress. Only the order of delivery turns on status, and
then only for those on the southern and southeastern flank of NATO, words the section does not define.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.parameters import param
from mnna.statutes.partners import A_COUNTRY, DESIGNATION
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA, NATO

FLANK = Status("southern-flank", "on the southern or southeastern flank of NATO")
NAMED = Status("eda-named", "named in the section for priority")
_PRIORITY = "22 USC 2321j(c)(2)"

JUSTIFIED = Act(
    "the country's receipt of excess articles is justified to Congress for the fiscal year, in the annual presentation "
    "or separately",
    "22 USC 2321j(a)",
)
CONDITIONS = Act(
    "from existing stock, without procurement money, without harm to United States readiness or the industrial base, "
    "and consistent with the balance in the Eastern Mediterranean; a gift only where better than a sale",
    "22 USC 2321j(b)(1)",
)
NOTICE = Act(
    "thirty days after notice to the committees if the articles are significant military equipment or cost the "
    "threshold or more when new, for sales under the Arms Export Control Act too",
    "22 USC 2321j(f)(1)",
)
YEARLY = Act("all such transfers in the fiscal year stay within the yearly cap", "22 USC 2321j(g)(1)")
TRANSPORT = Act(
    "the country pays for packing and transport unless the four conditions of free transport are met: national "
    "interest, little assistance that year, little weight, spare space",
    "22 USC 2321j(e)",
)

ELIGIBLE = Authority(
    id="excess-defense-articles",
    question="May this country receive excess defense articles?",
    topic="equipment",
    provisions=(
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation="22 USC 2321j(a)",
            says="The President may transfer excess defense articles to any country whose receipt of them was "
            "justified to Congress for that fiscal year; no status is required.",
            rule=Cited("22 USC 2321j(a)", A_COUNTRY),
            terms={
                "notice_value_usd": param("eda-notice"),
                "notice_days": param("eda-notice-days"),
                "annual_cap_usd": param("eda-cap"),
                "free_transport_pounds": param("eda-transport-pounds"),
                "free_transport_assistance_usd": param("eda-transport-assistance"),
            },
            steps=(JUSTIFIED, CONDITIONS, NOTICE, YEARLY, TRANSPORT),
            routes=(Act("a transfer to a member country of the Organization", "22 USC 2321j(a)"),),
            source="usc-22-2321j",
            note="Which countries were justified for a fiscal year is not held here. Bars such as the terrorism list "
            "or the child soldiers list are findings of their own. Before 21 July 1996 the section reached few "
            "countries.",
        ),
    ),
    examples=(
        Example(
            "MEX",
            "2026-01-01",
            "yes",
            "Open to any country justified to Congress: ally status is not required.",
            trap=True,
            terms={"annual_cap_usd": 500000000, "notice_value_usd": 7000000},
        ),
        Example("COL", "2022-05-22", "yes", "Eligible the day before its designation as on the day.", trap=True),
        Example("TUN", "1999-11-28", "yes", "Before the cap rose.", terms={"annual_cap_usd": 350000000}),
        Example(
            "TUN",
            "1999-11-29",
            "yes",
            "The day the cap rose; free transport was still limited to 25,000 pounds.",
            terms={"annual_cap_usd": 425000000, "free_transport_pounds": 25000},
        ),
        Example("MEX", "1996-07-20", "unknown", "The section as it stood before that day is not encoded."),
    ),
)

PRIORITY = Authority(
    id="excess-defense-articles-priority",
    question="Are excess defense articles delivered to this country ahead of others?",
    topic="equipment",
    provisions=(
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation=_PRIORITY,
            says="Delivery has priority for NATO members and major non-NATO allies on NATO's southern and southeastern "
            "flank, for the Philippines (since 2002) and for Taiwan (since 2022).",
            rule=Cited(_PRIORITY, (NATO | MNNA) & FLANK) | Cited(_PRIORITY, NAMED),
            steps=(
                Act("priority is over other countries and to the maximum extent feasible, no more", _PRIORITY),
                JUSTIFIED,
                CONDITIONS,
                NOTICE,
            ),
            routes=(
                Act(DESIGNATION.text + ", which helps only a country on the flank", DESIGNATION.citation, FLANK),
                Act("an Act of Congress names the country, as it did the Philippines and Taiwan", _PRIORITY),
            ),
            source="usc-22-2321j",
            confidence="medium",
            note="The flank is defined nowhere: Greece and Turkey are taken to lie on it, the Mediterranean and Gulf "
            "allies are unknown, and a country on another continent does not lie on it.",
        ),
    ),
    examples=(
        Example(
            "COL", "2024-06-01", "no", "An ally, but nowhere near the flank: status alone gives no priority.", trap=True
        ),
        Example("KEN", "2025-01-01", "no", "An ally off the flank.", trap=True),
        Example("EGY", "2024-06-01", "unknown", "An ally; whether it lies on the flank no text says."),
        Example("PHL", "2002-09-29", "no", "Not yet named, and not on the flank."),
        Example("PHL", "2002-09-30", "yes", "Named in the section a year before it became an ally."),
        Example("TWN", "2022-12-22", "no", "Treated as an ally for transfers, but not on the flank and not yet named."),
        Example("TWN", "2022-12-23", "yes", "Named from that day."),
        Example("TUR", "2024-06-01", "yes", "A NATO member on the southeastern flank."),
    ),
)
