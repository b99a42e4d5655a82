"""Restrictions that rest on what a government did: coups, terrorism, unpaid loans, drugs, Russian arms; and police aid.

None is cured by status. A verdict of `yes` means that the bar bites; `unknown` names the finding that would settle it.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Field, Kind, Literal, Status
from mnna.statutes.coup_bar import COUPS
from mnna.statutes.drug_bar import DRUGS
from mnna.statutes.parameters import param
from mnna.statutes.police_bar import POLICE
from mnna.statutes.provision import Act, Authority, Example, Provision

SPONSOR = Status("terrorism-list", "on the list of state sponsors of terrorism")
_ARMS_CUT = "all munitions: sales, leases, gifts, credits, consent to retransfer, export licenses"
_SPECIFIC = Act(
    "the President may waive the arms bar for a specific transaction essential to national security, 15 days after "
    "consulting and reporting",
    "22 USC 2780(g)",
)
_RESCIND = Act(
    "the listing is rescinded after a report to Congress: at once on a fundamental change of leadership and policy, "
    "otherwise after 45 days",
    "22 USC 2371(c), 2780(f)",
)

LIST_READ_ON = date(2026, 7, 9)
"""The last day for which word of the list was found, the report that Syria was taken off."""

TERRORISM = Authority(
    id="restriction-terrorism-list",
    question="Is this country barred from aid and arms as a state sponsor of terrorism?",
    topic="restrictions",
    provisions=(
        Provision(
            date(1986, 8, 27),
            date(1989, 12, 12),
            "22 USC 2780",
            "Munitions may not be exported to a country that the Secretary of State has determined to have repeatedly "
            "supported international terrorism.",
            SPONSOR,
            {"cuts": Literal("exports of munitions"), "waiver": Literal("presidential waiver for a transaction")},
            source="usc-22-2780",
            confidence="medium",
            note="The wording of 1986 was not read; the section was rewritten on 12 December 1989. FAA 620A then had a "
            "test of its own and is not encoded before that day.",
        ),
        Provision(
            date(1989, 12, 12),
            None,
            "22 USC 2371(a), 2780(d)",
            "No foreign assistance and no munitions go to a country whose government the Secretary of State has "
            "determined to have repeatedly supported international terrorism.",
            SPONSOR,
            {
                "cuts": Literal(
                    f"assistance under the Foreign Assistance Act, Food for Peace, the Peace Corps and the "
                    f"Export-Import "
                    f"Bank; {_ARMS_CUT}"
                ),
                "waiver": Literal("presidential, 15 days after report; for arms only transaction by transaction"),
                "waiver_notice_days": param("terrorism-waiver-days"),
                "rescission_notice_days": param("terrorism-rescission-days"),
            },
            (
                Act(
                    "the President may waive the aid bar for national security or humanitarian reasons, 15 days after "
                    "report; not for anything that 22 USC 2780 also bars",
                    "22 USC 2371(d)",
                ),
                _SPECIFIC,
                _RESCIND,
            ),
            source="usc-22-2780",
            checked_on=LIST_READ_ON,
        ),
    ),
    examples=(
        Example("IRN", "2024-06-01", "yes", "Listed since 1984."),
        Example("CUB", "2016-06-01", "no", "Off the list from 29 May 2015 to 12 January 2021.", trap=True),
        Example("COL", "2024-06-01", "no", "Not listed."),
        Example("SDN", "2021-01-15", "no", "Rescinded on 14 December 2020.", trap=True),
    ),
)

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

SIGNIFICANT = Field(
    "caatsa_determination",
    Kind.TRUTH,
    "the President has determined that a person of this country knowingly engaged in a significant transaction with "
    "the Russian defense or intelligence sectors",
)
CAATSA_WAIVED = Field("caatsa_waived", Kind.TRUTH, "the sanctions on that person have been waived, delayed or ended")
_CAATSA_SAYS = (
    "A person who knowingly engages in a significant transaction with the Russian defense or intelligence sectors gets "
    "five or more sanctions from a menu that includes the denial of export licenses."
)
_CAATSA_TERMS = {
    "cuts": Literal("five or more sanctions of 22 USC 9529, among them export licenses, on the person"),
    "reaches": Literal("the person determined, who may be a ministry or a state company, not the country as such"),
    "waiver": Literal("waiver or delay by the President, since 13 August 2018 also a modified waiver"),
    "sanctions_at_least": param("caatsa-sanctions"),
    "delay_recertified_days": param("caatsa-delay-days"),
}
_DELAY = Act(
    "the President may delay the sanctions while the person substantially reduces such transactions", "22 USC 9525(c)"
)
_WAIVE = Act("the President may waive the first application in the vital national security interest", "22 USC 9525(b)")
_MODIFIED = Act(
    "the President may waive on a certificate 30 days before that it serves national security and that the government "
    "reduces its Russian equipment or cooperates on critical matters",
    "22 USC 9525(d)",
)

CAATSA_READ_ON = date(2026, 9, 17)
"""The day before H.R. 5334 was signed, whose effect on the section is not known."""

CAATSA = Authority(
    id="restriction-caatsa",
    question="Do sanctions for dealing with the Russian defense sector reach a person of this country?",
    topic="restrictions",
    provisions=(
        Provision(
            date(2018, 1, 29),
            date(2018, 8, 13),
            "22 USC 9525(a)",
            _CAATSA_SAYS,
            SIGNIFICANT & ~CAATSA_WAIVED,
            _CAATSA_TERMS,
            (_WAIVE, _DELAY),
            source="usc-22-9525",
            note="Transactions since 2 August 2017 count; sanctions were due from 180 days after that day.",
        ),
        Provision(
            date(2018, 8, 13),
            None,
            "22 USC 9525(a)",
            _CAATSA_SAYS,
            SIGNIFICANT & ~CAATSA_WAIVED,
            _CAATSA_TERMS | {"waiver_certificate_days": param("caatsa-certificate-days")},
            (_WAIVE, _DELAY, _MODIFIED),
            source="usc-22-9525",
            checked_on=CAATSA_READ_ON,
            note="P.L. 116-283 §1241 itself determined that Turkey's acquisition of the S-400 was such a transaction. "
            "H.R. 5334, signed on 18 September 2026, expands sanctions on Russia; its text was not read.",
        ),
    ),
    examples=(
        Example("IND", "2024-06-01", "unknown", "Whether a determination was made is a fact not held here."),
        Example(
            "TUR",
            "2024-06-01",
            "yes",
            "A NATO member is not immune: Congress itself determined the transaction.",
            trap=True,
            given={"caatsa_determination": True, "caatsa_waived": False},
        ),
        Example("MEX", "2024-06-01", "no", "No determination.", given={"caatsa_determination": False}),
    ),
)

AUTHORITIES = (COUPS, TERRORISM, ARREARS, DRUGS, CAATSA, POLICE)
