"""FAA 620(q), 22 USC 2370(q): no aid for a government in default on its loans from the United States."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Literal
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, Authority, Example, Provision

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

_BROOKE = Act(
    "besides this section the Brooke clause of the yearly foreign operations act, section 7012, cuts the aid of that "
    "act after a year's default on a loan it funded; its texts were not read",
    "P.L. 118-47 div. F §7012",
)

_PAID = Act("the government meets its obligations under the loan", "22 USC 2370(q)(1)")

ARREARS = Authority(
    id="restriction-arrears",
    question="Is aid to this government cut for default on loans to the United States?",
    topic="restrictions",
    provisions=(
        Provision(
            date(1966, 9, 19),
            date(2021, 12, 27),
            "22 USC 2370(q)",
            "No Foreign Assistance Act aid goes to a country more than six months in default on a loan made under that "
            "Act.",
            ARREARS_FAA & ~ARREARS_WAIVED,
            {
                "cuts": Literal("assistance under the Foreign Assistance Act"),
                "waiver": Literal(f"{_INTEREST} and notifies Congress"),
                "faa_loan_default_months": param("arrears-faa-months"),
            },
            (
                Act("the government meets its obligations under the loan", "22 USC 2370(q)"),
                Act(f"{_INTEREST} and notifies Congress", "22 USC 2370(q)"),
                _BROOKE,
            ),
            source="usc-22-2370",
            confidence="medium",
            note="That the subsection dates from 19 September 1966 is general knowledge.",
        ),
        Provision(
            date(2021, 12, 27),
            None,
            "22 USC 2370(q)(1)-(2)",
            "No Foreign Assistance Act aid goes to a government more than six months in default on a loan made under "
            "that Act; after a year's default on any loan of the United States, foreign military financing and other "
            "programs are cut too.",
            (ARREARS_FAA | ARREARS_ANY) & ~ARREARS_WAIVED,
            {
                "cuts": Literal(
                    "after six months on an FAA loan, FAA assistance; after a year on any loan, also foreign military "
                    "financing, the Peace Corps, the Millennium Challenge Corporation and development finance"
                ),
                "waiver": Literal(f"{_INTEREST}, after consulting the committees"),
                "faa_loan_default_months": param("arrears-faa-months"),
                "any_loan_default_months": param("arrears-any-months"),
            },
            (_PAID, Act(f"{_INTEREST}, after consulting the committees", "22 USC 2370(q)(1)-(2)"), _BROOKE),
            source="usc-22-2370",
            note="P.L. 117-81 §5701 added the one-year rule to permanent law.",
        ),
    ),
    examples=(
        Example("ARG", "2024-06-01", "unknown", "Who is in arrears on which loan is not published by country."),
        Example(
            "ARG",
            "2024-06-01",
            "yes",
            "Since 27 December 2021 a year's default on any loan of the United States counts.",
            trap=True,
            given={"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False},
        ),
        Example(
            "ARG",
            "2021-12-26",
            "no",
            "The day before, only loans under the Foreign Assistance Act counted.",
            trap=True,
            given={"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False},
        ),
        Example(
            "MEX",
            "2024-06-01",
            "no",
            "No default.",
            given={"arrears_six_months": False, "arrears_one_year": False},
        ),
    ),
)
