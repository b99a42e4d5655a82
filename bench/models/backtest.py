"""Time the full back-test: the ranking with every rival rule, and the whole multiverse of specifications."""

from __future__ import annotations

import time
from datetime import date

from mnna.models.effects.effects import DRAWS, effects
from mnna.models.forecast.forecast_sets import history
from mnna.models.forecast.multiverse import multiverse
from mnna.models.forecast.rank import rank
from mnna.models.panel import load_world

DAY = date(2026, 11, 24)
LIMIT = 30.0


def main(small: bool = False) -> None:
    """Print the wall-clock time of each part; `small` limits it to two covariates and 199 draws."""
    whole = time.perf_counter()
    for name, task in (
        ("the world: registry and indicators", load_world),
        ("rank: rule, rivals, sensitivity, calibration", lambda: rank(DAY, country="MEX", world=load_world())),
        (
            "multiverse: every set of up to four covariates",
            lambda: multiverse(history(load_world(), DAY), up_to=2 if small else 4),
        ),
        (
            "effects on US troops, 1,999 draws, all checks",
            lambda: effects("us_troops", draws=199 if small else DRAWS, world=load_world()),
        ),
    ):
        start = time.perf_counter()
        task()
        print(f"{name:<52} {time.perf_counter() - start:6.2f} s")
    whole = time.perf_counter() - whole
    print(f"{'everything':<52} {whole:6.2f} s  ({'within' if whole < LIMIT else 'OVER'} {LIMIT:.0f} s)")
