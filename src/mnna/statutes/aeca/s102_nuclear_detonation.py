"""AECA 102(b), 22 USC 2799aa-1(b): detonations of nuclear devices, the Glenn amendment."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.other import pl106_79_s9001_south_asia_waiver as south_asia
from mnna.statutes.provision import Act, Amendment, Authority, Cut, Provision, amended

DETONATED = Status("glenn-determined", "determined by the President to have detonated a nuclear explosive device")
GLENN_WAIVED = Status("glenn-waived", "one for which the President waived AECA 102(b)")

_DELAY = Act(
    text="the President may delay the sanctions once, for up to {glenn-delay-days:words} days of continuous session, "
    "and may waive them if Congress then allows it by joint resolution",
    citation="22 USC 2799aa-1(b)(4)-(5)",
    lifts=True,
)
_RELIEF = Act(
    text="a waiver of one year for India and Pakistan reaches credit, banks and some aid, but not arms sales, licenses "
    "or military financing",
    citation="P.L. 105-277 div. A §101(a)",
)
_CUTS = (
    "Foreign Assistance Act aid other than humanitarian, sales under the Arms Export Control Act, munitions licenses, "
    "foreign military financing, and credit and guarantees of any agency"
)

GLENN = Authority(
    id="restriction-nuclear-detonation",
    question="Is this country barred from aid and arms for detonating a nuclear device (Glenn amendment)?",
    provisions=amended(
        Provision(
            since=date(1994, 6, 29),
            citation="22 USC 2799aa-1(b)",
            says="Aid, arms sales, munitions licenses, military financing and government credit end for a state "
            "without nuclear weapons under the Non-Proliferation Treaty that the President determines to have "
            "detonated a nuclear device.",
            rule=Cited("22 USC 2799aa-1(b)(1)(B)", DETONATED & ~GLENN_WAIVED),
            terms={"cuts": _CUTS, "waiver": "delay and joint resolution"},
            steps=(_DELAY,),
            cuts=(Cut(authorities=of_form("financing", "excess articles", "sale", "loan guarantee", "license")),),
            note="In force from 29 June 1994; its forerunner, FAA 670, is not encoded. Transfers and receipts of "
            "nuclear devices and designs (paragraph (1)(A), (C), (D)) have the same effect; no determination of that "
            "kind was found.",
        ),
        Amendment(since=date(1998, 10, 21), steps=(_DELAY, _RELIEF)),
        Amendment(
            since=south_asia.SINCE,
            terms={
                "cuts": _CUTS,
                "waiver": "delay and joint resolution; for India and Pakistan a waiver by the President",
            },
            steps=(_DELAY, south_asia.WAIVE_ARMS),
        ),
    ),
)
