"""The nuclear bars: enrichment transfers (Symington), detonations (Glenn), and Pakistan's certificate (Pressler).

Each rests on a determination of the President, or on the want of one, and each was waived for India and Pakistan on
22 September 2001. Earlier waivers let through credit, banks and training, never arms or military financing.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Literal, Status
from mnna.statutes.provision import Act, Authority, Cut, Example, Provision

_FINANCING = ("foreign-military-financing", "fmf-commercial-leasing")
_EXCESS = ("excess-defense-articles", "excess-defense-articles-priority")

SOUTH_ASIA_WAIVER = date(1999, 10, 25)
"""P.L. 106-79 §9001 let the President waive all three for India and Pakistan."""

UNCERTIFIED = Status("pressler-uncertified", "Pakistan, without the certificate due for the fiscal year")
PRESSLER_WAIVED = Status("pressler-waived", "one for which the President waived FAA 620E(e)")

_PRESSLER = "22 USC 2375(e)"
_CERTIFY = Act(
    "the President certifies to Congress, in the fiscal year, that Pakistan has no nuclear explosive device and that "
    "the aid will reduce the risk that it gets one",
    "22 USC 2375(e)(1)",
    lifts=True,
)
_OLD_CONTRACTS = Act(
    "equipment other than F-16 aircraft may be delivered under contracts made before 1 October 1990",
    "22 USC 2375(e)(4)",
    UNCERTIFIED,
)
_OUTSIDE = Act(
    "aid against narcotics and terrorism, military contacts and training, and peacekeeping are outside the bar",
    "22 USC 2375(e)(2)",
    UNCERTIFIED,
)
_WAIVER = "the President may waive the bar for India and Pakistan; the power ends if the country tests again"
_WAIVE = Act(_WAIVER, "P.L. 106-79 §9001(a), (c)", lifts=True)
_WAIVE_ARMS = Act(
    f"{_WAIVER}; for arms sales, licenses and financing he must certify that the bar is not in the national security "
    "interest",
    "P.L. 106-79 §9001(a)-(c)",
    lifts=True,
)


def _pressler(since: date, until: date | None, says: str, steps: tuple[Act, ...]) -> Provision:
    return Provision(
        since=since,
        until=until,
        citation=_PRESSLER,
        says=says,
        rule=Cited(_PRESSLER, UNCERTIFIED & ~PRESSLER_WAIVED),
        terms={
            "cuts": Literal("military assistance, and sales and transfers of military equipment and technology"),
            "waiver": Literal("a certificate each fiscal year; since 25 October 1999 also a waiver")
            if since >= SOUTH_ASIA_WAIVER
            else Literal("a certificate each fiscal year"),
        },
        steps=(_CERTIFY, *steps),
        source="usc-22-2375",
        cuts=(Cut((*_FINANCING, *_EXCESS, "depleted-uranium-rounds")),),
        note="Certificates were made for fiscal years 1986 to 1990 and none after. That the section reached only "
        "transfers by the Government, not licensed commercial sales, was the executive's reading.",
    )


PRESSLER = Authority(
    id="restriction-pressler",
    question="Does the Pressler amendment bar military aid and transfers to this country?",
    topic="restrictions",
    provisions=(
        _pressler(
            date(1985, 10, 1),
            date(1996, 2, 12),
            "No assistance and no military equipment or technology goes to Pakistan unless the President certifies in "
            "that fiscal year that it has no nuclear explosive device. No other country is named.",
            (),
        ),
        _pressler(
            date(1996, 2, 12),
            SOUTH_ASIA_WAIVER,
            "No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device. No other country is named.",
            (_OUTSIDE, _OLD_CONTRACTS),
        ),
        _pressler(
            SOUTH_ASIA_WAIVER,
            None,
            "No military assistance and no military equipment or technology goes to Pakistan unless the President "
            "certifies in that fiscal year that it has no nuclear explosive device, or waives the bar. No other "
            "country is named.",
            (_WAIVE, _OUTSIDE, _OLD_CONTRACTS),
        ),
    ),
    examples=(
        Example("PAK", "1990-09-30", "no", "The last day of the last fiscal year with a certificate."),
        Example("PAK", "1990-10-01", "yes", "No certificate was made for fiscal year 1991, nor later."),
        Example("PAK", "2001-09-21", "yes", "The waiver came the next day."),
        Example("PAK", "2001-09-22", "no", "Waived by Presidential Determination No. 2001-28."),
        Example("PAK", "2024-06-01", "no", "The waiver of 2001 stands; ally status did not lift the bar.", trap=True),
        Example("IND", "1999-01-01", "no", "The section names Pakistan alone.", trap=True),
    ),
)

DETONATED = Status("glenn-determined", "determined by the President to have detonated a nuclear explosive device")
GLENN_WAIVED = Status("glenn-waived", "one for which the President waived AECA 102(b)")

_GLENN = "22 USC 2799aa-1(b)"
_DELAY = Act(
    "the President may delay the sanctions once, for up to thirty days of continuous session, and may waive them if "
    "Congress then allows it by joint resolution",
    "22 USC 2799aa-1(b)(4)-(5)",
    lifts=True,
)
_RELIEF = Act(
    "a waiver of one year for India and Pakistan reaches credit, banks and some aid, but not arms sales, licenses or "
    "military financing",
    "P.L. 105-277 div. A §101(a)",
)


def _glenn(since: date, until: date | None, steps: tuple[Act, ...]) -> Provision:
    return Provision(
        since=since,
        until=until,
        citation=_GLENN,
        says="Aid, arms sales, munitions licenses, military financing and government credit end for a state without "
        "nuclear weapons under the Non-Proliferation Treaty that the President determines to have detonated a "
        "nuclear device.",
        rule=Cited("22 USC 2799aa-1(b)(1)(B)", DETONATED & ~GLENN_WAIVED),
        terms={
            "cuts": Literal(
                "Foreign Assistance Act aid other than humanitarian, sales under the Arms Export Control Act, "
                "munitions licenses, foreign military financing, and credit and guarantees of any agency"
            ),
            "waiver": Literal("delay and joint resolution; for India and Pakistan a waiver by the President")
            if since >= SOUTH_ASIA_WAIVER
            else Literal("delay and joint resolution"),
        },
        steps=steps,
        source="usc-22-2799aa-1",
        cuts=(
            Cut(
                (
                    *_FINANCING,
                    *_EXCESS,
                    "depleted-uranium-rounds",
                    "defense-export-loan-guarantee",
                    "satellite-licensing",
                )
            ),
        ),
        note="In force from 29 June 1994; its forerunner, FAA 670, is not encoded. Transfers and receipts of nuclear "
        "devices and designs (paragraph (1)(A), (C), (D)) have the same effect; no determination of that kind was "
        "found.",
    )


GLENN = Authority(
    id="restriction-nuclear-detonation",
    question="Is this country barred from aid and arms for detonating a nuclear device (Glenn amendment)?",
    topic="restrictions",
    provisions=(
        _glenn(date(1994, 6, 29), date(1998, 10, 21), (_DELAY,)),
        _glenn(date(1998, 10, 21), SOUTH_ASIA_WAIVER, (_DELAY, _RELIEF)),
        _glenn(SOUTH_ASIA_WAIVER, None, (_DELAY, _WAIVE_ARMS)),
    ),
    examples=(
        Example(
            "IND", "1998-05-12", "no", "It tested the day before; the determination came the day after.", trap=True
        ),
        Example("IND", "1998-05-13", "yes", "Presidential Determination No. 98-22."),
        Example("PAK", "1998-05-30", "yes", "Presidential Determination No. 98-25."),
        Example("IND", "1999-06-01", "yes", "The waivers of 1998 left the military sanctions standing.", trap=True),
        Example("IND", "2001-09-22", "no", "Waived by Presidential Determination No. 2001-28."),
        Example("PRK", "2010-06-01", "yes", "Off the terrorism list from 2008 to 2017, but not out of this bar."),
        Example("COL", "2024-06-01", "no", "No such determination."),
    ),
)

ENRICHED = Status("symington-determined", "determined by the President to have taken part in enrichment transfers")
SYMINGTON_WAIVED = Status("symington-waived", "one for which the President waived AECA 101 (before 1994: FAA 669)")

_ASSURED = (
    "the President certifies that ending the aid would seriously harm vital interests and that he has reliable "
    "assurances against nuclear weapons"
)


def _symington(since: date, until: date | None, section: str, steps: tuple[Act, ...], note: str) -> Provision:
    return Provision(
        since=since,
        until=until,
        citation=f"{section}(a)",
        says="No money of the Foreign Assistance Act or the Arms Export Control Act gives economic or military aid, or "
        "military credit, to a country that the President determines to have delivered or received enrichment "
        "equipment without safeguards.",
        rule=Cited(f"{section}(a)", ENRICHED & ~SYMINGTON_WAIVED),
        terms={
            "cuts": Literal("economic and military aid, military education, peacekeeping aid, military credit"),
            "waiver": Literal("a certificate of vital interests and assurances; for Pakistan also a waiver of its own"),
        },
        steps=steps,
        source="usc-22-2799aa",
        confidence="medium",
        cuts=(Cut(_FINANCING),),
        note=note,
    )


SYMINGTON = Authority(
    id="restriction-enrichment-transfer",
    question="Is this country barred from aid for nuclear enrichment transfers (Symington amendment)?",
    topic="restrictions",
    provisions=(
        _symington(
            date(1981, 12, 29),
            date(1994, 6, 29),
            "22 USC 2429",
            (
                Act(_ASSURED, "22 USC 2429(b)", lifts=True),
                Act("the President may waive the bar for Pakistan while that power runs", "22 USC 2375(d)", lifts=True),
            ),
            "The section is read from its successor, 22 USC 2799aa, and is not encoded before 29 December 1981. The "
            "power to waive it for Pakistan ran to 30 September 1987 and from 22 December 1987 to 30 September 1994.",
        ),
        _symington(
            date(1994, 6, 29),
            SOUTH_ASIA_WAIVER,
            "22 USC 2799aa",
            (
                Act(_ASSURED, "22 USC 2799aa(b)", lifts=True),
                Act(
                    "the President may waive the bar for Pakistan on grounds that arose before 29 June 1994",
                    "22 USC 2375(d)",
                    lifts=True,
                ),
            ),
            "Whether the President determined that another country took part in such transfers was not found.",
        ),
        _symington(
            SOUTH_ASIA_WAIVER,
            None,
            "22 USC 2799aa",
            (Act(_ASSURED, "22 USC 2799aa(b)", lifts=True), _WAIVE),
            "Whether the President determined that another country took part in such transfers was not found.",
        ),
    ),
    examples=(
        Example("PAK", "1986-06-01", "no", "Found in 1979, and waived under 22 USC 2375(d).", trap=True),
        Example("PAK", "1987-11-01", "unknown", "The power to waive had lapsed; what was done then was not found."),
        Example("PAK", "1995-06-01", "yes", "No waiver after 1990."),
        Example("PAK", "2001-09-22", "no", "Waived by Presidential Determination No. 2001-28."),
        Example("IND", "1995-06-01", "no", "No such determination."),
    ),
)

AUTHORITIES = (PRESSLER, GLENN, SYMINGTON)
