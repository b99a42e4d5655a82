"""FAA 620(q), 22 USC 2370(q): no aid for a government in default on its loans from the United States."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind
from mnna.statutes.listing import of_form
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Cut, Provision, amended

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

_FAA_CUT = Cut(authorities=of_form("excess articles"), when=ARREARS_FAA)

ACTS = Acts(__name__)

ARREARS = Authority(
    id="restriction-arrears",
    question="Is aid to this government cut for default on loans to the United States?",
    provisions=amended(
        Provision(
            since=date(1966, 9, 19),
            citation="22 USC 2370(q)",
            says="No Foreign Assistance Act aid goes to a country more than {arrears-faa-months:words} months in "
            "default on a loan made under that Act.",
            rule=ARREARS_FAA & ~ARREARS_WAIVED,
            terms={
                "cuts": "assistance under the Foreign Assistance Act",
                "waiver": "the President determines that assistance is in the national interest and notifies Congress",
                "faa_loan_default_months": param("arrears-faa-months"),
            },
            steps=ACTS("paid-1966", "waived-1966"),
            cuts=(_FAA_CUT,),
            note="P.L. 89-583 s. 301(h)(5) added the subsection.",
        ),
        Amendment(
            since=date(1976, 6, 30),
            steps=ACTS("paid-1966", "waived-1966", "brooke-before"),
            confidence="medium",
            note="That the Brooke clause dates from 30 June 1976 is general knowledge.",
        ),
        Amendment(
            since=date(2021, 12, 27),
            citation="22 USC 2370(q)(1)-(2)",
            says="No Foreign Assistance Act aid goes to a government more than {arrears-faa-months:words} months in "
            "default on a loan made under that Act; after a year's default on any loan of the United States, foreign "
            "military financing and other programs are cut too.",
            rule=(ARREARS_FAA | ARREARS_ANY) & ~ARREARS_WAIVED,
            terms={
                "cuts": "after {arrears-faa-months:words} months on an FAA loan, FAA assistance; after a year on any "
                "loan, also foreign military financing, the Peace Corps, the Millennium Challenge Corporation and "
                "development finance",
                "waiver": "the President determines that assistance is in the national interest, after consulting the "
                "committees",
                "faa_loan_default_months": param("arrears-faa-months"),
                "any_loan_default_months": param("arrears-any-months"),
            },
            steps=ACTS("paid", "waived", "brooke-before"),
            cuts=(_FAA_CUT, Cut(authorities=of_form("financing"), when=ARREARS_ANY)),
            confidence="high",
            note="P.L. 117-81 §5701 added the one-year rule to permanent law.",
        ),
        Amendment(since=date(2024, 3, 23), steps=ACTS("paid", "waived", "brooke")),
        Amendment(since=date(2026, 2, 3), steps=ACTS("paid", "waived", "brooke-2026")),
    ),
)
