"""The use of military financing for commercial leases: AECA 23(a), 22 USC 2763(a), and the yearly appropriations acts.

The section itself names Israel and Egypt. Act after act has let NATO members and major non-NATO allies do the same,
without saying which list of allies it means; between two acts the older one is carried by continuing resolutions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from mnna.rules.nodes import Any, Cited, Field, Kind, Status
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10, NATO

ISRAEL_EGYPT = Status("commercial-leasing-permanent", "Israel or Egypt, named in the section")

_LEASING = "22 USC 2763(a)"
NAMED_IN_THE_SECTION = Cited(_LEASING, ISRAEL_EGYPT)
EXTENDED = Field(
    "leasing_extended",
    Kind.TRUTH,
    "the appropriations act in force that day extends commercial leasing to NATO members and major non-NATO allies",
)
LEASE_STEPS = (
    Act(
        text="the President determines that compelling foreign policy or national security reasons call for a "
        "commercial lease rather than a sale between governments",
        citation=_LEASING,
    ),
    Act(text="the committees on appropriations are notified", citation=_LEASING),
    Act(text="no major defense equipment but helicopters and aircraft of possible civilian use", citation=_LEASING),
)
NAMED_BY_ACT = Act(text="an Act of Congress names the country, as it did Israel and Egypt", citation=_LEASING)

ACTS = (
    ("1988-10-01", "P.L. 100-461 §580", ""),
    ("1989-11-21", "P.L. 101-167 §571", ""),
    ("1990-11-05", "P.L. 101-513 §561", ""),
    ("1992-10-06", "P.L. 102-391 §558", ""),
    ("1993-09-30", "P.L. 103-87 §530", ""),
    ("1994-08-23", "P.L. 103-306 §530", ""),
    ("1996-02-12", "P.L. 104-107 §528", ""),
    ("1996-09-30", "P.L. 104-208 div. A §101(c)", "title V, s. 528"),
    ("1997-11-26", "P.L. 105-118 §528", ""),
    ("1998-10-21", "P.L. 105-277 div. A §101(d)", "title V, s. 529"),
    ("1999-11-29", "P.L. 106-113 div. B §1000(a)(2)", "title V, s. 528"),
    ("2000-11-06", "P.L. 106-429 §101(a)", "title V, s. 589"),
    ("2002-01-10", "P.L. 107-115 §580", ""),
    ("2003-02-20", "P.L. 108-7 div. E §575", ""),
    ("2004-01-23", "P.L. 108-199 div. D §510", ""),
    ("2004-12-08", "P.L. 108-447 div. D §510", ""),
    ("2005-11-14", "P.L. 109-102 §510", ""),
    ("2007-12-26", "P.L. 110-161 div. J §610", ""),
    ("2009-03-11", "P.L. 111-8 div. H §7085", ""),
    ("2009-12-16", "P.L. 111-117 div. F §7083", ""),
    ("2011-12-23", "P.L. 112-74 div. I §7069", ""),
    ("2014-01-17", "P.L. 113-76 div. K §7068", ""),
    ("2014-12-16", "P.L. 113-235 div. J §7068", ""),
    ("2015-12-18", "P.L. 114-113 div. K §7068", ""),
    ("2017-05-05", "P.L. 115-31 div. J §7068", ""),
    ("2018-03-23", "P.L. 115-141 div. K §7068", ""),
    ("2019-02-15", "P.L. 116-6 div. F §7049(b)(5)", ""),
    ("2019-12-20", "P.L. 116-94 div. G §7035(b)(4)", ""),
    ("2020-12-27", "P.L. 116-260 div. K §7035(b)(4)", ""),
    ("2022-03-15", "P.L. 117-103 div. K §7035(b)(4)", ""),
    ("2022-12-29", "P.L. 117-328 div. K §7035(b)(3)", ""),
    ("2024-03-23", "P.L. 118-47 div. F §7035(b)(3)", ""),
    ("2025-03-15", "P.L. 119-4; P.L. 118-47 div. F §7035(b)(3)", ""),
)
"""The acts that extended leasing: enacted on, citation, place within a section that enacts another bill.

