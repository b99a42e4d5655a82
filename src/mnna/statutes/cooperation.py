"""Research and production with partners: 10 USC 2350a, 22 USC 2767, 22 USC 2796d, 22 USC 2349aa-10.

Four sections, three ideas of an ally: the title-10 list, the FAA 517 list, and any friendly country.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, If, Literal
from mnna.statutes.parameters import param
from mnna.statutes.partners import (
    DESIGNATION,
    FRIENDLY,
    RESCISSION,
    TAIWAN_ARGUABLY,
    TAIWAN_BY_TRANSFER,
    TITLE_10_LISTING,
)
from mnna.statutes.provision import Act, Authority, Example, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO, NATO_ORGANIZATION

_PARTNERS = "10 USC 2350a(a)(2)"
_LIST = "10 USC 2350a(i)(2)"
_EXCUSED = NATO | NATO_ORGANIZATION | MNNA_TITLE_10 | TAIWAN_ARGUABLY

AGREEMENT = Act("a memorandum of understanding or other formal agreement", "10 USC 2350a(a)(1)")
IMPROVES = Act("the Secretary determines that the project improves conventional defense", "10 USC 2350a(b)(1)")
SHARES = Act(
    "costs are shared equitably (since 1 January 2021 also unequally, on a written finding of strategic value), and no "
    "United States grant or loan pays the partner's share",
    "10 USC 2350a(c), (d)(2)",
)
REPORT = Act(
    "unless the country is on the Secretary of Defense's title-10 list: a report to four committees of Congress, then "
    "thirty days, before the agreement takes effect",
    "10 USC 2350a(a)(3)",
    ~_EXCUSED,
)

RESEARCH = Authority(
    id="cooperative-rd",
    question="May the Secretary of Defense agree with this country on cooperative research and development?",
    topic="research",
    provisions=(
        Provision(
            since=date(1989, 11, 29),
            until=date(2001, 12, 28),
            citation="10 USC 2350a(a)",
            says="The Secretary may make such agreements with NATO members and with the major non-NATO allies on his "
            "own list (from 5 October 1994 also with NATO bodies).",
            rule=Cited("10 USC 2350a(a)", NATO | NATO_ORGANIZATION) | Cited("10 USC 2350a(i)(3)", MNNA_TITLE_10),
            steps=(AGREEMENT, IMPROVES, Act("costs are shared equitably", "10 USC 2350a(c)")),
            routes=(Act(TITLE_10_LISTING.text, "10 USC 2350a(i)(3)"),),
            source="usc-10-2350a",
            confidence="medium",
            note="The title-10 list of those years is known only from an old fact sheet.",
        ),
        Provision(
            since=date(2001, 12, 28),
            until=None,
            citation=_PARTNERS,
            says="The Secretary may make such agreements with NATO, its bodies and members, the major non-NATO allies "
            "on his own list, and any other friendly country; only for the last must a report lie thirty days before "
            "Congress.",
            rule=Cited("10 USC 2350a(a)(2)(C)", NATO)
            | Cited("10 USC 2350a(a)(2)(A)-(B)", NATO_ORGANIZATION)
            | Cited("10 USC 2350a(a)(2)(D)", MNNA_TITLE_10)
            | Cited("10 USC 2350a(a)(2)(E)", FRIENDLY),
            terms={"wait_days": If(_EXCUSED, Literal(0), param("cooperative-rd-wait-days"))},
            steps=(AGREEMENT, IMPROVES, SHARES, REPORT),
            routes=(RESCISSION,),
            source="usc-10-2350a",
            note="Since 23 December 2022 the European Union and its bodies are partners too.",
        ),
    ),
    examples=(
        Example(
            "MEX",
            "2025-06-01",
            "yes",
            "A friendly country: ally status is not the gateway, it saves a wait of thirty days.",
            trap=True,
            terms={"wait_days": 30},
        ),
        Example(
            "COL",
            "2025-06-01",
            "yes",
            "Eligible as a friendly country; whether it is on the title-10 list, and so excused the wait, is unknown.",
            trap=True,
            terms={"wait_days": None},
        ),
        Example("JPN", "2025-06-01", "yes", "On the title-10 list since 1987.", terms={"wait_days": 0}),
        Example(
            "NZL",
            "2000-06-01",
            "no",
            "Deemed an ally under FAA 517 in 1996, but on the title-10 list only from about 2002, and other friendly "
            "countries were let in only in December 2001.",
            trap=True,
        ),
        Example("MEX", "2001-12-27", "no", "Other friendly countries were let in the next day."),
        Example("IRN", "2025-06-01", "no", "On the terrorism list, so no friendly country."),
        Example("CHN", "2025-06-01", "unknown", "Denied arms by the ITAR; whether it counts as friendly is not said."),
    ),
)

_WITH_FRIENDS = "22 USC 2767(j)(1)"
CERTIFICATION = Act(
    "a numbered certification to Congress at least thirty days before the agreement is signed", "22 USC 2767(f)"
)
FAIR_SHARE = Act(
    "each side bears its equitable share, and no United States military aid pays the partner's", "22 USC 2767(c)"
)
INTEREST = Act(
    "the President determines that the agreement with this country is in the foreign policy or national security "
    "interest of the United States",
    _WITH_FRIENDS,
    ~(NATO | NATO_ORGANIZATION),
)
PROJECT_TERMS = {"certification_days": param("cooperative-project-days"), "sales_notices_excused": NATO}

PROJECTS = Authority(
    id="cooperative-projects",
    question="May the President make a cooperative project agreement under AECA 27 with this country?",
    topic="research",
    provisions=(
        Provision(
            since=date(1985, 10, 1),
            until=date(1986, 11, 14),
            citation="22 USC 2767(a)",
            says="The President may make such agreements with NATO and its members.",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION),
            terms=PROJECT_TERMS,
            steps=(CERTIFICATION, FAIR_SHARE),
            routes=(Act("an Act of Congress, such as that of 1986, opens the section to others", _WITH_FRIENDS),),
            source="usc-22-2767",
        ),
        Provision(
            since=date(1986, 11, 14),
            until=None,
            citation="22 USC 2767(a), (j)(1)",
            says="The President may make such agreements with NATO, its members and, where he finds it in the interest "
            "of the United States, any friendly country; only projects with NATO countries are excused from the "
            "notices of AECA 36(b) and (c).",
            rule=Cited("22 USC 2767(a)", NATO | NATO_ORGANIZATION) | Cited(_WITH_FRIENDS, FRIENDLY),
            terms=PROJECT_TERMS,
            steps=(INTEREST, CERTIFICATION, FAIR_SHARE),
            routes=(RESCISSION,),
            source="usc-22-2767",
        ),
    ),
    examples=(
        Example(
            "MEX",
            "2025-06-01",
            "yes",
            "Any friendly country, on a finding of interest; a major non-NATO ally is no category here.",
            trap=True,
            terms={"certification_days": 30, "sales_notices_excused": False},
        ),
        Example("FRA", "2025-06-01", "yes", "A NATO member.", terms={"sales_notices_excused": True}),
        Example(
            "JPN",
            "2025-06-01",
            "yes",
            "A friendly country; its projects still need the notices of AECA 36(b) and (c).",
            trap=True,
            terms={"sales_notices_excused": False},
        ),
        Example("JPN", "1986-11-13", "no", "Before other friendly countries were let in."),
    ),
)

_LOAN = "22 USC 2796d(a)(1)"
LOAN_STEPS = (
    Act("a written agreement between the Secretary of Defense and the country", "22 USC 2796d(a)(2)"),
    Act("the loan is for a program of cooperative research, development, test or evaluation", _LOAN),
    Act("no strategic material of which the National Defense Stockpile is short", "22 USC 2796d(c)"),
)

LOANS = Authority(
    id="rdte-loans",
    question="May the Secretary of Defense lend this country materials or equipment for cooperative research and "
    "testing?",
    topic="research",
    provisions=(
        Provision(
            since=date(1988, 9, 29),
            until=date(1996, 7, 21),
            citation="22 USC 2796d(a)(1), (d)",
            says="The Secretary may lend materials, supplies or equipment for cooperative research to a NATO member or "
            "to a major non-NATO ally on the title-10 list.",
            rule=Cited("22 USC 2796d(d)", NATO) | Cited("22 USC 2796d(d)", MNNA_TITLE_10),
            steps=LOAN_STEPS,
            routes=(Act(TITLE_10_LISTING.text, "22 USC 2796d(d)"),),
            source="usc-22-2796d",
            confidence="medium",
            note="The definition pointed first to 22 USC 2767a, then to 10 USC 2350a(i)(3).",
        ),
        Provision(
            since=date(1996, 7, 21),
            until=None,
            citation=_LOAN,
            says="The Secretary may lend materials, supplies or equipment for cooperative research to a NATO member or "
            "to a major non-NATO ally designated under FAA 517.",
            rule=Cited(_LOAN, NATO) | Cited(_LOAN, MNNA) | TAIWAN_BY_TRANSFER,
            steps=LOAN_STEPS,
            routes=(DESIGNATION,),
            source="usc-22-2796d",
            note="Loans for use in operations, or to sell the equipment, are outside the section. Taiwan comes in "
            "through section 1206, a loan being a transfer: a reading, of medium confidence.",
        ),
    ),
    examples=(
        Example("COL", "2022-05-22", "no", "Not yet an ally; designation is the route."),
        Example("COL", "2022-05-23", "yes", "An ally under FAA 517, the list this section has used since 1996."),
        Example(
            "NZL",
            "1996-07-20",
            "no",
            "Until 1996 the section used the title-10 list, on which New Zealand was not.",
            trap=True,
        ),
        Example("NZL", "1996-07-21", "yes", "Deemed an ally under FAA 517 from that day."),
        Example("TWN", "2002-09-29", "no", "Section 1206 was enacted the next day."),
        Example("TWN", "2002-09-30", "yes", "A loan is a transfer, for which Taiwan is treated as an ally."),
        Example("MEX", "2026-01-01", "no", "Neither NATO member nor ally.", trap=True),
    ),
)

_WORKING_GROUP = "22 USC 2349aa-10(b)(1)"

COUNTERTERRORISM = Authority(
    id="counterterrorism-rd",
    question="May Technical Support Working Group money fund joint counterterrorism research with this country?",
    topic="research",
    provisions=(
        Provision(
            since=date(1996, 4, 24),
            until=None,
            citation=_WORKING_GROUP,
            says="A small sum each year may buy explosives detectors and other counterterrorism technology and fund "
            "joint research on it with NATO and with major non-NATO allies on the title-10 list.",
            rule=Cited("22 USC 2349aa-10(b)(1)(B)", NATO | NATO_ORGANIZATION)
            | Cited("22 USC 2349aa-10(b)(2)", MNNA_TITLE_10)
            | TAIWAN_ARGUABLY,
            terms={"annual_cap_usd": param("counterterrorism-rd-cap")},
            steps=(
                Act("the money is made available for the year", _WORKING_GROUP),
                Act("the project runs under the Technical Support Working Group", "22 USC 2349aa-10(b)(1)(B)"),
            ),
            routes=(Act(TITLE_10_LISTING.text, "22 USC 2349aa-10(b)(2)"),),
            source="usc-22-2349aa-10",
            confidence="medium",
            note="Paragraph (b)(2) still points to 10 USC 2350a(i)(3); since 28 December 2001 the definition stands in "
            "(i)(2). Present practice is not known.",
        ),
    ),
    examples=(
        Example("AUS", "2010-01-01", "yes", "On the title-10 list since 1987.", terms={"annual_cap_usd": 3000000}),
        Example(
            "COL",
            "2025-06-01",
            "unknown",
            "An ally under FAA 517, but this section uses the title-10 list, which is not published.",
            trap=True,
        ),
        Example("MEX", "2025-06-01", "no", "Neither NATO member nor on either list."),
        Example(
            "TWN", "2025-06-01", "unknown", "Not on the list; whether section 1206 reaches joint research is arguable."
        ),
    ),
)

AUTHORITIES = (RESEARCH, PROJECTS, LOANS, COUNTERTERRORISM)
