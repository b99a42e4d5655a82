"""FAA 514, 22 USC 2321h: where stocks set aside for allies may be located.

The section makes a country a possible site. It gives no right to buy, draw on or own the stocks there.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Expr, Field, Kind, Status
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.parameters import param
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Extra, Provision, amended
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_PLACE = "22 USC 2321h(c)(2)"
NAMED = Status("stockpile-named", "named in the section as a place for such stocks")
ISRAEL = Status("stockpile-israel", "Israel, for whose stocks the section sets an amount")

ACTS = Acts(__name__)

SITE, MEMBER = "22 USC 2321h(c)", Cited("22 USC 2321h(c)", NATO)
EXISTING = Cited(
    SITE,
    Field(
        "stockpile_1976",
        Kind.TRUTH,
        "a stockpile lay in the country outside United States bases on 30 June 1976, and so may stay",
        presumed=False,
        presumption="it is presumed that no stockpile lay in the country outside United States bases on 30 June 1976",
    ),
)
ASIA_CAPS = Extra(
    when=NAMED,
    terms={"korea_cap_usd": param("stockpile-cap-korea"), "thailand_cap_usd": param("stockpile-cap-thailand")},
)
ISRAEL_CAP = Extra(when=ISRAEL, terms={"israel_cap_usd": param("stockpile-cap-israel")})
ISRAEL_FLOOR = Extra(when=ISRAEL, terms={"israel_floor_usd": param("stockpile-floor-israel")})
SAYS_1976 = "Besides what existed on 30 June 1976, such stocks may lie outside United States bases only in "
SAYS = (
    "Outside United States bases such stocks may lie only in {named}, a NATO member, a major non-NATO ally, or a "
    "country the President designates for it."
)


def _place(ally: Expr) -> Expr:
    return Cited(_PLACE, NAMED) | Cited(_PLACE, NATO) | Cited(_PLACE, ally)


AUTHORITY = Authority(
    id="war-reserve-stockpile-site",
    question="May United States war reserve stocks for allies lie in this country outside a United States base?",
    provisions=amended(
        Provision(
            since=date(1976, 6, 30),
            citation=SITE,
            says=f"{SAYS_1976}a NATO member.",
            rule=Cited(SITE, NAMED) | MEMBER | EXISTING,
            terms={"annual_cap_usd": param("stockpile-cap")},
            steps=ACTS("by-transfer", "within-cap-1976", "not-excess"),
            routes=ACTS("on-a-base"),
        ),
        Amendment(since=date(1979, 10, 29), says=f"{SAYS_1976}Korea, a NATO member."),
        Amendment(since=date(1987, 12, 22), says=f"{SAYS_1976}Korea, Thailand, a NATO member."),
        Amendment(
            since=date(1990, 11, 5),
            says=f"{SAYS_1976}Korea, Thailand, a NATO member or a major non-NATO ally.",
            rule=Cited(SITE, NAMED) | MEMBER | Cited(SITE, allies(MNNA_TITLE_10, taiwan=Taiwan.NO)) | EXISTING,
            extras=(ISRAEL_FLOOR, ISRAEL_CAP, ASIA_CAPS),
            confidence="medium",
            note="The section said major non-NATO allies and defined them nowhere; the title-10 list is read in.",
        ),
        Amendment(
            since=date(1996, 2, 12),
            citation=_PLACE,
            says=SAYS.format(named="Korea, Thailand"),
            rule=_place(allies(MNNA_TITLE_10, taiwan=Taiwan.NO)),
            terms={
                "annual_cap_usd": param("stockpile-cap"),
                "designation_notice_days": param("stockpile-designation-days"),
            },
            extras=(ASIA_CAPS,),
            steps=ACTS("by-transfer", "within-cap", "not-excess"),
            routes=ACTS("designated-site", "on-a-base"),
            note="The section already said major non-NATO allies (since P.L. 101-513, 5 November 1990) but defined "
            "them only when FAA 517 was enacted; until then the title-10 list is read in.",
        ),
        Amendment(
            since=date(1996, 7, 21),
            rule=_place(allies(MNNA, taiwan=Taiwan.NO)),
            routes=ACTS("designated-site", DESIGNATION, "on-a-base"),
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(2002, 9, 30),
            extras=(ISRAEL_CAP,),
            note="The section set no amount for fiscal years 2002, 2006, 2009 and 2010; other acts may have.",
        ),
        Amendment(
            since=date(2022, 12, 23),
            says=SAYS.format(named="Korea, Thailand, Taiwan"),
            rule=_place(allies(MNNA, taiwan=Taiwan.NAMED)),
            note="P.L. 117-263 s. 5503 raised the amount and added Taiwan.",
        ),
    ),
)
