"""Print for each question of law the percentage of states for which it is unknown, on a day of several years.

`--days 2015-07-01,2025-07-01` sets other days. Answers that only the facts of a case can settle are included.
`--save FILE` writes the shares of this version; `--beside FILE` prints those of another version before them:

    PYTHONPATH=OLDER/src python bench/unknowns.py --save older.json && ./run bench unknowns --beside older.json
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

import mnna

DAYS = "1995-07-01,2005-07-01,2015-07-01,2025-07-01,2026-11-28"
COUNTRIES = Path(__file__).parents[1] / "src/mnna/registry/tables/countries.csv"

Shares = dict[str, list[int]]
"""The percentages of states by question, one for each day."""


def main() -> None:
    """Print a table with a row for each question and a column for each day, in percent of all states."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", default=DAYS)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--beside", type=Path)
    asked = parser.parse_args()
    days = asked.days.split(",")
    found = shares(days)
    if asked.save:
        asked.save.write_text(json.dumps(found), encoding="utf-8")
        return
    before: Shares = json.loads(asked.beside.read_text(encoding="utf-8")) if asked.beside else {}
    print(f"| question | {' | '.join(day[:4] for day in days)} |\n|---|{'--:|' * len(days)}")
    for id_, now in found.items():
        old = before.get(id_, ["new"] * len(days) if before else [None] * len(days))
        print(f"| {id_} | {' | '.join(_cell(*pair) for pair in zip(old, now, strict=True))} |")


def shares(days: list[str]) -> Shares:
    """Return the percentage of states for which each question is unknown, from the answers that a user gets."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        states = [row["iso3"] for row in csv.DictReader(file) if row["sovereign"] == "yes" and row["iso3"] != "USA"]
    found: Shares = {}
    for day in days:
        answers = [mnna.authorities(state, on=day).findings for state in states]
        open_ = Counter(one.id for answer in answers for one in answer if one.verdict == "unknown")
        for one in answers[0]:
            found.setdefault(one.id, []).append(round(100 * open_[one.id] / len(states)))
    return found


def _cell(before: int | str | None, now: int) -> str:
    return f"{now}" if before is None else f"{before} → {now}"


if __name__ == "__main__":
    main()
