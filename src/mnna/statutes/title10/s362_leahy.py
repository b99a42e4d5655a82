"""10 USC 362: the Defense Department's Leahy law.

Status cures nothing. It turns on a unit's record, which no public register holds. A verdict of `yes` means that the bar
bites.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Literal
from mnna.statutes.faa.s620m_leahy import UNIT_ONLY
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision

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
            "reaches": UNIT_ONLY,
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
