"""10 USC 4971 (until 2022: 10 USC 2540): Defense Export Loan Guarantees.

The list of countries is fixed: title-10 allies as of 31 March 1995, APEC members as of 31 October 1993. A later
designation as an ally, under either law, does not add a country. The program has long been inactive.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, If, Kind, Known, Named, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO

ALLY_1995 = Status("mnna-title10-1995", "a title-10 major non-NATO ally as of 31 March 1995")
APEC_1993 = Status("apec-1993", "a noncommunist member of APEC as of 31 October 1993")
IN_CENTRAL_EUROPE = Status(
    "central-europe", "a new democracy of Central Europe by determination of the Secretary of State"
)
CENTRAL_EUROPE = Field(
    "central_europe",
    Kind.TRUTH,
    "the Secretary of State has determined that the country, in Central Europe, has become or is becoming a democracy",
)
NEW_DEMOCRACY = Named(
    "new democracy",
    "the Secretary of State has made that determination",
    If(Known(CENTRAL_EUROPE), CENTRAL_EUROPE, IN_CENTRAL_EUROPE),
    spelled=False,
)

ACTS = Acts(__name__, {"central-europe-1996": IN_CENTRAL_EUROPE, "central-europe": IN_CENTRAL_EUROPE})


def _listed(section: str) -> Named:
    return Named(
        "a country listed",
        "the country is one of those listed",
        Cited(f"{section}(b)(1)", NATO)
        | Cited(f"{section}(b)(2)", ALLY_1995)
        | Cited(f"{section}(b)(3)", NEW_DEMOCRACY)
        | Cited(f"{section}(b)(4)", APEC_1993),
    )


AUTHORITY = Authority(
    id="defense-export-loan-guarantee",
    question="May the Secretary of Defense guarantee a private loan for a defense export to this country?",
    provisions=amended(
        Provision(
            since=date(1996, 2, 10),
            citation="10 USC 2540(b)",
            says="The Secretary of Defense may guarantee loans for defense exports to NATO members, title-10 allies as "
            "of 31 March 1995, new democracies of Central Europe, and noncommunist members of APEC as of 31 October "
            "1993.",
            rule=_listed("10 USC 2540"),
            terms={"contingent_liability_cap_usd": param("deg-liability")},
            steps=ACTS("in-advance-1996", "no-better-1996", "fee-1996"),
            routes=ACTS("central-europe-1996", "by-act-1996"),
            source="usc-10-4971",
        ),
        Amendment(since=date(2004, 8, 5), steps=ACTS("in-advance-1996", "no-better-1996", "fee-2004")),
        Amendment(
            since=date(2022, 1, 1),
            citation="10 USC 4971(b)",
            rule=_listed("10 USC 4971"),
            steps=ACTS("in-advance", "no-better", "fee"),
            routes=ACTS("central-europe", "by-act"),
        ),
    ),
)
