"""FAA 620E(e), 22 USC 2375(e): Pakistan's certificate, the Pressler amendment."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.other import pl106_79_s9001_south_asia_waiver as south_asia
from mnna.statutes.provision import Act, Authority, Cut, Provision

UNCERTIFIED = Status("pressler-uncertified", "Pakistan, without the certificate due for the fiscal year")
PRESSLER_WAIVED = Status("pressler-waived", "one for which the President waived FAA 620E(e)")

_CITE = "22 USC 2375(e)"
_CERTIFY = Act(
    text="the President certifies to Congress, in the fiscal year, that Pakistan has no nuclear explosive device and "
    "that the aid will reduce the risk that it gets one",
    citation=_CITE,
    lifts=True,
)
_OLD_CONTRACTS = Act(
    text="equipment other than F-16 aircraft may be delivered under contracts made before 1 October 1990",
    citation="22 USC 2375(e)(4)",
    when=UNCERTIFIED,
)
_OUTSIDE = Act(
    text="aid against narcotics and terrorism, military contacts and training, and peacekeeping are outside the bar",
    citation="22 USC 2375(e)(2)",
    when=UNCERTIFIED,
)


def _pressler(*, since: date, aid: str, says: str, steps: tuple[Act, ...]) -> Provision:
    return Provision(
        since=since,
        citation=_CITE,
        says=says,
        rule=Cited(_CITE, UNCERTIFIED & ~PRESSLER_WAIVED),
        terms={
            "cuts": f"{aid}, and sales and transfers of military equipment and technology",
            "waiver": "a certificate each fiscal year; since 25 October 1999 also a waiver"
            if since >= south_asia.SINCE
            else "a certificate each fiscal year",
        },
        steps=(_CERTIFY, *steps),
        source="usc-22-2375",
        cuts=(Cut(authorities=of_form("financing", "excess articles", "sale")),),
        note="Certificates were made for fiscal years 1986 to 1990 and none after. That the section reached only "
        "transfers by the Government, not licensed commercial sales, was the executive's reading.",
    )


PRESSLER = Authority(
    id="restriction-pressler",
    question="Does the Pressler amendment bar military aid and transfers to this country?",
    provisions=(
        _pressler(
            since=date(1985, 10, 1),
            aid="assistance",
            says="No assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device. No other country is named.",
            steps=(),
        ),
        _pressler(
            since=date(1996, 2, 12),
            aid="military assistance",
            says="No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device. No other country is named.",
            steps=(_OUTSIDE, _OLD_CONTRACTS),
        ),
        _pressler(
            since=south_asia.SINCE,
            aid="military assistance",
            says="No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device, or waives the bar. No other "
            "country is named.",
            steps=(south_asia.WAIVE, _OUTSIDE, _OLD_CONTRACTS),
        ),
    ),
)
