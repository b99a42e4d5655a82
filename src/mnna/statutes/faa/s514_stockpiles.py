"""FAA 514, 22 USC 2321h: where stocks set aside for allies may lie.

The section makes a country a possible site. It gives no right to buy, draw on or own what lies there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mnna.rules.nodes import Cited, Expr, Status
from mnna.statutes.parameters import param
from mnna.statutes.partners import DESIGNATION
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_PLACE = "22 USC 2321h(c)(2)"
NAMED = Status("stockpile-named", "named in the section as a place for such stocks")

STILL_OURS = Act(
    "the stock stays United States property: the country gets any of it only by a transfer under the Foreign "
    "Assistance Act or the Arms Export Control Act, charged to the money or limits of that law",
    "22 USC 2321h(a)",
)
WITHIN_CAP = Act(
    "additions in a fiscal year stay within the amount the law sets, outside which are stocks for NATO purposes and "
    "those under agreements with Israel",
    "22 USC 2321h(b)(1)",
)
NOT_EXCESS = Act(
    "what is transferred from such a stock is not valued as excess",
    "22 USC 2321h(d)",
)
ROUTES = (
    Act("the President designates the country as a site, fifteen days after notice to the committees", _PLACE),
    DESIGNATION,
    Act("the stock lies on a United States base or one used primarily by the United States", "22 USC 2321h(c)(1)"),
)
CAP = {
    "annual_cap_usd": param("stockpile-cap"),
    "designation_notice_days": param("stockpile-designation-days"),
}
ASIA_CAPS = {"korea_cap_usd": param("stockpile-cap-korea"), "thailand_cap_usd": param("stockpile-cap-thailand")}
ISRAEL_CAP = {"israel_cap_usd": param("stockpile-cap-israel")}


def _site(
    since: date, until: date | None, ally: Status, says: str, terms: Mapping[str, Expr], confidence: str, note: str = ""
) -> Provision:
    rule = Cited(_PLACE, NAMED) | Cited(_PLACE, NATO) | Cited(_PLACE, ally)
    steps = (STILL_OURS, WITHIN_CAP, NOT_EXCESS)
    return Provision(
        since, until, _PLACE, says, rule, terms, steps, ROUTES, "usc-22-2321h", confidence=confidence, note=note
    )


_SAYS = (
    "Outside United States bases such stocks may lie only in {named}, a NATO member, a major non-NATO ally, or a "
    "country the President designates for it."
)

AUTHORITY = Authority(
    id="war-reserve-stockpile-site",
    question="May United States war reserve stocks for allies lie in this country outside a United States base?",
    topic="equipment",
    provisions=(
        _site(
            date(1996, 2, 12),
            date(1996, 7, 21),
            MNNA_TITLE_10,
            _SAYS.format(named="Korea, Thailand"),
            {**CAP, **ASIA_CAPS},
            "medium",
            "The section already said major non-NATO allies (since P.L. 101-513, 5 November 1990) but defined them "
            "only when FAA 517 was enacted; until then the title-10 list is read in.",
        ),
        _site(
            date(1996, 7, 21),
            date(2002, 9, 30),
            MNNA,
            _SAYS.format(named="Korea, Thailand"),
            {**CAP, **ASIA_CAPS},
            "high",
        ),
        _site(
            date(2002, 9, 30),
            date(2022, 12, 23),
            MNNA,
            _SAYS.format(named="Korea, Thailand"),
            {**CAP, **ISRAEL_CAP},
            "high",
            "The section set no amount for fiscal years 2002, 2006, 2009 and 2010; other acts may have.",
        ),
        _site(
            date(2022, 12, 23),
            None,
            MNNA,
            _SAYS.format(named="Korea, Thailand, Taiwan"),
            {**CAP, **ISRAEL_CAP},
            "high",
            "P.L. 117-263 s. 5503 raised the amount and added Taiwan; P.L. 119-4 carried the amount to fiscal year "
            "2027.",
        ),
    ),
    examples=(
        Example("COL", "2022-05-22", "no", "The designation came a day later; the routes name what was open before."),
        Example(
            "COL", "2022-05-23", "yes", "A major non-NATO ally from that day.", terms={"annual_cap_usd": 200000000}
        ),
        Example(
            "MAR",
            "2025-06-01",
            "yes",
            "A possible site, no more: the status gives no right to buy, draw on or own the stock.",
            trap=True,
            terms={"annual_cap_usd": 500000000, "israel_cap_usd": 200000000},
        ),
        Example(
            "TWN",
            "2022-12-22",
            "no",
            "Section 1206 treats Taiwan as an ally for transfers; the siting of United States stocks is no transfer.",
            trap=True,
        ),
        Example("TWN", "2022-12-23", "yes", "Named in the section from that day."),
        Example(
            "ISR",
            "2022-12-22",
            "yes",
            "Fiscal year 2023 began under the old limit; the new one came with the Act that raised it.",
            trap=True,
            terms={"annual_cap_usd": 200000000, "israel_cap_usd": 200000000, "designation_notice_days": 15},
        ),
        Example("MEX", "2026-01-01", "no", "Neither named, nor NATO member, nor ally, nor designated for it."),
        Example(
            "KOR",
            "1999-06-01",
            "yes",
            "Named in the section.",
            terms={"annual_cap_usd": 340000000, "korea_cap_usd": 320000000, "thailand_cap_usd": 20000000},
        ),
    ),
)
