"""FAA 660, 22 USC 2420: no foreign assistance for police, prisons and internal intelligence, with exceptions."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import YES, Cited, Expr, Field, If, Kind, Known, Literal, Named, Status
from mnna.statutes.provision import Act, Authority, Example, Provision

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
    "not barred: counternarcotics aid under FAA 481 to 482, and the work of the Drug Enforcement Administration and "
    "the FBI on crimes under United States law",
    "22 USC 2420(b)(1)",
)
_MARITIME = Act("not barred: maritime law enforcement and other maritime skills", "22 USC 2420(b)(3)")
_CARIBBEAN = Act("not barred: police of the Eastern Caribbean regional security system", "22 USC 2420(b)(4)")
_SANCTIONS = Act("not barred: sanctions monitoring and enforcement", "22 USC 2420(b)(5)")
_REBUILDING = Act(
    "not barred: rebuilding civilian police after a conflict, and professional public safety training in human rights, "
    "rule of law and anti-corruption",
    "22 USC 2420(b)(6)",
)
_CUSTOMS = Act("not barred: customs authorities", "22 USC 2420(b)(7)")


def _police(since: date, until: date | None, rule: Expr, steps: tuple[Act, ...]) -> Provision:
    return Provision(
        since,
        until,
        "22 USC 2420(a)",
        "No Foreign Assistance Act money may train, advise or finance police, prisons or other law enforcement of a "
        "foreign government, or its internal intelligence or surveillance; the section lists exceptions.",
        rule,
        {
            "cuts": Literal("FAA-funded training, advice and financial support for police, prisons and intelligence"),
            "waiver": Literal("none in the section; exceptions by purpose"),
        },
        steps,
        source="usc-22-2420",
    )


_ORDINARY = ~Cited("22 USC 2420(c)", SPARED)

POLICE = Authority(
    id="restriction-police",
    question="Does FAA 660 bar aid to this country's police, prisons and internal intelligence?",
    topic="restrictions",
    provisions=(
        _police(date(1975, 7, 1), date(1985, 10, 1), YES, (_NARCOTICS,)),
        _police(date(1985, 10, 1), date(1990, 11, 5), _ORDINARY, (_NARCOTICS, _MARITIME)),
        _police(date(1990, 11, 5), date(1996, 2, 12), _ORDINARY, (_NARCOTICS, _MARITIME, _CARIBBEAN)),
        _police(
            date(1996, 2, 12),
            date(1999, 11, 29),
            _ORDINARY,
            (_NARCOTICS, _MARITIME, _CARIBBEAN, _SANCTIONS, _REBUILDING),
        ),
        _police(
            date(1999, 11, 29),
            None,
            _ORDINARY,
            (_NARCOTICS, _MARITIME, _CARIBBEAN, _SANCTIONS, _REBUILDING, _CUSTOMS),
        ),
    ),
    examples=(
        Example(
            "MEX", "2024-06-01", "yes", "A general bar: aid to Mexican police goes by an exception, such as FAA 481."
        ),
        Example("COL", "2024-06-01", "yes", "Ally status does not lift it.", trap=True),
        Example(
            "CRI",
            "2024-06-01",
            "no",
            "660(c): a longstanding democracy without standing armed forces.",
            trap=True,
            given={"unarmed_democracy": True},
        ),
        Example(
            "CRI",
            "2024-06-01",
            "unknown",
            "Without standing armed forces since 1948; whether the section's three tests are held to be met was not "
            "found.",
        ),
        Example("MEX", "1975-06-30", "unknown", "The bar began the next day."),
    ),
)
