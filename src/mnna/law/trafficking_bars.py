"""Restrictions that rest on two yearly lists of the Trafficking in Persons report: child soldiers and Tier 3.

The current lists were not read, so for most countries and days the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.law.provision import Act, Authority, Example, Provision
from mnna.rules.expressions import Field, If, Kind, Known, Literal, Status

LISTED_CHILD_SOLDIERS = Status("csp-list", "on the child soldiers list for this fiscal year")
WAIVED_CHILD_SOLDIERS = Field(
    "child_soldiers_waived",
    Kind.TRUTH,
    "the President has waived the whole bar for this country and fiscal year, or certified that it may be lifted",
)
TIER_3 = Status("tip-tier3", "in Tier 3 of the latest Trafficking in Persons report")
WITHHELD = Field(
    "trafficking_aid_withheld",
    Kind.TRUTH,
    "the President has determined to withhold aid from this Tier 3 government this fiscal year and has not waived that",
)

_CHILD_CUTS = (
    "excess defense articles, military education and training{peace}, foreign military financing, and licenses for "
    "direct commercial sales of military equipment to the government"
)


def _child_soldiers(since: date, until: date | None, says: str, peacekeeping: bool, certified: bool) -> Provision:
    waiver = "national-interest waiver by the President" + (
        ", with a certificate that the government is taking effective and continuing steps" if certified else ""
    )
    exception = Act(
        "peacekeeping money may still support professionalization, security sector reform, human rights and the "
        "reintegration of child soldiers",
        "22 USC 2370c-1(f)",
    )
    return Provision(
        since,
        until,
        "22 USC 2370c-1(a)",
        says,
        LISTED_CHILD_SOLDIERS & ~WAIVED_CHILD_SOLDIERS,
        {
            "cuts": Literal(_CHILD_CUTS.format(peace=", peacekeeping aid" if peacekeeping else "")),
            "waiver": Literal(waiver),
        },
        (
            Act(waiver, "22 USC 2370c-1(c)"),
            Act(
                "aid returns when the President certifies that the government has acted and will prevent recruitment",
                "22 USC 2370c-1(d)",
            ),
            Act(
                "some military education and nonlethal supplies may continue for up to five years to professionalize "
                "the forces",
                "22 USC 2370c-1(e)",
            ),
            *((exception,) if peacekeeping else ()),
        ),
        source="usc-22-2370c-1",
        confidence="high",
        note="The list stands in the yearly Trafficking in Persons report and works for the next fiscal year. Few "
        "lists are encoded. Allies are not immune: Turkey, Egypt and Pakistan have been listed and waived.",
    )


CHILD_SOLDIERS = Authority(
    id="restriction-child-soldiers",
    question="Does the Child Soldiers Prevention Act bar military aid and commercial arms licenses to this government?",
    topic="restrictions",
    provisions=(
        _child_soldiers(
            date(2009, 6, 21),
            date(2013, 3, 7),
            "A government listed for armed forces or supported groups that recruit and use child soldiers gets no "
            "military aid and no commercial arms license in the next fiscal year.",
            False,
            False,
        ),
        _child_soldiers(
            date(2013, 3, 7), date(2019, 1, 8), "As before, with peacekeeping aid added to what is cut.", True, False
        ),
        _child_soldiers(
            date(2019, 1, 8),
            None,
            "A government listed for armed forces, police, other security forces or supported groups that recruit "
            "or use child soldiers gets no military aid and no commercial arms license in the next fiscal year.",
            True,
            True,
        ),
    ),
    examples=(
        Example(
            "MEX", "2026-06-01", "unknown", "The list in force was not read, and its silence proves nothing.", trap=True
        ),
        Example("AFG", "2025-01-15", "unknown", "Listed in 2024; whether the bar was waived is a fact of its own."),
        Example(
            "AFG",
            "2025-01-15",
            "yes",
            "Listed in 2024 for fiscal year 2025, and not waived.",
            given={"child_soldiers_waived": False},
        ),
        Example(
            "TUR",
            "2025-01-15",
            "no",
            "NATO membership is no shield, but a full waiver lifts the bar.",
            trap=True,
            given={"child_soldiers_waived": True},
        ),
        Example("COL", "2009-06-20", "unknown", "The Act took effect the next day."),
    ),
)

TRAFFICKING = Authority(
    id="restriction-trafficking-tier3",
    question="Does a Tier 3 ranking in the Trafficking in Persons report cut nonhumanitarian aid to this government?",
    topic="restrictions",
    provisions=(
        Provision(
            date(2003, 1, 1),
            None,
            "22 USC 7107(d)(1)",
            "A Tier 3 ranking cuts nothing by itself: within ninety days the President determines whether "
            "nonhumanitarian, nontrade aid is withheld for the next fiscal year.",
            If(Known(WITHHELD), WITHHELD, TIER_3 & WITHHELD),
            {
                "cuts": Literal(
                    "nonhumanitarian, nontrade-related aid, which includes sales and financing under the Arms Export "
                    "Control Act unless related to narcotics and notified"
                ),
                "waiver": Literal("national-interest determination, for all aid or for single programs"),
            },
            (
                Act(
                    "the President may continue all or part of the aid in the national interest, and must where "
                    "vulnerable people would suffer",
                    "22 USC 7107(d)(4)-(5)",
                ),
                Act("the government comes into compliance or makes significant efforts", "22 USC 7107(d)(3)"),
                Act("a withholding may be waived at any later time", "22 USC 7107(f)"),
            ),
            source="usc-22-7107",
            note="No Tier 3 list is encoded. The section dates from 28 October 2000; determinations follow reports "
            "made from 1 January 2003 on. What counts as aid is defined in 22 USC 7102, which was not read afresh.",
            confidence="medium",
        ),
    ),
    examples=(
        Example("MEX", "2026-06-01", "unknown", "The tier of 2026 was not read; it was Tier 2 in 2023."),
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
