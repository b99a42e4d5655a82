"""10 USC 362: the Defense Department's Leahy law.

Ally status makes no difference. The answer depends on a unit's record, which no public register has. A verdict of `yes`
means that the country is barred.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.faa.s620m_leahy import UNIT_ONLY
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended

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

ACTS = Acts(__name__)

LEAHY_DEFENSE = Authority(
    id="restriction-leahy-dod",
    question="Does the Defense Department's Leahy law bar training, equipment or other aid to the unit in question?",
    provisions=amended(
        Provision(
            since=date(2014, 12, 19),
            citation="10 USC 2249e(a)(1)",
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
            steps=ACTS("corrected-2014", "waived-2014", "reported-2014"),
            source="usc-10-362",
            note="Added by P.L. 113-291 s. 1204. Yearly defense appropriations carried the bar before; they are not "
            "encoded.",
        ),
        Amendment(
            since=date(2016, 12, 23),
            citation="10 USC 362(a)(1)",
            steps=ACTS("corrected", "waived", "reported", "programs"),
            note="Renumbered from 10 USC 2249e by P.L. 114-328 s. 1241(l).",
        ),
    ),
)
