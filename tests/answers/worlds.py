"""Invented evidence: registries and figures in which the opposite of the real world is true."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.data_context import Evidence, Figures
from mnna.errors import CannotAnswer, UnknownWord
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Leader, Proposal, Source, Span, Step
from mnna.registry.spans_by_country import SpansByKey
from mnna.series import LandBorder
from mnna.series.records import Figure, Indicator

Panel = Mapping[tuple[str, int], float]


def span(
    country: str,
    status: str,
    since: str,
    until: str | None = None,
    since_by: str | None = None,
    holds: str = "yes",
    instrument: str = "an instrument",
) -> Span:
    """A span of an invented registry."""
    days = [date.fromisoformat(day) if day else None for day in (since, since_by, until)]
    assert days[0] is not None
    return Span(
        country, status, days[0], days[1], days[2], None, holds, instrument, "a citation", ("s",), "high", None, ""
    )


def registry(
    spans: Sequence[Span] = (),
    folder: Path | None = None,
    steps: Sequence[Sequence[str]] = (),
    leaders: Sequence[Sequence[str]] = (),
    proposals: Sequence[Sequence[str]] = (),
) -> Registry:
    """A registry with the real statuses and these rows only; `folder` is where all but the spans are written."""
    by_key: dict[tuple[str, str], tuple[Span, ...]] = {}
    for one in spans:
        by_key[one.country, one.status] = (*by_key.get((one.country, one.status), ()), one)
    if folder is not None:
        _table(folder / "steps.csv", Step, steps)
        _table(folder / "leaders.csv", Leader, leaders)
        _table(folder / "proposals.csv", Proposal, proposals)
        _table(folder / "sources.csv", Source, [("s", "A source", "nobody", "report", "", "", "", "")])
    return Registry(load_registry().kinds, SpansByKey.as_given(by_key), () if folder is None else (folder,))


def _table(path: Path, record: Any, rows: Sequence[Sequence[str]]) -> None:
    names = [name for name in record._fields if name not in ("own", "assumed")]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(rows)


def step(country: str, status: str, name: str, on: str, on_by: str = "") -> list[str]:
    """A row of steps.csv."""
    return [country, status, name, on, on_by, "an event", "an instrument", "s", "high", ""]


def leader(country: str, name: str, party: str, since: str, until: str = "") -> list[str]:
    """A row of leaders.csv."""
    return [country, name, party, since, until, "s", "high", ""]


def proposal(country: str, direction: str, kind: str, on: str, instrument: str) -> list[str]:
    """A row of proposals.csv."""
    id_ = f"{country}-{on}"
    return [id_, country, direction, kind, "Somebody", "", on, "day", instrument, "Not enacted", "", "", "s", "high"]


@dataclass(eq=False)
class InventedFigures(Figures):
    """A store of figures made of plain panels; what is not in a panel is missing, other years are outside."""

    panels: Mapping[str, Panel] = field(default_factory=dict)
    land_borders: tuple[LandBorder, ...] = ()

    def panel(self, name: str) -> Panel:  # type: ignore[override]
        """The panel of that name."""
        self.indicator(name)
        return self.panels[name]

    def series(self, name: str, country: str) -> tuple[tuple[int, float], ...]:
        """The country's figures in order of year."""
        return tuple(sorted((year, v) for (code, year), v in self.panels.get(name, {}).items() if code == country))

    def figure(self, name: str, country: str, year: int) -> Figure:
        """A value, zero, missing or outside."""
        of = self.indicator(name)
        value = self.panels[name].get((country, year))
        inside = of.first_year <= year <= of.last_year
        state = "missing" if inside else "outside"
        if value is not None:
            state = "zero" if value == 0 else "value"
        of_year = year if value is not None else None
        said = f"{name} of {country} in {year}: {state}."
        source = f"invented {name}"
        return Figure(
            name, country, year, state, value, "a unit", said, of_year, of.first_year, of.last_year, None, None,  # type: ignore[arg-type]
            source, "CC0 1.0",
        )  # fmt: skip

    def numbers(self, name: str, asked: Iterable[tuple[str, int]]) -> list[float | None]:
        """The values alone."""
        return [self.figure(name, country, year).value for country, year in asked]

    def withheld(self, name: str) -> frozenset[tuple[str, int]]:
        """None is left out."""
        return frozenset()

    def indicator(self, name: str) -> Indicator:
        """A record with the coverage of the panel."""
        if name == "us_arms_tiv" and name not in self.panels:
            raise CannotAnswer(name, "its figures are not shipped", (), "Bring your own.")
        if name not in self.panels:
            raise UnknownWord(name, "there is none", (), "")
        years = [year for _, year in self.panels[name]] or [2000]
        absent = "zero inside coverage" if name == "us_arms_tiv" and len(self.panels[name]) > 1 else "missing"
        return Indicator(
            name, name, "a unit", "level", "nobody", "1", "now", "CC0 1.0", "", "", "", "", absent, "", "", (),
            min(years), max(years), 1, len(years), "0", "embedded",
        )  # fmt: skip

    def borders(self) -> tuple[LandBorder, ...]:  # type: ignore[override]
        """The borders given."""
        return self.land_borders


def evidence(of: Registry | None = None, figures: InventedFigures | None = None) -> Evidence:
    """Invented evidence; an empty registry and no figures where none are given."""
    return Evidence(of or registry(), figures or InventedFigures())
