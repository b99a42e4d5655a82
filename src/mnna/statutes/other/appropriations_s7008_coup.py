"""The coup clause of the yearly foreign operations appropriations act, section 7008."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mnna.quick import QuickTuple
from mnna.rules.nodes import Field, If, Kind, Known, Literal, Named, Status
from mnna.statutes.listing import FOLDER, of_form
from mnna.statutes.provision import Act, Authority, Cut, Extra, Provision
from mnna.tables import rows_by_day

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
_CAPACITY = Act(
    text="the bar reaches the training and equipment of 10 USC 333, which may give nothing that another law prohibits",
    citation="10 USC 333(d)(1)",
)
_TOLD = "none: the Department of State told Congress that the law requires no determination on this event"
_DEPOSED = If(
    Known(COUP),
    COUP & ~COUP_LIFTED,
    Named(
        "cut", "the coup clause cuts aid to the government, by what is on record, and is not waived", AID_CUT & ~WAIVED
    ),
)

_EXEMPT = {
    "": "",
    "elections": "aid to promote democratic elections or public participation",
    "transition": "aid to promote democratic elections or public participation, or to support a democratic transition",
}
"""What is outside the bar, by the word for it in the table."""


class _Wording(QuickTuple):
    """What a wording of the clause says, who lifts the bar, and what aid it cuts."""

    says: str
    lifted: str
    cuts: str


_WORDINGS = {
    "deposed": _Wording(
        "None of the act's money may finance directly any assistance to a country whose duly elected head of "
        "government is deposed by military coup or decree.",
        "the President determines",
        "aid to that country financed directly by the foreign operations act, not aid through others",
    ),
    "coup": _Wording(
        "None of the act's money may finance directly any assistance to the government of a country whose duly elected "
        "head of government is deposed by a military coup or decree, or one in which the military plays a decisive "
        "role.",
        "the Secretary of State certifies",
        "aid financed by titles III to VI of the foreign operations act to that government, not aid through others",
    ),
}
"""The two wordings of the clause, by the word for each in the table."""
_YEARLY = FOLDER / "other/appropriations_s7008_coup.yearly.csv"
_COLUMNS = "since,act,wording,in_force,capacity,exempt,waivable,source,confidence,note"
_OR_NOT = ("", "yes")
_WORDS = {
    "wording": _WORDINGS,
    "in_force": ("yes", "asked"),
    "capacity": _OR_NOT,
    "exempt": _EXEMPT,
    "waivable": _OR_NOT,
}


def _coup(*, since: date, row: Mapping[str, str]) -> Provision:
    """Return the clause of one row: `in_force` is `asked` if no act was known to be in force.

    `capacity` says whether the bar also reaches 10 USC 333, which was made in 2016, and `waivable` whether the
    Secretary of State may waive it.
    """
    act, wording, exempt = row["act"], _WORDINGS[row["wording"]], _EXEMPT[row["exempt"]]
    lifted = f"aid may resume when {wording.lifted} that a democratically elected government took office"
    steps = [Act(text=lifted, citation=act, lifts=True)]
    terms = {"cuts": wording.cuts, "waiver": _ELECTED}
    if exempt:
        terms["exempt"] = exempt
        steps.append(Act(text=f"{exempt} is outside the bar", citation=act))
    if row["capacity"]:
        terms["cuts"] += "; and, by the terms of that section itself, the training and equipment of 10 USC 333"
        steps.append(_CAPACITY)
    if row["waivable"]:
        terms["waiver"] += ", or a waiver program by program"
        waiver = "the Secretary of State may waive the bar program by program in the national security interest"
        steps.append(Act(text=waiver, citation=act, lifts=True))
    return Provision(
        since=since,
        citation=act,
        says=wording.says,
        rule=COUP_CLAUSE & _DEPOSED if row["in_force"] == "asked" else _DEPOSED,
        terms=terms,
        steps=tuple(steps),
        extras=(Extra(when=NO_DETERMINATION, terms={"determination": Literal(_TOLD)}),),
        source=row["source"],
        cuts=(Cut(authorities=of_form("financing")),),
        confidence=row["confidence"],
        note=row["note"],
    )


COUPS = Authority(
    id="restriction-coup",
    question="Does the coup clause of the foreign operations appropriations act cut aid to this government?",
    provisions=tuple(_coup(since=since, row=row) for since, row in rows_by_day(_YEARLY, _COLUMNS, _WORDS)),
    note="The clause reaches only an elected head of government, and a removal other than by the military is "
    "outside it. A country without a successful coup since it began, by the published list of Powell and Thyne, cannot "
    "be cut off by it.",
)
