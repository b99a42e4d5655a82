"""10 USC 4971 (until 2022: 10 USC 2540): Defense Export Loan Guarantees.

The list of countries is fixed: title-10 allies as of 31 March 1995, APEC members as of 31 October 1993. A later
designation as an ally, under either law, does not add a country. The program has long been inactive.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, If, Kind, Known, Named, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Provision
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


FEE_PROVISO = "P.L. 108-287 s. 8065"


def _guarantees(*, since: date, section: str, limits: str, fees: str) -> Provision:
    rule = Named(
        "a country listed",
        "the country is one of those listed",
        Cited(f"{section}(b)(1)", NATO)
        | Cited(f"{section}(b)(2)", ALLY_1995)
        | Cited(f"{section}(b)(3)", NEW_DEMOCRACY)
        | Cited(f"{section}(b)(4)", APEC_1993),
    )
    return Provision(
        since=since,
        citation=f"{section}(b)",
        says="The Secretary of Defense may guarantee loans for defense exports to NATO members, title-10 allies as of "
        "31 March 1995, new democracies of Central Europe, and noncommunist members of APEC as of 31 October 1993.",
        rule=rule,
        terms={"contingent_liability_cap_usd": param("deg-liability")},
        steps=(
            Act(text="an appropriations act provides the authority in advance", citation=f"{section}(c)"),
            Act(
                text="terms no better than the Export-Import Bank would give for civilian goods",
                citation=f"{limits}(a)",
            ),
            Act(
                text="the country pays an exposure fee, which may not be financed by the guaranteed loan", citation=fees
            ),
        ),
        routes=(
            Act(
                text="for a country in Central Europe, a determination by the Secretary of State that it has become "
                "or is becoming a democracy",
                citation=f"{section}(b)(3)",
                when=IN_CENTRAL_EUROPE,
            ),
            Act(text="an Act of Congress: the two dated lists admit no new country", citation=f"{section}(b)"),
        ),
        source="usc-10-4971",
    )


AUTHORITY = Authority(
    id="defense-export-loan-guarantee",
    question="May the Secretary of Defense guarantee a private loan for a defense export to this country?",
    provisions=(
        _guarantees(since=date(1996, 2, 10), section="10 USC 2540", limits="10 USC 2540b", fees="10 USC 2540c(a)"),
        _guarantees(
            since=date(2004, 8, 5), section="10 USC 2540", limits="10 USC 2540b", fees=f"10 USC 2540c(a); {FEE_PROVISO}"
        ),
        _guarantees(
            since=date(2022, 1, 1), section="10 USC 4971", limits="10 USC 4973", fees=f"10 USC 4974(a); {FEE_PROVISO}"
        ),
    ),
)
