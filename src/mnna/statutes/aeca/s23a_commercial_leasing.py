"""The use of military financing for commercial leases: AECA 23(a), 22 USC 2763(a), and the yearly appropriations acts.

The section itself names Israel and Egypt. Act after act has let NATO members and major non-NATO allies do the same,
without saying which list of allies it means; between two acts the older one is carried by continuing resolutions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mnna.rules.nodes import Any, Cited, Field, Kind
from mnna.statutes.faa.s517_designation import DESIGNATION, designation
from mnna.statutes.listing import FOLDER
from mnna.statutes.partners import Taiwan, allies
from mnna.statutes.provision import Acts, Authority, Provision
from mnna.statutes.vocabulary import ISRAEL_EGYPT, MNNA, MNNA_TITLE_10, NATO
from mnna.tables import rows_by_day

_LEASING = "22 USC 2763(a)"
NAMED_IN_THE_SECTION = Cited(_LEASING, ISRAEL_EGYPT)
EXTENDED = Field(
    "leasing_extended",
    Kind.TRUTH,
    "the appropriations act in force that day extends commercial leasing to NATO members and major non-NATO allies",
)
ACTS = Acts(__name__)
_YEARLY = FOLDER / "aeca/s23a_commercial_leasing.yearly.csv"

LEASE_STEPS = ACTS("reasons", "committees", "no-major-equipment")

ALLIES_DEFINED = date(1996, 7, 21)
"""The day of FAA 517; before it the title-10 list was the only list that an act could mean."""
FAA_READ = (
    "The act leaves major non-NATO ally undefined; the setting is the Arms Export Control Act, so the FAA 517 list is "
    "read in"
)
TITLE_10_READ = "The act did not define major non-NATO ally; the title-10 list was then the only one"


def _yearly() -> Iterator[Provision]:
    """Yield a provision for each row of the yearly acts; a row without an act is of a time whose act was not read.

    `place` is that within a section that enacts another bill. The list of allies changed during the time of one act,
    which has two rows. Source: 22 USC 2763 note, Similar Provisions.
    """
    for since, row in rows_by_day(_YEARLY, "since,act,place,source,says,note"):
        if act := row["act"]:
            yield _by_act(since=since, citation=act, place=row["place"], source=row["source"])
        else:
            yield _unread(since=since, says=row["says"], note=row["note"])


def _by_act(*, since: date, citation: str, place: str, source: str) -> Provision:
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
        routes=ACTS(DESIGNATION, "named-by-act") if faa else ACTS("named-by-act"),
        source=source,
        note=f"{reading}.",
    )


def _unread(*, since: date, says: str, note: str) -> Provision:
    """Return a provision that, for NATO members and allies, asks whether the act extended leasing to them."""
    while_covered = designation(DESIGNATION.when, ", if the act of the year still covers allies")
    return Provision(
        since=since,
        citation=_LEASING,
        says=f"Israel and Egypt may lease under the section itself; {says}",
        rule=NAMED_IN_THE_SECTION | (allies(NATO | MNNA, taiwan=Taiwan.ARGUABLY) & EXTENDED),
        steps=LEASE_STEPS,
        routes=ACTS(while_covered, "named-by-act"),
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
            routes=ACTS("named-by-act"),
        ),
        *_yearly(),
    ),
    note="No act is on record for fiscal years 1992, 2007, 2011 and 2013, which ran under continuing resolutions; the "
    "act before is taken as carried.",
)
