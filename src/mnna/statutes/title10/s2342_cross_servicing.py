"""10 USC 2342: logistic support exchanged with the forces of another country.

Ally status makes no difference: NATO governments are eligible, and every other country must be designated by the
Secretary of Defense. No list of the designated countries or of the agreements is encoded.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Field, Kind
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

DESIGNATED = Field(
    "acsa", Kind.TRUTH, "the Secretary of Defense has designated the country for cross-servicing agreements"
)

DESIGNATION_NOTICE = {"designation_notice_days": param("acsa-designation-days")}

ACTS = Acts(__name__, {"second-notice": ~(NATO | NATO_ORGANIZATION)})

AUTHORITY = Authority(
    id="cross-servicing-agreement",
    question="May the Secretary of Defense make a cross-servicing agreement with this country?",
    provisions=amended(
        Provision(
            since=date(1986, 11, 14),
            citation="10 USC 2342(a)",
            says="The Secretary of Defense may exchange logistic support under an agreement with a NATO government or "
            "body, or with another country he has designated {acsa-designation-days:words} days after notice to the "
            "committees.",
            rule=Cited("10 USC 2342(a)", NATO)
            | Cited(
                "10 USC 2342(a)",
                NATO_ORGANIZATION,
                reading="The subsection then named subsidiary bodies of the Organization; that it included the "
                "Organization itself is a reading",
            )
            | Cited("10 USC 2342(b)", DESIGNATED),
            terms=DESIGNATION_NOTICE,
            steps=ACTS("agreement", "routine"),
            routes=ACTS("designated-1986"),
            note="Which countries are designated, and with which an agreement is in force, is not held here.",
        ),
        Amendment(
            since=date(1994, 10, 5),
            rule=Cited("10 USC 2342(a)(1)(A)", NATO)
            | Cited("10 USC 2342(a)(1)(B)-(C)", NATO_ORGANIZATION)
            | Cited("10 USC 2342(a)(1)(D)", DESIGNATED),
            steps=ACTS("agreement", "commercial", "acquisition"),
            routes=ACTS("designated-1986", "acquisition"),
        ),
        Amendment(
            since=date(2018, 8, 13),
            steps=ACTS("agreement", "commercial", "limits", "no-commitment", "acquisition"),
        ),
        Amendment(
            since=date(2019, 12, 20),
            terms={**DESIGNATION_NOTICE, "agreement_notice_days": param("acsa-agreement-days")},
            steps=ACTS("agreement", "second-notice", "commercial", "limits", "no-commitment", "acquisition"),
            routes=ACTS("designated", "acquisition"),
        ),
    ),
)
