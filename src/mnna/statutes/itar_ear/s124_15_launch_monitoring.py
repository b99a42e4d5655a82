"""ITAR 124.15 and P.L. 105-261 section 1514(b): launches from allied soil without mandatory monitors."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, NATO

_EXCEPTION = "P.L. 105-261 s. 1514(b)"

MAY_STILL = Act(
    text="the Department of State may still impose the controls, for security or foreign policy",
    citation="22 CFR 124.15(c)",
    when=since("launch-may-still"),
)

MONITORED = Act(
    text="the launch goes ahead under the controls: a technology plan approved by the Department of Defense, its "
    "monitors at the exporter's cost, and reports",
    citation="P.L. 105-261 s. 1514(a)",
)

LAUNCHES = Authority(
    id="launch-monitoring-exception",
    question="Is a launch of a United States satellite in this country, or by its nationals, free of mandatory "
    "monitoring?",
    provisions=amended(
        Provision(
            since=date(1998, 10, 17),
            citation=_EXCEPTION,
            says="The technology plans, Defense monitors and other controls on launching satellites abroad do not "
            "apply to a launch in, or by nationals of, a NATO member or a major non-NATO ally.",
            rule=allies(Cited(_EXCEPTION, NATO) | Cited(_EXCEPTION, MNNA), taiwan=Taiwan.BY_TRANSFER),
            steps=(MAY_STILL,),
            routes=(DESIGNATION, MONITORED),
            source="pl-105-261",
            note="The statute leaves major non-NATO ally undefined. 22 CFR 124.15 took effect on 15 March 1999; its "
            "paragraph (c) was read in the text of 2025 only. Since 29 August 2005 the ITAR take the FAA 517 list and "
            "treat Taiwan as on it: 22 CFR 120.23(b), formerly 120.32.",
        ),
        Amendment(
            since=date(2013, 1, 2),
            citation=f"{_EXCEPTION}; 22 CFR 124.15(a)",
            says="The exception stands, also for satellites that have passed to Commerce: the controls do not apply to "
            "a launch in, or by nationals of, a NATO member or a major non-NATO ally.",
            source="cfr-22-124-15",
            note="P.L. 112-239 s. 1266 kept section 1514 for items moved to Commerce.",
        ),
    ),
)
