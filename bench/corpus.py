"""Measure findings per second: every authority, for every country, on July 1 of every year since 1976.

One country on one day is one situation, as for `mnna authorities`.
"""

from __future__ import annotations

import time
from datetime import date

from mnna.engine.finding import find_here, situation
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog


def main() -> None:
    """Print the number of findings, the CPU seconds and the rate."""
    registry, laws = load_registry(), list(catalog.authorities().values())
    actors = [iso3 for iso3 in countries() if iso3 != "USA"]
    days = [date(year, 7, 1) for year in range(1976, 2027)]
    begun, count = time.process_time(), 0
    for on in days:
        for actor in actors:
            here = situation(registry, actor, on, {})
            for law in laws:
                find_here(law, registry, actor, here)
                count += 1
    took = time.process_time() - begun
    print(f"{count:,} findings: {len(laws)} authorities, {len(actors)} actors, {len(days)} years, {took:.1f} s of CPU")
    print(f"{count / took:,.0f} findings a second, {took / count * 1e6:.0f} microseconds each, with their reasons")


if __name__ == "__main__":
    main()
