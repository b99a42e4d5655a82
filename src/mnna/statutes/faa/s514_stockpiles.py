"""FAA 514, 22 USC 2321h: where stocks set aside for allies may be located.

The section makes a country a possible site. It gives no right to buy, draw on or own the stocks there.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Any, Cited, Expr, Field, Kind, Status
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.parameters import param
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Authority, Extra, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

_PLACE = "22 USC 2321h(c)(2)"
NAMED = Status("stockpile-named", "named in the section as a place for such stocks")
ISRAEL = Status("stockpile-israel", "Israel, for whose stocks the section sets an amount")

BY_TRANSFER = Act(
    text="the stock is in the inventory of the Department of Defense: the country gets any of it only by a transfer "
    "under the Foreign Assistance Act or the Arms Export Control Act, charged to the money or limits of that law",
    citation="22 USC 2321h(a)",
)
WITHIN_CAP = Act(
    text="additions in a fiscal year stay within the amount the law sets, outside which are stocks for NATO purposes "
    "and those under agreements with Israel",
    citation="22 USC 2321h(b)(1)",
)
WITHIN_CAP_1976 = Act(
    text="additions in a fiscal year stay within the amount the law sets, outside which are stocks for NATO purposes",
    citation="22 USC 2321h(b)",
)
NOT_EXCESS = Act(text="what is transferred from such a stock is not valued as excess", citation="22 USC 2321h(d)")
ROUTES = (
    Act(
        text="the President designates the country as a site, {stockpile-designation-days:words} days after notice to "
        "the committees",
        citation=_PLACE,
    ),
    DESIGNATION,
    Act(
        text="the stock lies on a United States base or one used primarily by the United States",
        citation="22 USC 2321h(c)",
    ),
)
CAP = {"annual_cap_usd": param("stockpile-cap"), "designation_notice_days": param("stockpile-designation-days")}
ASIA_CAPS = Extra(
    when=NAMED,
    terms={"korea_cap_usd": param("stockpile-cap-korea"), "thailand_cap_usd": param("stockpile-cap-thailand")},
)
ISRAEL_CAP = Extra(when=ISRAEL, terms={"israel_cap_usd": param("stockpile-cap-israel")})


def _site(
    *,
    since: date,
    ally: Expr,
    says: str,
    extra: Extra,
    confidence: str,
    note: str = "",
    routes: tuple[Act, ...] = ROUTES,
) -> Provision:
    rule = Cited(_PLACE, NAMED) | Cited(_PLACE, NATO) | Cited(_PLACE, ally)
    steps = (BY_TRANSFER, WITHIN_CAP, NOT_EXCESS)
    return Provision(
        since=since,
        citation=_PLACE,
        says=says,
        rule=rule,
        terms=CAP,
        extras=(extra,),
        steps=steps,
        routes=routes,
        source="usc-22-2321h",
        confidence=confidence,
        note=note,
    )


EXISTING = Field(
    "stockpile_1976",
    Kind.TRUTH,
    "a stockpile lay in the country outside United States bases on 30 June 1976, and so may stay",
    presumed=False,
    presumption="it is presumed that no stockpile lay in the country outside United States bases on 30 June 1976",
)
ON_A_BASE = ROUTES[-1]
YEARLY_CAP = {"annual_cap_usd": param("stockpile-cap")}
ISRAEL_FLOOR = Extra(when=ISRAEL, terms={"israel_floor_usd": param("stockpile-floor-israel")})


def _either(*whom: Expr) -> Any:
    return Any(tuple(Cited("22 USC 2321h(c)", one) for one in whom))


def _before_1996(*, since: date, named: str, ally: Expr = NO, extras: tuple[Extra, ...] = ()) -> Provision:
    ally_read = ally is not NO
    return Provision(
        since=since,
        citation="22 USC 2321h(c)",
        says="Besides what existed on 30 June 1976, such stocks may lie outside United States bases only in "
        f"{named}a NATO member{' or a major non-NATO ally' if ally_read else ''}.",
        rule=_either(NAMED, NATO, *((ally,) if ally_read else ()), EXISTING),
        terms=YEARLY_CAP,
        extras=extras,
        steps=(BY_TRANSFER, WITHIN_CAP_1976, NOT_EXCESS),
        routes=(ON_A_BASE,),
        source="usc-22-2321h",
        confidence="medium" if ally_read else "high",
        note="The section said major non-NATO allies and defined them nowhere; the title-10 list is read in."
        if ally_read
        else "",
    )


_SAYS = (
    "Outside United States bases such stocks may lie only in {named}, a NATO member, a major non-NATO ally, or a "
    "country the President designates for it."
)

AUTHORITY = Authority(
    id="war-reserve-stockpile-site",
    question="May United States war reserve stocks for allies lie in this country outside a United States base?",
    provisions=(
        _before_1996(since=date(1976, 6, 30), named=""),
        _before_1996(since=date(1979, 10, 29), named="Korea, "),
        _before_1996(since=date(1987, 12, 22), named="Korea, Thailand, "),
        _before_1996(
            since=date(1990, 11, 5),
            named="Korea, Thailand, ",
            ally=allies(MNNA_TITLE_10, taiwan=Taiwan.NO),
            extras=(ISRAEL_FLOOR, ISRAEL_CAP, ASIA_CAPS),
        ),
        _site(
            since=date(1996, 2, 12),
            ally=allies(MNNA_TITLE_10, taiwan=Taiwan.NO),
            says=_SAYS.format(named="Korea, Thailand"),
            extra=ASIA_CAPS,
            confidence="medium",
            routes=tuple(act for act in ROUTES if act is not DESIGNATION),
            note="The section already said major non-NATO allies (since P.L. 101-513, 5 November 1990) but defined "
            "them only when FAA 517 was enacted; until then the title-10 list is read in.",
        ),
        _site(
            since=date(1996, 7, 21),
            ally=allies(MNNA, taiwan=Taiwan.NO),
            says=_SAYS.format(named="Korea, Thailand"),
            extra=ASIA_CAPS,
            confidence="high",
        ),
        _site(
            since=date(2002, 9, 30),
            ally=allies(MNNA, taiwan=Taiwan.NO),
            says=_SAYS.format(named="Korea, Thailand"),
            extra=ISRAEL_CAP,
            confidence="high",
            note="The section set no amount for fiscal years 2002, 2006, 2009 and 2010; other acts may have.",
        ),
        _site(
            since=date(2022, 12, 23),
            ally=allies(MNNA, taiwan=Taiwan.NAMED),
            says=_SAYS.format(named="Korea, Thailand, Taiwan"),
            extra=ISRAEL_CAP,
            confidence="high",
            note="P.L. 117-263 s. 5503 raised the amount and added Taiwan.",
        ),
    ),
)
