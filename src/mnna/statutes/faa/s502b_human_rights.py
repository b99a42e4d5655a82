"""FAA 502B, 22 USC 2304: no security assistance where gross violations of human rights are a consistent pattern.

Ally status makes no difference. No finding under the section is published as such, so the answer is mostly `unknown`.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Authority, Provision

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

ACTS = Acts(__name__)

HUMAN_RIGHTS_502B = Authority(
    id="restriction-human-rights-502b",
    question="Does FAA 502B bar security assistance to this country?",
    provisions=(
        Provision(
            since=date(1978, 9, 26),
            citation="22 USC 2304(a)(2)",
            says="No security assistance goes to a country whose government engages in a consistent pattern of gross "
            "violations of internationally recognized human rights, except in extraordinary circumstances; nor where "
            "Congress asked for a statement and did not get it in {statement-502b-days:words} days, or decided so by "
            "joint resolution.",
            rule=(PATTERN & ~EXTRAORDINARY) | CONGRESS_502B,
            terms={
                "cuts": (
                    "military aid, economic support, military training, peacekeeping and antiterrorism aid, AECA sales "
                    "and financing, and licenses for the country's security forces; crime-control exports"
                ),
                "waiver": "certificate to Congress that extraordinary circumstances warrant the assistance",
                "statement_days": param("statement-502b-days"),
            },
            steps=ACTS("certificate", "statement", "joint-resolution"),
            note="From 1974 to 1978 the section stated a policy; it became a prohibition on 26 September 1978. No "
            "finding under it is published as such, and the annual human rights reports are not findings.",
        ),
    ),
)
