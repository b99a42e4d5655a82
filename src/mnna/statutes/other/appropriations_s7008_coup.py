"""The coup clause of the yearly foreign operations appropriations act, section 7008."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Expr, Field, If, Kind, Known, Literal, Named, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Authority, Cut, Extra, Provision

COUP = Field(
    "coup",
    Kind.TRUTH,
    "the country's duly elected head of government was deposed by a military coup or decree, or by one in which the "
    "military played a decisive role",
)
COUP_LIFTED = Field(
    "coup_lifted",
    Kind.TRUTH,
    "the Secretary of State has certified that a democratically elected government has since taken office, or has "
    "waived the bar for the program",
)
COUP_CLAUSE = Field(
    "coup_clause_in_force", Kind.TRUTH, "the appropriations act now in force repeats the coup clause of section 7008"
)
AID_CUT = Status("coup-aid-cut", "one whose aid was cut by the coup clause after a coup")
WAIVED = Status("coup-clause-waived", "one for which the President waived the coup clause")
NO_DETERMINATION = Status(
    "coup-no-determination", "one on whose change of power the Department of State declined to make a determination"
)

_ELECTED = "an elected government takes office"
_BY_THE_ACT = "aid to that country financed directly by the foreign operations act, not aid through others"
_BY_TITLES = "aid financed by titles III to VI of the foreign operations act to that government, not aid through others"
_AND_CAPACITY = "; and, by the terms of that section itself, the training and equipment of 10 USC 333"
_CAPACITY = Act(
    text="the bar reaches the training and equipment of 10 USC 333, which may give nothing that another law prohibits",
    citation="10 USC 333(d)(1)",
)
_TOLD = "none: the Department of State told Congress that the law requires no determination on this event"
_SAYS_DEPOSED = (
    "None of the act's money may finance directly any assistance to a country whose duly elected head of government is "
    "deposed by military coup or decree."
)
_SAYS_COUP = (
    "None of the act's money may finance directly any assistance to the government of a country whose duly elected "
    "head of government is deposed by a military coup or decree, or one in which the military plays a decisive role."
)


def _coup(
    *,
    since: date,
    law: str,
    rule: Expr,
    note: str,
    says: str = _SAYS_COUP,
    waivable: bool = False,
    by: str = "the Secretary of State certifies",
    source: str = "crs-if11267",
    cuts: str = _BY_TITLES,
    capacity: bool = True,
    exempt: str = "aid to promote democratic elections or public participation",
    confidence: str = "high",
) -> Provision:
    waiver = Act(
        text="the Secretary of State may waive the bar program by program in the national security interest",
        citation=law,
        lifts=True,
    )
    elected = f"aid may resume when {by} that a democratically elected government took office"
    spared = (Act(text=f"{exempt} is outside the bar", citation=law),) if exempt else ()
    return Provision(
        since=since,
        citation=law,
        says=says,
        rule=rule,
        terms={
            "cuts": cuts + (_AND_CAPACITY if capacity else ""),
            "waiver": f"{_ELECTED}, or a waiver program by program" if waivable else _ELECTED,
            **({"exempt": exempt} if exempt else {}),
        },
        steps=(
            Act(text=elected, citation=law, lifts=True),
            *spared,
            *((_CAPACITY,) if capacity else ()),
            *((waiver,) if waivable else ()),
        ),
        extras=(Extra(when=NO_DETERMINATION, terms={"determination": Literal(_TOLD)}),),
        source=source,
        cuts=(Cut(authorities=of_form("financing")),),
        confidence=confidence,
        note=note,
    )


_ON_RECORD = Named(
    "cut", "the coup clause cuts aid to the government, by what is on record, and is not waived", AID_CUT & ~WAIVED
)
_DEPOSED = If(Known(COUP), COUP & ~COUP_LIFTED, _ON_RECORD)
_TRANSITION = "aid to promote democratic elections or public participation, or to support a democratic transition"
_PRESIDENT = "the President determines"
COUPS = Authority(
    id="restriction-coup",
    question="Does the coup clause of the foreign operations appropriations act cut aid to this government?",
    provisions=(
        _coup(
            since=date(1988, 10, 1),
            law="P.L. 100-461 §513",
            rule=_DEPOSED,
            says=_SAYS_DEPOSED,
            by=_PRESIDENT,
            source="stat-102-2268",
            cuts=_BY_THE_ACT,
            capacity=False,
            exempt="",
            note="The text of fiscal year 1989, the first that was read; each later act repeated it. A clause on El "
            "Salvador dates from 1984 and the first general one from December 1985.",
        ),
        _coup(
            since=date(1996, 9, 30),
            law="P.L. 104-208 §508",
            rule=_DEPOSED,
            says=_SAYS_DEPOSED,
            by=_PRESIDENT,
            source="stat-110-3009",
            cuts=_BY_THE_ACT,
            capacity=False,
            exempt="",
            note="The text of fiscal year 1997. When aid to promote elections was first exempted was not read.",
        ),
        _coup(
            since=date(1997, 10, 1),
            law="P.L. 104-208 §508",
            rule=_DEPOSED,
            says=_SAYS_DEPOSED,
            by=_PRESIDENT,
            cuts=_BY_THE_ACT,
            capacity=False,
            exempt="",
            confidence="medium",
            note="The words are those of the last act read; each later one is reported to have repeated them as its "
            "own section 508.",
        ),
        _coup(
            since=date(2007, 12, 26),
            law="P.L. 110-161 div. J §608",
            rule=_DEPOSED,
            says=_SAYS_DEPOSED,
            by=_PRESIDENT,
            source="stat-121-2315",
            cuts=_BY_THE_ACT,
            capacity=False,
            exempt="",
            confidence="medium",
            note="Of the section its heading was read; since 2009 it is section 7008.",
        ),
        _coup(
            since=date(2011, 12, 23),
            law="P.L. 112-74 div. I §7008",
            rule=_DEPOSED,
            capacity=False,
            note="Fiscal year 2012, which added coups in which the military plays a decisive role; repeated each year "
            "until fiscal year 2020. Of Egypt's events of 3 July 2013 Congress was told that no determination would be "
            "made.",
        ),
        _coup(
            since=date(2016, 12, 23),
            law="P.L. 112-74 div. I §7008",
            rule=_DEPOSED,
            note="The same clause, since 10 USC 333 was made by P.L. 114-328 §1241(d)(1).",
        ),
        _coup(
            since=date(2019, 12, 20),
            law="P.L. 116-94 div. G §7008",
            rule=_DEPOSED,
            source="stat-pl-116-94",
            note="Fiscal year 2020.",
        ),
        _coup(
            since=date(2020, 12, 27),
            law="P.L. 116-260 div. K §7008",
            rule=_DEPOSED,
            note="Fiscal year 2021.",
        ),
        _coup(
            since=date(2022, 3, 15),
            law="P.L. 117-103 div. K §7008",
            rule=_DEPOSED,
            source="stat-pl-117-103",
            note="Fiscal year 2022.",
        ),
        _coup(
            since=date(2022, 12, 29),
            law="P.L. 117-328 div. K §7008",
            rule=_DEPOSED,
            waivable=True,
            note="Fiscal year 2023.",
        ),
        _coup(
            since=date(2024, 3, 23),
            law="P.L. 118-47 div. F §7008",
            rule=_DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            source="stat-pl-118-47",
            note="Fiscal year 2024, carried through fiscal year 2025 by P.L. 119-4 §1101(a)(11).",
        ),
        _coup(
            since=date(2025, 10, 1),
            law="P.L. 118-47 div. F §7008",
            rule=COUP_CLAUSE & _DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            confidence="low",
            note="No act was in force between the end of fiscal year 2025 and 12 November 2025.",
        ),
        _coup(
            since=date(2025, 11, 12),
            law="P.L. 118-47 div. F §7008",
            rule=_DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            source="stat-pl-119-37",
            note="Continued to 30 January 2026 by P.L. 119-37 §101.",
        ),
        _coup(
            since=date(2026, 1, 31),
            law="P.L. 118-47 div. F §7008",
            rule=COUP_CLAUSE & _DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            confidence="low",
            note="P.L. 119-37 ended on 30 January 2026, and the act for fiscal year 2026 is of 3 February 2026.",
        ),
        _coup(
            since=date(2026, 2, 3),
            law="P.L. 119-75 div. F §7008",
            rule=_DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            source="pl-119-75",
            note="Fiscal year 2026, continued to 11 December 2026 by P.L. 119-103 §101(11).",
        ),
        _coup(
            since=date(2026, 12, 12),
            law="P.L. 119-75 div. F §7008",
            rule=COUP_CLAUSE & _DEPOSED,
            waivable=True,
            exempt=_TRANSITION,
            source="hr-119-7148",
            confidence="low",
            note="After 11 December 2026 another act is needed. The clause has stood in every act since 1986, and is "
            "cited here from the last one read.",
        ),
    ),
    note="The clause reaches only an elected head of government, and a removal other than by the military is "
    "outside it. A country without a successful coup since it began, by the published list of Powell and Thyne, cannot "
    "be cut off by it.",
)
