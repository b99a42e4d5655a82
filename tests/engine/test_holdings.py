"""What is said of a status: held, not held, ended or not known, each with its citation, and nothing of a later day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.engine.holdings import holding
from mnna.registry.load import load_registry
from tests.registry.test_read_tables import HEADER, changed, table

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("country", "status", "on", "value", "says"),
    [
        (
            "COL",
            "mnna",
            "2023-01-01",
            True,
            "Colombia holds the status “Major non-NATO ally (FAA 517)” since 23 May 2022",
        ),
        ("MEX", "mnna", "2023-01-01", False, "Mexico does not hold the status “Major non-NATO ally (FAA 517)”"),
        ("AFG", "mnna", "2023-01-01", False, "; it ended 23 September 2022"),
        ("AFG", "mnna", "2022-09-22", True, "since 6 July 2012"),
        ("MEX", "drug-majors", "1950-01-01", None, "whether Mexico holds the status"),
    ],
)
def test_a_status_is_told_with_its_day(country: str, status: str, on: str, value: bool | None, says: str) -> None:
    found = holding(REGISTRY, country, status, date.fromisoformat(on))
    assert found.value is value and says in found.says
    assert bool(found.needs) is (value is None)


def test_every_country_is_told_as_its_rows_say() -> None:
    for status in REGISTRY.kinds:
        for country in ("MEX", "COL", "TUR", "TWN", "PRI"):
            for on in (date(1970, 1, 1), date(1999, 7, 1), date(2024, 7, 1)):
                assert holding(REGISTRY, country, status, on).value is REGISTRY.holds(country, status, on)


def test_a_citation_of_a_later_day_is_left_out(tmp_path: Path) -> None:
    early = changed(country="MEX", status="mnna", since="1990-01-01", until="", citation="P.L. 107-228 s. 1206")
    facts = load_registry(table(tmp_path / "facts", HEADER, early))
    assert holding(facts, "MEX", "mnna", date(2001, 1, 2)).citation is None
    assert holding(facts, "MEX", "mnna", date(2001, 1, 3)).citation == "P.L. 107-228 s. 1206"


def test_a_row_of_less_confidence_is_not_sure(tmp_path: Path) -> None:
    row = changed(country="MEX", status="nato", since="2020-01-01", confidence="low")
    facts = load_registry(table(tmp_path / "facts", HEADER, row))
    on = date(2024, 1, 1)
    assert not holding(facts, "MEX", "nato", on).sure
    assert holding(facts, "PER", "nato", on).sure and holding(facts, "POL", "nato", on).sure
