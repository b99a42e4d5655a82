"""What every answer of the models is as JSON."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from mnna.engine.record import VERSION, described
from mnna.models.answer import ModelAnswer, count, ends, known


@dataclass(frozen=True, slots=True, repr=False)
class Estimate(ModelAnswer):
    """An estimate."""

    value: float | None = field(metadata=described(of=known))
    interval: Any = field(metadata=described(of=ends))
    countries: Any = field(metadata=described(of=count))


def test_no_number_is_nan_and_the_version_comes_first() -> None:
    told = Estimate(math.nan, [0.1, math.inf], ("MEX", "COL")).to_dict()
    assert next(iter(told)) == "schema" and told["schema"] == VERSION
    assert (told["value"], told["interval"], told["countries"]) == (None, [0.1, None], 2)


def test_a_number_has_as_many_digits_as_every_machine_gives() -> None:
    first, second = (Estimate(value, (0, 1), ()).to_dict()["value"] for value in (0.1 + 0.2, 0.3))
    assert first == second == 0.3
