"""One number of one country in one year, with its place among those that could have been designated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mnna.series.records import Figure


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of one country: the figure, and its percentile among those at risk in the same year."""

    country: str
    year: int
    figure: Figure
    percentile_at_risk: float | None

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as JSON; `value` is null where `state` is missing or outside, and `because` says why."""
        of = self.figure
        shown = {"country": self.country, "year": of.of_year or self.year, "value": of.value, "state": of.state}
        return shown | {"percentile_at_risk": self.percentile_at_risk, "because": of.because, "notes": list(of.notes)}
