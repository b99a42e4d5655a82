"""The statuses and case facts that several rules use, each declared once."""

from __future__ import annotations

from mnna.rules.nodes import Expr, Field, If, Kind, Known, Literal, Named, Param, Status

NATO = Status("nato", "a member of NATO")
NATO_ORGANIZATION = Status("nato-organization", "the North Atlantic Treaty Organization itself")
TERRITORY = Status("territory-or-disputed", "no country of its own in these laws")
MNNA = Status("mnna", "designated a major non-NATO ally under FAA 517")
MNNA_TITLE_10 = Status("mnna-title10", "on the Secretary of Defense's title-10 list of major non-NATO allies")
TREATED_AS_MNNA = Status("treated-as-mnna", "Taiwan, treated as a major non-NATO ally for transfers")
ISRAEL_EGYPT = Status("commercial-leasing-permanent", "Israel or Egypt, named in the section")

REVIEW_36B = Status("nato-plus", "one of the countries named beside NATO in AECA 36(b)(1)")
THRESHOLDS = Status(
    "nato-plus-36b-thresholds", "one of the countries named beside NATO for the higher dollar thresholds"
)
REVIEW_36C = Status("nato-plus-36c", "one of the countries named beside NATO in AECA 36(c)(2)(A) and 36(d)")
RETRANSFER = Status("nato-plus-3d", "one of the countries named beside NATO in AECA 3(d)(2)(B)")
RETRANSFER_COMMERCIAL = Status(
    "nato-plus-3d-commercial", "one of the countries named beside NATO in AECA 3(d)(3)(A) and 62(c)"
)
QUALITY_ASSURANCE = Status("nato-plus-21h", "one of the countries named beside NATO in AECA 21(h)")
STANDARDIZATION = Status("nato-plus-21e", "one of the countries named beside NATO in AECA 21(e)(2)(A)")

MDE = Field("mde", Kind.MONEY, "value of the major defense equipment")
TOTAL = Field("total", Kind.MONEY, "total value")
CONSTRUCTION = Field("construction", Kind.MONEY, "value of the design and construction services")
SERVICES = Field(
    "services", Kind.MONEY, "total value apart from design and construction services", remainder=(TOTAL, CONSTRUCTION)
)
"""Articles and services only: design and construction services are no “defense service”, 22 USC 2794(4)."""
FIREARMS = Field("firearms", Kind.MONEY, "value of the category I firearms")
LEASE_MONTHS = Field("lease_months", Kind.COUNT, "length of the lease or loan in months")
AUKUS_EXEMPT = Field(
    "aukus_exempt",
    Kind.TRUTH,
    "the transfer falls within the AECA 38(l)(2) exemption for Australia and the United Kingdom",
)
OUTSIDE = "outside the favored group"
INCLUDES_OUTSIDE = f"that includes a country {OUTSIDE}"
ORIGIN = Field("origin", Kind.TEXT, "origin of the articles to be retransferred", ("government", "commercial"))


GROUPS = {
    "nato": "a NATO member",
    "nato-plus": "a country the Arms Export Control Act names beside NATO",
    "nato-organization": "the North Atlantic Treaty Organization",
    "general": "a country or organization that the law does not name",
}
"""The name of each group of recipients that notification law distinguishes by its thresholds and review periods."""


def new_sales_territory(deed: str, territory: str, presumed_of: str = "") -> Field:
    """Return the case fact whether a document authorizes a new sales territory, which rules out the higher thresholds.

    If `presumed_of` is given, the fact is presumed false, and the sentence of the presumption names the document so.
    """
    phrase = f"the {deed} authorizes a new sales territory {territory}"
    if not presumed_of:
        return Field("new_sales_territory", Kind.TRUTH, phrase)
    said = f"it is presumed that the {presumed_of} authorizes no new sales territory {OUTSIDE}"
    return Field("new_sales_territory", Kind.TRUTH, phrase, presumed=False, presumption=said)


def at_least(part: Field, threshold: Param, whole: Field = TOTAL) -> Named:
    """Return the condition that a part of the transfer reaches a threshold, given that no part exceeds the whole.

    If only the whole is known and is below the threshold, the part is below it too. Design and construction services
    are a separate measure in 36(b)(1), so a value given for them counts even if it exceeds the total of the rest.
    """
    reached = part >= threshold
    test = If(Known(part), reached, (whole >= threshold) & reached)
    remark = "a part never exceeds the whole" if part is not CONSTRUCTION else "if not given, a part of the total"
    return Named(
        f"{part.name} reached", f"the {part.phrase} is at least {threshold.phrase} ({remark})", test, spelled=False
    )


def choose(condition: Expr, then: Expr | str, otherwise: Expr | str) -> If:
    """Return an if-then-otherwise node whose branches may be given as plain text."""
    return If(condition, _node(then), _node(otherwise))


def _node(value: Expr | str) -> Expr:
    return Literal(value) if isinstance(value, str) else value
