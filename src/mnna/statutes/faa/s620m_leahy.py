"""FAA 620M, 22 USC 2378d: the State Department's Leahy law.

Ally status makes no difference. The answer depends on a unit's record, which no public register has, so it is
`unknown`, with the fact that would settle it. A verdict of `yes` means that the country is barred.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.provision import Act, Authority, Provision

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

_STATE_CUTS = "assistance under the Foreign Assistance Act and the Arms Export Control Act to that unit"

_STATE_LIFT = Act(
    text="aid resumes once the Secretary of State reports that the government is taking effective steps to bring those "
    "responsible to justice",
    citation="22 USC 2378d(b)",
)

_AGREEMENT = Act(
    text="aid whose recipient units cannot be identified beforehand needs a written agreement that the government "
    "will keep it from barred units",
    citation="22 USC 2378d(c)(1)",
)

_VETTING = Act(
    text="both the unit and the individual chosen for training or equipment are vetted", citation="22 USC 2378d(d)(5)"
)

_VETTING_TRAINING = Act(
    text="both the unit and the individual chosen for training are vetted", citation="22 USC 2378d(d)(5)"
)

_SAYS_STATE = (
    "No assistance goes to a unit of foreign security forces of which the Secretary of State has credible information "
    "that it committed a gross violation of human rights."
)

_SAYS_FIRST = (
    "No assistance goes to a unit of foreign security forces of which the Secretary of State has credible evidence "
    "that it committed gross violations of human rights."
)


def _leahy_state(*, since: date, section: str, says: str, steps: tuple[Act, ...], note: str = "") -> Provision:
    return Provision(
        since=since,
        citation="22 USC 2378d(a)",
        says=says,
        rule=UNIT_STATE & ~STEPS_STATE,
        terms={
            "cuts": _STATE_CUTS,
            "reaches": UNIT_ONLY,
            "waiver": "none in the section; effective steps of the government lift it",
            "section_of_the_act": section,
        },
        steps=steps,
        source="usc-22-2378d",
        note=note,
    )


LEAHY_STATE = Authority(
    id="restriction-leahy-state",
    question="Does the State Department's Leahy law bar assistance to the security force unit in question?",
    provisions=(
        _leahy_state(
            since=date(2007, 12, 26),
            section="FAA 620J",
            says=_SAYS_FIRST,
            steps=(_STATE_LIFT,),
            note="Numbered 620J, as is the depleted-uranium section. Yearly acts carried the bar before; they are not "
            "encoded. What lifted it was called measures, not steps.",
        ),
        _leahy_state(
            since=date(2011, 12, 23),
            section="FAA 620M",
            says=_SAYS_STATE,
            steps=(_STATE_LIFT, _VETTING_TRAINING),
            note="P.L. 112-74 s. 7034(k) renumbered the section 620M and put “information” for “evidence” and “a gross "
            "violation” for “gross violations”.",
        ),
        _leahy_state(since=date(2014, 1, 17), section="FAA 620M", says=_SAYS_STATE, steps=(_STATE_LIFT, _VETTING)),
        _leahy_state(
            since=date(2022, 12, 31), section="FAA 620M", says=_SAYS_STATE, steps=(_STATE_LIFT, _VETTING, _AGREEMENT)
        ),
    ),
    note="Section 620M bore the number 620J before; today's 620J is the depleted-uranium section.",
)
