"""The Child Soldiers Prevention Act, section 404, 22 USC 2370c-1: no military aid for governments on the list.

The lists of some years were not found, so there the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Expr, Field, If, Kind, Known, Named, Status
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

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

CHILD_CUT = Cut(authorities=of_form("financing", "excess articles"))
"""No partial waiver that was read covered excess articles or military financing."""

ACTS = Acts(__name__, {"waived-in-part": WAIVED_PARTLY})
_STEPS = ("waived-in-part", "returned", "exception")


def _terms(peacekeeping: str = "", certified: str = "") -> dict[str, Expr | str]:
    """Return the terms of the bar; the arguments are what later texts added to what it cuts and to the waiver."""
    return {
        "cuts": f"excess defense articles, military education and training{peacekeeping}, foreign military financing, "
        "and licenses for direct commercial sales of military equipment to the government",
        "waiver": f"national-interest waiver by the President{certified}",
        "waived_in_part": WAIVED_PARTLY,
        "exception_years": param("child-soldiers-exception-years"),
    }


CHILD_SOLDIERS = Authority(
    id="restriction-child-soldiers",
    question="Does the Child Soldiers Prevention Act bar military aid and commercial arms licenses to this government?",
    provisions=amended(
        Provision(
            since=date(2009, 6, 21),
            citation="22 USC 2370c-1(a)",
            says="A government listed for armed forces or supported groups that recruit and use child soldiers gets no "
            "military aid and no commercial arms license in the next fiscal year.",
            rule=LISTED_CHILD_SOLDIERS & ~WAIVED,
            terms=_terms(),
            steps=ACTS("waiver-2009", *_STEPS),
            cuts=(CHILD_CUT,),
            note="The list stands in the yearly Trafficking in Persons report and works for the next fiscal year. The "
            "first was of June 2010; some lists and waivers since were not found. Allies are not immune: Turkey, Egypt "
            "and Pakistan have been listed and waived.",
        ),
        Amendment(
            since=date(2013, 3, 7),
            says="A government listed for armed forces or supported groups that recruit and use child soldiers gets no "
            "military aid, since 2013 no peacekeeping aid either, and no commercial arms license in the next fiscal "
            "year.",
            terms=_terms(", peacekeeping aid"),
            steps=ACTS("waiver-2009", *_STEPS, "peacekeeping"),
        ),
        Amendment(since=date(2016, 12, 23), steps=ACTS("waiver-2009", *_STEPS, "capacity", "peacekeeping")),
        Amendment(
            since=date(2019, 1, 8),
            says="A government listed for armed forces, police, other security forces or supported groups that recruit "
            "or use child soldiers gets no military aid and no commercial arms license in the next fiscal year.",
            terms=_terms(
                ", peacekeeping aid",
                ", with a certificate that the government is taking effective and continuing steps",
            ),
            steps=ACTS("waiver", *_STEPS, "capacity", "peacekeeping"),
        ),
    ),
)
