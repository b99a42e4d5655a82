"""All comparisons of the models, one after the other."""

from __future__ import annotations

from bench.models import backtest, callaway_santanna, placebo, smaa

for comparison in (backtest, smaa, callaway_santanna, placebo):
    comparison.main()
