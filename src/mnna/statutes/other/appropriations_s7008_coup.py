"""The coup clause of the yearly foreign operations appropriations act, section 7008."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Expr, Field, Kind
from mnna.statutes.provision import Act, Authority, Cut, Provision

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
    "coup_clause_in_force",
    Kind.TRUTH,
    "the appropriations act now in force repeats the coup clause of section 7008",
)

_COUP_TERMS: dict[str, str] = {
    "cuts": (
        "aid financed by titles III to VI of the foreign operations act to that government, not aid through others; "
        "and, by the terms of that section itself, the training and equipment of 10 USC 333"
    ),
    "waiver": "an elected government takes office",
}
_CAPACITY = Act(
    text="the bar reaches the training and equipment of 10 USC 333, which may give nothing that another law prohibits",
    citation="10 USC 333(d)(1)",
)
_ELECTED = "aid may resume when the Secretary of State certifies that a democratically elected government took office"
_SAYS_COUP = (
    "None of the act's money may finance directly any assistance to the government of a country whose duly elected "
    "head of government is deposed by a military coup or decree, or one in which the military plays a decisive role."
)


def _coup(*, since: date, until: date | None, law: str, rule: Expr, waivable: bool, note: str) -> Provision:
    waiver = Act(
        text="the Secretary of State may waive the bar program by program in the national security interest",
        citation=law,
        lifts=True,
    )
    return Provision(
        since=since,
        until=until,
        citation=law,
        says=_SAYS_COUP,
        rule=rule,
        terms=_COUP_TERMS | {"waiver": f"{_COUP_TERMS['waiver']}, or program by program"} if waivable else _COUP_TERMS,
        steps=(
            Act(text=_ELECTED, citation=law, lifts=True),
            Act(text="aid to promote democratic elections or participation is outside the bar", citation=law),
            _CAPACITY,
            *((waiver,) if waivable else ()),
        ),
        source="crs-if11267",
        cuts=(Cut(authorities=("foreign-military-financing", "fmf-commercial-leasing")),),
        confidence="high" if until else "low",
        note=note,
    )


_DEPOSED = COUP & ~COUP_LIFTED
COUPS = Authority(
    id="restriction-coup",
    question="Does the coup clause of the foreign operations appropriations act cut aid to this government?",
    provisions=(
        _coup(
            since=date(2020, 12, 27),
            until=date(2022, 3, 15),
            law="P.L. 116-260 div. K §7008",
            rule=_DEPOSED,
            waivable=False,
            note="Fiscal year 2021.",
        ),
        _coup(
            since=date(2022, 3, 15),
            until=date(2022, 12, 29),
            law="P.L. 117-103 div. K §7008",
            rule=_DEPOSED,
            waivable=False,
            note="Fiscal year 2022.",
        ),
        _coup(
            since=date(2022, 12, 29),
            until=date(2024, 3, 23),
            law="P.L. 117-328 div. K §7008",
            rule=_DEPOSED,
            waivable=True,
            note="Fiscal year 2023.",
        ),
        _coup(
            since=date(2024, 3, 23),
            until=date(2025, 10, 1),
            law="P.L. 118-47 div. F §7008",
            rule=_DEPOSED,
            waivable=True,
            note="Fiscal year 2024, carried through fiscal year 2025.",
        ),
        _coup(
            since=date(2025, 10, 1),
            until=None,
            law="P.L. 118-47 div. F §7008",
            rule=COUP_CLAUSE & _DEPOSED,
            waivable=True,
            note="The text of the fiscal year 2026 act, continued to 11 December 2026 by H.R. 6500 (2 September "
            "2026), was not seen; the clause has stood in every act since 1986, and is cited here from the last one "
            "read.",
        ),
    ),
    note="The clause reaches only an elected head of government, and a removal other than by the military is "
    "outside it. Acts before fiscal year 2021 carried it too; they are not encoded.",
)
