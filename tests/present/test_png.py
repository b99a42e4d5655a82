"""A picture as PNG."""

from __future__ import annotations

import struct

from mnna.present.png import to_png
from tests.present.samples import SVG


def test_a_picture_is_seven_inches_wide_and_keeps_its_shape() -> None:
    made = to_png(SVG)
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == (1540, 1540)
    assert made == to_png(SVG)
