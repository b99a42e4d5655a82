"""The models against peers and known truths: `./run bench models [PART ...] [--small]`.

Parts are backtest, smaa, effects, placebo and size.

`--small` shortens every part to see that it runs; only the full sizes are figures.
"""

from __future__ import annotations

import argparse

from bench.models import backtest, callaway_santanna, placebo, size, smaa

PARTS = {"backtest": backtest, "smaa": smaa, "effects": callaway_santanna, "placebo": placebo, "size": size}


def main() -> None:
    """Run the parts named, or all."""
    asked = argparse.ArgumentParser(prog="bench models")
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    asked.add_argument("--small", action="store_true")
    given = asked.parse_args()
    for name in given.parts or PARTS:
        PARTS[name].main(small=given.small)


main()
