"""FAA 516, 22 USC 2321j: defense articles the services no longer need, given or sold.

Any country may receive them once its receipt is justified to Congress. Only the order of delivery depends on status,
and only for countries on the southern and southeastern flank of NATO, words that the section does not define.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mnna.rules.nodes import Cited, Expr, Status
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.parameters import param
from mnna.statutes.partners import A_COUNTRY, Taiwan, allies
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA, NATO

FLANK = Status("southern-flank", "on the southern or southeastern flank of NATO")
NAMED = Status("eda-named", "named in the section for priority")
_PRIORITY = "22 USC 2321j(c)(2)"

JUSTIFIED = Act(
    text="the country's receipt of excess articles is justified to Congress for the fiscal year, in the annual "
    "presentation or separately",
    citation="22 USC 2321j(a)",
)
CONDITIONS = Act(
    text="from existing stock, without procurement money, without harm to United States readiness or the industrial "
    "base, and consistent with the balance in the Eastern Mediterranean; a gift only where better than a sale",
    citation="22 USC 2321j(b)(1)",
)
NOTICE = Act(
    text="{eda-notice-days:words} days after notice to the committees if the articles are significant military "
    "equipment or cost the threshold or more when new, for sales under the Arms Export Control Act too",
    citation="22 USC 2321j(f)(1)",
)
YEARLY = Act(text="all such transfers in the fiscal year stay within the yearly cap", citation="22 USC 2321j(g)(1)")
TRANSPORT = Act(
    text="the country pays for packing and transport unless the four conditions of free transport are met: national "
    "interest, little assistance that year, little weight, spare space",
    citation="22 USC 2321j(e)",
)

AGREED = Act(
    text="for a gift, the country first agrees not to pass the articles on or use them otherwise without consent, to "
    "guard them, to let the United States observe their use, and to return them when no longer needed",
    citation="22 USC 2314(a)",
)


def _to_any_country(*, since: date, cap: Mapping[str, Expr], within: tuple[Act, ...], note: str) -> Provision:
    """Return the section as amended in 1996; `cap` and `within` are the yearly cap and the step that names it."""
    return Provision(
        since=since,
        citation="22 USC 2321j(a)",
        says="The President may transfer excess defense articles to any country whose receipt of them was "
        "justified to Congress for that fiscal year; no status is required.",
        rule=Cited("22 USC 2321j(a)", A_COUNTRY),
        terms={
            "notice_value_usd": param("eda-notice"),
            "notice_days": param("eda-notice-days"),
            **cap,
            "free_transport_pounds": param("eda-transport-pounds"),
            "free_transport_assistance_usd": param("eda-transport-assistance"),
        },
        steps=(JUSTIFIED, CONDITIONS, AGREED, NOTICE, *within, TRANSPORT),
        routes=(Act(text="a transfer to a member country of the Organization", citation="22 USC 2321j(a)"),),
        source="usc-22-2321j",
        note="Which countries were justified for a fiscal year is not held here. Bars such as the terrorism list "
        f"or the child soldiers list are findings of their own. {note}",
    )


ELIGIBLE = Authority(
    id="excess-defense-articles",
    question="May this country receive excess defense articles?",
    provisions=(
        _to_any_country(
            since=date(1996, 7, 21),
            cap={},
            within=(),
            note="Before 21 July 1996 the section reached few countries. Its yearly cap counts from fiscal year 1997 "
            "on, by subsection (g)(2).",
        ),
        _to_any_country(
            since=date(1996, 10, 1),
            cap={"annual_cap_usd": param("eda-cap")},
            within=(YEARLY,),
            note="Before 21 July 1996 the section reached few countries.",
        ),
    ),
)


def _first_in_line(*, since: date, named: str) -> Provision:
    return Provision(
        since=since,
        citation=_PRIORITY,
        says="Delivery has priority for NATO members and major non-NATO allies on NATO's southern and southeastern "
        f"flank{named}.",
        rule=Cited(_PRIORITY, allies(NATO | MNNA, taiwan=Taiwan.NAMED) & FLANK) | Cited(_PRIORITY, NAMED),
        steps=(
            Act(
                text="priority is over other countries and to the maximum extent feasible, no more", citation=_PRIORITY
            ),
            JUSTIFIED,
            CONDITIONS,
            AGREED,
            NOTICE,
        ),
        routes=(
            Act(
                text=DESIGNATION.text + ", which helps only a country on the flank",
                citation=DESIGNATION.citation,
                when=FLANK,
            ),
            Act(text=f"an Act of Congress names the country{BY_NAME[named]}", citation=_PRIORITY),
        ),
        source="usc-22-2321j",
        confidence="medium",
        note="The flank is defined nowhere: Greece and Turkey are taken to lie on it, the Mediterranean and Gulf "
        "allies are unknown, and a country on another continent does not lie on it.",
    )


MANILA, TAIPEI = ", and for the Philippines", ", for the Philippines and for Taiwan"
BY_NAME = {"": "", MANILA: ", as it did the Philippines", TAIPEI: ", as it did the Philippines and Taiwan"}

PRIORITY = Authority(
    id="excess-defense-articles-priority",
    question="Are excess defense articles delivered to this country ahead of others?",
    provisions=(
        _first_in_line(since=date(1996, 7, 21), named=""),
        _first_in_line(since=date(2002, 9, 30), named=MANILA),
        _first_in_line(since=date(2022, 12, 23), named=TAIPEI),
    ),
)
