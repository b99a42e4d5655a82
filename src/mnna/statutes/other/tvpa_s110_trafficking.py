"""The Trafficking Victims Protection Act, section 110, 22 USC 7107: aid withheld from Tier 3 governments.

The determinations in force after fiscal year 2025 were not read, so there the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, If, Kind, Known, Literal, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision

RESTRICTED = Status("trafficking-withheld", "one from which the President determined to withhold aid this fiscal year")

TIER_3 = Status("tip-tier3", "in Tier 3 of the latest Trafficking in Persons report")

WITHHELD = Field(
    "trafficking_aid_withheld",
    Kind.TRUTH,
    "the President has determined to withhold aid from this Tier 3 government this fiscal year and has not waived that",
)


def _trafficking(since: date, until: date | None, definition: str) -> Provision:
    return Provision(
        since,
        until,
        f"22 USC 7107(d)(1); {definition}",
        "A Tier 3 ranking cuts nothing by itself: within ninety days the President determines whether nonhumanitarian, "
        "nontrade aid is withheld for the next fiscal year.",
        If(Known(WITHHELD), WITHHELD, RESTRICTED),
        {
            "cuts": Literal(
                "nonhumanitarian, nontrade-related aid, which includes sales and financing under the Arms Export "
                "Control Act unless related to narcotics and notified"
            ),
            "waiver": Literal("national-interest determination, for all aid or for single programs"),
            "tier_3": TIER_3,
            "determination_earliest_days": param("trafficking-earliest-days"),
            "determination_latest_days": param("trafficking-latest-days"),
        },
        (
            Act(
                "the President may continue all or part of the aid in the national interest, and must where vulnerable "
                "people would suffer",
                "22 USC 7107(d)(4)-(5)",
            ),
            Act("the government comes into compliance or makes significant efforts", "22 USC 7107(d)(3)"),
            Act("a withholding may be waived at any later time, in whole or in part", "22 USC 7107(f)"),
            Act(
                "narcotics, antiterrorism, disaster, refugee and trade aid, and aid through nongovernmental "
                "organizations, are outside the bar",
                definition,
            ),
        ),
        source="usc-22-7107",
        note="The determinations for fiscal years 2022 to 2025 are encoded. A country from which they withhold aid "
        "counts as barred although part was waived; the row says what. The section dates from 28 October 2000; "
        "determinations follow reports made from 1 January 2003 on.",
    )


TRAFFICKING = Authority(
    id="restriction-trafficking-tier3",
    question="Does a Tier 3 ranking in the Trafficking in Persons report cut nonhumanitarian aid to this government?",
    topic="restrictions",
    provisions=(
        _trafficking(date(2003, 1, 1), date(2019, 1, 9), "22 USC 7102"),
        _trafficking(date(2019, 1, 9), None, "22 USC 7102(10)"),
    ),
    examples=(
        Example("MEX", "2026-06-01", "unknown", "The determination for fiscal year 2026 was not read.", trap=True),
        Example("MEX", "2024-06-01", "no", "In Tier 2 in the report of 2023; the determination does not name it."),
        Example("CHN", "2024-06-01", "yes", "Aid withheld for fiscal year 2024.", terms={"tier_3": True}),
        Example(
            "VEN",
            "2024-06-01",
            "no",
            "In Tier 3, but all aid was continued in the national interest.",
            trap=True,
            terms={"tier_3": True},
        ),
        Example(
            "COL",
            "2024-01-15",
            "no",
            "Whatever the tier, nothing is withheld without a presidential determination.",
            trap=True,
            given={"trafficking_aid_withheld": False},
        ),
        Example("COL", "2002-12-31", "unknown", "No determination could be made yet."),
    ),
)
