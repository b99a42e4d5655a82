"""FAA 656, 22 USC 2416: the yearly report on foreign military training, and whose training it leaves out."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Status
from mnna.statutes.provision import Act, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import NATO

OMITTED = Status("training-report-omitted", "one of the countries named beside NATO in 22 USC 2416(a)(2)")

_EXCEPTION = "22 USC 2416(a)(2)"

TRAINING_REPORT = Authority(
    id="training-report-exception",
    question="Does the yearly report to Congress on foreign military training leave this country out?",
    provisions=amended(
        Provision(
            since=date(1999, 11, 29),
            citation="22 USC 2416(a)",
            says="The report covers all military training that the Departments of Defense and State give to foreign "
            "forces; no country is left out.",
            rule=NO,
            note="The exception was added on 30 September 2002.",
        ),
        Amendment(
            since=date(2002, 9, 30),
            citation=_EXCEPTION,
            says="The report leaves out NATO members, Australia, Japan and New Zealand, unless one of the committees "
            "asks for the country in writing.",
            rule=Cited(_EXCEPTION, NATO | OMITTED),
            steps=(
                Act(
                    text="none of the committees has asked in writing, in time, that the country be included",
                    citation=_EXCEPTION,
                ),
            ),
            note="The names are those that the Arms Export Control Act had beside NATO in 2002; Korea and Israel were "
            "never added here. Ally status counts for nothing.",
        ),
    ),
)
