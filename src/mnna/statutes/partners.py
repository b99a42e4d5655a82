"""Conditions that several rules share: what a friendly foreign country is, and where section 1206 includes Taiwan.

Two sections open an authority to "any friendly foreign country", and none defines the words. The rule excludes a
country on the terrorism list, treats a country to which the ITAR deny arms as unknown, and includes every other
country. A territory of another state is in doubt too: the sections speak of countries, and none says whether a
territory is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mnna.errors import RuleError
from mnna.rules.nodes import YES, Cited, Expr, Field, If, Kind, Known, Named, Status
from mnna.statutes.provision import Act
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO, NATO_ORGANIZATION, TERRITORY, TREATED_AS_MNNA

TERRORISM_LIST = Status("terrorism-list", "on the list of state sponsors of terrorism")
BARS_LIFTED = Status(
    "terrorism-bars-lifted", "one to which the President made the laws on such sponsors inapplicable (Iraq, 2003)"
)
TABLE_1 = Status("itar-126-1-table1", "in Table 1 of ITAR 126.1")
TABLE_2 = Status("itar-126-1-table2", "in Table 2 of ITAR 126.1")
SUSPENDED = Status("itar-126-1-suspended", "one for which that policy is suspended for the fiscal year")
LAST_NAMED = Status("itar-126-1-last-named", "one that the text of ITAR 126.1 read nearest to the day names")
DENIED = Named(
    "denied arms",
    "the ITAR name the country among the destinations denied arms",
    TABLE_1 | (TABLE_2 & ~SUSPENDED),
    spelled=False,
)

_TREATED_SO = "the executive branch treats the country as a friendly foreign country"
_SAID = Field("friendly", Kind.TRUTH, _TREATED_SO)
_PRESUMED = Field(
    "friendly",
    Kind.TRUTH,
    _TREATED_SO,
    presumed=True,
    presumption="it is presumed that the country counts as friendly, because the list of destinations denied arms is "
    "not known for that day, and the text of it read nearest to the day does not name it",
)

FRIENDLY = Named(
    "friendly",
    "the country is a friendly foreign country: no territory, not on the terrorism list nor, unless the executive "
    "branch treats it as friendly, among the destinations denied arms",
    ~(TERRORISM_LIST & ~BARS_LIFTED)
    & ~TERRITORY
    & If(
        Known(_SAID),
        _SAID,
        If(Known(DENIED), If(DENIED, _SAID, YES), If(Known(TABLE_2) | LAST_NAMED, _SAID, _PRESUMED)),
    ),
    spelled=False,
)

A_COUNTRY = Named(
    "a country",
    "the recipient is a country, not the Organization nor a territory",
    ~NATO_ORGANIZATION & ~TERRITORY,
    spelled=False,
)

SECTION_1206 = "P.L. 107-228 s. 1206"
_BY_TRANSFER = Cited(
    SECTION_1206,
    TREATED_AS_MNNA,
    reading="Taiwan is no major non-NATO ally and is not named here. Section 1206 has it treated as one for a transfer "
    "of defense articles or services; that this authority is such a transfer is a reading",
)
_ARGUABLY = Cited(
    SECTION_1206,
    TREATED_AS_MNNA
    & Field(
        "section_1206_reaches",
        Kind.TRUTH,
        "section 1206, which treats Taiwan as a major non-NATO ally for transfers of defense articles and services, "
        "reaches this authority too",
    ),
)


class Taiwan(Enum):
    """Whether an authority for major non-NATO allies includes Taiwan; every rule has to say so."""

    BY_TRANSFER = "by transfer"
    """The authority is clearly a transfer of defense articles or services, so section 1206 includes Taiwan."""
    ARGUABLY = "arguably"
    """It can be argued either way whether the authority is such a transfer."""
    NAMED = "named"
    """The text names Taiwan itself, in a condition separate from that on allies."""
    NO = "no"
    """Taiwan is not included: the authority is no transfer, or the law is older than section 1206."""


_BESIDE: Mapping[Taiwan, Expr] = {Taiwan.BY_TRANSFER: _BY_TRANSFER, Taiwan.ARGUABLY: _ARGUABLY}


def allies(those: Expr, *, taiwan: Taiwan | None = None) -> Expr:
    """Return the condition for major non-NATO allies, with Taiwan if section 1206 includes it; every rule uses this.

    Raises `RuleError` for a rule that does not say how Taiwan stands.
    """
    if taiwan is None:
        raise RuleError("allies(...)", "it does not say how Taiwan stands", (), "Write allies(..., taiwan=Taiwan....).")
    return those | _BESIDE[taiwan] if taiwan in _BESIDE else those


def title_10_listing(citation: str, when: Expr = YES) -> Act:
    """Return the route of the title-10 list, by the paragraph of the section that refers to it."""
    return Act(
        text="designation for this purpose by the Secretary of Defense with the concurrence of the Secretary of State, "
        "which is not the President's designation under FAA 517",
        citation=citation,
        when=when,
    )


def unpublished(citation: str) -> Act:
    """Return the caveat of a question that turns on the title-10 list, for whoever is taken as not on it."""
    return Act(
        text="the title-10 list is not published, and a country that no source names is taken as not on it",
        citation=citation,
        when=~NATO & ~NATO_ORGANIZATION & ~MNNA_TITLE_10,
    )


RESCISSION = Act(
    text="the finding that the government supports terrorism is rescinded, with a report to Congress",
    citation="22 USC 2780(f)",
    when=TERRORISM_LIST,
)
