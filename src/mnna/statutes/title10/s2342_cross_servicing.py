"""10 USC 2342: logistic support exchanged with the forces of another country.

Ally status makes no difference: NATO governments are eligible, and every other country must be designated by the
Secretary of Defense. No list of the designated countries or of the agreements is encoded.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, Kind
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

DESIGNATED = Field(
    "acsa", Kind.TRUTH, "the Secretary of Defense has designated the country for cross-servicing agreements"
)
_OUTSIDE_NATO = ~(NATO | NATO_ORGANIZATION)

AGREEMENT = Act(
    text="an agreement for the reciprocal provision of logistic support, after consultation with the Secretary of "
    "State",
    citation="10 USC 2342(a)",
)
SECOND_NOTICE = Act(
    text="{acsa-agreement-days:words} days' notice to the committees before the agreement is made, besides the notice "
    "before designation",
    citation="10 USC 2342(b)(2)",
    when=_OUTSIDE_NATO,
)
ROUTINE = Act(
    text="not as a routine source of what United States commercial sources reasonably offer", citation="10 USC 2342(c)"
)
COMMERCIAL = Act(
    text="nothing is bought under it that United States commercial sources reasonably offer", citation="10 USC 2342(c)"
)
LIMITS = Act(text="nothing passes on to a country that has not signed such an agreement", citation="10 USC 2342(d)")
NO_COMMITMENT = Act(text="the agreement is no commitment to bring forces into hostilities", citation="10 USC 2342(e)")
ACQUISITION = Act(
    text="support may also be bought, without such an agreement, from a NATO government or body, the United Nations "
    "or a regional organization, or from a country allied by treaty or hosting United States forces, stocks, "
    "exercises or operations",
    citation="10 USC 2341",
)
DESIGNATION_NOTICE = {"designation_notice_days": param("acsa-designation-days")}

_SAYS = (
    "The Secretary of Defense may exchange logistic support under an agreement with a NATO government or body, or "
    "with another country he has designated {acsa-designation-days:words} days after notice to the committees."
)
_RULE = (
    Cited("10 USC 2342(a)(1)(A)", NATO)
    | Cited("10 USC 2342(a)(1)(B)-(C)", NATO_ORGANIZATION)
    | Cited("10 USC 2342(a)(1)(D)", DESIGNATED)
)
_RULE_1986 = (
    Cited("10 USC 2342(a)", NATO)
    | Cited(
        "10 USC 2342(a)",
        NATO_ORGANIZATION,
        reading="The subsection then named subsidiary bodies of the Organization; that it included the Organization "
        "itself is a reading",
    )
    | Cited("10 USC 2342(b)", DESIGNATED)
)
_NOTE = "Which countries are designated, and with which an agreement is in force, is not held here."


def _routes(designation: str) -> tuple[Act, ...]:
    return (
        Act(
            text="designation by the Secretary of Defense in the interest of national security, "
            "{acsa-designation-days:words} days after notice to the committees",
            citation=designation,
        ),
        ACQUISITION,
    )


AUTHORITY = Authority(
    id="cross-servicing-agreement",
    question="May the Secretary of Defense make a cross-servicing agreement with this country?",
    provisions=(
        Provision(
            since=date(1986, 11, 14),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE_1986,
            terms=DESIGNATION_NOTICE,
            steps=(AGREEMENT, ROUTINE),
            routes=_routes("10 USC 2342(b)")[:1],
            source="usc-10-2342",
            note=_NOTE,
        ),
        Provision(
            since=date(1994, 10, 5),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms=DESIGNATION_NOTICE,
            steps=(AGREEMENT, COMMERCIAL, ACQUISITION),
            routes=_routes("10 USC 2342(b)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
        Provision(
            since=date(2018, 8, 13),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms=DESIGNATION_NOTICE,
            steps=(AGREEMENT, COMMERCIAL, LIMITS, NO_COMMITMENT, ACQUISITION),
            routes=_routes("10 USC 2342(b)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
        Provision(
            since=date(2019, 12, 20),
            citation="10 USC 2342(a)",
            says=_SAYS,
            rule=_RULE,
            terms={**DESIGNATION_NOTICE, "agreement_notice_days": param("acsa-agreement-days")},
            steps=(AGREEMENT, SECOND_NOTICE, COMMERCIAL, LIMITS, NO_COMMITMENT, ACQUISITION),
            routes=_routes("10 USC 2342(b)(1)"),
            source="usc-10-2342",
            note=_NOTE,
        ),
    ),
)
