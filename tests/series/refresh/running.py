"""A refresh against the server of the tests."""

from __future__ import annotations

from typing import Any

from mnna.series.refresh import Outcome, refresh


def run(server: Any, quick: Any, *names: str, **more: Any) -> dict[str, Outcome]:
    return {one.indicator: one for one in refresh(names, base=server.base, limits=quick, **more)}
