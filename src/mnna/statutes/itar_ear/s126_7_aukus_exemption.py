"""ITAR 126.7 and AECA 38(l), 22 USC 2778(l): exports to AUKUS partners without a license.

Ally status makes no difference.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Named, Status
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.itar_ear.s126_5_canada_exemption import CANADA, LICENSE
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Provision

AUKUS = Status("aukus", "Australia or the United Kingdom, the AUKUS partners of the United States")

CERTIFIED = since("aukus-certified")

_EXEMPT = "22 USC 2778(l)(2)"

BY_STATUTE = Act(text="an Act of Congress gives the country such an exemption", citation=_EXEMPT)

USERS = Act(
    text="sender and recipient are registered or on the list of authorized users", citation="22 CFR 126.7(b)(2)"
)

TERRITORY = Act(text="to or within Australia, the United Kingdom or the United States", citation="22 CFR 126.7(b)(1)")

NOT_EXCLUDED = Act(text="the technology is not on the excluded list", citation="22 CFR 126.7(b)(3)")

BELOW = Act(
    text="the value stays below the amounts notified to Congress, and no significant equipment is made abroad",
    citation="22 CFR 126.7(b)(4)",
)

BELOW_UNVERIFIED = Act(
    text="whether the rule still keeps the value below the amounts once notified to Congress is not verified",
    citation="22 CFR 126.7(b)(4)",
)

OWN = Act(
    text="Canada has an exemption of its own, for unclassified articles with listed exceptions",
    citation="22 CFR 126.5",
    when=CANADA,
)

EXPEDITED = Act(
    text="a license for Canada is decided within {canada-license-days-government} days between governments and "
    "{canada-license-days} days otherwise, except where Congress must be notified",
    citation="22 CFR 126.15(d)",
    when=CANADA,
)

ENDS = {"ends_on": param("aukus-ends")}

AUKUS_EXEMPTION = Authority(
    id="aukus-exemption",
    question="May defense articles go to this country without an ITAR license under the AUKUS exemption?",
    provisions=(
        Provision(
            since=date(2023, 12, 22),
            citation="22 USC 2778(l)(1)",
            says="Australia and the United Kingdom are to be exempted once the President certifies that their export "
            "controls are comparable; no rule has put an exemption in force yet.",
            rule=Named("in force", "the exemption is in force", NO, spelled=False),
            routes=(
                Act(
                    text="the President certifies that the country's export controls are comparable",
                    citation="22 USC 2778(l)(1)(A)",
                    when=AUKUS & ~CERTIFIED,
                ),
                Act(
                    text="a rule of the Department of State puts the exemption in force",
                    citation=_EXEMPT,
                    when=AUKUS & CERTIFIED,
                ),
                Act(text=BY_STATUTE.text, citation=BY_STATUTE.citation, when=~AUKUS),
            ),
            source="usc-22-2778",
        ),
        Provision(
            since=date(2024, 9, 1),
            citation=f"22 CFR 126.7; {_EXEMPT}",
            says="No license is needed for transfers among authorized users in Australia, the United Kingdom and the "
            "United States, less a list of excluded technologies.",
            rule=Cited("22 CFR 126.7(a)", AUKUS),
            terms=ENDS,
            steps=(TERRITORY, USERS, NOT_EXCLUDED, BELOW),
            routes=(BY_STATUTE, OWN, EXPEDITED, LICENSE),
            source="cfr-22-126-7",
        ),
        Provision(
            since=date(2025, 12, 18),
            until=date(2038, 12, 22),
            citation=f"22 CFR 126.7; {_EXEMPT}",
            says="No license is needed for transfers among authorized users in Australia, the United Kingdom and the "
            "United States, less a list of excluded technologies; nor do AECA 36(c) and (d) require notice of them.",
            rule=Cited("22 CFR 126.7(a)", AUKUS),
            terms=ENDS,
            steps=(TERRITORY, USERS, NOT_EXCLUDED, BELOW_UNVERIFIED),
            routes=(BY_STATUTE, OWN, EXPEDITED, LICENSE),
            source="usc-22-2778",
            note="P.L. 119-60 s. 1085(b) ended the notices. The final rule of 30 December 2025 (90 FR 61053) added "
            "retransfers for field support. The exemption ends after fifteen years unless renewed for five, 22 USC "
            "2778(l)(8).",
        ),
    ),
)
