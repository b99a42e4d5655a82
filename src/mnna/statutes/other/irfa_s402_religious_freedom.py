"""International Religious Freedom Act, 22 USC 6442 and 6445: actions toward countries of particular concern."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.provision import Acts, Authority, Provision

CONCERN = Status("religious-freedom-concern", "designated a country of particular concern for religious freedom")
WAIVED = Status("religious-freedom-waived", "one for which the actions were waived")

ACTS = Acts(__name__, {"agreement": CONCERN, "ended": since("irfa-removal") & CONCERN, "no-assistance-ends": CONCERN})

RELIGIOUS_FREEDOM = Authority(
    id="restriction-religious-freedom",
    question="Does an action under the International Religious Freedom Act stand against this country?",
    provisions=(
        Provision(
            since=date(1998, 10, 27),
            citation="22 USC 6442(c)(1); 22 USC 6445(a)(9)-(15)",
            says="Toward a country of particular concern the President takes one or more actions of a list, such as "
            "limits on development or security assistance and on export licenses, or one commensurate, or names a "
            "sanction that runs already, unless he waives it.",
            rule=Cited("22 USC 6442(b)(1)(A)(ii)", CONCERN & ~WAIVED),
            terms={
                "cuts": "only what the action itself names; the designation by itself ends no assistance",
                "waiver": "waiver in the important national interest; a binding agreement in place of an action",
            },
            steps=ACTS("agreement", "ended", "no-assistance-ends"),
            note="What the action is differs by country: for Burma and Eritrea the arms denials of 22 CFR 126.1, for "
            "others sanctions that ran already. It cuts off no authority here by itself.",
        ),
    ),
)
