"""The Child Soldiers Prevention Act, section 404, 22 USC 2370c-1: no military aid for governments on the list.

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
