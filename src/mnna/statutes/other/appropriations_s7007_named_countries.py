"""Countries that the yearly foreign operations act bars from its money by name: section 7007 and clauses like it."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Named, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Authority, Cut, Provision

NAMED = Status("aid-barred-by-name", "named in the yearly foreign operations act as getting none of its money")


def _named(*, since: date, act: str, source: str, says: str, note: str, confidence: str = "high") -> Provision:
    return Provision(
        since=since,
        citation=act,
        says=says,
        rule=Named("barred by name", "a clause of the act bars the country by name", NAMED),
        terms={"cuts": "money of the yearly foreign operations act", "waiver": "none in the act"},
        steps=(Act(text="the act of another year no longer names the country", citation=act, when=NAMED, lifts=True),),
        source=source,
        confidence=confidence,
        cuts=(Cut(authorities=of_form("financing")),),
        note=note,
    )


_DIRECTLY = "None of the act's money may finance directly any assistance to the countries that it names."
_BY_SECTION = (
    "None of the act's money may be made available for the governments, or none of its military financing for the "
    "countries, that its sections name."
)
_IN_2026 = (
    "None of the act's money may be made available for the governments, or none of its military financing for the "
    "countries, that its sections 7007, 7042, 7043, 7045 and 7047 name."
)
_ONE_CLAUSE = "Of this act one clause was read; it names the countries told here, and others may stand elsewhere in it."
_WHOLE = "Titles III to VII of the act were gone through for clauses that bar a country by name."


def _unread(
    *,
    since: date,
    act: str,
    source: str,
    note: str = "The acts of these years were not read; the one cited is the last that was read before.",
) -> Provision:
    """Years whose acts could not be opened: the last one that was read is cited, and no country is told as free."""
    return _named(
        since=since,
        act=act,
        source=source,
        says="The yearly act bars countries from its money by name.",
        confidence="low",
        note=note,
    )


NAMED_COUNTRIES = Authority(
    id="restriction-named-by-act",
    question="Does the foreign operations appropriations act bar this country from its money by name?",
    provisions=(
        _unread(
            since=date(1986, 10, 18),
            act="P.L. 99-500",
            source="stat-100-1783",
            note="Of the act its sections 509 to 511 were read; the clause on direct funding stands behind them.",
        ),
        _named(
            since=date(1988, 10, 1),
            act="P.L. 100-461 §512",
            source="stat-102-2268",
            says=_DIRECTLY,
            note=f"{_ONE_CLAUSE} South Yemen, named too, has no code.",
        ),
        _unread(since=date(1989, 10, 1), act="P.L. 100-461 §512", source="stat-102-2268"),
        _named(
            since=date(1992, 10, 6),
            act="P.L. 102-391 title III",
            source="stat-106-1654",
            says="None of the act's military financing goes to the countries that its heading names.",
            note=_ONE_CLAUSE,
        ),
        _named(
            since=date(1993, 9, 30),
            act="P.L. 103-87 §507",
            source="stat-pl-103-87",
            says=_DIRECTLY,
            note=_ONE_CLAUSE,
        ),
        _named(
            since=date(1994, 10, 1),
            act="P.L. 103-306 §507",
            source="stat-pl-103-306",
            says=_DIRECTLY,
            note=_ONE_CLAUSE,
        ),
        _unread(since=date(1995, 10, 1), act="P.L. 103-306 §507", source="stat-pl-103-306"),
        _named(
            since=date(1996, 9, 30),
            act="P.L. 104-208 §507",
            source="stat-110-3009",
            says=_DIRECTLY,
            note=_ONE_CLAUSE,
        ),
        _unread(since=date(1997, 10, 1), act="P.L. 104-208 §507", source="stat-110-3009"),
        _named(
            since=date(2002, 1, 10),
            act="P.L. 107-115 title III",
            source="stat-115-2136",
            says="None of the act's military financing goes to the countries that its heading names.",
            note=_ONE_CLAUSE,
        ),
        _named(
            since=date(2003, 2, 20),
            act="P.L. 108-7 div. E §507",
            source="stat-117-181",
            says=_DIRECTLY,
            note=_ONE_CLAUSE,
        ),
        _unread(since=date(2003, 10, 1), act="P.L. 108-7 div. E §507", source="stat-117-181"),
        _named(
            since=date(2007, 12, 26),
            act="P.L. 110-161 div. J §607",
            source="stat-121-2315",
            says=_DIRECTLY,
            note=_ONE_CLAUSE,
        ),
        _unread(since=date(2008, 10, 1), act="P.L. 110-161 div. J §607", source="stat-121-2315"),
        _named(
            since=date(2019, 12, 20),
            act="P.L. 116-94 div. G",
            source="stat-pl-116-94",
            says=_BY_SECTION,
            note=f"Fiscal year 2020, continued to 27 December 2020. {_WHOLE}",
        ),
        _unread(since=date(2020, 12, 27), act="P.L. 116-94 div. G", source="stat-pl-116-94"),
        _named(
            since=date(2022, 3, 15),
            act="P.L. 117-103 div. K",
            source="stat-pl-117-103",
            says=_BY_SECTION,
            note=f"Fiscal year 2022, continued to 29 December 2022. {_WHOLE}",
        ),
        _unread(since=date(2022, 12, 29), act="P.L. 117-103 div. K", source="stat-pl-117-103"),
        _named(
            since=date(2024, 3, 23),
            act="P.L. 118-47 div. F",
            source="stat-pl-118-47",
            says=_BY_SECTION,
            note="Fiscal year 2024, continued for fiscal year 2025 by P.L. 119-4 §1101(a)(11) and to 30 January 2026 "
            f"by P.L. 119-37. {_WHOLE}",
        ),
        _named(
            since=date(2026, 2, 3),
            act="P.L. 119-75 div. F",
            source="pl-119-75",
            says=_IN_2026,
            note="Fiscal year 2026, continued to 11 December 2026 by P.L. 119-103.",
        ),
        _named(
            since=date(2026, 12, 12),
            act="P.L. 119-75 div. F",
            source="hr-119-7148",
            says=_IN_2026,
            confidence="low",
            note="After 11 December 2026 another act is needed, and whom it names is not known here.",
        ),
    ),
    note="Clauses that reach single purposes, units or a part of the money are no bar here.",
)
