"""Compare Callaway-Sant'Anna with two libraries, on 170 units by 40 years in 15 cohorts with 1,000 bootstrap draws."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd

from bench.models.timing import heading, line, seconds
from mnna.models.effects.callaway_santanna import callaway_santanna
from mnna.models.effects.did import imputation

NAMES = {"unit": "unit", "time": "time", "outcome": "y", "first_treated": "first"}


def panel() -> pd.DataFrame:
    """Return a simulated panel of that size, in which two of five units are treated."""
    rng = np.random.default_rng(0)
    rows = []
    for unit in range(170):
        first, level = (1990 + 2 * int(rng.integers(0, 15))) if rng.random() < 0.4 else 0, rng.normal()
        for time in range(1985, 2025):
            gain = 0.3 if first and time >= first else 0.0
            rows.append((unit, time, first, level + 0.02 * time + gain + rng.normal()))
    return pd.DataFrame(rows, columns=["unit", "time", "first", "y"])


def main(small: bool = False) -> None:
    """Run the comparison and print the three estimates with their times; `small` uses every second unit."""
    warnings.simplefilter("ignore")
    frame = panel()
    frame = frame[frame["unit"] % 2 == 0] if small else frame
    own_found = callaway_santanna(frame, **NAMES, draws=1000, seed=1)
    own = seconds(lambda: callaway_santanna(frame, **NAMES, draws=1000, seed=1), 3)
    heading("Callaway-Sant'Anna, 170 x 40, 15 cohorts, 1,000 draws")
    print(f"ours: {own_found.simple.effect:.4f} ({own_found.simple.standard_error:.4f})")
    for name, run in (("diff-diff", _diff_diff), ("differences", _differences)):
        run(frame[frame["unit"] < 60])  # imports are not timed
        said: list[str] = []
        theirs = seconds(lambda run=run, said=said: said.append(run(frame)))
        line(name, own, theirs, said[0])
    print(f"our imputation estimate on the same panel: {seconds(lambda: imputation(frame, **NAMES), 3):.3f} s")


def _diff_diff(frame: pd.DataFrame) -> str:
    from diff_diff import CallawaySantAnna

    found = CallawaySantAnna(n_bootstrap=1000, seed=1).fit(frame, "y", "unit", "time", "first")
    return f"{found.overall_att:.4f} ({found.overall_se:.4f})"


def _differences(frame: pd.DataFrame) -> str:
    from differences import ATTgt

    given = frame.assign(first=frame["first"].replace(0, np.nan)).set_index(["unit", "time"])
    model = ATTgt(data=given, cohort_column="first")
    model.fit("y", boot_iterations=1000, random_state=1, progress_bar=False)
    found = np.ravel(model.aggregate("simple", boot_iterations=1000, random_state=1).to_numpy())
    return f"{float(found[0]):.4f} ({float(found[1]):.4f})"
