"""FAA 620(q), 22 USC 2370(q): no aid for a government in default on its loans from the United States."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Cut, Provision

ARREARS_FAA = Field(
    "arrears_six_months",
    Kind.TRUTH,
    "the government is more than six calendar months in default on a loan made to it under the Foreign Assistance Act",
)

ARREARS_ANY = Field(
    "arrears_one_year",
    Kind.TRUTH,
    "the government is more than one calendar year in default on any loan made to it by the United States",
)

ARREARS_WAIVED = Field(
    "arrears_waived",
    Kind.TRUTH,
    "the President has determined that assistance to the country is in the national interest despite the default",
)

_INTEREST = "the President determines that assistance is in the national interest"

_BROOKE_CUTS = "cuts the aid of that act after a year's default on a loan it funded; its texts were not read"
_BROOKE_BEFORE = Act(
    text=f"besides this section the Brooke clause of the yearly foreign operations act {_BROOKE_CUTS}",
    citation="22 USC 2370(q)",
)
_BROOKE = Act(
    text=f"besides this section the Brooke clause of the yearly foreign operations act, section 7012, {_BROOKE_CUTS}",
    citation="P.L. 118-47 div. F §7012",
)
_BROOKE_2026 = Act(
    text="besides this section, section 7012 of the foreign operations act for fiscal year 2026 cuts the aid of that "
    "act after a year's default on a loan of a program that it pays for",
    citation="P.L. 119-75 div. F §7012",
)

_PAID = Act(text="the government meets its obligations under the loan", citation="22 USC 2370(q)(1)", lifts=True)

_FAA_CUT = Cut(authorities=of_form("excess articles"), when=ARREARS_FAA)
_YEAR_CUT = Cut(authorities=of_form("financing"), when=ARREARS_ANY)


def _six_months(*, since: date, beside: tuple[Act, ...], confidence: str, note: str) -> Provision:
    return Provision(
        since=since,
        citation="22 USC 2370(q)",
        says="No Foreign Assistance Act aid goes to a country more than {arrears-faa-months:words} months in default "
        "on a loan made under that Act.",
        rule=ARREARS_FAA & ~ARREARS_WAIVED,
        terms={
            "cuts": "assistance under the Foreign Assistance Act",
            "waiver": f"{_INTEREST} and notifies Congress",
            "faa_loan_default_months": param("arrears-faa-months"),
        },
        steps=(
            Act(text="the government meets its obligations under the loan", citation="22 USC 2370(q)", lifts=True),
            Act(text=f"{_INTEREST} and notifies Congress", citation="22 USC 2370(q)", lifts=True),
            *beside,
        ),
        source="usc-22-2370",
        confidence=confidence,
        cuts=(_FAA_CUT,),
        note=note,
    )


def _one_year(*, since: date, beside: Act) -> Provision:
    return Provision(
        since=since,
        citation="22 USC 2370(q)(1)-(2)",
        says="No Foreign Assistance Act aid goes to a government more than {arrears-faa-months:words} months in "
        "default on a loan made under that Act; after a year's default on any loan of the United States, foreign "
        "military financing and other programs are cut too.",
        rule=(ARREARS_FAA | ARREARS_ANY) & ~ARREARS_WAIVED,
        terms={
            "cuts": (
                "after {arrears-faa-months:words} months on an FAA loan, FAA assistance; after a year on any loan, "
                "also foreign military financing, the Peace Corps, the Millennium Challenge Corporation and "
                "development finance"
            ),
            "waiver": f"{_INTEREST}, after consulting the committees",
            "faa_loan_default_months": param("arrears-faa-months"),
            "any_loan_default_months": param("arrears-any-months"),
        },
        steps=(
            _PAID,
            Act(text=f"{_INTEREST}, after consulting the committees", citation="22 USC 2370(q)(1)-(2)", lifts=True),
            beside,
        ),
        source="usc-22-2370",
        cuts=(_FAA_CUT, _YEAR_CUT),
        note="P.L. 117-81 §5701 added the one-year rule to permanent law.",
    )


ARREARS = Authority(
    id="restriction-arrears",
    question="Is aid to this government cut for default on loans to the United States?",
    provisions=(
        _six_months(
            since=date(1966, 9, 19), beside=(), confidence="high", note="P.L. 89-583 s. 301(h)(5) added the subsection."
        ),
        _six_months(
            since=date(1976, 6, 30),
            beside=(_BROOKE_BEFORE,),
            confidence="medium",
            note="That the Brooke clause dates from 30 June 1976 is general knowledge.",
        ),
        _one_year(since=date(2021, 12, 27), beside=_BROOKE_BEFORE),
        _one_year(since=date(2024, 3, 23), beside=_BROOKE),
        _one_year(since=date(2026, 2, 3), beside=_BROOKE_2026),
    ),
)
