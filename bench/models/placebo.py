"""Compare the placebo test of Proposition 99 (seven predictors, 39 states) with two libraries.

The panel is that of the tests (`tests/data/README.md`). The libraries fit only California, and their time is multiplied
by 39; each line gives the misfit before 1989 that was reached (3.08 is the published optimum).
"""

from __future__ import annotations

import csv
import warnings
from pathlib import Path

from bench.models.timing import heading, line, seconds
from mnna.models.effects.synthetic_control import Predictor, problem
from mnna.models.effects.synthetic_placebo import placebo_test

EIGHTIES = range(1980, 1989)
MEANS = {"log_income": EIGHTIES, "price": EIGHTIES, "share_15_to_24": EIGHTIES, "beer": range(1984, 1989)}
YEARS = (1975, 1980, 1988)
PANEL = Path(__file__).resolve().parents[2] / "tests" / "data" / "cigarettes.csv"


def main(small: bool = False) -> None:
    """Run the comparison; `small` leaves out the slow libraries."""
    warnings.simplefilter("ignore")
    rows = list(csv.DictReader(PANEL.open(encoding="utf-8", newline="")))
    predictors = [Predictor(name, years) for name, years in MEANS.items()] + [Predictor("packs", [y]) for y in YEARS]
    task = problem(rows, unit="state", time="year", outcome="packs", treated_from=1989, predictors=predictors)
    found = []
    own = seconds(lambda: found.append(placebo_test(task, "California")))
    heading(f"placebo test, {len(task.units)} states (theirs extrapolated from California)")
    print(f"ours: misfit before {found[0].real.pre_mspe:.3f}, rank {found[0].rank} of {len(found[0].fits)}")
    rivals = (("diff-diff SyntheticControl, 4 starts", _diff_diff), ("pysyncon Synth, BFGS", _pysyncon))
    for name, run in () if small else rivals:
        misfit: list[float] = []
        theirs = seconds(lambda run=run, misfit=misfit: misfit.append(run(PANEL))) * len(task.units)
        line(name, own, theirs, f"misfit before {misfit[0]:.2f}")
    plain = problem(rows, unit="state", time="year", outcome="packs", treated_from=1989)
    print(
        f"ours, outcomes only, {len(plain.units)} states: {seconds(lambda: placebo_test(plain, 'California'), 3):.3f} s"
    )


def _diff_diff(path: Path) -> float:
    import pandas as pd
    from diff_diff import SyntheticControl

    frame = pd.read_csv(path)
    frame["treated"] = ((frame.state == "California") & (frame.year >= 1989)).astype(int)
    special = [(name, list(years), "mean") for name, years in MEANS.items()] + [("packs", [y], "mean") for y in YEARS]
    found = SyntheticControl(n_starts=4, seed=0).fit(
        frame, "packs", "treated", "state", "year", post_periods=list(range(1989, 2001)), special_predictors=special
    )
    return float(found.pre_rmspe**2)


def _pysyncon(path: Path) -> float:
    import pandas as pd
    from pysyncon import Dataprep, Synth

    frame = pd.read_csv(path)
    special = [(name, list(years), "mean") for name, years in MEANS.items()] + [("packs", [y], "mean") for y in YEARS]
    states = [one for one in frame.state.unique() if one != "California"]
    prepared = Dataprep(
        foo=frame,
        predictors=[],
        predictors_op="mean",
        dependent="packs",
        unit_variable="state",
        time_variable="year",
        treatment_identifier="California",
        controls_identifier=states,
        time_predictors_prior=EIGHTIES,
        time_optimize_ssr=range(1970, 1989),
        special_predictors=special,
    )
    synth = Synth()
    synth.fit(dataprep=prepared, optim_method="BFGS", optim_initial="equal")
    return float(synth.mspe())
