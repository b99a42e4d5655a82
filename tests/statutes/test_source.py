"""How the law is written: by keyword, so that a reader need not count, and nothing twice."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from mnna.rules.nodes import Status
from mnna.statutes import examples, provision
from mnna.statutes.catalog import AUTHORITIES, authority
from mnna.statutes.listing import FOLDER
from mnna.statutes.vocabulary import MNNA, MNNA_TITLE_10
from tests.statutes.entries import trees

MODULES = [*sorted(FOLDER.glob("*/[a-z]*.py")), FOLDER / "partners.py"]
ALLY_STATUSES = {MNNA.id, MNNA_TITLE_10.id}
SECTION_1206_SINCE = date(2002, 9, 30)
RECORDS = {
    name
    for module in (provision, examples)
    for name, value in vars(module).items()
    if isinstance(value, type) and value.__module__ == module.__name__ and name != "Acts"  # reads a table
} | {"Amendment"}


def module(path: Path) -> str:
    return f"{path.parent.name}.{path.stem}"


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_records_are_written_by_keyword(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    makers = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.returns is not None and ast.unparse(node.returns) == "Provision"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RECORDS | makers:
            assert not node.args, f"{path.name} line {node.lineno}: write every argument of {node.func.id} by keyword"


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent != FOLDER], ids=module)
def test_whoever_names_major_non_nato_allies_says_how_taiwan_stands(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "allies"]
    inside = {id(below) for call in calls for below in ast.walk(call.args[0])}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ("MNNA", "MNNA_TITLE_10"):
            said = f"{path.name} line {node.lineno}: write allies(..., taiwan=Taiwan....), which says how Taiwan stands"
            assert id(node) in inside, said
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Status" and isinstance(node.args[0], ast.Constant):
            shared = f"{path.name} line {node.lineno}: this status stands in vocabulary.py"
            assert node.args[0].value not in ALLY_STATUSES, shared


@pytest.mark.parametrize("id_", AUTHORITIES)
def test_an_example_asks_about_taiwan_where_the_law_of_today_names_major_non_nato_allies(id_: str) -> None:
    one = authority(id_)
    rules = trees(one.provisions[-1]).values()
    named = {node.id for rule in rules for node in rule.walk() if isinstance(node, Status)} & ALLY_STATUSES
    asked = any(example.country == "TWN" and example.on >= SECTION_1206_SINCE for example in one.examples)
    assert asked or not named, f"{id_} names {', '.join(named)}: add an example for TWN on a day since 2002-09-30"
