"""FAA 620M, 22 USC 2378d: the State Department's Leahy law.

Ally status makes no difference. The answer depends on a unit's record, which no public register has, so it is
`unknown`, with the fact that would settle it. A verdict of `yes` means that the country is barred.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended

UNIT_STATE = Field(
    "unit_violation_state",
    Kind.TRUTH,
    "the Secretary of State has credible information that the unit to be aided committed a gross violation of human "
    "rights",
)

STEPS_STATE = Field(
    "effective_steps_reported",
    Kind.TRUTH,
    "the Secretary of State has reported that the government is taking effective steps to bring the responsible "
    "members of that unit to justice",
)

UNIT_ONLY = "the unit concerned, not the country or its other units"

ACTS = Acts(__name__)


def _terms(section: str) -> dict[str, str]:
    return {
        "cuts": "assistance under the Foreign Assistance Act and the Arms Export Control Act to that unit",
        "reaches": UNIT_ONLY,
        "waiver": "none in the section; effective steps of the government lift it",
        "section_of_the_act": section,
    }


LEAHY_STATE = Authority(
    id="restriction-leahy-state",
    question="Does the State Department's Leahy law bar assistance to the security force unit in question?",
    provisions=amended(
        Provision(
            since=date(2007, 12, 26),
            citation="22 USC 2378d(a)",
            says="No assistance goes to a unit of foreign security forces of which the Secretary of State has credible "
            "evidence that it committed gross violations of human rights.",
            rule=UNIT_STATE & ~STEPS_STATE,
            terms=_terms("FAA 620J"),
            steps=ACTS("state-lift"),
            note="Numbered 620J, as is the depleted-uranium section. Yearly acts carried the bar before; they are not "
            "encoded. What lifted it was called measures, not steps.",
        ),
        Amendment(
            since=date(2011, 12, 23),
            says="No assistance goes to a unit of foreign security forces of which the Secretary of State has credible "
            "information that it committed a gross violation of human rights.",
            terms=_terms("FAA 620M"),
            steps=ACTS("state-lift", "vetting-training"),
            note="P.L. 112-74 s. 7034(k) renumbered the section 620M and put “information” for “evidence” and “a gross "
            "violation” for “gross violations”.",
        ),
        Amendment(since=date(2014, 1, 17), steps=ACTS("state-lift", "vetting"), note=""),
        Amendment(since=date(2022, 12, 31), steps=ACTS("state-lift", "vetting", "agreement")),
    ),
    note="Section 620M bore the number 620J before; today's 620J is the depleted-uranium section.",
)
