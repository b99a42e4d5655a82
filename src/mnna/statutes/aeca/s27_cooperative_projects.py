"""AECA 27, 22 USC 2767: cooperative projects with NATO and with friendly countries.

Status as a major non-NATO ally changes nothing here: only NATO projects are excused from the notices of AECA 36.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO, NATO_ORGANIZATION

ACTS = Acts(__name__, {"interest": ~(NATO | NATO_ORGANIZATION)})

PROJECTS = Authority(
    id="cooperative-projects",
    question="May the President make a cooperative project agreement under AECA 27 with this country?",
    provisions=amended(
        Provision(
            since=date(1979, 10, 29),
            citation="22 USC 2767",
            says="For cooperative projects with NATO members the President may reduce or waive charges on sales, where "
            "the others contribute.",
            rule=Cited("22 USC 2767", NATO),
            routes=ACTS("opened-by-act"),
            confidence="medium",
            note="The text of that time is known only from notes on its amendment",
        ),
        Amendment(
            since=date(1985, 10, 1),
            citation="22 USC 2767(a)",
            says="The President may make such agreements with NATO and its members.",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION),
            terms={"certification_days": param("cooperative-project-days"), "sales_notices_excused": NATO},
            steps=ACTS("eligible", "certification", "fair-share"),
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(1986, 11, 14),
            citation="22 USC 2767(a), (j)(1)",
            says="The President may make such agreements with NATO, its members and, where he finds it in the interest "
            "of the United States, any friendly country; only projects with NATO countries are excused from the "
            "notices of AECA 36(b) and (c).",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION) | Cited("22 USC 2767(j)(1)", FRIENDLY),
            steps=ACTS("interest", "eligible", "certification", "fair-share"),
            routes=(RESCISSION,),
        ),
    ),
)
