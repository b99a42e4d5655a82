"""Answers kept in memory: law and facts do not change while the server runs, so neither does an answer for a day."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

LARGEST = 4 * 2**20
"""Bytes kept in all: whole answers are kept as they are sent (`kept.py`), and these for who takes them otherwise."""


class Memory:
    """The answers asked for last, as bytes, up to a size; safe to use from several threads."""

    def __init__(self, largest: int = LARGEST) -> None:
        self.largest, self.size = largest, 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under the key, or what `make` gives, which is kept from then on; its errors are not."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if key not in self._kept and len(made) <= self.largest // 8:
                self._kept[key] = made
                self.size += len(made)
            while self.size > self.largest:
                self.size -= len(self._kept.popitem(last=False)[1])
        return made
