"""What the law makes of each status, `bears` in statuses.csv, held against the rules themselves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.briefs import brief
from mnna.engine.finding import find
from mnna.present.document import as_json
from mnna.registry.cells import BEARS
from mnna.registry.load import Registry, load_registry
from mnna.registry.read_tables import TABLES, read
from mnna.registry.records import Span, StatusKind
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from mnna.statutes.provision import Authority
from tests.registry.test_read_tables import HEADER, changed, table

DAYS = (date(2016, 6, 1), date(2024, 6, 1), date(2026, 6, 1))
STRANGERS = ("MEX", "CHE", "POL", "SGP")
KINDS = read(TABLES, "statuses", StatusKind)


def asking(status: str) -> Iterator[Authority]:
    for law in catalog.authorities().values():
        if any(isinstance(n, Status) and n.id == status for p in law.provisions for n in p.rule.walk()):
            yield law


def given(registry: Registry, country: str, status: str, on: date) -> Registry:
    """The registry in which the country holds the status alone, without what would come with it."""
    row = Span(country, status, on, None, None, None, "yes", "", "", ("s",), "high", None, "")
    return replace(
        registry,
        by_key=registry.by_key.with_country(country, {**registry.by_key.of(country), (country, status): (row,)}),
    )


def moved(status: str) -> Iterator[tuple[str, bool]]:
    """The authorities whose verdict turns on the status alone, each with whether it is for the better."""
    registry = load_registry()
    for law in asking(status):
        for on in DAYS:
            for country in STRANGERS:
                if registry.holds(country, status, on):
                    continue
                before = find(law, registry, country, on).verdict
                after = find(law, given(registry, country, status, on), country, on).verdict
                if "yes" in (before, after) and before != after:
                    yield law.id, (after == "yes") != (law.topic == "restrictions")


def test_every_status_says_what_it_bears() -> None:
    assert {kind.bears for kind in KINDS} == set(BEARS)
    with (TABLES / "statuses.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["bears"] in BEARS for row in csv.DictReader(file))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_status_that_turns_an_answer_bears_on_that_side(kind: StatusKind) -> None:
    status = kind.id
    better = {for_better for authority, for_better in moved(status) if authority != "excess-defense-articles"}
    if better:
        assert kind.bears == ("gives" if True in better else "bars"), sorted(moved(status))


@pytest.mark.parametrize(
    ("country", "on"), [("COL", "2025-01-10"), ("CHN", None), ("ERI", "2026-05-01"), ("PRK", None)]
)
def test_the_brief_lists_no_penalty_among_what_a_country_holds(country: str, on: str | None) -> None:
    made = brief(country, on=on or "2026-06-01")
    bars = {kind.id for kind in KINDS if kind.bears == "bars"}
    held = {span.status for span in mnna.status(country, on=on or "2026-06-01").held} & bars
    assert held, "or the test shows nothing"
    tables = [as_json(block) for block in made.section("status").blocks]
    assert not bars & {row["id"] for block in tables for row in block.get("rows", ())}


def test_a_table_without_the_column_is_read_and_neutral(tmp_path: Path) -> None:
    folder = table(tmp_path / "short", HEADER, changed(status="my-club", source="pd-2002-10"))
    names = "id,title,definition,citation,absent,known_from,complete_until,follows,note"
    table(folder, names, "my-club,My club,A club.,A charter,no,,,,", name="statuses.csv")
    assert load_registry(folder).kind("my-club").bears == "neutral"
    folder = table(tmp_path / "long", HEADER, changed(status="my-club", source="pd-2002-10"))
    table(folder, names + ",bears", "my-club,My club,A club.,A charter,no,,,,,bars", name="statuses.csv")
    assert load_registry(folder).kind("my-club").bears == "bars"
