"""10 USC 2350a: agreements on cooperative research and development.

Any friendly country may be a partner; who is on the title-10 list of allies, or in NATO, is spared the wait.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, If, Literal
from mnna.statutes.parameters import param
from mnna.statutes.partners import (
    FRIENDLY,
    RESCISSION,
    TAIWAN_ARGUABLY,
    TITLE_10_LISTING,
)
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO, NATO_ORGANIZATION

_PARTNERS = "10 USC 2350a(a)(2)"

_EXCUSED = NATO | NATO_ORGANIZATION | MNNA_TITLE_10 | TAIWAN_ARGUABLY

AGREEMENT = Act("a memorandum of understanding or other formal agreement", "10 USC 2350a(a)(1)")

IMPROVES = Act("the Secretary determines that the project improves conventional defense", "10 USC 2350a(b)(1)")

SHARES = Act(
    "costs are shared equitably (since 1 January 2021 also unequally, on a written finding of strategic value), and no "
    "United States grant or loan pays the partner's share",
    "10 USC 2350a(c), (d)(2)",
)

REPORT = Act(
    "unless the country is on the Secretary of Defense's title-10 list: a report to four committees of Congress, then "
    "thirty days, before the agreement takes effect",
    "10 USC 2350a(a)(3)",
    ~_EXCUSED,
)

RESEARCH = Authority(
    id="cooperative-rd",
    question="May the Secretary of Defense agree with this country on cooperative research and development?",
    topic="research",
    provisions=(
        Provision(
            since=date(1989, 11, 29),
            until=date(2001, 12, 28),
            citation="10 USC 2350a(a)",
            says="The Secretary may make such agreements with NATO members and with the major non-NATO allies on his "
            "own list (from 5 October 1994 also with NATO bodies).",
            rule=Cited("10 USC 2350a(a)", NATO | NATO_ORGANIZATION) | Cited("10 USC 2350a(i)(3)", MNNA_TITLE_10),
            steps=(AGREEMENT, IMPROVES, Act("costs are shared equitably", "10 USC 2350a(c)")),
            routes=(Act(TITLE_10_LISTING.text, "10 USC 2350a(i)(3)"),),
            source="usc-10-2350a",
            confidence="medium",
            note="The title-10 list of those years is known only from an old fact sheet.",
        ),
        Provision(
            since=date(2001, 12, 28),
            until=None,
            citation=_PARTNERS,
            says="The Secretary may make such agreements with NATO, its bodies and members, the major non-NATO allies "
            "on his own list, and any other friendly country; only for the last must a report lie thirty days before "
            "Congress.",
            rule=Cited("10 USC 2350a(a)(2)(C)", NATO)
            | Cited("10 USC 2350a(a)(2)(A)-(B)", NATO_ORGANIZATION)
            | Cited("10 USC 2350a(a)(2)(D)", MNNA_TITLE_10)
            | Cited("10 USC 2350a(a)(2)(E)", FRIENDLY),
            terms={"wait_days": If(_EXCUSED, Literal(0), param("cooperative-rd-wait-days"))},
            steps=(AGREEMENT, IMPROVES, SHARES, REPORT),
            routes=(RESCISSION,),
            source="usc-10-2350a",
            note="Since 23 December 2022 the European Union and its bodies are partners too.",
        ),
    ),
    examples=(
        Example(
            "MEX",
            "2025-06-01",
            "yes",
            "A friendly country: ally status is not the gateway, it saves a wait of thirty days.",
            trap=True,
            terms={"wait_days": 30},
        ),
        Example(
            "COL",
            "2025-06-01",
            "yes",
            "Eligible as a friendly country; whether it is on the title-10 list, and so excused the wait, is unknown.",
            trap=True,
            terms={"wait_days": None},
        ),
        Example("JPN", "2025-06-01", "yes", "On the title-10 list since 1987.", terms={"wait_days": 0}),
        Example(
            "NZL",
            "2000-06-01",
            "no",
            "Deemed an ally under FAA 517 in 1996, but on the title-10 list only from about 2002, and other friendly "
            "countries were let in only in December 2001.",
            trap=True,
        ),
        Example("MEX", "2001-12-27", "no", "Other friendly countries were let in the next day."),
        Example("IRN", "2025-06-01", "no", "On the terrorism list, so no friendly country."),
        Example("CHN", "2025-06-01", "unknown", "Denied arms by the ITAR; whether it counts as friendly is not said."),
    ),
)
