"""10 USC 362: the Defense Department's Leahy law.

Ally status makes no difference. The answer depends on a unit's record, which no public register has. A verdict of `yes`
means that the country is barred.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.faa.s620m_leahy import UNIT_ONLY
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Provision

UNIT_DEFENSE = Field(
    "unit_violation_defense",
    Kind.TRUTH,
    "the Secretary of Defense has credible information that the unit to be aided has committed a gross violation of "
    "human rights",
)

EXCUSED_DEFENSE = Field(
    "unit_excused_defense",
    Kind.TRUTH,
    "the Secretary of Defense has applied an exception or a waiver of this law for that unit",
)


def _leahy_defense(*, since: date, section: str, note: str, steps: tuple[Act, ...] = ()) -> Provision:
    return Provision(
        since=since,
        citation=f"{section}(a)(1)",
        says="No Defense Department money pays for training, equipment or other assistance to a unit of a foreign "
        "security force of which the Secretary of Defense has credible information that it committed a gross "
        "violation of human rights.",
        rule=UNIT_DEFENSE & ~EXCUSED_DEFENSE,
        terms={
            "cuts": "training, equipment and other assistance paid by the Department of Defense to that unit",
            "reaches": UNIT_ONLY,
            "waiver": "by the Secretary of Defense in extraordinary circumstances, after consulting State",
            "report_days": param("leahy-report-days"),
        },
        steps=(
            Act(
                text="the bar yields where the government has taken all necessary corrective steps, or for disaster "
                "relief and other humanitarian or national security emergencies",
                citation=f"{section}(b)",
            ),
            Act(text="the Secretary of Defense may waive it in extraordinary circumstances", citation=f"{section}(c)"),
            Act(
                text="each exception or waiver is reported to Congress within {leahy-report-days} days",
                citation=f"{section}(e)",
            ),
            *steps,
        ),
        source="usc-10-362",
        note=note,
    )


LEAHY_DEFENSE = Authority(
    id="restriction-leahy-dod",
    question="Does the Defense Department's Leahy law bar training, equipment or other aid to the unit in question?",
    provisions=(
        _leahy_defense(
            since=date(2014, 12, 19),
            section="10 USC 2249e",
            note="Added by P.L. 113-291 s. 1204. Yearly defense appropriations carried the bar before; they are not "
            "encoded.",
        ),
        _leahy_defense(
            since=date(2016, 12, 23),
            section="10 USC 362",
            note="Renumbered from 10 USC 2249e by P.L. 114-328 s. 1241(l).",
            steps=(Act(text="programs to build capacity are subject to it", citation="10 USC 333(d)(2)"),),
        ),
    ),
)
