"""The Trafficking Victims Protection Act, section 110, 22 USC 7107: aid withheld from Tier 3 governments.

The determinations of some years were not found, so there the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, If, Kind, Known, Status
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

RESTRICTED = Status("trafficking-withheld", "one from which the President determined to withhold aid this fiscal year")

TIER_3 = Status("tip-tier3", "in Tier 3 of the latest Trafficking in Persons report")

ARMS_LET_THROUGH = Status("trafficking-arms-let-through", "one whose arms sales and financing were let through")

WITHHELD = Field(
    "trafficking_aid_withheld",
    Kind.TRUTH,
    "the President has determined to withhold aid from this Tier 3 government this fiscal year and has not waived that",
)

ACTS = Acts(__name__)

TRAFFICKING = Authority(
    id="restriction-trafficking-tier3",
    question="Does a Tier 3 ranking in the Trafficking in Persons report cut nonhumanitarian aid to this government?",
    provisions=amended(
        Provision(
            since=date(2003, 1, 1),
            citation="22 USC 7107(d)(1); 22 USC 7102",
            says="Nonhumanitarian, nontrade aid is withheld for a fiscal year from a government in Tier 3 if the "
            "President so determines, within {trafficking-latest-days:words} days of the report; the ranking alone "
            "cuts nothing.",
            rule=If(Known(WITHHELD), WITHHELD, RESTRICTED),
            terms={
                "cuts": "nonhumanitarian, nontrade-related aid, which includes sales and financing under the Arms "
                "Export Control Act unless related to narcotics and notified",
                "waiver": "national-interest determination, for all aid or for single programs",
                "tier_3": TIER_3,
                "determination_earliest_days": param("trafficking-earliest-days"),
                "determination_latest_days": param("trafficking-latest-days"),
            },
            steps=ACTS("continued", "compliance", "outside-2003"),
            cuts=(Cut(authorities=of_form("financing", "excess articles", "sale"), when=~ARMS_LET_THROUGH),),
            note="The determinations for fiscal years 2004 to 2015 and 2017 to 2026 are encoded. A country from which "
            "they withhold aid counts as barred although part was waived; the row says what. The section dates from "
            "28 October 2000; determinations follow reports made from 1 January 2003 on.",
        ),
        Amendment(since=date(2003, 12, 19), steps=ACTS("continued", "compliance", "later-waiver", "outside-2003")),
        Amendment(
            since=date(2019, 1, 9),
            citation="22 USC 7107(d)(1); 22 USC 7102(10)",
            steps=ACTS("continued", "compliance", "later-waiver", "outside"),
        ),
    ),
)
