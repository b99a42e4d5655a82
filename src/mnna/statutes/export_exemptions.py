"""Exports without a license: the AUKUS and Canadian exemptions of the ITAR, and License Exception STA of the EAR.

None of the three turns on ally status.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Literal, Named, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import choose

ITAR_READ_ON = date(2025, 1, 1)
EAR_READ_ON = date(2026, 6, 20)
"""Country Groups A:5 and A:6 were read as they stood on that day."""

AUKUS = Status("aukus", "Australia or the United Kingdom, the AUKUS partners of the United States")
_EXEMPT = "22 USC 2778(l)(2)"
BY_STATUTE = Act("an Act of Congress gives the country such an exemption", _EXEMPT)
USERS = Act("sender and recipient are registered or on the list of authorized users", "22 CFR 126.7(b)(2)")
TERRITORY = Act("to or within Australia, the United Kingdom or the United States", "22 CFR 126.7(b)(1)")
NOT_EXCLUDED = Act("the technology is not on the excluded list", "22 CFR 126.7(b)(3)")
BELOW = Act(
    "the value stays below the amounts notified to Congress, and no significant equipment is made abroad",
    "22 CFR 126.7(b)(4)",
)
BELOW_UNVERIFIED = Act(
    "whether the rule still keeps the value below the amounts once notified to Congress is not verified",
    "22 CFR 126.7(b)(4)",
)
CANADA = Status("canada-exemption", "Canada, for which the ITAR make an exemption")
OWN = Act(
    "Canada has an exemption of its own, for unclassified articles with listed exceptions", "22 CFR 126.5", CANADA
)
EXPEDITED = Act(
    "a license for Canada is decided within 30 days between governments and 45 days otherwise, save where Congress "
    "must be notified",
    "22 CFR 126.15",
    CANADA,
)
LICENSE = Act("a license of the Department of State, as for any destination", "22 USC 2778(b)(2)")
ENDS = {"ends_on": param("aukus-ends")}

AUKUS_EXEMPTION = Authority(
    id="aukus-exemption",
    question="May defense articles go to this country without an ITAR license under the AUKUS exemption?",
    topic="exports",
    provisions=(
        Provision(
            since=date(2023, 12, 22),
            until=date(2024, 9, 1),
            citation="22 USC 2778(l)(1)",
            says="Australia and the United Kingdom are to be exempted once the President certifies that their export "
            "controls are comparable; until the rule of 1 September 2024 no exemption is in force.",
            rule=Named("in force", "the exemption is in force", NO, spelled=False),
            routes=(
                Act(
                    "the President certifies that the country's export controls are comparable",
                    "22 USC 2778(l)(1)(A)",
                    AUKUS,
                ),
                Act(BY_STATUTE.text, BY_STATUTE.citation, ~AUKUS),
            ),
            source="usc-22-2778",
        ),
        Provision(
            since=date(2024, 9, 1),
            until=date(2025, 12, 18),
            citation=f"22 CFR 126.7; {_EXEMPT}",
            says="No license is needed for transfers among authorized users in Australia, the United Kingdom and the "
            "United States, less a list of excluded technologies.",
            rule=Cited("22 CFR 126.7(a)", AUKUS),
            terms=ENDS,
            steps=(TERRITORY, USERS, NOT_EXCLUDED, BELOW),
            routes=(BY_STATUTE, OWN, EXPEDITED, LICENSE),
            source="cfr-22-126-7",
            checked_on=ITAR_READ_ON,
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
    examples=(
        Example("AUS", "2024-08-31", "no", "The statute of 2023 waited for a certification and a rule.", trap=True),
        Example("AUS", "2024-09-01", "yes", "The rule took effect.", terms={"ends_on": "2038-12-22"}),
        Example("CAN", "2025-06-01", "no", "Not an AUKUS partner; it has an exemption of its own."),
        Example("JPN", "2026-01-01", "no", "Ally status and treaty bring no exemption.", trap=True),
    ),
)

CANADA_EXEMPTION = Authority(
    id="canada-exemption",
    question="May defense articles go to this country without an ITAR license under the Canadian exemption?",
    topic="exports",
    provisions=(
        Provision(
            since=date(2001, 5, 30),
            until=None,
            citation="22 CFR 126.5(b)",
            says="Unclassified defense articles and services, with listed exceptions, may go to Canada without a "
            "license for use there by its authorities or by registered persons.",
            rule=Cited("22 CFR 126.5(b)", CANADA),
            steps=(
                Act("the article or service is not excepted in Supplement No. 1 to part 126", "22 CFR 126.5(b)"),
                Act("the end user is a Canadian authority or a Canadian-registered person", "22 CFR 126.5(b)"),
                Act("assurances are given for significant military equipment", "22 CFR 126.5(b)"),
                Act("passing it on needs approval", "22 CFR 126.5(d)"),
            ),
            routes=(
                Act(
                    "a binding agreement on comparable export controls, certified to Congress",
                    "22 USC 2778(j)(1)(A), (3)",
                ),
                LICENSE,
            ),
            source="cfr-22-126-5",
            checked_on=ITAR_READ_ON,
            note="Canada alone is excused from the bilateral agreement, 22 USC 2778(j)(1)(B). The exemption is "
            "older; its restoration on 30 May 2001 is general knowledge.",
        ),
    ),
    examples=(
        Example("CAN", "2024-06-01", "yes", "The exemption is Canada's alone."),
        Example(
            "MEX", "2024-06-01", "no", "A neighbour and trade partner, but the exemption is Canada's alone.", trap=True
        ),
        Example("GBR", "2024-06-01", "no", "Its exemptions rest on a treaty and, from September 2024, on AUKUS."),
    ),
)

A5 = Status("ear-a5", "in Country Group A:5 of the EAR")
A6 = Status("ear-a6", "in Country Group A:6 of the EAR")

STRATEGIC_TRADE = Authority(
    id="strategic-trade-authorization",
    question="May items under Commerce control go to this country under License Exception STA?",
    topic="exports",
    provisions=(
        Provision(
            since=date(2011, 6, 16),
            until=None,
            citation="15 CFR 740.20(c)",
            says="License Exception STA opens widely to the countries of Group A:5 and narrowly to those of Group A:6; "
            "neither group follows ally status or NATO membership.",
            rule=Cited("15 CFR 740.20(c)(1)", A5) | Cited("15 CFR 740.20(c)(2)", A6),
            terms={"scope": choose(A5, "wide", choose(A6, Literal("narrow"), "none"))},
            steps=(
                Act("the item is eligible and none of the restrictions applies", "15 CFR 740.20(b)"),
                Act("the consignee's prior statement and the other conditions", "15 CFR 740.20(d)"),
            ),
            routes=(
                Act("a rule of the Department of Commerce adds the country to a group", "15 CFR 740.20(c)"),
                Act("an ordinary license from the Department of Commerce", "15 CFR 740.20"),
            ),
            source="cfr-15-740-20",
            confidence="medium",
            checked_on=EAR_READ_ON,
            note="Until 2013 the two lists stood in the section itself, without group numbers.",
        ),
    ),
    examples=(
        Example("MEX", "2024-06-01", "yes", "In Group A:6, although no ally.", trap=True, terms={"scope": "narrow"}),
        Example("COL", "2024-06-01", "no", "An ally in neither group.", trap=True, terms={"scope": "none"}),
        Example("MNE", "2024-06-01", "no", "A NATO member in neither group.", trap=True),
        Example("ARG", "2024-06-01", "yes", "In Group A:5.", terms={"scope": "wide"}),
        Example("ISR", "2024-06-01", "yes", "An ally, but in Group A:6.", terms={"scope": "narrow"}),
    ),
)

AUTHORITIES = (AUKUS_EXEMPTION, CANADA_EXEMPTION, STRATEGIC_TRADE)
