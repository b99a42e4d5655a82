"""ITAR 126.1: the countries to which the United States denies licenses for defense articles and services."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import choose

TABLE_1 = Status("itar-126-1-table1", "in Table 1 of ITAR 126.1, the general policy of denial")
TABLE_2 = Status("itar-126-1-table2", "in Table 2 of ITAR 126.1, the policy of denial with stated exceptions")

SUSPENDED = Status("itar-126-1-suspended", "one for which that policy is suspended for the fiscal year")

AUTHORITY = Authority(
    id="restriction-itar-126-1",
    question="Is it United States policy under ITAR 126.1 to deny licenses for arms exports to this country?",
    provisions=(
        Provision(
            since=date(2021, 12, 9),
            citation="22 CFR 126.1(d)",
            says="Licenses and other approvals are denied for countries in Table 1, and for those in Table 2 except "
            "where the country's own paragraph excepts a transfer; most license exemptions cannot be used for either.",
            rule=Cited("22 CFR 126.1(d)(1)", TABLE_1) | Cited("22 CFR 126.1(d)(2)", TABLE_2 & ~SUSPENDED),
            terms={
                "table": choose(TABLE_1, "1", choose(TABLE_2, "2", "none")),
                "suspended": SUSPENDED,
                "cuts": "licenses and other approvals for defense articles and services; most exemptions",
                "waiver": "Table 1: none stated; Table 2: as the country's own paragraph says",
            },
            steps=(
                Act(
                    text="the country's own paragraph of 126.1 states what is excepted",
                    citation="22 CFR 126.1(d)(2)",
                    when=TABLE_2,
                ),
                Act(
                    text="most exemptions from licensing cannot be used for this destination",
                    citation="22 CFR 126.1(a)",
                ),
            ),
            confidence="medium",
            note="The tables are compiled from partial sources, from 9 December 2021 on; earlier lists are not "
            "encoded. Cyprus is in Table 2 with the policy suspended by fiscal years since October 2022; of "
            "fiscal year 2027 nothing was found.",
        ),
    ),
)
