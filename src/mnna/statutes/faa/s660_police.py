"""FAA 660, 22 USC 2420: no foreign assistance for police, prisons and internal intelligence, with exceptions."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import YES, Cited, Field, If, Kind, Known, Named, Status
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended

UNARMED_DEMOCRACY = Field(
    "unarmed_democracy",
    Kind.TRUTH,
    "the country has a longstanding democratic tradition, no standing armed forces and no consistent pattern of gross "
    "violations of human rights",
)
_UNARMED = Status("no-armed-forces", "one commonly said to have no standing armed forces")
SPARED = Named(
    "spared",
    "the country is a longstanding democracy without standing armed forces and without a pattern of gross violations",
    If(Known(UNARMED_DEMOCRACY), UNARMED_DEMOCRACY, _UNARMED),
)

ACTS = Acts(__name__)

POLICE = Authority(
    id="restriction-police",
    question="Does FAA 660 bar aid to this country's police, prisons and internal intelligence?",
    provisions=amended(
        Provision(
            since=date(1975, 7, 1),
            citation="22 USC 2420(a)",
            says="No Foreign Assistance Act money may train, advise or finance police, prisons or other law "
            "enforcement of a foreign government, or its internal intelligence or surveillance; the section lists "
            "exceptions.",
            rule=YES,
            terms={
                "cuts": "FAA-funded training, advice and financial support for police, prisons and intelligence",
                "waiver": "none in the section; exceptions by purpose",
            },
            steps=ACTS("narcotics"),
        ),
        Amendment(
            since=date(1985, 10, 1),
            rule=~Cited("22 USC 2420(c)", SPARED),
            steps=ACTS("narcotics", "maritime", "two-countries"),
        ),
        Amendment(since=date(1987, 10, 1), steps=ACTS("narcotics", "maritime")),
        Amendment(since=date(1990, 11, 5), steps=ACTS("narcotics", "maritime", "caribbean")),
        Amendment(since=date(1996, 2, 12), steps=ACTS("narcotics", "maritime", "caribbean", "sanctions", "rebuilding")),
        Amendment(
            since=date(1999, 11, 29),
            steps=ACTS("narcotics", "maritime", "caribbean", "sanctions", "rebuilding", "customs"),
        ),
    ),
)
