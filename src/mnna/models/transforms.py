"""Transforms of figures, such as the logarithm, and their inverses.

The names are those of `transform` in `indicators.toml`. This module needs only the standard library, so that the
terminal can invert values without the packages of the models.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import asinh, exp, expm1, log, log1p, sinh

from mnna.series.uses import Transform

Measured = Callable[[float], float | None]
MILLION = 1e6


FORWARD: Mapping[Transform, Measured] = {
    "plain": lambda value: value,
    "minus": lambda value: -value,
    "log": lambda value: log(value) if value > 0 else None,
    "log1p": lambda value: log1p(value) if value > -1 else None,
    "asinh_million": lambda value: asinh(value / MILLION),  # money paid back makes some years negative
    "minus_log": lambda value: -log(value) if value > 0 else None,
}
"""The functions from a figure to its transformed value; None where it is undefined, such as the logarithm of zero."""

BACK: Mapping[Transform, Callable[[float], float]] = {
    "plain": lambda value: value,
    "minus": lambda value: -value,
    "log": exp,
    "log1p": expm1,
    "asinh_million": sinh,  # in millions
    "minus_log": lambda value: exp(-value),
}
"""The functions from a transformed value back to the figure (`asinh_million`: to millions)."""
