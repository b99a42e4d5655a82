"""Three hundred files, some folders of own facts and articles, with new seeds at each run; a fault names its own."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.attempt import OTHERS, attempt
from tests.fuzz.files import ALIKE, UNLIKE

ATTEMPTS = {
    "alike": 4,
    "unlike": 3,
    "text": 5,
    "parquet": 5,
    "json": 4,
    "excel": 4,
    "broken": 4,
    "facts": 8,
    "article": 8,
}


def test_it_is_three_hundred_files() -> None:
    files = {kind: number for kind, number in ATTEMPTS.items() if kind not in OTHERS}
    assert sum(files.values()) + files["alike"] * (ALIKE - 1) + files["unlike"] * (UNLIKE - 1) == 300


@pytest.mark.parametrize("kind", ATTEMPTS)
def test_random_dirty_input(kind: str) -> None:
    dice = random.SystemRandom()
    found = [fault for _ in range(ATTEMPTS[kind]) for fault in attempt(kind, dice.randrange(10**9))]
    assert not found, "\n".join(found)
