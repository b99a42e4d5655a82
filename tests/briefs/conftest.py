"""What briefs are written from, gathered once."""

from __future__ import annotations

import pytest

from mnna.briefs.gather import BriefContext, gather

TODAY = "2026-11-24"


@pytest.fixture(scope="package")
def mexico() -> BriefContext:
    """Mexico, with Colombia beside it, on 24 November 2026."""
    return gather("MEX", "COL", TODAY, "mnna", None)


@pytest.fixture(scope="package")
def japan() -> BriefContext:
    """Japan, an ally since the status exists, on the same day."""
    return gather("JPN", None, TODAY, "mnna", None)
