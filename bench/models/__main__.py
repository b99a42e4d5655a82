"""Benchmark the models against other libraries and known true values: `./run bench models [PART ...] [--small]`.

Parts are backtest, smaa, effects, placebo and size.

`--small` shortens every part, only to check that it runs; use the full sizes for published figures.
"""

from __future__ import annotations

import argparse

from bench.models import backtest, callaway_santanna, placebo, size, smaa

PARTS = {"backtest": backtest, "smaa": smaa, "effects": callaway_santanna, "placebo": placebo, "size": size}


def main() -> None:
    """Run the named parts, or all parts if none is named."""
    asked = argparse.ArgumentParser(prog="bench models")
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    asked.add_argument("--small", action="store_true")
    given = asked.parse_args()
    for name in given.parts or PARTS:
        PARTS[name].main(small=given.small)


main()
