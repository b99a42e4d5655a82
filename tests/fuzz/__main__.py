"""`./run fuzz --minutes N`: attempts of every kind in turn, each fault with the command that shows it again."""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator

from tests.fuzz.attempt import KINDS, attempt


def main() -> int:
    """Try until the time is over, or once where a seed is given; 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="./run fuzz", description="Look for faults in random dirty input.")
    parser.add_argument("--minutes", type=float, default=10, help="how long; default 10")
    parser.add_argument("--only", choices=KINDS, action="append", help="only this kind of input; may be repeated")
    parser.add_argument("--seed", type=int, help="one attempt of each kind with this seed")
    asked = parser.parse_args()
    os.environ["MNNA_TODAY"] = "2026-11-28"
    tried, wrong = 0, 0
    for kind, seed in drawn(asked.only or KINDS, asked.seed, asked.minutes):
        tried += 1
        for found in attempt(kind, seed)[:3]:
            wrong += 1
            print(found, flush=True)
    print(f"{tried} attempts, {wrong} faults")
    return 1 if wrong else 0


def drawn(kinds: tuple[str, ...], seed: int | None, minutes: float) -> Iterator[tuple[str, int]]:
    """Each kind with the seed, or with new ones until the minutes are over."""
    if seed is not None:
        yield from ((kind, seed) for kind in kinds)
        return
    end, dice = time.monotonic() + 60 * minutes, random.SystemRandom()
    while time.monotonic() < end:
        yield from ((kind, dice.randrange(10**9)) for kind in kinds)


if __name__ == "__main__":
    raise SystemExit(main())
