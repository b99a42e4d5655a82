"""AECA 36(b), 22 USC 2776(b): letters of offer under the Foreign Military Sales program.

Status as a major non-NATO ally changes nothing here; only NATO, its members and the countries the section names do.
Paragraph (b)(6) joins (A) and (B) with "and" before "or (C)"; practice and the Congressional Research Service read
the three as alternatives, and so does this rule.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Named
from mnna.statutes.aeca.s36_review import (
    EDGE_DETAIL,
    EVERYONE,
    LETHAL,
    MILITARY_EDGE,
    below,
    group,
    measure,
    of_the_organization,
    since,
)
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, CaseLaw, CaseProvision, amended, any_met, between
from mnna.statutes.vocabulary import (
    CONSTRUCTION,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    OUTSIDE,
    REVIEW_36B,
    SERVICES,
    THRESHOLDS,
    TOTAL,
    choose,
    new_sales_territory,
)

NEW_TERRITORY = new_sales_territory("offer", OUTSIDE, presumed_of="letter of offer")

FAVORED = Named("favored", "the higher thresholds apply", (NATO | THRESHOLDS) & ~NEW_TERRITORY)
"""The recipients with the higher thresholds under 36(b)(6): a member country, so not the Organization itself."""

_ONE = "22 USC 2776(b)(1)"
MDE_1976 = measure("mde", MDE, "36b-mde", _ONE)
TOTAL_1974 = measure("total", TOTAL, "36b-total", _ONE)
MDE_1980 = measure("mde", MDE, "36b-mde", _ONE, SERVICES)
TOTAL_1980 = measure("total", SERVICES, "36b-total", _ONE, SERVICES)
BUILDING_1980 = measure("construction", CONSTRUCTION, "36b-construction", _ONE, SERVICES)
HIGHER = (
    measure("mde", MDE, "36b-mde-nato-plus", f"{_ONE}, (b)(6)(A)", SERVICES),
    measure("total", SERVICES, "36b-total-nato-plus", f"{_ONE}, (b)(6)(B)", SERVICES),
    measure("construction", CONSTRUCTION, "36b-construction-nato-plus", f"{_ONE}, (b)(6)(C)", SERVICES),
)
SINCE_1980 = (MDE_1980, TOTAL_1980, BUILDING_1980)

DAYS = choose(NATO | NATO_ORGANIZATION | REVIEW_36B, param("36b-days-nato-plus"), param("36b-days"))
GROUP = group(REVIEW_36B)

_EQUIPMENT, _ARTICLES = MDE >= param("36b-mde-nato-plus"), TOTAL >= param("36b-total-nato-plus")

ACTS = Acts(
    __name__,
    {
        "emergency-1976": ~since("36b-emergency-justification"),
        "emergency": since("36b-emergency-justification"),
        "objection": ~since("36-joint-resolution"),
        "resolution": since("36-joint-resolution"),
        "discharge": NATO | NATO_ORGANIZATION | REVIEW_36B,
        "upgrade": since("36b-upgrade-notice"),
        "shipment": since("36i-shipment-notice"),
        "thresholds-apart": FAVORED & ((_EQUIPMENT & ~_ARTICLES) | (_ARTICLES & ~_EQUIPMENT)),
    },
)

LAW = CaseLaw(
    channel="fms",
    question="Must Congress be notified before a letter of offer is issued under the Foreign Military Sales program?",
    provisions=amended(
        CaseProvision(
            since=date(1974, 12, 30),
            citation=_ONE,
            says="A letter of offer for {36b-total} or more goes to Congress {36b-days:words} days before it issues.",
            notify=TOTAL_1974.met,
            measures=(TOTAL_1974,),
            review_days=param("36b-days"),
            group=EVERYONE,
            steps=ACTS("objection"),
        ),
        Amendment(
            since=date(1976, 6, 30),
            says="A numbered certification goes to Congress before an offer of major defense equipment or other "
            "articles and services above the thresholds.",
            notify=MDE_1976.met | TOTAL_1974.met,
            measures=(MDE_1976, TOTAL_1974),
            steps=ACTS("emergency-1976", "emergency", "objection"),
        ),
        Amendment(
            since=date(1980, 12, 16),
            says="As before, with design and construction services of {36b-construction} or more added.",
            notify=any_met(SINCE_1980),
            measures=SINCE_1980,
            steps=ACTS("emergency", "objection"),
        ),
        Amendment(
            since=date(1981, 12, 29),
            says="One set of thresholds for all; {36b-days-nato-plus:words} days of review for NATO, its members and "
            "the countries named beside it, {36b-days:words} for all others.",
            review_days=DAYS,
            group=GROUP,
            steps=ACTS("emergency", "objection", "resolution", "discharge", "upgrade", LETHAL),
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation="22 USC 2776(b)(1), (b)(6)",
            says="Higher thresholds for NATO members and the countries named beside them, unless the offer authorizes "
            "a new sales territory outside that group; {36b-days-nato-plus:words} days of review for them and for "
            "NATO itself, {36b-days:words} for all others.",
            notify=choose(FAVORED, any_met(HIGHER), any_met(SINCE_1980)),
            measures=between(FAVORED, HIGHER, SINCE_1980),
            steps=ACTS(
                "emergency", "resolution", "discharge", "shipment", "upgrade", MILITARY_EDGE, EDGE_DETAIL, LETHAL
            ),
            caveats=ACTS(
                of_the_organization("22 USC 2776(b)(6)", below(param("36b-total-nato-plus"))), "thresholds-apart"
            ),
            note="Unchanged through P.L. 119-60 (18 December 2025); any threshold law after August 2026 is not known.",
        ),
    ),
    note="The days run from receipt of the certification. Design and construction services, of real property, are no "
    "part of “defense articles or services” (22 USC 2794(4), (8)): where they are given, the total is compared without "
    "them, and as it stands where they are not given or exceed it. Sales in a NATO cooperative project are excused by "
    "AECA 27(g).",
)
