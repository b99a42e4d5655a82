"""P.L. 104-132 section 328, 22 USC 2349aa-10: joint counterterrorism research with allies of the title-10 list."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.parameters import param
from mnna.statutes.partners import Taiwan, allies, title_10_listing, unpublished
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO, NATO_ORGANIZATION

_WORKING_GROUP = "22 USC 2349aa-10(b)(1)"

COUNTERTERRORISM = Authority(
    id="counterterrorism-rd",
    question="May Technical Support Working Group money fund joint counterterrorism research with this country?",
    provisions=(
        Provision(
            since=date(1996, 4, 24),
            citation=_WORKING_GROUP,
            says="A small sum each year may buy explosives detectors and other counterterrorism technology and fund "
            "joint research on it with NATO and with major non-NATO allies on the title-10 list.",
            rule=allies(
                Cited("22 USC 2349aa-10(b)(1)(B)", NATO | NATO_ORGANIZATION)
                | Cited("22 USC 2349aa-10(b)(2)", MNNA_TITLE_10),
                taiwan=Taiwan.ARGUABLY,
            ),
            terms={"annual_cap_usd": param("counterterrorism-rd-cap")},
            steps=(
                Act(text="the money is made available for the year", citation=_WORKING_GROUP),
                Act(
                    text="the project runs under the Technical Support Working Group",
                    citation="22 USC 2349aa-10(b)(1)(B)",
                ),
            ),
            routes=(title_10_listing("22 USC 2349aa-10(b)(2)"),),
            caveats=(unpublished("22 USC 2349aa-10(b)(2)"),),
            confidence="medium",
            note="Paragraph (b)(2) still points to 10 USC 2350a(i)(3); since 28 December 2001 the definition stands in "
            "(i)(2). Present practice is not known.",
        ),
    ),
)
