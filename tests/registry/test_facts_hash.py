"""The hash of facts covers the names and bytes of every table, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mnna.registry.facts_hash import KEPT, UNPACKED, facts_hash, kept_hash, to_keep
from mnna.registry.read_tables import TABLES


def folder(root: Path, name: str, tables: dict[str, str]) -> Path:
    for file, text in tables.items():
        path = root / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / name


def test_equal_tables_have_equal_hashes_wherever_they_lie(tmp_path: Path) -> None:
    tables = {"steps.csv": "a\n", "spans/mnna.csv": "b\n"}
    one, other = folder(tmp_path, "one", tables), folder(tmp_path, "other", tables | {"README.md": "c\n"})
    assert facts_hash([one]) == facts_hash([other]) and len(facts_hash([one])) == 16


def test_a_byte_a_name_or_another_folder_changes_it(tmp_path: Path) -> None:
    one = folder(tmp_path, "one", {"a.csv": "a\n"})
    found = [
        facts_hash([folder(tmp_path, "two", {"a.csv": "b\n"})]),
        facts_hash([folder(tmp_path, "three", {"b.csv": "a\n"})]),
    ]
    found += [
        facts_hash([one]),
        facts_hash([one, one]),
        facts_hash([folder(tmp_path, "four", {"a.csv": "", "b.csv": "a\n"})]),
    ]
    assert len(set(found)) == len(found)


def test_the_kept_hash_is_that_of_the_tables() -> None:
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        KEPT.write_text(to_keep(TABLES), encoding="ascii")
    assert KEPT.read_text(encoding="ascii") == to_keep(TABLES), "`./run golden` writes facts_hash.txt"
    assert kept_hash(TABLES) == facts_hash([TABLES])


@pytest.mark.parametrize(("text", "later"), [("a\nb\n", 0), ("b\n", UNPACKED + 1)])
def test_a_table_changed_since_is_read(tmp_path: Path, text: str, later: int) -> None:
    tables, kept = folder(tmp_path, "one", {"spans/a.csv": "a\n"}), tmp_path / "kept.txt"
    kept.write_text(to_keep(tables), encoding="ascii")
    assert kept_hash(tables, kept) == kept.read_text(encoding="ascii").split()[0] == facts_hash([tables])
    changed = tables / "spans/a.csv"
    changed.write_text(text, encoding="utf-8")
    os.utime(changed, (kept.stat().st_mtime + later,) * 2)
    assert kept_hash(tables, kept) == facts_hash([tables]) != kept.read_text(encoding="ascii").split()[0]
