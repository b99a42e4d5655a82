"""Compare randomly drawn cells of the panel with the answers of `status` and `authorities`, and time the whole panel.

python -m bench panel [--cells 10000] [--seed 20261128]
"""

from __future__ import annotations

import argparse
import random
import sys
import time

import mnna
from mnna.answers.panel import PanelAnswer

A_ROW = 25
"""The number of cells compared in each drawn row (one country and year)."""


def main() -> None:
    """Make the whole panel, draw cells and compare them; exit with 1 if one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20261128)
    asked = parser.parse_args()
    began = time.perf_counter()
    whole = mnna.panel(1960, 2026)
    rows = len(whole.lines)
    took = time.perf_counter() - began
    print(f"{whole.cells:,} cells in {rows:,} rows: {took:.1f} s")
    draw = random.Random(asked.seed)
    wrong = [bad for _ in range(-(-asked.cells // A_ROW)) for bad in _differing(whole, draw)]
    print(f"{asked.cells:,} cells by seed {asked.seed}: {len(wrong)} differ", *wrong[:20], sep="\n")
    sys.exit(bool(wrong))


def _differing(whole: PanelAnswer, draw: random.Random) -> list[str]:
    """Return a line for each drawn cell of one row that differs from the answer of `status` or `authorities`."""
    row = dict(zip(whole.names, draw.choice(whole.lines), strict=True))
    on, code = f"{row['year']}-12-31", str(row["iso3"])
    told = mnna.status(code, on=on).to_dict()
    held, open_ = ({one["status"] for one in told[key]} for key in ("statuses", "unknown"))
    law = {} if code == "USA" else {one.id: one.verdict for one in mnna.authorities(code, on=on).findings}
    found = []
    for column in draw.sample(whole.asked, A_ROW):
        status = "yes" if column.id in held else "unknown" if column.id in open_ else "no"
        expected = status if column.kind == "status" else law.get(column.id)
        if row[column.name] != expected:
            found.append(f"{code} {on} {column.name}: {row[column.name]} and not {expected}")
    return found


if __name__ == "__main__":
    main()
