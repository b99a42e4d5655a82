"""What every engine does alike: counting rows, and waiting with a word on how far the work is."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from typing import Any

from mnna.screening.engines.runner import totals, waited


def test_rows_are_counted_by_their_keys() -> None:
    assert totals(["a", "b"], "(SELECT 1) x") == "SELECT a, b, COUNT(*) AS n FROM (SELECT 1) x GROUP BY a, b"


class Slow(Future[Any]):
    """Work that is done when it has been asked about three times."""

    asked = 0

    def result(self, timeout: float | None = None) -> Any:
        self.asked += 1
        if self.asked < 3:
            raise NotYet
        return "done"


def test_while_it_waits_it_tells_how_far_it_is() -> None:
    told: list[float] = []
    assert waited(Slow(), told.append, iter([0.5, 1.0]).__next__) == "done" and told == [0.5, 1.0]
