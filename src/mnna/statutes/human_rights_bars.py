"""Restrictions that rest on how security forces and governments treat people: the Leahy laws and section 502B.

None is cured by status. Most turn on a finding or a unit's record that no public register holds, so the honest answer
is `unknown` with the fact that would settle it. A verdict of `yes` means that the bar bites.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Literal
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.trafficking_bars import CHILD_SOLDIERS, TRAFFICKING

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
UNIT_DEFENSE = Field(
    "unit_violation_defense",
    Kind.TRUTH,
    "the Secretary of Defense has credible information that the unit to be aided has committed a gross violation of "
    "human rights",
)
EXCUSED_DEFENSE = Field(
    "unit_excused_defense",
    Kind.TRUTH,
    "the Secretary of Defense has applied an exception or a waiver of 10 USC 362 for that unit",
)
PATTERN = Field(
    "gross_violations_pattern",
    Kind.TRUTH,
    "the government is found to engage in a consistent pattern of gross violations of internationally recognized human "
    "rights",
)
EXTRAORDINARY = Field(
    "extraordinary_circumstances",
    Kind.TRUTH,
    "extraordinary circumstances that warrant the assistance have been certified to Congress",
)
CONGRESS_502B = Field(
    "statement_or_resolution_502b",
    Kind.TRUTH,
    "a statement that Congress asked for under 502B(c) is overdue, or a joint resolution ends or restricts security "
    "assistance to the country",
    presumed=False,
    presumption="it is presumed that no statement under FAA 502B(c) is overdue and that no joint resolution restricts "
    "security assistance to the country",
)


_UNIT_ONLY = Literal("the unit concerned, not the country or its other units")
_STATE_CUTS = Literal("assistance under the Foreign Assistance Act and the Arms Export Control Act to that unit")
_STATE_LIFT = Act(
    "aid resumes once the Secretary of State reports that the government is taking effective steps to bring those "
    "responsible to justice",
    "22 USC 2378d(b)",
)
_AGREEMENT = Act(
    "aid whose recipient units cannot be identified beforehand needs a written agreement that the government will keep "
    "it from barred units",
    "22 USC 2378d(c)(1)",
)
_VETTING = Act("both the unit and the individual chosen for training or equipment are vetted", "22 USC 2378d(d)(5)")


_SAYS_STATE = (
    "No assistance goes to a unit of foreign security forces of which the Secretary of State has credible information "
    "that it committed a gross violation of human rights."
)
_SAYS_FIRST = (
    "No assistance goes to a unit of foreign security forces of which the Secretary of State has credible evidence "
    "that it committed gross violations of human rights."
)


def _leahy_state(
    since: date, until: date | None, section: str, says: str, steps: tuple[Act, ...], note: str = ""
) -> Provision:
    return Provision(
        since,
        until,
        "22 USC 2378d(a)",
        says,
        UNIT_STATE & ~STEPS_STATE,
        {
            "cuts": _STATE_CUTS,
            "reaches": _UNIT_ONLY,
            "waiver": Literal("none in the section; effective steps of the government lift it"),
            "section_of_the_act": Literal(section),
        },
        steps,
        source="usc-22-2378d",
        note=note,
    )


LEAHY_STATE = Authority(
    id="restriction-leahy-state",
    question="Does the State Department's Leahy law bar assistance to the security force unit in question?",
    topic="restrictions",
    provisions=(
        _leahy_state(
            date(2007, 12, 26),
            date(2011, 12, 23),
            "FAA 620J",
            _SAYS_FIRST,
            (_STATE_LIFT,),
            "Numbered 620J, as is the depleted-uranium section. Yearly acts carried the bar before; they are not "
            "encoded. What lifted it was called measures, not steps.",
        ),
        _leahy_state(
            date(2011, 12, 23),
            date(2014, 1, 17),
            "FAA 620M",
            _SAYS_STATE,
            (_STATE_LIFT,),
            "P.L. 112-74 s. 7034(k) renumbered the section 620M and put “information” for “evidence” and “a gross "
            "violation” for “gross violations”.",
        ),
        _leahy_state(date(2014, 1, 17), date(2022, 12, 31), "FAA 620M", _SAYS_STATE, (_STATE_LIFT, _VETTING)),
        _leahy_state(date(2022, 12, 31), None, "FAA 620M", _SAYS_STATE, (_STATE_LIFT, _VETTING, _AGREEMENT)),
    ),
    examples=(
        Example(
            "COL", "2024-06-01", "unknown", "It turns on a unit's record, which no public register holds.", trap=True
        ),
        Example(
            "COL",
            "2024-06-01",
            "yes",
            "Ally status cures nothing where the information is credible and no steps are taken.",
            trap=True,
            given={"unit_violation_state": True, "effective_steps_reported": False},
        ),
        Example(
            "COL",
            "2024-06-01",
            "no",
            "Effective steps reported to Congress lift the bar.",
            given={"unit_violation_state": True, "effective_steps_reported": True},
        ),
        Example(
            "MEX", "2024-06-01", "no", "No credible information on the unit.", given={"unit_violation_state": False}
        ),
    ),
    note="Section 620M bore the number 620J before; today's 620J is the depleted-uranium section.",
)


def _leahy_defense(since: date, until: date | None, section: str, note: str, steps: tuple[Act, ...] = ()) -> Provision:
    return Provision(
        since,
        until,
        f"{section}(a)(1)",
        "No Defense Department money pays for training, equipment or other assistance to a unit of a foreign security "
        "force of which the Secretary of Defense has credible information that it committed a gross violation of human "
        "rights.",
        UNIT_DEFENSE & ~EXCUSED_DEFENSE,
        {
            "cuts": Literal("training, equipment and other assistance paid by the Department of Defense to that unit"),
            "reaches": _UNIT_ONLY,
            "waiver": Literal("by the Secretary of Defense in extraordinary circumstances, after consulting State"),
            "report_days": param("leahy-report-days"),
        },
        (
            Act(
                "the bar yields where the government has taken all necessary corrective steps, or for disaster relief "
                "and other humanitarian or national security emergencies",
                f"{section}(b)",
            ),
            Act("the Secretary of Defense may waive it in extraordinary circumstances", f"{section}(c)"),
            Act("each exception or waiver is reported to Congress within 15 days", f"{section}(e)"),
            *steps,
        ),
        source="usc-10-362",
        note=note,
    )


LEAHY_DEFENSE = Authority(
    id="restriction-leahy-dod",
    question="Does the Defense Department's Leahy law bar training, equipment or other aid to the unit in question?",
    topic="restrictions",
    provisions=(
        _leahy_defense(
            date(2014, 12, 19),
            date(2016, 12, 23),
            "10 USC 2249e",
            "Added by P.L. 113-291 s. 1204. Yearly defense appropriations carried the bar before; they are not "
            "encoded.",
        ),
        _leahy_defense(
            date(2016, 12, 23),
            None,
            "10 USC 362",
            "Renumbered from 10 USC 2249e by P.L. 114-328 s. 1241(l).",
            (Act("programs to build capacity are subject to it", "10 USC 333(d)(2)"),),
        ),
    ),
    examples=(
        Example("MEX", "2024-06-01", "unknown", "It turns on a unit's record, which no public register holds."),
        Example(
            "MEX",
            "2024-06-01",
            "no",
            "Unlike State, Defense may waive in extraordinary circumstances.",
            trap=True,
            given={"unit_violation_defense": True, "unit_excused_defense": True},
        ),
        Example(
            "MEX",
            "2024-06-01",
            "yes",
            "Credible information and neither exception nor waiver.",
            given={"unit_violation_defense": True, "unit_excused_defense": False},
        ),
        Example("MEX", "2014-12-18", "unknown", "The permanent section did not exist yet."),
    ),
)

HUMAN_RIGHTS_502B = Authority(
    id="restriction-human-rights-502b",
    question="Does FAA 502B bar security assistance to this country?",
    topic="restrictions",
    provisions=(
        Provision(
            date(1978, 9, 26),
            None,
            "22 USC 2304(a)(2)",
            "No security assistance goes to a country whose government engages in a consistent pattern of gross "
            "violations of internationally recognized human rights, save in extraordinary circumstances; nor where "
            "Congress asked for a statement and did not get it in thirty days, or decided so by joint resolution.",
            (PATTERN & ~EXTRAORDINARY) | CONGRESS_502B,
            {
                "cuts": Literal(
                    "military aid, economic support, military training, peacekeeping and antiterrorism aid, AECA sales "
                    "and financing, and licenses for the country's security forces; crime-control exports"
                ),
                "waiver": Literal("certificate to Congress that extraordinary circumstances warrant the assistance"),
                "statement_days": param("statement-502b-days"),
            },
            (
                Act(
                    "the President may certify to Congress that extraordinary circumstances warrant aid to the police "
                    "and military training, and crime-control licenses",
                    "22 USC 2304(a)(2)",
                ),
                Act(
                    "either house or a foreign affairs committee may ask for a statement; unless it comes within "
                    "thirty days no security assistance is delivered until it does",
                    "22 USC 2304(c)(1), (c)(3)",
                ),
                Act(
                    "after a statement Congress may end, restrict or continue the assistance by joint resolution",
                    "22 USC 2304(c)(4)(A)",
                ),
            ),
            source="usc-22-2304",
            note="From 1974 to 1978 the section stated a policy; it became a prohibition on 26 September 1978. No "
            "finding under it is published as such, and the annual human rights reports are not findings.",
        ),
    ),
    examples=(
        Example(
            "EGY", "2024-06-01", "unknown", "A critical human rights report is not a finding under 502B.", trap=True
        ),
        Example(
            "SAU",
            "2026-06-01",
            "yes",
            "Ally status cures nothing once a pattern is found and nothing is certified.",
            trap=True,
            given={"gross_violations_pattern": True, "extraordinary_circumstances": False},
        ),
        Example("CAN", "2024-06-01", "no", "No pattern is found.", given={"gross_violations_pattern": False}),
        Example(
            "EGY",
            "2024-06-01",
            "yes",
            "A statement that Congress asked for is overdue, whatever the record.",
            given={"statement_or_resolution_502b": True},
        ),
    ),
)

AUTHORITIES = (LEAHY_STATE, LEAHY_DEFENSE, HUMAN_RIGHTS_502B, CHILD_SOLDIERS, TRAFFICKING)
