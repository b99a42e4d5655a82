"""AECA 36(b), 22 USC 2776(b): letters of offer under the Foreign Military Sales program.

Status as a major non-NATO ally changes nothing here; only NATO, its members and the countries the section names do.
Paragraph (b)(6) joins (A) and (B) with "and" before "or (C)"; practice and the Congressional Research Service read
the three as alternatives, and so does this rule.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Literal, Named
from mnna.statutes.aeca.s36_review import EDGE_DETAIL, LETHAL, MILITARY_EDGE, since
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseExample, CaseLaw, CaseProvision, Measure, any_met, between
from mnna.statutes.vocabulary import (
    CONSTRUCTION,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    REVIEW_36B,
    THRESHOLDS,
    TOTAL,
    at_least,
    choose,
)

NEW_TERRITORY = Field(
    "new_sales_territory",
    Kind.TRUTH,
    "the offer authorizes a new sales territory outside the favored group",
    presumed=False,
    presumption="it is presumed that the letter of offer authorizes no new sales territory outside the favored group",
)

FAVORED = Named("favored", "the higher thresholds apply", (NATO | THRESHOLDS) & ~NEW_TERRITORY)
"""Whom 36(b)(6) gives the higher thresholds: a member country, so not the Organization itself."""

_ONE = "22 USC 2776(b)(1)"
MDE_1976 = Measure("mde", at_least(MDE, param("36b-mde")), param("36b-mde"), _ONE)
TOTAL_1974 = Measure("total", TOTAL >= param("36b-total"), param("36b-total"), _ONE)
BUILDING_1980 = Measure(
    "construction", at_least(CONSTRUCTION, param("36b-construction")), param("36b-construction"), _ONE
)
HIGHER = (
    Measure("mde", at_least(MDE, param("36b-mde-nato-plus")), param("36b-mde-nato-plus"), f"{_ONE}, (b)(6)(A)"),
    Measure("total", TOTAL >= param("36b-total-nato-plus"), param("36b-total-nato-plus"), f"{_ONE}, (b)(6)(B)"),
    Measure(
        "construction",
        at_least(CONSTRUCTION, param("36b-construction-nato-plus")),
        param("36b-construction-nato-plus"),
        f"{_ONE}, (b)(6)(C)",
    ),
)
SINCE_1980 = (MDE_1976, TOTAL_1974, BUILDING_1980)
SINCE_2002 = between(FAVORED, HIGHER, SINCE_1980)

DAYS = choose(NATO | NATO_ORGANIZATION | REVIEW_36B, param("36b-days-nato-plus"), param("36b-days"))
GROUP = choose(NATO, "nato", choose(REVIEW_36B, "nato-plus", choose(NATO_ORGANIZATION, "nato-organization", "general")))
EVERYONE = Literal("general")

EMERGENCY_1976 = Act(
    "the President may certify that an emergency requires the sale, which removes the review",
    "22 USC 2776(b)(1)",
    ~since("36b-emergency-justification"),
)
EMERGENCY = Act(
    "the President may certify that an emergency requires the sale, which removes the review; the "
    "certification must then justify it in detail",
    "22 USC 2776(b)(1)",
    since("36b-emergency-justification"),
)
OBJECTION = Act(
    "the offer may issue when the days have run, unless Congress has objected to it by concurrent resolution",
    "22 USC 2776(b)(1)",
    ~since("36-joint-resolution"),
)
RESOLUTION = Act(
    "the offer may issue when the days have run, unless Congress has enacted a joint resolution against it",
    "22 USC 2776(b)(1)-(2)",
    since("36-joint-resolution"),
)
DISCHARGE = Act(
    "the Senate may discharge its committee of a resolution against the sale five calendar days after its introduction",
    "22 USC 2776(b)(2)",
    NATO | NATO_ORGANIZATION | REVIEW_36B,
)
UPGRADE = Act(
    "if the sensitivity or capability is upgraded before delivery, within ten years of the certification, a report at "
    "least 45 days before delivery; a new certification if the upgrade itself reaches the thresholds",
    "22 USC 2776(b)(5)",
    since("36b-upgrade-notice"),
)
SHIPMENT = Act(
    "if the chair and ranking member of a foreign affairs committee jointly ask, 30 days' notice before shipment",
    "22 USC 2776(i)",
    since("36i-shipment-notice"),
)

LAW = CaseLaw(
    id="notify-fms",
    channel="fms",
    question="Must Congress be notified before a letter of offer is issued under the Foreign Military Sales program?",
    provisions=(
        CaseProvision(
            date(1974, 12, 30),
            date(1976, 6, 30),
            _ONE,
            "A letter of offer for $25 million or more goes to Congress twenty days before it issues.",
            TOTAL_1974.met,
            (TOTAL_1974,),
            param("36b-days"),
            EVERYONE,
            (OBJECTION,),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(1976, 6, 30),
            date(1980, 12, 16),
            _ONE,
            "A numbered certification goes to Congress before an offer of major defense equipment or other articles "
            "and services above the thresholds.",
            MDE_1976.met | TOTAL_1974.met,
            (MDE_1976, TOTAL_1974),
            param("36b-days"),
            EVERYONE,
            (EMERGENCY_1976, EMERGENCY, OBJECTION),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(1980, 12, 16),
            date(1981, 12, 29),
            _ONE,
            "As before, with design and construction services of $200 million or more added.",
            any_met(SINCE_1980),
            SINCE_1980,
            param("36b-days"),
            EVERYONE,
            (EMERGENCY, OBJECTION),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(1981, 12, 29),
            date(2002, 9, 30),
            _ONE,
            "One set of thresholds for all; fifteen days of review for NATO, its members and the countries named "
            "beside it, thirty for all others.",
            any_met(SINCE_1980),
            SINCE_1980,
            DAYS,
            GROUP,
            (EMERGENCY, OBJECTION, RESOLUTION, DISCHARGE, UPGRADE, LETHAL),
            source="usc-22-2776",
        ),
        CaseProvision(
            date(2002, 9, 30),
            None,
            "22 USC 2776(b)(1), (b)(6)",
            "Higher thresholds for NATO members and the countries named beside them, unless the offer authorizes a new "
            "sales territory outside that group; fifteen days of review for them and for NATO itself, thirty for all "
            "others.",
            choose(FAVORED, any_met(HIGHER), any_met(SINCE_1980)),
            SINCE_2002,
            DAYS,
            GROUP,
            (EMERGENCY, RESOLUTION, DISCHARGE, SHIPMENT, UPGRADE, MILITARY_EDGE, EDGE_DETAIL, LETHAL),
            source="usc-22-2776",
            note="Unchanged through P.L. 119-60 (18 December 2025); any threshold law after August 2026 is not known.",
        ),
    ),
    examples=(
        CaseExample(
            "COL",
            "2023-05-01",
            {"mde": "20000000", "total": "20000000"},
            "yes",
            "A major non-NATO ally has the general figures: equipment of 20 million is above 14 million.",
            trap=True,
            review_days=30,
            measure="mde",
        ),
        CaseExample(
            "GBR",
            "2024-05-01",
            {"mde": "14630000", "total": "41020000"},
            "no",
            "A NATO member's equipment is measured against 25 million; a real sale that was not notified.",
        ),
        CaseExample(
            "NATO",
            "2025-08-27",
            {"mde": "20000000", "total": "20000000"},
            "yes",
            "The Organization has fifteen days but the lower thresholds: (b)(6) speaks of a member country.",
            trap=True,
            review_days=15,
            measure="mde",
        ),
        CaseExample(
            "KEN",
            "2025-01-01",
            {"total": "60000000"},
            "yes",
            "Sixty million in all is notified whatever the equipment is worth.",
            review_days=30,
            measure="total",
        ),
        CaseExample(
            "KEN",
            "2025-01-01",
            {"total": "20000000"},
            "unknown",
            "Below fifty million the equipment decides, and its value is not given.",
        ),
        CaseExample(
            "KEN",
            "2025-01-01",
            {"total": "13999999.99"},
            "no",
            "No part of a sale exceeds the whole, so the equipment is below 14 million too.",
        ),
        CaseExample(
            "KWT",
            "2020-05-01",
            {"mde": "0", "total": "0", "construction": "200000000"},
            "yes",
            "Design and construction services are no “defense service” (22 USC 2794(4)) but a measure of their own.",
            review_days=30,
            measure="construction",
        ),
        CaseExample(
            "COL",
            "1975-05-01",
            {"total": "25000000"},
            "yes",
            "The first threshold, before there was one for equipment, gave Congress twenty days.",
            review_days=20,
            measure="total",
        ),
        CaseExample("COL", "1974-12-29", {"total": "25000000"}, "unknown", "The section was enacted the next day."),
    ),
    note="The days run from receipt of the certification. Design and construction services, of real property, are no "
    "part of “defense articles or services” (22 USC 2794(4), (8)): a total that includes them is compared as it "
    "stands, so give them apart where they are most of it. Sales in a NATO cooperative project are excused by AECA "
    "27(g).",
)
