"""Rules common to the review of commercial licenses, agreements, retransfers and leases.

They are the exemption for Australia and the United Kingdom, the new-sales-territory proviso, and the duties that come
with a certification and began on different days.
"""

from __future__ import annotations

from mnna.rules.nodes import NO, Compare, Exceptions, Expr, Field, If, Kind, Known, Literal, Param, Special, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Measure, between
from mnna.statutes.vocabulary import AUKUS_EXEMPT, NATO, NATO_ORGANIZATION, TOTAL, at_least, choose

ON = Field("on", Kind.DATE, "day of the transfer")
"""The day of the question; the engine fills it in."""

EVERYONE = Literal("general")
"""The group for a law whose figures are the same for all recipients."""

AUKUS = Status("aukus", "Australia or the United Kingdom, partners in AECA 38(l)")


def unless_aukus(general: Expr, citation: str) -> Exceptions:
    """Return the duty with the exception of transfers that the AECA 38(l)(2) exemption covers."""
    return Exceptions(general, (Special(AUKUS & AUKUS_EXEMPT, NO, citation),))


def since(id_: str) -> Compare:
    """Return the condition that is true from the first day of a duty, which is a parameter with its citation."""
    return ON >= param(id_)


def measure(name: str, part: Field, figure: str, citation: str, whole: Field = TOTAL) -> Measure:
    """Return the measure of a part of the transfer that is notifiable from a figure of the law on."""
    threshold = param(figure)
    met = part >= threshold if part is whole else at_least(part, threshold, whole)
    return Measure(name=name, met=met, usd=threshold, citation=citation)


def group(named: Expr) -> If:
    """Return the group whose figures apply: NATO members, the countries named beside them, NATO itself, or others."""
    return choose(NATO, "nato", choose(named, "nato-plus", choose(NATO_ORGANIZATION, "nato-organization", "general")))


def shown(
    group: Expr, new_territory: Field, higher: tuple[Measure, ...], general: tuple[Measure, ...], favored: Expr
) -> tuple[Measure, ...]:
    """Return the measures of a favored group, which show its own thresholds unless a new sales territory is known.

    If it is not known whether there is a new territory, a value above the higher threshold is notified either way, and
    the higher figure is shown: below it the answer is open.
    """
    return between(favored, higher, general, shown=group & ~(Known(new_territory) & new_territory))


MIDDLE_EAST = Status("middle-east", "in the Middle East, other than Israel")

MILITARY_EDGE = Act(
    text="for a country in the Middle East other than Israel, the certification must determine that the transfer does "
    "not harm Israel's qualitative military edge",
    citation="22 USC 2776(h)",
    when=since("36h-military-edge") & MIDDLE_EAST,
)

UNDER_TREATY = AUKUS | Field(
    "trade_treaty",
    Kind.TRUTH,
    "the export is made under a defense trade treaty with Australia or the United Kingdom",
    presumed=False,
    presumption="it is presumed that the export is not made under a defense trade treaty",
)

EDGE_DETAIL = Act(
    text="as far as that transfer is of major defense equipment, the determination explains in detail how it alters "
    "the balance in the region, Israel's capacity to respond, and what Israel may need",
    citation="22 USC 2776(h)(2)",
    when=since("36h-explanation") & MIDDLE_EAST,
)

LETHAL = Act(
    text="a lethal item of {36c-lethal-small} or less for a country on the special notification list of the "
    "appropriations act, or barred from military training or financing, needs a notice of its own {36c-lethal-days} "
    "days before export",
    citation="P.L. 105-277 div. A §101(d) [title V, §594]",
    when=since("36c-lethal-notice")
    & (TOTAL <= param("36c-lethal-small"))
    & Field("special_notification", Kind.TRUTH, "the recipient is on the special notification list or barred from aid"),
    always=True,
)
"""The note under 22 USC 2753 covers any export, sold by the government or commercially."""


def below(higher: Param) -> Expr:
    """Return the condition that the whole is not known to reach the higher threshold, which would settle the case."""
    return ~(Known(TOTAL) & (TOTAL >= higher))


def of_the_organization(citation: str, doubtful: Expr | None = None) -> Act:
    """Return the caveat that the general thresholds for NATO itself are a reading, on which practice differs."""
    return Act(
        text="The higher thresholds speak of a member country, so NATO and its bodies have the general ones: a "
        "reading. Practice conflicts: a sale to a NATO body at $65 million was notified in 2021. Notice 25-97 of 18 "
        "December 2025 says that a case of $50.7 million without major defense equipment was under the threshold, so "
        "the higher ones were applied to it",
        citation=citation,
        when=NATO_ORGANIZATION if doubtful is None else NATO_ORGANIZATION & doubtful,
    )


def treaty_notice(citation: str) -> Act:
    """Return the step of fifteen days' notice of an export under the treaties with Australia and the United Kingdom."""
    return Act(
        text="an export under the defense trade treaties with Australia and the United Kingdom that would otherwise "
        "be certified is notified at least {36c-treaty-days} days before",
        citation=citation,
        when=since("36c-treaty-notice") & UNDER_TREATY,
    )
