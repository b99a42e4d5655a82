"""UN General Assembly ideal points, from Harvard Dataverse: the data set lists its files; one has the estimates.

The file (`Idealpointestimates1946-2025.tab` or `.csv`) has `iso3c`, `ccode`, `year` and `IdealPointFP`, the estimate
from final-passage votes. Distances are computed from it. Before 1992 the distance from Russia is that from the Soviet
Union.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mnna.series.figures import Panel
from mnna.series.refresh.session import Read, Rows, Session, documented, state, table, wrong_shape

POINT = "unga_ideal_point"
POLES = {"unga_distance_usa": ("USA",), "unga_distance_china": ("CHN",), "unga_distance_russia": ("RUS", "SUN")}
IDS = (POINT, *POLES)
_BEFORE = ("260", "678")  # West Germany and North Yemen, left out where the united country has a row of that year
_ESTIMATES = re.compile(r"idealpointestimates.*\.(tab|csv)$", re.IGNORECASE)


def read(session: Session) -> Read:
    """Return ideal points and the distances from the United States, China and Russia, from the published file."""
    query = {"persistentId": "doi:10.7910/DVN/LEJUQZ"}
    number, label = _newest(session.json("ideal-points", "the Dataverse record", query))
    return parse(session.get("ideal-points-file", "csv", parts={"file": number}), label)


def _newest(listed: Any) -> tuple[str, str]:
    """Return the id and the name of the newest file of estimates; raises `WrongShape` without one."""
    with documented("the Dataverse record", "it does not list its files in the documented form"):
        files = listed["data"]["latestVersion"]["files"]
        named = [(int(one["dataFile"]["id"]), str(one["label"])) for one in files]
        found = [one for one in named if _ESTIMATES.search(one[1])]
    if not found:
        raise wrong_shape("the Dataverse record", "none of its files is called Idealpointestimates...")
    number, label = max(found)
    return str(number), label


def parse(file: Path, label: str = "") -> Read:
    """Return ideal points and distances from a copy of the file of estimates; raises `WrongShape` or `BadFacts`."""
    rows, seen = Rows(label or file.name), set[tuple[str, str]]()
    for line, row in sorted(_lines(file, rows.what), key=lambda one: one[1]["ccode"] in _BEFORE):
        by_number = state("cow", row["ccode"], int(row["year"])) if row["year"].isdigit() else None
        key = (by_number or row["iso3c"] or row["ccode"], row["year"])
        if key in seen and row["ccode"] in _BEFORE:
            rows.leave("the country stands there a second time in the year", f"{key[0]} {key[1]}")
        else:
            rows.add(POINT, *key, row["IdealPointFP"], line)
        seen.add(key)
    if POINT not in rows.found:
        raise wrong_shape(rows.what, "no ideal point in it")
    points = rows.panels()[POINT]
    panels = {POINT: points} | {name: _distance(points, poles) for name, poles in POLES.items()}
    last = max(year for _, year in points)
    return rows.read(panels, version=f"ideal points of final-passage votes, to {last}", vintage=label)


def _lines(file: Path, what: str) -> list[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        delimiter = "\t" if "\t" in text.readline() else ","
        text.seek(0)
        return list(table(text, what, ("ccode", "iso3c", "year", "IdealPointFP"), delimiter))


def _distance(points: Panel, poles: tuple[str, ...]) -> Panel:
    """Return the distance of each point from that of the first code in `poles` that has one in the year."""
    pole = {year: points[code, year] for code in reversed(poles) for _, year in points if (code, year) in points}
    return {key: round(abs(value - pole[key[1]]), 5) for key, value in points.items() if key[1] in pole}
