"""Answers kept in memory: made once, the oldest dropped, and never more than the limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.interfaces.http.response_cache import Memory


def test_an_answer_is_made_once() -> None:
    memory, made = Memory(80), []
    for _ in range(2):
        assert memory.get("a", lambda: made.append(1) or b"answer") == b"answer"  # type: ignore[func-returns-value]
    assert made == [1] and memory.size == 6


def test_an_error_is_not_kept() -> None:
    def fail() -> bytes:
        raise KeyError("no")

    memory = Memory(80)
    with pytest.raises(KeyError):
        memory.get("a", fail)
    assert memory.get("a", lambda: b"now") == b"now"


def test_what_was_asked_for_last_stays() -> None:
    memory = Memory(24)
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda: b"123")
    for key in ("d", "e", "f", "g", "h", "i"):
        memory.get("a", lambda: b"no")
        memory.get(key, lambda: b"123")
    assert memory.get("a", lambda: b"gone") == b"123" and memory.get("b", lambda: b"anew") == b"anew"


def test_an_answer_of_more_than_an_eighth_is_not_kept() -> None:
    memory = Memory(80)
    memory.get("large", lambda: b"x" * 11)
    memory.get("fits", lambda: b"x" * 10)
    assert memory.size == 10 and memory.get("large", lambda: b"again") == b"again"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), max_size=60))
def test_it_never_holds_more_than_the_limit_and_knows_its_size(asked: list[tuple[int, int]]) -> None:
    memory = Memory(40)
    for key, length in asked:
        memory.get(key, lambda length=length: b"x" * length)  # type: ignore[misc]
        assert memory.size == sum(map(len, memory._kept.values())) <= 40
