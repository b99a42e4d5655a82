"""The registry as a zip: tables, keys and schemas; the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from mnna.answers.registry_tables import RegistryTables
from mnna.errors import BadQuestion
from mnna.interfaces.registry_files import check, write
from mnna.registry.load import load_registry
from tests.terminal import run


def test_the_zip_holds_tables_keys_and_schemas(tmp_path: Path) -> None:
    answer = RegistryTables(load_registry())
    for name in ("a.zip", "b.zip"):
        write(answer, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as package:
        told = json.loads(package.read("datapackage.json"))
        for resource in told["resources"]:
            rows = list(csv.reader(io.StringIO(package.read(resource["path"]).decode())))
            assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
        assert told["stamp"]["facts"] in package.read("README.txt").decode()
        assert json.loads(package.read("schemas/status.json"))["title"] == "StatusAnswer"
        spans = next(one for one in told["resources"] if one["name"] == "spans")
        assert {key["reference"]["resource"] for key in spans["schema"]["foreignKeys"]} == {"countries", "statuses"}


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="zip"):
        check(tmp_path / "a.csv")
    with pytest.raises(BadQuestion, match="no folder"):
        check(tmp_path / "nowhere" / "a.zip")


def test_the_command_lists_the_tables_and_writes_them(tmp_path: Path) -> None:
    assert "spans" in run("panel", "--registry").out
    ran = run("panel", "--registry", "-o", str(tmp_path / "r.zip"))
    assert ran.code == 0 and (tmp_path / "r.zip").stat().st_size > 100_000
