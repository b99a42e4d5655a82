"""Countries that the yearly foreign operations act bars from its money by name: section 7007 and clauses like it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mnna.quick import QuickTuple
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
_FINANCING = "None of the act's military financing goes to the countries that its heading names."
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
_UNREAD = "The acts of these years were not read; the one cited is the last that was read before."
_LAPSE = "No act was in force on these days; the one cited is the last before them."


class _Read(QuickTuple):
    """An act that was read: from when until when it was law, what it says, and what is known of the time after it."""

    since: str
    until: str
    act: str
    source: str
    says: str
    note: str
    after: str = _UNREAD


READ = (
    _Read("1988-10-01", "1989-10-01", "P.L. 100-461 §512", "stat-102-2268", _DIRECTLY,
          f"{_ONE_CLAUSE} South Yemen, named too, has no code."),
    _Read("1992-10-06", "1993-09-30", "P.L. 102-391 title III", "stat-106-1654", _FINANCING, _ONE_CLAUSE),
    _Read("1993-09-30", "1994-10-01", "P.L. 103-87 §507", "stat-pl-103-87", _DIRECTLY, _ONE_CLAUSE),
    _Read("1994-10-01", "1995-10-01", "P.L. 103-306 §507", "stat-pl-103-306", _DIRECTLY, _ONE_CLAUSE),
    _Read("1996-09-30", "1997-10-01", "P.L. 104-208 §507", "stat-110-3009", _DIRECTLY, _ONE_CLAUSE),
    _Read("2002-01-10", "2003-02-20", "P.L. 107-115 title III", "stat-115-2136", _FINANCING, _ONE_CLAUSE),
    _Read("2003-02-20", "2003-10-01", "P.L. 108-7 div. E §507", "stat-117-181", _DIRECTLY, _ONE_CLAUSE),
    _Read("2007-12-26", "2008-10-01", "P.L. 110-161 div. J §607", "stat-121-2315", _DIRECTLY, _ONE_CLAUSE),
    _Read("2019-12-20", "2020-12-27", "P.L. 116-94 div. G", "stat-pl-116-94", _BY_SECTION,
          f"Fiscal year 2020, continued to 27 December 2020. {_WHOLE}"),
    _Read("2022-03-15", "2022-12-29", "P.L. 117-103 div. K", "stat-pl-117-103", _BY_SECTION,
          f"Fiscal year 2022, continued to 29 December 2022. {_WHOLE}"),
    _Read("2024-03-23", "2025-10-01", "P.L. 118-47 div. F", "stat-pl-118-47", _BY_SECTION,
          f"Fiscal year 2024, continued for fiscal year 2025 by P.L. 119-4 §1101(a)(11). {_WHOLE}", _LAPSE),
    _Read("2025-11-12", "2026-01-31", "P.L. 118-47 div. F", "stat-pl-119-37", _BY_SECTION,
          f"Continued to 30 January 2026 by P.L. 119-37 §101. {_WHOLE}", _LAPSE),
    _Read("2026-02-03", "2026-12-12", "P.L. 119-75 div. F", "pl-119-75", _IN_2026,
          "Fiscal year 2026, continued to 11 December 2026 by P.L. 119-103."),
)  # fmt: skip
"""The acts that were read, oldest first."""


def _not_read(*, since: date, act: str, source: str, note: str) -> Provision:
    """Return the provision of a time whose act was not read, or that had none; its answers are of low confidence."""
    says = "The yearly act bars countries from its money by name."
    return _named(since=since, act=act, source=source, says=says, confidence="low", note=note)


def _yearly() -> Iterator[Provision]:
    """Yield a provision for each act, and one for each time between two acts."""
    for one, later in zip(READ, (*READ[1:], None), strict=True):
        since, until = date.fromisoformat(one.since), date.fromisoformat(one.until)
        yield _named(since=since, act=one.act, source=one.source, says=one.says, note=one.note)
        if later is not None and later.since != one.until:
            yield _not_read(since=until, act=one.act, source=one.source, note=one.after)


NAMED_COUNTRIES = Authority(
    id="restriction-named-by-act",
    question="Does the foreign operations appropriations act bar this country from its money by name?",
    provisions=(
        _not_read(
            since=date(1986, 10, 18),
            act="P.L. 99-500",
            source="stat-100-1783",
            note="Of the act its sections 509 to 511 were read; the clause on direct funding stands behind them.",
        ),
        *_yearly(),
        _named(
            since=date.fromisoformat(READ[-1].until),
            act=READ[-1].act,
            source="hr-119-7148",
            says=_IN_2026,
            confidence="low",
            note="After 11 December 2026 another act is needed, and whom it names is not known here.",
        ),
    ),
    note="Clauses that reach single purposes, units or a part of the money are no bar here.",
)
