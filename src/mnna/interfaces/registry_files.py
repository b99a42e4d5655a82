"""The registry as a versioned zip: a CSV for each table, a data package with the keys, and the JSON Schemas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mnna import files
from mnna._version import NAME, __version__
from mnna.answers.registry_tables import RegistryTable, RegistryTables
from mnna.engine.record import json_text
from mnna.interfaces import catalog
from mnna.screening.writers import whole

FIRST_OF_ZIP = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip, so that the same registry gives the same bytes."""

README = """mnna {version}: the registry as tables

Each table is a CSV with one row a fact. datapackage.json names the key of each table and what its columns point to.
In provisions.csv and notices.csv, `rule` is the rule in English and `tree` the same as JSON.
schemas/ has the JSON Schema of each answer of mnna.

law {law}
facts {facts}
License: Apache-2.0
"""


def check(path: Path) -> None:
    """Raise `BadQuestion` where the path is not a .zip file in an existing folder."""
    files.check(path, (".zip",))


def write(answer: RegistryTables, path: Path) -> None:
    """Write the zip; it appears at its path only when it is complete."""
    check(path)
    with whole(path) as file, ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, text in contents(answer):
            package.writestr(ZipInfo(name, FIRST_OF_ZIP), text, ZIP_DEFLATED)


def contents(answer: RegistryTables) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file."""
    stamp = answer.stamp._asdict()
    yield "README.txt", README.format(**stamp)
    yield "datapackage.json", json_text(_package(answer))
    for table in answer.tables:
        yield f"{table.name}.csv", _csv(table)
    for tool, page in catalog.pages():
        if "json" in page.forms:
            yield f"schemas/{tool}.json", json_text(page.schema())


def _csv(table: RegistryTable) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table.rows)
    return text.getvalue()


def _package(answer: RegistryTables) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": f"{NAME}-registry",
        "version": __version__,
        "licenses": [{"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0"}],
        "stamp": answer.stamp._asdict(),
        "resources": [_resource(answer, table) for table in answer.tables],
    }


def _resource(answer: RegistryTables, table: RegistryTable) -> dict[str, Any]:
    keys = {one.name: one.key[0] for one in answer.tables}
    foreign = [
        {"fields": [column], "reference": {"resource": to, "fields": [keys[to]]}}
        for column, to in table.points_to.items()
    ]
    fields = [{"name": name, "type": "integer" if name == "number" else "string"} for name in table.columns]
    schema = {"fields": fields, "primaryKey": list(table.key), "missingValues": [""], "foreignKeys": foreign}
    told = {"name": table.name, "path": f"{table.name}.csv", "description": table.says, "mediatype": "text/csv"}
    return {**told, "encoding": "utf-8", "schema": schema}
