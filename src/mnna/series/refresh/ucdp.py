"""UCDP/PRIO Armed Conflict Dataset: conflict-years, from the published zip file or, with a token, from the API.

Only conflicts within a state (`type_of_conflict` 3 or 4) are counted, for the state whose government is side A
(`gwno_a`). A country's figure is the intensity of its most intense conflict of the year. The API needs a token, which
is read from `MNNA_UCDP_TOKEN`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from mnna.series.refresh.session import (
    Read,
    Rows,
    Session,
    documented,
    member,
    newest,
    paged,
    state,
    table,
    wrong_shape,
)

INDICATOR = "civil_conflict_intensity"
TOKEN = "MNNA_UCDP_TOKEN"
_NEEDED = ("conflict_id", "year", "intensity_level", "type_of_conflict", "gwno_a")
_MOST_PAGES = 100


def read(session: Session) -> Read:
    """Return the intensity of civil conflict, from the newest release found."""
    year = date.today().year % 100  # 25.1 appeared in 2025
    releases = (f"{year}1", f"{year - 1}1")
    token = os.environ.get(TOKEN, "")
    if token:
        dotted = [f"{release[:-1]}.1" for release in releases]
        return newest(dotted, lambda one: _read(enumerate(_pages(session, one, token), 1), one))[0]
    file, release = newest(releases, lambda one: session.get("ucdp", "zip", parts={"version": one}))
    return parse(file, f"{release[:-1]}.{release[-1]}")


def parse(file: Path, version: str = "") -> Read:
    """Return the intensity of civil conflict from a copy of the zip file; raises `WrongShape`."""
    with member(file, "UCDP/PRIO conflicts") as text:
        return _read(table(text, "UCDP/PRIO conflicts", _NEEDED), version)


def _pages(session: Session, release: str, token: str) -> Iterable[dict[str, str]]:
    def page(number: int) -> tuple[list[Any], int]:
        query, headers = {"pagesize": "1000", "page": str(number - 1)}, {"x-ucdp-access-token": token}
        found = session.json("ucdp-api", "the UCDP API", query, headers=headers, parts={"version": release})
        with documented("the UCDP API", "no Result and TotalPages in the answer"):
            return list(found["Result"]), int(found["TotalPages"])

    for rows in paged("the UCDP API", _MOST_PAGES, page):
        for row in rows:
            with documented("the UCDP API", f"a row without {', '.join(_NEEDED)}"):
                cells = {name: str(row[name]) for name in _NEEDED}
            yield cells


def _read(conflicts: Iterable[tuple[int, dict[str, str]]], version: str) -> Read:
    """Return the intensity by country and year, made from rows with their line numbers; raises `WrongShape`."""
    left, worst = Rows("UCDP/PRIO conflicts"), dict[tuple[str, int], float]()
    for line, row in conflicts:
        with documented(f"{left.what} line {line}", "year or intensity_level is not a number"):
            year, level = int(row["year"]), int(row["intensity_level"])
        if row["type_of_conflict"] not in ("3", "4"):
            left.leave("not within a state", f"type {row['type_of_conflict']}")
            continue
        for number in row["gwno_a"].replace(";", ",").split(","):
            country = state("gw", number.strip(), year)
            if country is None:
                left.leave("not a state of this package", f"state number {number.strip()}")
            else:
                worst[country, year] = max(worst.get((country, year), 0.0), level)
    if not worst or not set(worst.values()) <= {1.0, 2.0}:
        raise wrong_shape(left.what, "no conflict within a state, or an intensity that is neither 1 nor 2")
    last = max(year for _, year in worst)
    release = f"UCDP/PRIO Armed Conflict Dataset {version or '(release not said)'}"
    return left.read({INDICATOR: worst}, version=release, vintage=f"years to {last}")
