"""Where a place lies on the world picture: the Equal Earth projection on a sheet of fixed size.

Equal Earth (Šavrič, Patterson and Jenny, 2018, doi:10.1080/13658816.2018.1504949) keeps areas true to each other and
shapes readable. The middle meridian is 11° east, so that the cut runs through the Bering Strait and no country of
size is in two pieces.
"""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt

WIDTH, HEIGHT = 1000.0, 438.0
"""The sheet in its own units; Antarctica is left off, so it is less high than the whole world would be."""

_MIDDLE = 11.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / (4 * sqrt(3) * pi / (3 * _A[0]))
_TOP = 84.0


def _raw(turned: float, lat: float) -> tuple[float, float]:
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = 3 * (9 * _A[3] * square * sixth + 7 * _A[2] * sixth + 3 * _A[1] * square + _A[0])
    x = 2 * sqrt(3) * radians(turned) * cos(theta) / slope
    return x, theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


def turned(lon: float) -> float:
    """Degrees east of the middle meridian, from -180 (included) to 180."""
    return (lon - _MIDDLE + 180) % 360 - 180


def place(lon: float, lat: float) -> tuple[float, float]:
    """The point of a longitude and latitude (degrees) on the sheet, from its upper left corner."""
    return place_turned(turned(lon), lat)


def place_turned(east: float, lat: float) -> tuple[float, float]:
    """The same for degrees east of the middle meridian, which may exceed 180 for a shape that crosses the cut."""
    x, y = _raw(east, lat)
    return WIDTH / 2 + _SCALE * x, _SCALE * (_raw(0, _TOP)[1] - y)
