"""AECA 27, 22 USC 2767: cooperative projects with NATO and with friendly countries.

Status as a major non-NATO ally changes nothing here: only NATO projects are excused from the notices of AECA 36.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

_WITH_FRIENDS = "22 USC 2767(j)(1)"

CERTIFICATION = Act(
    text="a numbered certification to Congress at least {cooperative-project-days:words} days before the agreement is "
    "signed",
    citation="22 USC 2767(f)",
)

FAIR_SHARE = Act(
    text="each side bears its equitable share, and no United States military aid pays the partner's",
    citation="22 USC 2767(c)",
)

INTEREST = Act(
    text="the President determines that the agreement with this country is in the foreign policy or national security "
    "interest of the United States",
    citation=_WITH_FRIENDS,
    when=~(NATO | NATO_ORGANIZATION),
)

ELIGIBLE = Act(
    text="the President finds that defense articles for the partner strengthen the security of the United States, and "
    "the partner agrees to the terms on transfer, use and security",
    citation="22 USC 2753(a)",
)

PROJECT_TERMS = {"certification_days": param("cooperative-project-days"), "sales_notices_excused": NATO}

PROJECTS = Authority(
    id="cooperative-projects",
    question="May the President make a cooperative project agreement under AECA 27 with this country?",
    provisions=(
        Provision(
            since=date(1979, 10, 29),
            citation="22 USC 2767",
            says="For cooperative projects with NATO members the President may reduce or waive charges on sales, where "
            "the others contribute.",
            rule=Cited("22 USC 2767", NATO),
            routes=(Act(text="an Act of Congress opens the section to others", citation="22 USC 2767"),),
            source="usc-22-2767",
            confidence="medium",
            note="The text of that time is known only from notes on its amendment",
        ),
        Provision(
            since=date(1985, 10, 1),
            citation="22 USC 2767(a)",
            says="The President may make such agreements with NATO and its members.",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION),
            terms=PROJECT_TERMS,
            steps=(ELIGIBLE, CERTIFICATION, FAIR_SHARE),
            routes=(Act(text="an Act of Congress opens the section to others", citation="22 USC 2767"),),
            source="usc-22-2767",
        ),
        Provision(
            since=date(1986, 11, 14),
            citation="22 USC 2767(a), (j)(1)",
            says="The President may make such agreements with NATO, its members and, where he finds it in the interest "
            "of the United States, any friendly country; only projects with NATO countries are excused from the "
            "notices of AECA 36(b) and (c).",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION) | Cited(_WITH_FRIENDS, FRIENDLY),
            terms=PROJECT_TERMS,
            steps=(INTEREST, ELIGIBLE, CERTIFICATION, FAIR_SHARE),
            routes=(RESCISSION,),
            source="usc-22-2767",
        ),
    ),
)
