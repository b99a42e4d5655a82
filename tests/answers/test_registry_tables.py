"""The registry as tables: every key is unique, and every pointer leads to a row."""

from __future__ import annotations

from mnna.answers.registry_tables import RegistryTables
from mnna.registry.load import load_registry
from mnna.statutes import catalog

TABLES = {one.name: one for one in RegistryTables(load_registry()).tables}


def test_every_key_names_one_row() -> None:
    for table in TABLES.values():
        keys = [tuple(row[name] for name in table.key) for row in table.rows]
        assert len(set(keys)) == len(keys) > 0, table.name


def test_every_pointer_leads_to_a_row() -> None:
    for table in TABLES.values():
        for column, to in table.points_to.items():
            known = {row[TABLES[to].key[0]] for row in TABLES[to].rows}
            assert {row[column] for row in table.rows} - {None} <= known, (table.name, column)


def test_nothing_of_the_registry_is_missing() -> None:
    registry = load_registry()
    assert len(TABLES["spans"].rows) == len(registry.spans) and len(TABLES["sources"].rows) == len(registry.sources)
    provisions = sum(len(one.provisions) for one in catalog.authorities().values())
    assert len(TABLES["provisions"].rows) == provisions and all(
        row["rule"] and row["tree"] for row in TABLES["provisions"].rows
    )


def test_every_source_of_a_span_is_a_source() -> None:
    known = {row["id"] for row in TABLES["sources"].rows}
    assert {one for row in TABLES["spans"].rows for one in str(row["source"]).split(";")} <= known
