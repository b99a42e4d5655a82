"""FAA 660, 22 USC 2420: no foreign assistance for police, prisons and internal intelligence, with exceptions."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import YES, Cited, Expr, Field, If, Kind, Known, Named, Status
from mnna.statutes.provision import Act, Authority, Provision

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
_NARCOTICS = Act(
    text="not barred: aid against narcotics under FAA 482, the work of the Drug Enforcement Administration and the FBI "
    "on crimes under United States law, and aid under section 515(c) of the Omnibus Crime Control Act of 1968",
    citation="22 USC 2420(b)(1)",
)
_TWO_COUNTRIES = Act(
    text="not barred in fiscal year 1986 and the one after it: aid to Honduras or El Salvador, after the President "
    "notifies Congress of significant progress in ending violations of human rights",
    citation="22 USC 2420(d)",
)
_MARITIME = Act(text="not barred: maritime law enforcement and other maritime skills", citation="22 USC 2420(b)(3)")
_CARIBBEAN = Act(
    text="not barred: police of the Eastern Caribbean regional security system", citation="22 USC 2420(b)(4)"
)
_SANCTIONS = Act(text="not barred: sanctions monitoring and enforcement", citation="22 USC 2420(b)(5)")
_REBUILDING = Act(
    text="not barred: rebuilding civilian police after a conflict, and professional public safety training in human "
    "rights, rule of law and anti-corruption",
    citation="22 USC 2420(b)(6)",
)
_CUSTOMS = Act(text="not barred: customs authorities", citation="22 USC 2420(b)(7)")


def _police(*, since: date, rule: Expr, steps: tuple[Act, ...]) -> Provision:
    return Provision(
        since=since,
        citation="22 USC 2420(a)",
        says="No Foreign Assistance Act money may train, advise or finance police, prisons or other law enforcement "
        "of a foreign government, or its internal intelligence or surveillance; the section lists exceptions.",
        rule=rule,
        terms={
            "cuts": "FAA-funded training, advice and financial support for police, prisons and intelligence",
            "waiver": "none in the section; exceptions by purpose",
        },
        steps=steps,
        source="usc-22-2420",
    )


_ORDINARY = ~Cited("22 USC 2420(c)", SPARED)

POLICE = Authority(
    id="restriction-police",
    question="Does FAA 660 bar aid to this country's police, prisons and internal intelligence?",
    provisions=(
        _police(since=date(1975, 7, 1), rule=YES, steps=(_NARCOTICS,)),
        _police(since=date(1985, 10, 1), rule=_ORDINARY, steps=(_NARCOTICS, _MARITIME, _TWO_COUNTRIES)),
        _police(since=date(1987, 10, 1), rule=_ORDINARY, steps=(_NARCOTICS, _MARITIME)),
        _police(since=date(1990, 11, 5), rule=_ORDINARY, steps=(_NARCOTICS, _MARITIME, _CARIBBEAN)),
        _police(
            since=date(1996, 2, 12), rule=_ORDINARY, steps=(_NARCOTICS, _MARITIME, _CARIBBEAN, _SANCTIONS, _REBUILDING)
        ),
        _police(
            since=date(1999, 11, 29),
            rule=_ORDINARY,
            steps=(_NARCOTICS, _MARITIME, _CARIBBEAN, _SANCTIONS, _REBUILDING, _CUSTOMS),
        ),
    ),
)
