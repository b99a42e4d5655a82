"""The hash of facts covers the names and bytes of every table, and nothing else."""

from __future__ import annotations

from pathlib import Path

from mnna.registry.facts_hash import facts_hash


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