Source: 22 USC 2763 note, Similar Provisions.
"""

ALLIES_DEFINED = date(1996, 7, 21)
"""The day of FAA 517; before it the title-10 list was the only list that an act could mean."""
GAP = date(2025, 10, 1)
"""The end of fiscal year 2025, after which no act was in force for six weeks."""
RESOLUTION = date(2025, 11, 12)
LAPSE = date(2026, 1, 31)
"""P.L. 119-37 carried the acts of fiscal year 2025 on, with their conditions, to the day before this one."""
ACT_2026 = date(2026, 2, 3)
LAST_READ = date(2026, 12, 12)
"""The day after P.L. 119-103, which continues the act for fiscal year 2026."""


_NO_ACT = "whether the rest may lease turns on an act, and none was in force."
FAA_READ = (
    "The act leaves major non-NATO ally undefined; the setting is the Arms Export Control Act, so the FAA 517 list is "
    "read in"
)
TITLE_10_READ = "The act did not define major non-NATO ally; the title-10 list was then the only one"


def _by_act(*, since: date, citation: str, place: str, source: str = "usc-22-2763") -> Provision:
    faa = since >= ALLIES_DEFINED
    reading = FAA_READ if faa else TITLE_10_READ
    listed = allies(Cited(citation, MNNA if faa else MNNA_TITLE_10, reading=reading), taiwan=Taiwan.NO)
    rule = Any((NAMED_IN_THE_SECTION, Cited(citation, NATO), listed))
    return Provision(
        since=since,
        citation=f"{_LEASING}; {citation}",
        says="Besides Israel and Egypt, the appropriations act lets NATO members and major non-NATO allies use "
        "military financing for commercial leases.",
        rule=allies(rule, taiwan=Taiwan.ARGUABLY if faa else Taiwan.NO),
        terms={"act": f"{citation} [{place}]" if place else citation},
        steps=LEASE_STEPS,
        routes=(DESIGNATION, NAMED_BY_ACT) if faa else (NAMED_BY_ACT,),
        source=source,
        note=f"{reading}.",
    )


def _yearly() -> Iterator[Provision]:
    """Return one provision for each act; that of 1996 has two, because the list of allies changed during its time."""
    days = [*(date.fromisoformat(day) for day, _, _ in ACTS), GAP]
    for (_, citation, place), (since, until) in zip(ACTS, pairwise(days), strict=True):
        yield _by_act(since=since, citation=citation, place=place)
        if since < ALLIES_DEFINED < until:
            yield _by_act(since=ALLIES_DEFINED, citation=citation, place=place)


def _unread(*, since: date, says: str, note: str) -> Provision:
    """Return the provision for a period whose act was not read.

    The section itself names Israel and Egypt; for NATO members and allies the rule asks whether leasing was extended.
    """
    return Provision(
        since=since,
        citation=_LEASING,
        says=f"Israel and Egypt may lease under the section itself; {says}",
        rule=NAMED_IN_THE_SECTION | (allies(NATO | MNNA, taiwan=Taiwan.ARGUABLY) & EXTENDED),
        steps=LEASE_STEPS,
        routes=(
            Act(
                text=DESIGNATION.text + ", if the act of the year still covers allies",
                citation=DESIGNATION.citation,
                when=DESIGNATION.when,
            ),
            NAMED_BY_ACT,
        ),
        source="usc-22-2763",
        confidence="medium",
        note=note,
    )


AUTHORITY = Authority(
    id="fmf-commercial-leasing",
    question="May this country use military financing to lease defense articles from United States companies?",
    provisions=(
        Provision(
            since=date(1987, 12, 22),
            citation=_LEASING,
            says="Military financing may pay for commercial leases by Israel and Egypt.",
            rule=NAMED_IN_THE_SECTION,
            steps=LEASE_STEPS,
            routes=(NAMED_BY_ACT,),
            source="usc-22-2763",
        ),
        *_yearly(),
        _unread(since=GAP, says=_NO_ACT, note="The next resolution is of 12 November 2025."),
        _by_act(
            since=RESOLUTION,
            citation="P.L. 119-37; P.L. 118-47 div. F §7035(b)(3)",
            place="",
            source="stat-pl-119-37",
        ),
        _unread(since=LAPSE, says=_NO_ACT, note="The act for fiscal year 2026 came on 3 February 2026."),
        _by_act(since=ACT_2026, citation="P.L. 119-75 div. F §7035(b)(3)", place="", source="pl-119-75"),
        _unread(
            since=LAST_READ,
            says="whether the next act lets NATO members and major non-NATO allies do so is not known.",
            note="P.L. 119-103 continues the act for fiscal year 2026 to 11 December 2026.",
        ),
    ),
    note="No act is on record for fiscal years 1992, 2007, 2011 and 2013, which ran under continuing resolutions; the "
    "act before is taken as carried.",
)
