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
_IN_2026 = (
    "None of the act's money may be made available for the governments, or none of its military financing for the "
    "countries, that its sections 7007, 7042, 7043, 7045 and 7047 name."
)

NAMED_COUNTRIES = Authority(
    id="restriction-named-by-act",
    question="Does the foreign operations appropriations act bar this country from its money by name?",
    provisions=(
        _named(
            since=date(1988, 10, 1),
            act="P.L. 100-461 §512",
            source="stat-102-2268",
            says=_DIRECTLY,
            note="The text of fiscal year 1989. South Yemen, named too, has no code. The acts of fiscal years 1990 to "
            "1996 were not read.",
        ),
        _named(
            since=date(1996, 9, 30),
            act="P.L. 104-208 §507",
            source="stat-110-3009",
            says=_DIRECTLY,
            note="The text of fiscal year 1997. The acts of fiscal years 1998 to 2025 were not read for this.",
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
