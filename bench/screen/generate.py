"""Write random cases as Parquet: every country, fms and dcs, 1976 to 2026, 5% of cells unknown, a few invalid rows.

python bench/screen/generate.py 10_000_000 cases.parquet
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

ROWS = """
SELECT
    CASE WHEN random() >= 0.05 THEN list_extract($codes, 1 + CAST(floor(random() * len($codes)) AS INTEGER)) END
        AS recipient,
    CASE WHEN random() >= 0.05 THEN list_extract($channels, 1 + CAST(floor(random() * len($channels)) AS INTEGER)) END
        AS channel,
    CASE WHEN random() >= 0.05 THEN CAST(total * part AS DECIMAL(18,2)) END AS mde_usd,
    CASE WHEN random() >= 0.05 THEN CAST(total AS DECIMAL(18,2)) END AS total_usd,
    CASE WHEN random() >= 0.05 THEN CAST(total * (1 - least(part, 1)) AS DECIMAL(18,2)) END AS construction_usd,
    CASE WHEN random() >= 0.05 THEN DATE '1976-01-01' + CAST(floor(random() * 18628) AS INTEGER) END AS "on"
FROM (SELECT pow(10, 5 + 4.3 * random()) AS total,
             CASE WHEN random() < 0.001 THEN 1.5 ELSE random() END AS part
      FROM range($rows))
"""
"""Totals are from 100,000 to 2 billion dollars; in one of a thousand rows the equipment exceeds the total."""


def generate(rows: int, path: Path, channels: tuple[str, ...] = ("fms", "dcs"), seed: float = 0.517) -> None:
    """Write `rows` random cases to a Parquet file; the same seed on one thread gives the same rows."""
    from mnna.registry.countries import countries

    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        connection.execute("SELECT setseed($1)", [seed])
        given = {"codes": sorted(countries()), "channels": list(channels), "rows": rows}
        connection.execute(f"COPY ({ROWS}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)", given)


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
