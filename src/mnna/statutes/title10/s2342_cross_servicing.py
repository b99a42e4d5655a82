"""10 USC 2342: logistic support exchanged with the forces of another country.

Ally status counts for nothing: NATO governments are in, every other country must be designated by the Secretary of
Defense. No list of the designated, or of the agreements, is held here.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, Kind
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

DESIGNATED = Field(
    "acsa",
    Kind.TRUTH,
    "the Secretary of Defense has designated the country for cross-servicing agreements",
)
_OUTSIDE_NATO = ~(NATO | NATO_ORGANIZATION)

AGREEMENT = Act(
    "an agreement for the reciprocal provision of logistic support, after consultation with the Secretary of State",
    "10 USC 2342(a)",
)
SECOND_NOTICE = Act(
    "thirty days' notice to the committees before the agreement is made, besides the notice before designation",
    "10 USC 2342(b)(2)",
    _OUTSIDE_NATO,
)
LIMITS = Act("nothing passes on to a country that has not signed such an agreement", "10 USC 2342(d)")
NO_COMMITMENT = Act("the agreement is no commitment to bring forces into hostilities", "10 USC 2342(e)")
ACQUISITION = Act(
    "support may also be bought, without such an agreement, from a NATO government or body, the United Nations or a "
    "regional organization, or from a country allied by treaty or hosting United States forces, stocks, exercises or "
    "operations",
    "10 USC 2341",
)
DESIGNATION_NOTICE = {"designation_notice_days": param("acsa-designation-days")}

_SAYS = (
    "The Secretary of Defense may exchange logistic support under an agreement with a NATO government or body, or with "
    "another country he has designated thirty days after notice to the committees."
)
_RULE = (
    Cited("10 USC 2342(a)(1)(A)", NATO)
    | Cited("10 USC 2342(a)(1)(B)", NATO_ORGANIZATION)
    | Cited("10 USC 2342(a)(1)(D)", DESIGNATED)
)
_NOTE = "Which countries are designated, and with which an agreement is in force, is not held here."


def _routes(designation: str) -> tuple[Act, ...]:
    return (
        Act(
            "designation by the Secretary of Defense in the interest of national security, thirty days after notice to "
            "the committees",
            designation,
        ),
        ACQUISITION,
    )


AUTHORITY = Authority(
    id="cross-servicing-agreement",
    question="May the Secretary of Defense make a cross-servicing agreement with this country?",
    topic="contracts",
    provisions=(
        Provision(
            since=date(1994, 10, 5),
            until=date(2018, 8, 13),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms=DESIGNATION_NOTICE,
            steps=(AGREEMENT, ACQUISITION),
            routes=_routes("10 USC 2342(b)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
        Provision(
            since=date(2018, 8, 13),
            until=date(2019, 12, 20),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms=DESIGNATION_NOTICE,
            steps=(AGREEMENT, LIMITS, NO_COMMITMENT, ACQUISITION),
            routes=_routes("10 USC 2342(b)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
        Provision(
            since=date(2019, 12, 20),
            until=None,
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms={**DESIGNATION_NOTICE, "agreement_notice_days": param("acsa-agreement-days")},
            steps=(AGREEMENT, SECOND_NOTICE, LIMITS, NO_COMMITMENT, ACQUISITION),
            routes=_routes("10 USC 2342(b)(1)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
    ),
    examples=(
        Example(
            "COL",
            "2025-06-01",
            "unknown",
            "Ally status is irrelevant; whether it is designated is not held.",
            trap=True,
        ),
        Example("MEX", "2025-06-01", "no", "If it is known not to be designated.", given={"acsa": False}),
        Example("MEX", "2025-06-01", "yes", "If it is known to be designated.", given={"acsa": True}),
        Example("ROU", "2025-06-01", "yes", "A NATO government."),
    ),
)
