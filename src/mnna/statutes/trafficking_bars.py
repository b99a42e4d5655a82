"""Restrictions that rest on two yearly lists of the Trafficking in Persons report: child soldiers and Tier 3.

The lists and waivers in force after fiscal year 2025 were not read, so there the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, If, Kind, Known, Literal, Named, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision

LISTED_CHILD_SOLDIERS = Status("csp-list", "on the child soldiers list for this fiscal year")
WAIVED_CHILD_SOLDIERS = Field(
    "child_soldiers_waived",
    Kind.TRUTH,
    "the President has waived the whole bar for this country and fiscal year, or certified that it may be lifted",
)
WAIVED_WHOLLY = Status("csp-waived", "one for which the President waived the whole child soldiers bar this fiscal year")
WAIVED_PARTLY = Status("csp-part-waived", "one for which the President waived part of that bar")
WAIVED = Named(
    "waived",
    "the President has waived the whole bar for this fiscal year, or certified that it may be lifted",
    If(Known(WAIVED_CHILD_SOLDIERS), WAIVED_CHILD_SOLDIERS, WAIVED_WHOLLY),
)
RESTRICTED = Status("trafficking-withheld", "one from which the President determined to withhold aid this fiscal year")
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


_CAPACITY = Act("10 USC 333 (since 2016) may give nothing that this bar prohibits", "10 USC 333(d)(1)")


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
        LISTED_CHILD_SOLDIERS & ~WAIVED,
        {
            "cuts": Literal(_CHILD_CUTS.format(peace=", peacekeeping aid" if peacekeeping else "")),
            "waiver": Literal(waiver),
            "waived_in_part": WAIVED_PARTLY,
            "exception_years": param("child-soldiers-exception-years"),
        },
        (
            Act(waiver, "22 USC 2370c-1(c)"),
            Act(
                "what the President has waived in part may go on; the rest stays barred",
                "22 USC 2370c-1(c)(1)",
                WAIVED_PARTLY,
            ),
            Act(
                "aid returns when the President certifies that the government has acted and will prevent recruitment",
                "22 USC 2370c-1(d)",
            ),
            Act(
                "some military education and nonlethal supplies may continue for up to five years to professionalize "
                "the forces",
                "22 USC 2370c-1(e)",
            ),
            *((_CAPACITY,) if certified else ()),
            *((exception,) if peacekeeping else ()),
        ),
        source="usc-22-2370c-1",
        confidence="high",
        note="The list stands in the yearly Trafficking in Persons report and works for the next fiscal year. Few "
        "lists are encoded, and the waivers from fiscal year 2022 to January 2025. Allies are not immune: Turkey, "
        "Egypt and Pakistan have been listed and waived.",
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
            date(2013, 3, 7),
            date(2019, 1, 8),
            "A government listed for armed forces or supported groups that recruit and use child soldiers gets no "
            "military aid, since 2013 no peacekeeping aid either, and no commercial arms license in the next fiscal "
            "year.",
            True,
            False,
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
        Example("AFG", "2025-01-15", "yes", "Listed in 2024 for fiscal year 2025, and not waived."),
        Example("PAK", "2022-01-15", "no", "An ally, listed in 2021 and waived on 8 October 2021.", trap=True),
        Example("EGY", "2024-01-15", "no", "An ally, listed in 2023 and waived."),
        Example(
            "SOM",
            "2024-01-15",
            "yes",
            "Waived for training and peacekeeping only; financing and most commercial licenses stay barred.",
            trap=True,
            terms={"waived_in_part": True, "exception_years": 5},
        ),
        Example(
            "TUR", "2025-01-15", "unknown", "Listed; the waiver of 28 June 2024 does not say for which fiscal year."
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
