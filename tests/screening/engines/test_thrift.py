"""Footers are read and written back without a change, whatever their fields mean."""

from __future__ import annotations

import pytest

from mnna.screening.engines.thrift import read_struct, written_struct

EVERY_KIND = {
    1: (5, -1),
    2: (6, 2**62),
    3: (8, b"text \x00"),
    4: (1, True),
    5: (1, False),
    6: (7, b"12345678"),
    7: (12, {1: (4, 300), 30: (9, (5, list(range(-20, 20))))}),
    40: (9, (12, [{1: (3, 7)}, {}])),
    41: (9, (8, [b"a"] * 14)),
    42: (9, (1, [1, 2])),
}


def test_every_kind_of_value_comes_back() -> None:
    assert read_struct(written_struct(EVERY_KIND)) == {
        number: (2 if value is False else kind, value) for number, (kind, value) in EVERY_KIND.items()
    }
    assert written_struct(read_struct(written_struct(EVERY_KIND))) == written_struct(EVERY_KIND)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="type 13"):
        read_struct(b"\x1d\x00")
