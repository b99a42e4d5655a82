"""The Child Soldiers Prevention Act, section 404, 22 USC 2370c-1: no military aid for governments on the list.

The lists of some years were not found, so there the answer is `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, If, Kind, Known, Named, Status
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Cut, Provision

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

CHILD_CUT = Cut(authorities=of_form("financing", "excess articles"))
"""No partial waiver that was read covered excess articles or military financing."""

_CAPACITY = Act(text="10 USC 333 (since 2016) may give nothing that this bar prohibits", citation="10 USC 333(d)(1)")


_MADE_333 = date(2016, 12, 23)


def _child_soldiers(*, since: date, says: str, peacekeeping: bool, certified: bool) -> Provision:
    waiver = "national-interest waiver by the President" + (
        ", with a certificate that the government is taking effective and continuing steps" if certified else ""
    )
    exception = Act(
        text="peacekeeping money may still support professionalization, security sector reform, human rights and the "
        "reintegration of child soldiers",
        citation="22 USC 2370c-1(f)",
    )
    return Provision(
        since=since,
        citation="22 USC 2370c-1(a)",
        says=says,
        rule=LISTED_CHILD_SOLDIERS & ~WAIVED,
        terms={
            "cuts": _CHILD_CUTS.format(peace=", peacekeeping aid" if peacekeeping else ""),
            "waiver": waiver,
            "waived_in_part": WAIVED_PARTLY,
            "exception_years": param("child-soldiers-exception-years"),
        },
        steps=(
            Act(text=waiver, citation="22 USC 2370c-1(c)", lifts=True),
            Act(
                text="what the President has waived in part may go on; the rest stays barred",
                citation="22 USC 2370c-1(c)(1)",
                when=WAIVED_PARTLY,
            ),
            Act(
                text="aid returns when the President certifies that the government has acted and will prevent "
                "recruitment",
                citation="22 USC 2370c-1(d)",
                lifts=True,
            ),
            Act(
                text="some military education and nonlethal supplies may continue for up to "
                "{child-soldiers-exception-years:words} years to professionalize the forces",
                citation="22 USC 2370c-1(e)",
            ),
            *((_CAPACITY,) if since >= _MADE_333 else ()),
            *((exception,) if peacekeeping else ()),
        ),
        source="usc-22-2370c-1",
        confidence="high",
        cuts=(CHILD_CUT,),
        note="The list stands in the yearly Trafficking in Persons report and works for the next fiscal year. The "
        "first was of June 2010; some lists and waivers since were not found. Allies are not immune: Turkey, Egypt and "
        "Pakistan have been listed and waived.",
    )


CHILD_SOLDIERS = Authority(
    id="restriction-child-soldiers",
    question="Does the Child Soldiers Prevention Act bar military aid and commercial arms licenses to this government?",
    provisions=(
        _child_soldiers(
            since=date(2009, 6, 21),
            says="A government listed for armed forces or supported groups that recruit and use child soldiers gets no "
            "military aid and no commercial arms license in the next fiscal year.",
            peacekeeping=False,
            certified=False,
        ),
        *(
            _child_soldiers(
                since=since,
                says="A government listed for armed forces or supported groups that recruit and use child soldiers "
                "gets no military aid, since 2013 no peacekeeping aid either, and no commercial arms license in the "
                "next fiscal year.",
                peacekeeping=True,
                certified=False,
            )
            for since in (date(2013, 3, 7), _MADE_333)
        ),
        _child_soldiers(
            since=date(2019, 1, 8),
            says="A government listed for armed forces, police, other security forces or supported groups that recruit "
            "or use child soldiers gets no military aid and no commercial arms license in the next fiscal year.",
            peacekeeping=True,
            certified=True,
        ),
    ),
)
